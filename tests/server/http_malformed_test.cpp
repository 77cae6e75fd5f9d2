#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators_range.hpp>
#include <string>
#include <vector>

#include "core/base/json.h"
#include "server/http/problem.h"
#include "server/http/request_head.h"
#include "tests/server/raw_client.h"

using namespace ventanilla;
using namespace ventanilla::test;
using namespace std::string_literals;

namespace {

struct Malformed {
    const char* name;
    std::string bytes;
    int status;
};

std::string with_headers(const std::string& headers, const std::string& body = "") {
    return "POST / HTTP/1.1\r\nHost: a.example\r\n" + headers + "\r\n" + body;
}

std::vector<Malformed> battery() {
    const std::string many(20'000, 'x');
    std::string lines;
    for (int i = 0; i < 200; ++i) {
        lines += "X-" + std::to_string(i) + ": x\r\n";
    }
    return {
        {"no Host", "GET / HTTP/1.1\r\n\r\n", 400},
        {"an empty Host", "GET / HTTP/1.1\r\nHost:\r\n\r\n", 400},
        {"two Hosts", "GET / HTTP/1.1\r\nHost: a.example\r\nHost: b.example\r\n\r\n", 400},
        {"the same Host twice", "GET / HTTP/1.1\r\nHost: a\r\nHost: a\r\n\r\n", 400},
        {"two hosts in one Host", "GET / HTTP/1.1\r\nHost: a, b\r\n\r\n", 400},
        {"a Host with a path", "GET / HTTP/1.1\r\nHost: a/b\r\n\r\n", 400},
        {"a header that goes on", with_headers("X-A: 1\r\n 2\r\n"), 400},
        {"a header that goes on after a tab", with_headers("X-A: 1\r\n\t2\r\n"), 400},
        {"a first header that goes on", "GET / HTTP/1.1\r\n Host: a\r\n\r\n", 400},
        {"an unknown version", "GET / HTTP/1.2\r\nHost: a\r\n\r\n", 400},
        {"version 2", "GET / HTTP/2.0\r\nHost: a\r\n\r\n", 400},
        {"a version in lower case", "GET / http/1.1\r\nHost: a\r\n\r\n", 400},
        {"no version", "GET /\r\nHost: a\r\n\r\n", 400},
        {"no target", "GET HTTP/1.1\r\nHost: a\r\n\r\n", 400},
        {"a space in the target", "GET /a b HTTP/1.1\r\nHost: a\r\n\r\n", 400},
        {"two spaces", "GET  / HTTP/1.1\r\nHost: a\r\n\r\n", 400},
        {"differing lengths", with_headers("Content-Length: 1\r\nContent-Length: 2\r\n", "ab"),
         400},
        {"the same length twice", with_headers("Content-Length: 1\r\nContent-Length: 1\r\n", "a"),
         400},
        {"a list of lengths", with_headers("Content-Length: 1, 1\r\n", "a"), 400},
        {"a negative length", with_headers("Content-Length: -1\r\n"), 400},
        {"a length with a plus sign", with_headers("Content-Length: +1\r\n", "a"), 400},
        {"a hexadecimal length", with_headers("Content-Length: 0x1\r\n", "a"), 400},
        {"an empty length", with_headers("Content-Length: \r\n"), 400},
        {"a length that overflows", with_headers("Content-Length: 99999999999999999999\r\n"), 400},
        {"chunked beside a length",
         with_headers("Transfer-Encoding: chunked\r\nContent-Length: 5\r\n", "0\r\n\r\n"), 400},
        {"chunked twice",
         with_headers("Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n", "0\r\n\r\n"),
         400},
        {"chunked in HTTP/1.0",
         "POST / HTTP/1.0\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 400},
        {"another transfer coding", with_headers("Transfer-Encoding: gzip, chunked\r\n"), 501},
        {"chunked in disguise", with_headers("Transfer-Encoding: xchunked\r\n"), 501},
        {"an empty transfer coding", with_headers("Transfer-Encoding:\r\n"), 501},
        {"a chunk size with 0x",
         with_headers("Transfer-Encoding: chunked\r\n", "0x1\r\na\r\n0\r\n\r\n"), 400},
        {"a chunk size that overflows",
         with_headers("Transfer-Encoding: chunked\r\n", "fffffffffffffffff\r\na\r\n0\r\n\r\n"),
         400},
        {"a chunk without its end",
         with_headers("Transfer-Encoding: chunked\r\n", "1\r\nab\r\n0\r\n\r\n"), 400},
        {"a space before the colon", with_headers("X-A : 1\r\n"), 400},
        {"a header without a name", with_headers(": 1\r\n"), 400},
        {"a header without a colon", with_headers("X-A\r\n"), 400},
        {"a name that is no token", with_headers("X(A): 1\r\n"), 400},
        {"a NUL in a header", with_headers("X-A: 1\0002\r\n"s), 400},
        {"a NUL in the target", "GET /\0a HTTP/1.1\r\nHost: a\r\n\r\n"s, 400},
        {"a NUL in the method", "G\0ET / HTTP/1.1\r\nHost: a\r\n\r\n"s, 400},
        {"a control character in a header", with_headers("X-A: \x01\r\n"), 400},
        {"line feeds alone", "GET / HTTP/1.1\nHost: a\n\n", 400},
        {"a line feed alone in a header", with_headers("X-A: 1\nX-B: 2\r\n"), 400},
        {"a carriage return alone", with_headers("X-A: 1\rX-B: 2\r\n"), 400},
        {"%00 in the path", "GET /a%00.html HTTP/1.1\r\nHost: a\r\n\r\n", 400},
        {"%0d%0a in the path", "GET /a%0d%0ab HTTP/1.1\r\nHost: a\r\n\r\n", 400},
        {"a cut percent-encoding", "GET /a%2 HTTP/1.1\r\nHost: a\r\n\r\n", 400},
        {"percent-encoding that is none", "GET /a%zz HTTP/1.1\r\nHost: a\r\n\r\n", 400},
        {"a path that is not UTF-8", "GET /%ff HTTP/1.1\r\nHost: a\r\n\r\n", 400},
        {"an overlong slash", "GET /%c0%af HTTP/1.1\r\nHost: a\r\n\r\n", 400},
        {"raw bytes in the target", "GET /\xc3\xb1 HTTP/1.1\r\nHost: a\r\n\r\n", 400},
        {"a target without a slash", "GET a HTTP/1.1\r\nHost: a\r\n\r\n", 400},
        {"a target of another host", "GET http://b/ HTTP/1.1\r\nHost: a\r\n\r\n", 400},
        {"an asterisk", "OPTIONS * HTTP/1.1\r\nHost: a\r\n\r\n", 400},
        {"a method that is no token", "G@T / HTTP/1.1\r\nHost: a\r\n\r\n", 400},
        {"a greeting of TLS", "\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03"s, 400},
        {"an unknown expectation", with_headers("Expect: 200-ok\r\nContent-Length: 1\r\n"), 417},
        {"a long target", "GET /" + std::string(5000, 'a') + " HTTP/1.1\r\nHost: a\r\n\r\n", 414},
        {"an endless target", "GET /" + many, 414},
        {"a large header", with_headers("X-A: " + many + "\r\n"), 431},
        {"headers without an end", "GET / HTTP/1.1\r\nHost: a\r\nX-A: " + many, 431},
        {"too many headers", with_headers(lines), 431},
        {"a body that is announced too large", with_headers("Content-Length: 65537\r\n"), 413},
        {"a body of gigabytes", with_headers("Content-Length: 99999999999999\r\n"), 413},
        {"chunks that grow too large",
         with_headers("Transfer-Encoding: chunked\r\n", "20000\r\n" + std::string(0x20000, 'x')),
         413},
    };
}

}  // namespace

TEST_CASE("every malformed request is refused and its connection closed") {
    RunningServer server([](const http::Request&, const http::Respond& respond) {
        respond(http::json_response(200, {{"reached", true}}));
    });
    for (const Malformed& request : battery()) {
        DYNAMIC_SECTION(request.name) {
            RawClient client(server.port());
            client.send(request.bytes);
            const RawResponse response = client.receive();
            CHECK(response.status == request.status);
            CHECK(response.header("Connection") == "close");
            CHECK(response.header("Content-Type") == "application/problem+json");
            CHECK(response.body.find("\"status\":" + std::to_string(request.status)) !=
                  std::string::npos);
            client.end_of_sending();
            CHECK(client.is_closed());
        }
    }
}

TEST_CASE("a request that stops in the middle is neither answered nor handled") {
    RunningServer server([](const http::Request&, const http::Respond& respond) {
        respond(http::json_response(200, {{"reached", true}}));
    });
    const std::string whole = with_headers("Content-Length: 10\r\n", "0123456789");
    for (std::size_t size = 0; size < whole.size(); size += 7) {
        RawClient client(server.port());
        client.send(whole.substr(0, size));
        client.end_of_sending();
        CHECK(client.receive().status == 0);
    }
    CHECK(ask(server.port(), whole).status == 200);
}

TEST_CASE("a head is understood however its bytes are cut") {
    const std::string head =
        "GET /a?b HTTP/1.1\r\nHost: a.example:8080\r\nX-Empty:\r\nX-A: \ta b\t \r\n\r\n";
    CHECK_FALSE(http::check_head(head));
    for (std::size_t size = 0; size < head.size(); ++size) {
        const auto scan = http::scan_head(std::string_view(head).substr(0, size));
        CHECK(scan.size == 0);
        CHECK_FALSE(scan.refusal);
    }
    CHECK(http::scan_head(head + "rest").size == head.size());
}
