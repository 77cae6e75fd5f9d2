// core/site/picture_size.h
//
// How large a picture is by itself, read from the head of its file, so that views can keep its room before it is
// there. Nothing of it is decoded. Bytes may be anything: what is not there is not read.
//
//   const auto size = read_picture_size(PictureKind::kPng, bytes);
//   if (!size) ...  // no PNG picture
//
// Sources: PNG (ISO/IEC 15948) 5.2 and 11.2.2; GIF89a, 18; JPEG (ITU-T T.81) B.1 and B.2.2, and Exif 2.3 (CIPA DC-008)
// 4.6.2 and 4.6.4 for how it is turned; WebP (RFC 9649) 2.4 to 2.7, and RFC 6386 9.1; AVIF: boxes of ISO/IEC 14496-12
// 4.2, 4.3, 8.11.4 and 8.11.14, with the properties of ISO/IEC 23008-12 6.5.3 and 6.5.10; SVG 2, 8.2 and 8.6.
#pragma once

#include <optional>
#include <string_view>

namespace ventanilla::site {

enum class PictureKind { kSvg, kPng, kJpeg, kWebp, kAvif, kGif };

// In CSS pixels, as browsers take it, turned where the file says so; each side is 1 to article::kMaxPictureSide, or
// both are 0: the picture has no size of its own, or one that is not understood.
struct PictureSize {
    int width = 0;
    int height = 0;

    friend bool operator==(const PictureSize&, const PictureSize&) = default;
};

// By the ending of its name, which is_picture_name() has taken.
PictureKind picture_kind(std::string_view path);

// As people write it: "PNG".
std::string_view name_of(PictureKind kind);

// Nothing if these are no bytes of such a picture, or end within its head. Only SVG and AVIF pictures may have no size.
std::optional<PictureSize> read_picture_size(PictureKind kind, std::string_view bytes);

}  // namespace ventanilla::site
