#include "core/site/picture_heads.h"

namespace ventanilla::site {
namespace {

using namespace std::string_view_literals;

// Whether the Exif data says that the picture lies on its side, as photographs of telephones do: their width and
// height are exchanged.
bool lies_on_its_side(std::string_view exif) {
    constexpr std::uint32_t kOrientation = 0x0112;
    constexpr std::size_t kEntry = 12;
    const auto number = exif.starts_with("II") ? little_endian : big_endian;
    const std::size_t list = number(exif, 4, 4);
    const std::uint32_t count = number(exif, list, 2);
    for (std::size_t i = 0; i < count; ++i) {
        const std::string_view entry = rest_from(exif, list + 2 + i * kEntry);
        if (number(entry, 0, 2) == kOrientation) {
            const std::uint32_t orientation = number(entry, 8, 2);
            return orientation >= 5 && orientation <= 8;
        }
    }
    return false;
}

// Those of frames, among which are the codes of three tables.
bool begins_frame(unsigned char marker) {
    return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
}

// The code of the next marker, with all before it and itself taken from `bytes`; 0 at their end. What stands between two
// segments and is no marker is passed over, as libjpeg does.
unsigned char take_marker(std::string_view& bytes) {
    unsigned char marker = 0;
    while (marker == 0 && !bytes.empty()) {
        bytes = rest_from(bytes, bytes.find('\xFF'));
        bytes = rest_from(bytes, bytes.find_first_not_of('\xFF'));
        if (!bytes.empty()) {
            marker = static_cast<unsigned char>(bytes.front());
            bytes.remove_prefix(1);
        }
    }
    return marker;
}

}  // namespace

std::optional<PictureSize> jpeg_size(std::string_view bytes) {
    constexpr std::string_view kExif = "Exif\0\0"sv;
    constexpr std::size_t kLength = 2;
    constexpr unsigned char kApp1 = 0xE1;
    constexpr unsigned char kScan = 0xDA;
    if (!bytes.starts_with("\xFF\xD8\xFF")) {
        return std::nullopt;
    }
    bool on_its_side = false;
    std::string_view rest = bytes.substr(2);
    for (unsigned char marker = take_marker(rest); marker != 0 && marker != kScan;
         marker = take_marker(rest)) {
        const std::string_view segment = rest.substr(0, big_endian(rest, 0, kLength));
        if (begins_frame(marker)) {
            const std::uint32_t height = big_endian(segment, kLength + 1, 2);
            const std::uint32_t width = big_endian(segment, kLength + 3, 2);
            return on_its_side ? checked_size(height, width) : checked_size(width, height);
        }
        if (marker == kApp1 && has_at(segment, kLength, kExif)) {
            on_its_side = lies_on_its_side(segment.substr(kLength + kExif.size()));
        }
        rest.remove_prefix(segment.size());
    }
    return std::nullopt;
}

}  // namespace ventanilla::site
