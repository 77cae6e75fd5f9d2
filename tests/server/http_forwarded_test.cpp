#include <catch2/catch_test_macros.hpp>
#include <string>
#include <vector>

#include "server/http/address.h"
#include "server/http/forwarded.h"
#include "tests/server/raw_client.h"

using namespace ventanilla;
using namespace ventanilla::test;
using http::read_address;
using http::read_network;

namespace {

const http::TrustedProxies kOurs({*read_network("127.0.0.1"), *read_network("10.0.0.0/8"),
                                  *read_network("2001:db8:aaaa::/48")});

// The caller of a request that came over `peer`.
http::Address caller(const std::string& peer, http::Headers headers) {
    return kOurs
        .caller({.method = "GET",
                 .path = "/",
                 .query = {},
                 .headers = std::move(headers),
                 .body = {},
                 .peer = peer})
        .value();
}

http::Address address(const std::string& text) {
    return read_address(text).value();
}

}  // namespace

TEST_CASE("a place to listen at is an address and a port") {
    CHECK(http::read_endpoint("127.0.0.1:9464") == http::Endpoint{"127.0.0.1", 9464});
    CHECK(http::read_endpoint("[::1]:0") == http::Endpoint{"::1", 0});
    for (const char* none :
         {"", ":", "9464", "127.0.0.1", "127.0.0.1:", "127.0.0.1:65536", "127.0.0.1:-1",
          "127.0.0.1:80a", "::1:9464", "[127.0.0.1]:80", "localhost:80", "[]:80", "[:80"}) {
        INFO(none);
        CHECK_FALSE(http::read_endpoint(none).has_value());
    }
}

TEST_CASE("a caller without a proxy is who the connection is from, whatever a header says") {
    CHECK(caller("203.0.113.9", {}) == address("203.0.113.9"));
    CHECK(caller("203.0.113.9", {{"X-Forwarded-For", "198.51.100.1"}}) == address("203.0.113.9"));
    CHECK(caller("203.0.113.9", {{"Forwarded", "for=198.51.100.1"}}) == address("203.0.113.9"));
    CHECK(caller("127.0.0.1", {}) == address("127.0.0.1"));
}

TEST_CASE("behind proxies of ours, the caller is the last address that is none of them") {
    const std::vector<std::pair<std::string, std::string>> lists = {
        {"198.51.100.1", "198.51.100.1"},
        {"6.6.6.6, 198.51.100.1", "198.51.100.1"},
        {"6.6.6.6, 198.51.100.1, 10.1.2.3", "198.51.100.1"},
        {"127.0.0.1, 198.51.100.1 ,10.1.2.3,10.1.2.4", "198.51.100.1"},
        {"198.51.100.1:4711", "198.51.100.1"},
        {"2001:db8::7", "2001:db8::7"},
        {"[2001:db8::7]", "2001:db8::7"},
        {"[2001:db8::7]:4711, 2001:db8:aaaa::1", "2001:db8::7"},
        {"::ffff:198.51.100.1", "198.51.100.1"},
        {"10.1.2.3", "10.1.2.3"},
    };
    for (const auto& [list, expected] : lists) {
        CAPTURE(list);
        CHECK(caller("127.0.0.1", {{"X-Forwarded-For", list}}) == address(expected));
    }
    CHECK(caller("127.0.0.1", {{"X-Forwarded-For", "6.6.6.6"},
                               {"x-forwarded-for", "198.51.100.1"}}) == address("198.51.100.1"));
}

TEST_CASE("what a proxy of ours passes on and cannot be read counts as the proxy") {
    for (const std::string list :
         {"", ",", "unknown", "198.51.100.1, unknown", "198.51.100.1, ", "198.51.100.256",
          "198.51.100.1:", "198.51.100.1:port", "[198.51.100.1]", "[2001:db8::7", "[2001:db8::7]x",
          "2001:db8::7::8", "198.51.100.1;evil", "010.0.0.1", "0x7f.0.0.1", "1", "<script>"}) {
        CAPTURE(list);
        CHECK(caller("10.9.9.9", {{"X-Forwarded-For", list}}) == address("10.9.9.9"));
    }
    CHECK(caller("127.0.0.1", {{"X-Forwarded-For", "198.51.100.1, unknown, 10.9.9.9"}}) ==
          address("10.9.9.9"));
}

TEST_CASE("a quote that a client opens does not hide what the proxy adds") {
    CHECK(caller("127.0.0.1", {{"X-Forwarded-For", "\"6.6.6.6, 198.51.100.1"}}) ==
          address("198.51.100.1"));
}

TEST_CASE("the header of RFC 7239 is understood with quotes, ports and other words") {
    const std::vector<std::pair<std::string, std::string>> lists = {
        {"for=198.51.100.1", "198.51.100.1"},
        {"For=\"198.51.100.1:4711\";proto=http;by=203.0.113.43", "198.51.100.1"},
        {"by=10.0.0.1; for=\"[2001:db8::7]:4711\"", "2001:db8::7"},
        {"for=6.6.6.6, for=198.51.100.1;host=\"a,b;for=6.6.6.6\", for=10.1.2.3", "198.51.100.1"},
        {"for=_hidden", "127.0.0.1"},
        {"for=unknown", "127.0.0.1"},
        {"for=198.51.100.1;for=6.6.6.6", "127.0.0.1"},
        {"proto=https", "127.0.0.1"},
        {"for=\"198.51.100.1", "127.0.0.1"},
        {"for=\"\\198.51.100.1\"", "127.0.0.1"},
    };
    for (const auto& [list, expected] : lists) {
        CAPTURE(list);
        CHECK(caller("127.0.0.1", {{"Forwarded", list}}) == address(expected));
    }
}

TEST_CASE("two headers that name two callers are not believed") {
    CHECK(caller("127.0.0.1", {{"X-Forwarded-For", "198.51.100.1"},
                               {"Forwarded", "for=6.6.6.6"}}) == address("127.0.0.1"));
    CHECK(caller("127.0.0.1", {{"X-Forwarded-For", "198.51.100.1"},
                               {"Forwarded", "for=198.51.100.1"}}) == address("198.51.100.1"));
}

TEST_CASE("an IPv4 address counts by itself, and an IPv6 address with its /64") {
    const auto together = [](const std::string& left, const std::string& right) {
        return http::counted_part(address(left)) == http::counted_part(address(right));
    };
    CHECK_FALSE(together("198.51.100.1", "198.51.100.2"));
    CHECK(together("2001:db8:1:2::1", "2001:db8:1:2:ffff::1"));
    CHECK_FALSE(together("2001:db8:1:2::1", "2001:db8:1:3::1"));
    CHECK_FALSE(together("198.51.100.1", "::"));
    CHECK(together("198.51.100.1", "::ffff:198.51.100.1"));
}

TEST_CASE("networks are what is written, or refused") {
    CHECK(read_network("0.0.0.0/0")->contains(address("198.51.100.1")));
    CHECK_FALSE(read_network("0.0.0.0/0")->contains(address("2001:db8::1")));
    CHECK(read_network("::/0")->contains(address("2001:db8::1")));
    CHECK(read_network("172.16.0.0/12")->contains(address("172.31.255.255")));
    CHECK_FALSE(read_network("172.16.0.0/12")->contains(address("172.32.0.0")));
    CHECK(read_network("::1")->contains(address("::1")));
    for (const char* text : {"", "/", "10.0.0.0/", "10.0.0.0/33", "10.0.0.1/8", "::/129", "::/-1",
                             "::1%lo", "10.0.0.0/8 ", "10.0.0/8", "localhost", "10.0.0.0/0x8"}) {
        CAPTURE(text);
        CHECK_FALSE(read_network(text));
    }
}

TEST_CASE("this machine is 127.0.0.0/8 and ::1") {
    CHECK(address("127.8.9.10").is_loopback());
    CHECK(address("::1").is_loopback());
    CHECK_FALSE(address("128.0.0.1").is_loopback());
    CHECK_FALSE(address("::2").is_loopback());
}

TEST_CASE("a request knows the other end of its connection") {
    RunningServer server([](const http::Request& request, const http::Respond& respond) {
        respond({.status = 200, .headers = {}, .body = http::make_body(request.peer)});
    });
    RawClient client(server.port());
    for (int i = 0; i < 2; ++i) {
        client.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
        CHECK(client.receive().body == "127.0.0.1");
    }
}
