#include "server/http/address.h"

#include <arpa/inet.h>

#include <algorithm>
#include <charconv>

namespace ventanilla::http {
namespace {

constexpr std::array<std::uint8_t, 12> kMapped = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff};
constexpr int kMappedBits = 96;
constexpr int kBits = 128;
constexpr std::size_t kLongestAddress = 64;  // of an address as text, zone included
constexpr std::size_t kCountedBytes6 = 8;

// The first `bits` of it; all others zero.
Address masked(Address address, int bits) {
    for (std::size_t i = 0; i < address.bytes.size(); ++i) {
        const int kept = std::clamp(bits - static_cast<int>(i) * 8, 0, 8);
        address.bytes[i] &= static_cast<std::uint8_t>(0xff00 >> kept);
    }
    return address;
}

}  // namespace

bool Address::is_4() const {
    return std::equal(kMapped.begin(), kMapped.end(), bytes.begin());
}

bool Address::is_loopback() const {
    constexpr std::uint8_t kLoopback4 = 127;
    Address one;
    one.bytes.back() = 1;
    return *this == one || (is_4() && bytes[kMapped.size()] == kLoopback4);
}

std::optional<Address> read_address(std::string_view text) {
    if (text.size() > kLongestAddress || text.contains('\0')) {
        return std::nullopt;
    }
    Address address;
    const std::string whole(text);
    if (::inet_pton(AF_INET, whole.c_str(), address.bytes.data() + kMapped.size()) == 1) {
        std::ranges::copy(kMapped, address.bytes.begin());
        return address;
    }
    const std::string without_zone = whole.substr(0, whole.find('%'));
    if (::inet_pton(AF_INET6, without_zone.c_str(), address.bytes.data()) == 1) {
        return address;
    }
    return std::nullopt;
}

std::string_view counted_part(const Address& address) {
    return {reinterpret_cast<const char*>(address.bytes.data()),
            address.is_4() ? address.bytes.size() : kCountedBytes6};
}

bool Network::contains(const Address& other) const {
    return masked(other, bits) == address;
}

std::optional<Network> read_network(std::string_view text) {
    const std::size_t slash = text.find('/');
    const auto address = read_address(text.substr(0, slash));
    if (!address || text.contains('%')) {
        return std::nullopt;
    }
    Network network{.address = *address, .bits = kBits};
    if (slash != std::string_view::npos) {
        const std::string_view written = text.substr(slash + 1);
        const int first = text.substr(0, slash).contains(':') ? 0 : kMappedBits;
        int bits = 0;
        const auto [end, error] =
            std::from_chars(written.data(), written.data() + written.size(), bits);
        if (error != std::errc() || end != written.data() + written.size() || written[0] == '-' ||
            bits > kBits - first) {
            return std::nullopt;
        }
        network.bits = first + bits;
    }
    return masked(network.address, network.bits) == network.address ? std::optional(network)
                                                                    : std::nullopt;
}

std::optional<Endpoint> read_endpoint(std::string_view text) {
    const std::size_t colon = text.rfind(':');
    if (colon == std::string_view::npos) {
        return std::nullopt;
    }
    std::string_view address = text.substr(0, colon);
    const std::string_view digits = text.substr(colon + 1);
    const bool is_in_brackets = address.starts_with('[') && address.ends_with(']');
    if (is_in_brackets) {
        address = address.substr(1, address.size() - 2);
    }
    const auto read = read_address(address);
    Endpoint endpoint{.address = std::string(address)};
    const auto [end, error] =
        std::from_chars(digits.data(), digits.data() + digits.size(), endpoint.port);
    const bool is_port = error == std::errc() && end == digits.data() + digits.size();
    return read && is_port && read->is_4() != is_in_brackets ? std::optional(std::move(endpoint))
                                                             : std::nullopt;
}

}  // namespace ventanilla::http
