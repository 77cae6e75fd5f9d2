// Headers of proxies: whatever they hold, the caller is the proxy or an address that was written, and what a client
// wrote in front of a proxy's own word changes nothing.

#include <cstdint>
#include <string>

#include "server/http/forwarded.h"
#include "tests/fuzz/require.h"

using namespace ventanilla::http;

namespace {

Request request(Headers headers) {
    return {.method = "GET",
            .path = "/",
            .query = {},
            .headers = std::move(headers),
            .body = {},
            .peer = "10.0.0.1"};
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string sent(reinterpret_cast<const char*>(data), size);
    const TrustedProxies proxies({*read_network("10.0.0.0/8")});
    REQUIRE(proxies.caller(request({{"Forwarded", sent}})));
    REQUIRE(proxies.caller(request({{"X-Forwarded-For", sent}})));
    const auto told =
        proxies.caller(request({{"X-Forwarded-For", sent}, {"X-Forwarded-For", "192.0.2.1"}}));
    REQUIRE(told == read_address("192.0.2.1"));
    REQUIRE(proxies.caller(request({{"X-Forwarded-For", sent + ", 192.0.2.1"}})) == told);
    REQUIRE(TrustedProxies().caller(request({{"X-Forwarded-For", sent}})) ==
            read_address("10.0.0.1"));
    if (const auto network = read_network(sent)) {
        REQUIRE(network->contains(network->address));
    }
    return 0;
}
