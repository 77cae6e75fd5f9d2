// server/crypto/crypto.h
//
// What the server needs of OpenSSL: a hash, and bytes that nobody can guess.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace ventanilla::server {

std::string sha256_hex(std::string_view bytes);  // 64 lower-case hexadecimal digits

// Throws std::runtime_error if the system has no random bytes to give.
std::array<std::uint8_t, 16> random_bytes();

}  // namespace ventanilla::server
