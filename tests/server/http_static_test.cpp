#include <brotli/decode.h>
#include <zlib.h>

#include <catch2/catch_test_macros.hpp>
#include <string>

#include "server/http/content_negotiation.h"
#include "server/http/router.h"
#include "server/http/static_table.h"
#include "server/http/target.h"
#include "tests/server/raw_client.h"

using namespace ventanilla;
using namespace ventanilla::test;

namespace {

std::string page() {
    std::string text = "<!doctype html><title>Sin internet</title>";
    for (int i = 0; i < 100; ++i) {
        text += "<p>Reinicia el router y espera dos minutos.</p>";
    }
    return text;
}

http::StaticFiles files() {
    return {
        {"/es/articulos/sin-internet",
         {.bytes = page(),
          .content_type = "text/html; charset=utf-8",
          .content_security_policy = "default-src 'self'"}},
        {"/embed.js",
         {.bytes = "launch()",
          .content_type = "text/javascript; charset=utf-8",
          .cross_origin = true}},
        {"/assets/app.0123.wasm",
         {.bytes = std::string(3000, 'w'), .content_type = "application/wasm", .immutable = true}},
        {"/media/router.png", {.bytes = std::string(3000, 'p'), .content_type = "image/png"}},
        {"/media/reset.0123/video.mp4",
         {.bytes = "0123456789" + std::string(3'000'000, 'v'), .content_type = "video/mp4"}},
        {"/es/", {.bytes = "inicio", .content_type = "text/html; charset=utf-8"}},
        {"/es/ayuda y más", {.bytes = "acentos", .content_type = "text/plain; charset=utf-8"}},
    };
}

http::Handler site() {
    auto router = std::make_shared<http::Router>(http::StaticTable(files()),
                                                 std::vector<http::Route>{}, http::Admit());
    return [router](const http::Request& request, http::Respond respond) {
        router->handle(request, std::move(respond));
    };
}

RawResponse get(std::uint16_t port, const std::string& target, const std::string& headers = "",
                const std::string& method = "GET") {
    return ask(port, method + " " + target + " HTTP/1.1\r\nHost: a\r\n" + headers + "\r\n");
}

std::string unbrotli(const std::string& bytes) {
    std::string text(1'000'000, '\0');
    std::size_t size = text.size();
    REQUIRE(BrotliDecoderDecompress(
                bytes.size(), reinterpret_cast<const std::uint8_t*>(bytes.data()), &size,
                reinterpret_cast<std::uint8_t*>(text.data())) == BROTLI_DECODER_RESULT_SUCCESS);
    text.resize(size);
    return text;
}

std::string gunzip(std::string bytes) {
    std::string text(1'000'000, '\0');
    z_stream stream{};
    REQUIRE(inflateInit2(&stream, MAX_WBITS + 16) == Z_OK);
    stream.next_in = reinterpret_cast<Bytef*>(bytes.data());
    stream.avail_in = static_cast<uInt>(bytes.size());
    stream.next_out = reinterpret_cast<Bytef*>(text.data());
    stream.avail_out = static_cast<uInt>(text.size());
    REQUIRE(inflate(&stream, Z_FINISH) == Z_STREAM_END);
    text.resize(stream.total_out);
    inflateEnd(&stream);
    return text;
}

}  // namespace

TEST_CASE("a file comes with its type, its policy and the headers that protect it") {
    RunningServer server(site());
    const auto response = get(server.port(), "/es/articulos/sin-internet?utm=a%5B|]");
    CHECK(response.status == 200);
    CHECK(response.body == page());
    CHECK(response.header("Content-Type") == "text/html; charset=utf-8");
    CHECK(response.header("Content-Security-Policy") == "default-src 'self'");
    CHECK(response.header("X-Content-Type-Options") == "nosniff");
    CHECK(response.header("Referrer-Policy") == "strict-origin-when-cross-origin");
    CHECK(response.header("Cross-Origin-Resource-Policy") == "same-origin");
    CHECK(response.header("Permissions-Policy").starts_with("camera=()"));
    CHECK(response.header("Cache-Control") == "no-cache");
    CHECK(response.header("Vary") == "Accept-Encoding");
    CHECK_FALSE(response.header("Date").empty());
    CHECK(get(server.port(), "/media/router.png").header("Content-Security-Policy") ==
          "default-src 'none'; frame-ancestors 'none'; sandbox");
}

TEST_CASE("the launcher may be loaded by the pages of other sites") {
    RunningServer server(site());
    const auto response = get(server.port(), "/embed.js", "Sec-Fetch-Site: cross-site\r\n");
    CHECK(response.status == 200);
    CHECK(response.header("Cross-Origin-Resource-Policy") == "cross-origin");
    CHECK(response.header("Access-Control-Allow-Origin") == "*");
}

TEST_CASE("a file whose name changes with its content is kept for a year") {
    RunningServer server(site());
    CHECK(get(server.port(), "/assets/app.0123.wasm").header("Cache-Control") ==
          "public, max-age=31536000, immutable");
}

TEST_CASE("a file is compressed as the client likes it best") {
    RunningServer server(site());
    const std::string target = "/es/articulos/sin-internet";
    const auto br = get(server.port(), target, "Accept-Encoding: gzip, deflate, br\r\n");
    CHECK(br.header("Content-Encoding") == "br");
    CHECK(br.body.size() < page().size() / 10);
    CHECK(unbrotli(br.body) == page());
    const auto gz = get(server.port(), target, "Accept-Encoding: br;q=0.1, gzip;q=0.9\r\n");
    CHECK(gz.header("Content-Encoding") == "gzip");
    CHECK(gunzip(gz.body) == page());
    const auto identity = get(server.port(), target, "Accept-Encoding: br;q=0, gzip;q=0\r\n");
    CHECK(identity.header("Content-Encoding").empty());
    CHECK(br.header("ETag") != gz.header("ETag"));
    CHECK(br.header("ETag") != identity.header("ETag"));

    const auto picture = get(server.port(), "/media/router.png", "Accept-Encoding: br\r\n");
    CHECK(picture.header("Content-Encoding").empty());
    CHECK(picture.header("Vary").empty());
    CHECK(get(server.port(), "/embed.js", "Accept-Encoding: br\r\n").body == "launch()");
}

TEST_CASE("immutable files are compressed again, better, while the server runs") {
    std::string text;
    for (int i = 0; i < 3000; ++i) {
        text += std::to_string(i * i) + " luces del router, ";
    }
    const http::StaticTable table(
        {{"/app.0123.js", {.bytes = text, .content_type = "text/javascript", .immutable = true}},
         {"/page", {.bytes = text, .content_type = "text/html"}}});
    const auto get_br = [&table](const std::string& path) {
        return table
            .answer({.method = "GET",
                     .path = path,
                     .query = {},
                     .headers = {{"Accept-Encoding", "br"}},
                     .body = {}})
            .value();
    };
    const auto quick = get_br("/app.0123.js");
    const auto page_before = get_br("/page");
    table.compress_better({});
    const auto best = get_br("/app.0123.js");
    CHECK(best.body->size() < quick.body->size());
    CHECK(unbrotli(*best.body) == text);
    CHECK(best.headers.get("ETag") != quick.headers.get("ETag"));
    CHECK(get_br("/page").headers.get("ETag") == page_before.headers.get("ETag"));
}

TEST_CASE("a client that has the file already is told so") {
    RunningServer server(site());
    const std::string target = "/es/articulos/sin-internet";
    const std::string encoding = "Accept-Encoding: br\r\n";
    const auto first = get(server.port(), target, encoding);
    const std::string tag = first.header("ETag");
    for (const std::string& value : {tag, "W/" + tag, "\"other\", " + tag, std::string("*")}) {
        CAPTURE(value);
        RawClient client(server.port());
        client.send("GET " + target + " HTTP/1.1\r\nHost: a\r\n" + encoding +
                    "If-None-Match: " + value + "\r\nConnection: close\r\n\r\n");
        const auto response = client.receive();
        CHECK(response.status == 304);
        CHECK(response.header("ETag") == tag);
        CHECK(response.header("Content-Length").empty());
        CHECK(client.is_closed());
    }
    CHECK(get(server.port(), target, encoding + "If-None-Match: \"other\"\r\n").status == 200);
    CHECK(get(server.port(), target, "If-None-Match: " + tag + "\r\n").status == 200);
}

TEST_CASE("HEAD gives the headers of GET and no body") {
    RunningServer server(site());
    const std::string target = "/es/articulos/sin-internet";
    const auto with_body = get(server.port(), target);
    RawClient client(server.port());
    client.send("HEAD " + target + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
    const auto response = client.receive(true);
    CHECK(response.status == 200);
    CHECK(response.header("Content-Length") == with_body.header("Content-Length"));
    CHECK(response.header("ETag") == with_body.header("ETag"));
    CHECK(client.is_closed());
}

TEST_CASE("a file takes GET and HEAD alone") {
    RunningServer server(site());
    const auto response = get(server.port(), "/embed.js", "", "DELETE");
    CHECK(response.status == 405);
    CHECK(response.header("Allow") == "GET, HEAD");
    CHECK(get(server.port(), "/embed.js", "", "BREW").status == 501);
    CHECK(get(server.port(), "/embed.js", "", "TRACE").status == 501);
}

TEST_CASE("a slash too many or too few leads to the page, and nowhere else") {
    RunningServer server(site());
    const auto there = get(server.port(), "/es?a=b");
    CHECK(there.status == 308);
    CHECK(there.header("Location") == "/es/?a=b");
    CHECK(get(server.port(), "/es/articulos/sin-internet/").header("Location") ==
          "/es/articulos/sin-internet");
    CHECK(get(server.port(), "/es/ayuda%20y%20m%C3%A1s/").header("Location") ==
          "/es/ayuda%20y%20m%C3%A1s");
    CHECK(get(server.port(), "//other.example/").status == 404);
}

TEST_CASE("paths are looked up in the table, never on the disk") {
    RunningServer server(site());
    for (const char* target :
         {"/../../etc/passwd", "/%2e%2e/%2e%2e/etc/passwd", "/..%2f..%2fetc/passwd", "/etc/passwd",
          "/es/../embed.js", "/es%2Farticulos%2Fsin-internet", "/ventanilla.db", "/EMBED.JS"}) {
        CAPTURE(target);
        CHECK(get(server.port(), target).status == 404);
    }
    CHECK(get(server.port(), "/es/ayuda%20y%20m%c3%a1s").body == "acentos");
    CHECK(get(server.port(), "http://a/embed.js").body == "launch()");
}

TEST_CASE("the wishes in an Accept header are read with their weights") {
    CHECK(http::quality_of("br;q=0.8, gzip", "br", 0) == 800);
    CHECK(http::quality_of("BR ; Q=0.25", "br", 0) == 250);
    CHECK(http::quality_of("gzip, *;q=0.1", "br", 0) == 100);
    CHECK(http::quality_of("", "br", 7) == 7);
    CHECK(http::quality_of("br;q=nonsense", "br", 0) == 0);
    CHECK(http::quality_of(",,;=,br;q=1.000,", "br", 0) == 1000);
    CHECK(http::choose_encoding("*", true, true) == "br");
    CHECK(http::choose_encoding("gzip", true, false).empty());
    CHECK(http::choose_language("", {"es", "en"}) == "es");
    CHECK(http::choose_language("fr", {"es", "en"}) == "es");
    CHECK(http::choose_language("en-US,en;q=0.9", {"es", "en"}) == "en");
}

TEST_CASE("an origin is compared with the host, default ports included") {
    CHECK(http::is_same_host("https://help.example", "help.example"));
    CHECK(http::is_same_host("https://help.example", "help.example:443"));
    CHECK(http::is_same_host("http://LOCALHOST:8080", "localhost:8080"));
    CHECK_FALSE(http::is_same_host("http://localhost:8081", "localhost:8080"));
    CHECK_FALSE(http::is_same_host("https://evil.example", "help.example"));
    CHECK_FALSE(http::is_same_host("https://help.example.evil.example", "help.example"));
    CHECK_FALSE(http::is_same_host("null", "help.example"));
    CHECK_FALSE(http::is_same_host("", ""));
}

TEST_CASE("a video is given in parts, as players ask for it") {
    RunningServer server(site());
    const std::string video = "/media/reset.0123/video.mp4";
    const auto part = [&](const std::string& headers) {
        return get(server.port(), video, headers);
    };
    const RawResponse whole = part("");
    CHECK(whole.status == 200);
    CHECK(whole.header("Accept-Ranges") == "bytes");
    CHECK(whole.body.size() == 3'000'010);

    const RawResponse some = part("Range: bytes=2-5\r\n");
    CHECK(some.status == 206);
    CHECK(some.body == "2345");
    CHECK(some.header("Content-Range") == "bytes 2-5/3000010");
    CHECK(part("Range: bytes=-3\r\n").body == "vvv");
    CHECK(part("Range: bytes=3000009-\r\n").header("Content-Range") ==
          "bytes 3000009-3000009/3000010");

    // As much as a player needs for now.
    const RawResponse first = part("Range: bytes=0-\r\n");
    CHECK(first.status == 206);
    CHECK(first.header("Content-Range") == "bytes 0-1999999/3000010");
    CHECK(first.body.size() == 2'000'000);

    const RawResponse beyond = part("Range: bytes=3000010-\r\n");
    CHECK(beyond.status == 416);
    CHECK(beyond.header("Content-Range") == "bytes */3000010");

    for (const char* odd : {"bytes=", "bytes=-", "bytes=x-2", "bytes=5-2", "bytes=0-1,3-4",
                            "lines=1-2", "bytes=99999999999999999999-"}) {
        CHECK(part("Range: " + std::string(odd) + "\r\n").status == 200);
    }
    // A part of this version, or all of it.
    const std::string same = "If-Range: " + std::string(whole.header("ETag")) + "\r\n";
    CHECK(part(same + "Range: bytes=0-1\r\n").status == 206);
    CHECK(part("If-Range: \"other\"\r\nRange: bytes=0-1\r\n").status == 200);
    CHECK(get(server.port(), "/media/router.png", "Range: bytes=0-1\r\n").status == 200);
}
