#include "core/site/picture_size.h"

#include "core/article/document.h"
#include "core/site/picture_heads.h"

namespace ventanilla::site {
namespace {

std::optional<PictureSize> png_size(std::string_view bytes) {
    if (!bytes.starts_with("\x89PNG\r\n\x1a\n") || !has_at(bytes, 12, "IHDR")) {
        return std::nullopt;
    }
    return checked_size(big_endian(bytes, 16, 4), big_endian(bytes, 20, 4));
}

std::optional<PictureSize> gif_size(std::string_view bytes) {
    if (!bytes.starts_with("GIF87a") && !bytes.starts_with("GIF89a")) {
        return std::nullopt;
    }
    return checked_size(little_endian(bytes, 6, 2), little_endian(bytes, 8, 2));
}

std::optional<PictureSize> webp_size(std::string_view bytes) {
    constexpr std::size_t kChunk = 12;
    constexpr std::size_t kData = kChunk + 8;
    constexpr std::uint32_t k14Bits = 0x3FFF;
    if (!bytes.starts_with("RIFF") || !has_at(bytes, 8, "WEBP")) {
        return std::nullopt;
    }
    if (has_at(bytes, kChunk, "VP8X") && bytes.size() >= kData + 10) {
        return checked_size(little_endian(bytes, kData + 4, 3) + 1,
                            little_endian(bytes, kData + 7, 3) + 1);
    }
    if (has_at(bytes, kChunk, "VP8L") && has_at(bytes, kData, "\x2F") &&
        bytes.size() >= kData + 5) {
        const std::uint32_t sides = little_endian(bytes, kData + 1, 4);
        return checked_size((sides & k14Bits) + 1, ((sides >> 14U) & k14Bits) + 1);
    }
    if (has_at(bytes, kChunk, "VP8 ") && has_at(bytes, kData + 3, "\x9D\x01\x2A")) {
        return checked_size(little_endian(bytes, kData + 6, 2) & k14Bits,
                            little_endian(bytes, kData + 8, 2) & k14Bits);
    }
    return std::nullopt;
}

}  // namespace

std::uint32_t big_endian(std::string_view bytes, std::size_t at, std::size_t count) {
    const std::string_view part = rest_from(bytes, at).substr(0, count);
    std::uint32_t number = 0;
    for (const char c : part) {
        number = number << 8U | static_cast<unsigned char>(c);
    }
    return part.size() == count ? number : 0;
}

std::uint32_t little_endian(std::string_view bytes, std::size_t at, std::size_t count) {
    const std::string_view part = rest_from(bytes, at).substr(0, count);
    std::uint32_t number = 0;
    for (std::size_t i = part.size(); i > 0; --i) {
        number = number << 8U | static_cast<unsigned char>(part[i - 1]);
    }
    return part.size() == count ? number : 0;
}

bool has_at(std::string_view bytes, std::size_t at, std::string_view part) {
    return rest_from(bytes, at).starts_with(part);
}

std::string_view rest_from(std::string_view bytes, std::size_t at) {
    return at < bytes.size() ? bytes.substr(at) : std::string_view();
}

std::optional<PictureSize> checked_size(std::uint32_t width, std::uint32_t height) {
    constexpr auto kMax = static_cast<std::uint32_t>(article::kMaxPictureSide);
    if (width == 0 || height == 0) {
        return std::nullopt;
    }
    if (width > kMax || height > kMax) {
        return PictureSize{};
    }
    return PictureSize{static_cast<int>(width), static_cast<int>(height)};
}

PictureKind picture_kind(std::string_view path) {
    const std::string_view ending = path.substr(path.rfind('.') + 1);
    if (ending == "png") {
        return PictureKind::kPng;
    }
    if (ending == "jpg" || ending == "jpeg") {
        return PictureKind::kJpeg;
    }
    if (ending == "webp") {
        return PictureKind::kWebp;
    }
    if (ending == "avif") {
        return PictureKind::kAvif;
    }
    return ending == "gif" ? PictureKind::kGif : PictureKind::kSvg;
}

std::string_view name_of(PictureKind kind) {
    switch (kind) {
    case PictureKind::kPng:
        return "PNG";
    case PictureKind::kJpeg:
        return "JPEG";
    case PictureKind::kWebp:
        return "WebP";
    case PictureKind::kAvif:
        return "AVIF";
    case PictureKind::kGif:
        return "GIF";
    case PictureKind::kSvg:
        break;
    }
    return "SVG";
}

std::optional<PictureSize> read_picture_size(PictureKind kind, std::string_view bytes) {
    switch (kind) {
    case PictureKind::kPng:
        return png_size(bytes);
    case PictureKind::kJpeg:
        return jpeg_size(bytes);
    case PictureKind::kWebp:
        return webp_size(bytes);
    case PictureKind::kAvif:
        return avif_size(bytes);
    case PictureKind::kGif:
        return gif_size(bytes);
    case PictureKind::kSvg:
        break;
    }
    return svg_size(bytes);
}

}  // namespace ventanilla::site
