#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <memory>
#include <stdexcept>
#include <string>

#include "server/http/problem.h"
#include "server/http/refusal_pages.h"
#include "server/http/router.h"
#include "tests/server/raw_client.h"

using namespace ventanilla;
using namespace ventanilla::test;

namespace {

constexpr const char* kPolicy = "default-src 'self'";
const std::string kBrowser = "Accept: text/html,application/xhtml+xml,*/*;q=0.8\r\n";
const std::string kEnglish = "Accept-Language: fr, en-GB;q=0.8, es;q=0.5\r\n";
const std::string kForeign = "Origin: https://evil.example\r\n";

std::string page_of(const std::string& language, int status) {
    return "<p>" + language + std::to_string(status) + "</p>";
}

http::StaticFiles pages() {
    http::StaticFiles files;
    const std::string html = "text/html; charset=utf-8";
    for (const std::string language : {"es", "en"}) {
        for (const int status : {400, 403, 404, 405, 413, 414, 500}) {
            files["/" + language + "/" + std::to_string(status) + ".html"] = {
                .bytes = page_of(language, status),
                .content_type = html,
                .content_security_policy = kPolicy};
        }
    }
    files["/es/500.html"].bytes += std::string(3000, ' ');  // worth compressing
    files["/es/inicio"] = {.bytes = "inicio", .content_type = html};
    return files;
}

// Routes that refuse in every way, below each of "/es", "/en" and "/api".
class Site {
public:
    Site() {
        using http::Access;
        const auto refuse = [](int status) {
            return [status](const http::Request&, const http::Respond& respond) {
                respond(http::problem_response({.status = status, .detail = "So it is."}));
            };
        };
        std::vector<http::Route> routes;
        for (const std::string folder : {"/es", "/en", "/api"}) {
            routes.emplace_back("GET", folder + "/400", Access::anyone(), refuse(400));
            routes.emplace_back("GET", folder + "/418", Access::anyone(), refuse(418));
            routes.emplace_back("GET", folder + "/own", Access::anyone(),
                                [](const http::Request&, const http::Respond& respond) {
                                    respond({.status = 400,
                                             .headers = {{"Content-Type", "text/html"}},
                                             .body = http::make_body("its own page")});
                                });
            routes.emplace_back("POST", folder + "/form", Access::own_pages(), refuse(400));
            routes.emplace_back("GET", folder + "/throws", Access::anyone(),
                                [](const http::Request&, const http::Respond&) {
                                    throw std::runtime_error("the secret");
                                });
        }
        router_ = std::make_unique<http::Router>(table_, std::move(routes), http::Admit());
    }

    [[nodiscard]] std::uint16_t port() const { return server_.port(); }

private:
    http::StaticTable table_{pages()};
    http::RefusalPages refusals_{table_, {"es", "en"}};
    std::unique_ptr<http::Router> router_;
    RunningServer server_{[this](const http::Request& request, http::Respond respond) {
                              router_->handle(request, std::move(respond));
                          },
                          [this](const http::Request& request, http::Response response) {
                              return refusals_.readable(request, std::move(response));
                          }};
};

std::string request(const std::string& line, const std::string& headers) {
    return line + " HTTP/1.1\r\nHost: a\r\n" + headers + "\r\n";
}

struct Refused {
    int status;
    std::string line;  // method and target, below the folder that "$" stands for
    std::string headers = {};
};

// What each part of the server refuses.
std::vector<Refused> refusals() {
    return {{400, "GET $/400"},
            {400, "GET $/a%zz?q=1"},
            {400, "GET $/%ff"},
            {403, "POST $/form", kForeign + "Content-Length: 0\r\n"},
            {404, "GET $/nothing"},
            {405, "DELETE $/400"},
            {405, "GET $/form"},
            {413, "POST $/form", "Content-Length: 65537\r\n"},
            {414, "GET $/400?q=" + std::string(5000, 'a')},
            {500, "GET $/throws"}};
}

RawResponse ask_in(const Site& site, const std::string& folder, Refused refused,
                   const std::string& headers) {
    refused.line.replace(refused.line.find('$'), 1, folder);
    return ask(site.port(), request(refused.line, refused.headers + headers));
}

}  // namespace

TEST_CASE("a browser that is refused gets a page in the language of the address, with the status") {
    const Site site;
    const std::string language = GENERATE("es", "en");
    for (const Refused& refused : refusals()) {
        CAPTURE(refused.line);
        const auto response = ask_in(site, "/" + language, refused, kBrowser + kEnglish);
        CHECK(response.status == refused.status);
        CHECK(response.header("Content-Type") == "text/html; charset=utf-8");
        CHECK(response.header("Content-Security-Policy") == kPolicy);
        CHECK(response.body.starts_with(page_of(language, refused.status)));
        CHECK(response.header("Vary") == "Accept, Accept-Encoding, Accept-Language");
        CHECK(response.header("Cache-Control") ==
              (refused.status == 404 ? "no-cache" : "no-store"));
    }
}

TEST_CASE("an address without a language is refused in the one that the browser prefers") {
    const Site site;
    for (const char* path : {"/nothing", "/", "/%zz", "/fr/nothing"}) {
        CAPTURE(path);
        const std::string line = std::string("GET ") + path;
        CHECK(ask(site.port(), request(line, kBrowser + kEnglish)).body.starts_with("<p>en40"));
        CHECK(ask(site.port(), request(line, kBrowser)).body.starts_with("<p>es40"));
    }
}

TEST_CASE("programs get problem details, and so does every caller of the API") {
    const Site site;
    for (const Refused& refused : refusals()) {
        CAPTURE(refused.line);
        for (const std::string accept : {"", "Accept: */*\r\n", "Accept: application/json\r\n",
                                         "Accept: text/html;q=0, application/json\r\n"}) {
            CAPTURE(accept);
            const auto response = ask_in(site, "/es", refused, accept);
            CHECK(response.status == refused.status);
            CHECK(response.header("Content-Type") == "application/problem+json");
            CHECK(response.header("Vary").empty());
        }
        const auto response = ask_in(site, "/api", refused, kBrowser);
        CHECK(response.status == refused.status);
        CHECK(response.header("Content-Type") == "application/problem+json");
    }
}

TEST_CASE("a page of a refusal names the methods that the address takes") {
    const Site site;
    const std::string accept = GENERATE(kBrowser, std::string());
    CHECK(ask(site.port(), request("DELETE /es/form", accept)).header("Allow") == "POST");
    CHECK(ask(site.port(), request("DELETE /es/inicio", accept)).header("Allow") == "GET, HEAD");
}

TEST_CASE(
    "a page of a refusal is compressed as the browser likes it, and HEAD is spared its body") {
    const Site site;
    const auto whole = ask(site.port(), request("GET /es/throws", kBrowser));
    const auto compressed =
        ask(site.port(), request("GET /es/throws", kBrowser + "Accept-Encoding: gzip\r\n"));
    CHECK(compressed.header("Content-Encoding") == "gzip");
    CHECK(compressed.body.size() < whole.body.size());
    for (const char* target : {"/es/throws", "/es/%zz", "/es/form"}) {
        CAPTURE(target);
        RawClient client(site.port());
        client.send(request("HEAD " + std::string(target), kBrowser + "Connection: close\r\n"));
        const auto head = client.receive(true);
        CHECK(head.status >= 400);
        CHECK(head.header("Content-Type") == "text/html; charset=utf-8");
        CHECK(head.header("Content-Length") != "0");
        CHECK(client.is_closed());
    }
}

TEST_CASE("a refusal without a page, one that is a page, and what is none stay as they are") {
    const Site site;
    const auto response = ask(site.port(), request("GET /es/418", kBrowser));
    CHECK(response.status == 418);
    CHECK(response.header("Content-Type") == "application/problem+json");
    CHECK(ask(site.port(), request("GET /es/own", kBrowser)).body == "its own page");
    CHECK(ask(site.port(), request("GET /es/inicio", kBrowser)).body == "inicio");
    CHECK(ask(site.port(), request("GET /es/inicio/", kBrowser)).status == 308);
}

TEST_CASE("a request that cannot be read is not answered as the one before it") {
    const Site site;
    RawClient client(site.port());
    client.send(request("GET /es/inicio", kBrowser));
    CHECK(client.receive().body == "inicio");
    client.send("no request\r\n\r\n");
    const auto response = client.receive();
    CHECK(response.status == 400);
    CHECK(response.header("Content-Type") == "application/problem+json");
}

TEST_CASE("a body that turns out too large while it comes is refused with a page too") {
    const Site site;
    const auto response =
        ask(site.port(), request("POST /en/form", kBrowser + "Transfer-Encoding: chunked\r\n") +
                             "20000\r\n" + std::string(0x20000, 'x'));
    CHECK(response.status == 413);
    CHECK(response.body == page_of("en", 413));
}
