#include <catch2/catch_test_macros.hpp>
#include <string>

#include "server/forms/form_tokens.h"
#include "server/forms/suspicion.h"
#include "tests/server/answers.h"
#include "tests/server/backend.h"

using namespace ventanilla;
using namespace ventanilla::test;
using base::Json;

namespace {

const std::string kFormKey = "5f0c2a52-8d1e-4a35-9c0e-2f6f6a0d7c11";
const std::string kStory = "No va el wifi. Lo que sale: https://a.example/1";
const std::string kAdvert =
    "<a href=x>cheap</a> http://a.example http://b.example https://c.example";

Json body_with(const std::string& message) {
    return {{"language", "es"},
            {"form", "contact"},
            {"fields", {{"kind", "fault"}, {"message", message}, {"email", "ana@example.org"}}}};
}

}  // namespace

TEST_CASE("a form token is good for one idempotency key, here, for an hour") {
    store::Time now{std::chrono::hours(500'000)};
    const forms::FormTokens tokens("secret", [&] { return now; });
    const std::string token = tokens.make(kFormKey);
    CHECK(tokens.allows(token, kFormKey));
    CHECK_FALSE(tokens.allows(token, kFormKey + "1"));
    CHECK_FALSE(forms::FormTokens("another", [&] { return now; }).allows(token, kFormKey));
    now += forms::kFormTokenLife;
    CHECK(tokens.allows(token, kFormKey));
    now += std::chrono::milliseconds(1);
    CHECK_FALSE(tokens.allows(token, kFormKey));
    CHECK(tokens.age(token, kFormKey) == forms::kFormTokenLife + std::chrono::milliseconds(1));
}

TEST_CASE("a form token that was changed anywhere is refused") {
    const store::Time now{std::chrono::hours(500'000)};
    const forms::FormTokens tokens("secret", [&] { return now; });
    const std::string token = tokens.make(kFormKey);
    for (std::size_t i = 0; i < token.size(); ++i) {
        std::string changed = token;
        changed[i] = changed[i] == '1' ? '2' : '1';
        CAPTURE(i);
        CHECK_FALSE(tokens.allows(changed, kFormKey));
        CHECK_FALSE(tokens.allows(token.substr(0, i), kFormKey));
        CHECK_FALSE(tokens.allows(token.substr(i + 1), kFormKey));
    }
    for (const char* other : {"", ".", "..", "1.", "99999999999999999999999999.aa", "-1.aa"}) {
        CHECK_FALSE(tokens.allows(other, kFormKey));
    }
}

TEST_CASE("one form token stores one request, however often it is used") {
    Backend backend;
    const http::Headers key = {{"Idempotency-Key", kFormKey}};
    const std::string token(
        base::string_at(body_of(backend.send("POST", "/api/v1/form-token", "", {}, key)), "token"));
    const Json body = body_with(kStory);
    const auto first = backend.send("POST", "/api/v1/tickets", token, body, key);
    const auto again = backend.send("POST", "/api/v1/tickets", token, body, key);
    CHECK(first.status == 201);
    CHECK(again.status == 201);
    CHECK(*first.body == *again.body);
    CHECK(backend.send("POST", "/api/v1/tickets", token, body_with("Otra"), key).status == 422);
    CHECK(backend.send("POST", "/api/v1/tickets", token, body).status == 401);
    CHECK(backend.store->list({}).size() == 1);
}

TEST_CASE("a request without its form token stores nothing, and says where to get one") {
    Backend backend;
    const auto refused = backend.send("POST", "/api/v1/tickets", "guess", body_with(kStory));
    CHECK(refused.status == 401);
    CHECK(base::string_at(body_of(refused), "type") == "/problems/form-token");
    CHECK(base::string_at(body_of(refused), "detail").contains("/api/v1/form-token"));
    CHECK(refused.headers.get("WWW-Authenticate") == "Bearer");
    CHECK(backend.store->list({}).empty());
    CHECK(backend.ask("POST", "/api/v1/form-token", {{"Host", "a"}}).status == 400);
}

TEST_CASE("one sign of a machine is not enough, several are, and a trap is") {
    const ticket::Values story = {{"message", kStory}};
    const ticket::Values advert = {{"message", kAdvert}};
    CHECK(forms::suspicion(story, "").empty());
    CHECK(forms::suspicion(story, forms::kFast).empty());
    CHECK(forms::suspicion(story, forms::kUnseen).empty());
    CHECK(forms::suspicion({{"message", "<A HREF=x>"}}, "").empty());
    CHECK(forms::suspicion({{"message", "<A HREF=x>"}}, forms::kFast) == "fast markup");
    CHECK(forms::suspicion(advert, "") == "links markup");
    CHECK(forms::suspicion(story, forms::kTrap) == "trap");
    CHECK(forms::suspicion(advert, "unseen trap") == "trap unseen links markup");
}

TEST_CASE("what looks like a machine's work is stored and answered, and nobody is told of it") {
    Backend backend;
    const auto sent = backend.send("POST", "/api/v1/tickets", "", body_with(kAdvert));
    REQUIRE(sent.status == 201);
    const std::string code(base::string_at(body_of(sent), "tracking_code"));
    const std::string reader = backend.key("reader", "tickets:read tickets:write");
    const auto listed = [&](const std::string& query) {
        return base::array_at(body_of(backend.send("GET", "/api/v1/tickets" + query, reader)),
                              "tickets")
            .size();
    };
    CHECK(backend.store->find(code)->quarantine == "links markup");
    CHECK(listed("") == 0);
    CHECK(listed("?quarantined=true") == 1);
    CHECK(listed("?quarantined=false") == 0);
    CHECK(backend.send("GET", "/api/v1/tickets?quarantined=yes", reader).status == 400);
    // But that there is one, once a day.
    REQUIRE(backend.store->queued_mail(10).size() == 1);
    CHECK(backend.mail("en cuarentena").text.contains("ventanilla tickets release " + code));
    backend.send("POST", "/api/v1/tickets", "", body_with(kAdvert));
    CHECK(backend.store->queued_mail(10).size() == 1);
    backend.time += std::chrono::days(1);
    backend.send("POST", "/api/v1/tickets", "", body_with(kAdvert));
    CHECK(backend.store->queued_mail(10).size() == 2);

    SECTION("until it is let out, and then as if it had come now") {
        const std::string path = "/api/v1/tickets/" + code;
        CHECK(backend.send("PATCH", path, reader, {{"quarantine", Json::array({"trap"})}}).status ==
              422);
        CHECK(backend.send("PATCH", path, reader, {{"quarantine", Json::array()}}).status == 200);
        CHECK(listed("") == 1);
        CHECK(backend.mail("Una avería").text.contains("cheap"));
        CHECK(backend.mail("Faro").to == "ana@example.org");
        const auto events = backend.store->events(code, 0);
        REQUIRE(events.size() == 1);
        CHECK(events[0].kind == "quarantine");
        CHECK(events[0].before == "links markup");
        CHECK(events[0].author == "reader");
        CHECK(backend.send("PATCH", path, reader, {{"quarantine", Json::array()}}).status == 200);
        CHECK(backend.store->events(code, 0).size() == 1);
    }
    SECTION("and the customer can read and write it meanwhile") {
        const std::string token = backend.token(code);
        CHECK(backend.send("GET", "/api/v1/requests/" + code, token).status == 200);
        CHECK(
            backend
                .send("POST", "/api/v1/requests/" + code + "/messages", token, {{"text", "Soy yo"}})
                .status == 201);
    }
}
