// core/ticket/tracking_code.h
//
// The code by which a customer asks for her request again: 74 random bits and a check character, in
// four groups that can be read out on the telephone, such as "7KQ2-M9XD-4HTR-B8VK".
//
// 31 symbols: digits and letters without 0, 1, I, L and O. 31 is prime, so the weighted sum modulo
// 31 (weights 1 to 16) finds every wrong symbol and every two that changed places.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace ventanilla::ticket {

// `random`: 16 bytes from a cryptographic generator.
std::string make_tracking_code(const std::array<std::uint8_t, 16>& random);

// The code in its one written form; nothing if it cannot be one. Takes lower case, spaces and
// missing hyphens.
std::optional<std::string> normalise_tracking_code(std::string_view typed);

}  // namespace ventanilla::ticket
