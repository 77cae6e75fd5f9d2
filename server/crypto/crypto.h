// server/crypto/crypto.h
//
// What the server needs of OpenSSL: hashes, bytes that nobody can guess, and a comparison that tells nothing by its time.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace ventanilla::server {

std::string sha256_hex(std::string_view bytes);  // 64 lower-case hexadecimal digits

// The same of bytes that come one after the other. Its functions throw std::runtime_error.
class Sha256 {
public:
    Sha256();
    ~Sha256();
    Sha256(const Sha256&) = delete;
    Sha256& operator=(const Sha256&) = delete;

    void add(std::string_view bytes);
    std::string hex();  // of all; then nothing may be added

private:
    struct State;
    std::unique_ptr<State> state_;
};

// RFC 2104; as its 32 bytes, and as 64 lower-case hexadecimal digits.
std::string hmac_sha256(std::string_view key, std::string_view bytes);
std::string hmac_sha256_hex(std::string_view key, std::string_view bytes);

// RFC 4648, section 4: with padding, without line ends. Nothing: the text is not that.
std::string base64(std::string_view bytes);
std::optional<std::string> from_base64(std::string_view text);

// Takes as long for a first byte that differs as for the last one.
bool are_equal_secrets(std::string_view left, std::string_view right);

// These throw std::runtime_error if the system has no random bytes to give.
std::array<std::uint8_t, 16> random_bytes();
std::string random_token();  // 256 bits, as 64 hexadecimal digits

}  // namespace ventanilla::server
