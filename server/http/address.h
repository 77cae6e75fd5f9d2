// server/http/address.h
//
// Addresses of the Internet Protocol and ranges of them, as values. An IPv4 address is kept as its IPv6 form
// ("::ffff:192.0.2.1", RFC 4291, 2.5.5.2), so that both are one thing.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace ventanilla::http {

struct Address {
    std::array<std::uint8_t, 16> bytes{};

    [[nodiscard]] bool is_4() const;
    [[nodiscard]] bool is_loopback() const;

    friend bool operator==(const Address&, const Address&) = default;
};

// "192.0.2.1", "2001:db8::1", "fe80::1%eth0" without its zone; nothing if it is none.
std::optional<Address> read_address(std::string_view text);

// "127.0.0.1:9464", "[::1]:9464"; nothing if it is none.
struct Endpoint {
    std::string address;
    std::uint16_t port = 0;

    friend bool operator==(const Endpoint&, const Endpoint&) = default;
};
std::optional<Endpoint> read_endpoint(std::string_view text);

// Whom the address is counted with: an IPv4 address stands for itself, an IPv6 one for its /64, since whoever has one
// of those has all of it. Bytes, to be used as a key.
std::string_view counted_part(const Address& address);

// "192.0.2.0/24", "2001:db8::/32", "::1".
struct Network {
    Address address;
    int bits = 128;  // of the 128 that `address` has

    [[nodiscard]] bool contains(const Address& other) const;
};
// Nothing if it is none, also where bits are set behind the prefix: who writes that meant something else.
std::optional<Network> read_network(std::string_view text);

}  // namespace ventanilla::http
