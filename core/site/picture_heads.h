// core/site/picture_heads.h
//
// What picture_size.cpp is made of: numbers in bytes, and the formats with a file of their own.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "core/site/picture_size.h"

namespace ventanilla::site {

// `count` bytes from `at` on, 4 at most, as a number; 0 if they are not all there.
std::uint32_t big_endian(std::string_view bytes, std::size_t at, std::size_t count);
std::uint32_t little_endian(std::string_view bytes, std::size_t at, std::size_t count);

// Whether `part` stands at `at`.
bool has_at(std::string_view bytes, std::size_t at, std::string_view part);

// What is left from `at` on; empty beyond the end.
std::string_view rest_from(std::string_view bytes, std::size_t at);

// Nothing if a side is 0: the head is not whole. {0, 0} if one is larger than article::kMaxPictureSide.
std::optional<PictureSize> checked_size(std::uint32_t width, std::uint32_t height);

std::optional<PictureSize> jpeg_size(std::string_view bytes);
std::optional<PictureSize> avif_size(std::string_view bytes);
std::optional<PictureSize> svg_size(std::string_view bytes);

}  // namespace ventanilla::site
