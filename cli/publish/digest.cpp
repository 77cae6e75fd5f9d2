#include "cli/publish/digest.h"

#include <array>
#include <openssl/evp.h>
#include <stdexcept>

namespace ventanilla::publish {

std::string short_digest(std::string_view bytes) {
    constexpr std::size_t kBytes = 6;
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    if (EVP_Digest(bytes.data(), bytes.size(), digest.data(), nullptr, EVP_sha256(), nullptr) !=
        1) {
        throw std::runtime_error("SHA-256 is not available in this OpenSSL");
    }
    std::string hex;
    for (std::size_t i = 0; i < kBytes; ++i) {
        hex += "0123456789abcdef"[digest[i] >> 4U];
        hex += "0123456789abcdef"[digest[i] & 15U];
    }
    return hex;
}

}  // namespace ventanilla::publish
