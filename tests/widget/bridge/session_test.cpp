#include <catch2/catch_test_macros.hpp>

#include "core/base/json.h"
#include "widget/bridge/message_json.h"
#include "widget/bridge/screen_json.h"
#include "widget/bridge/session.h"

using namespace ventanilla;
using base::Json;

TEST_CASE("every message that a node can carry comes back from a view as it went") {
    for (const app::Message& message : std::vector<app::Message>{
             app::Navigate{"/es/"}, app::Typed{"search", "«ñ»", 7}, app::Chose{"answer", "red"},
             app::AnswerGuide{"red"}, app::Press{app::Command::kStrikeTranscript}}) {
        const Json json = bridge::to_json(message);
        const auto back = bridge::message_from_json(json);
        REQUIRE(back.has_value());
        CHECK(bridge::to_json(*back) == json);
    }
}

TEST_CASE("what a host says is read as it is meant") {
    const auto read = [](const char* text) {
        return bridge::message_from_json(*base::parse_json(text)).value();
    };
    CHECK(std::get<app::SearchFor>(read(R"({"m":"search","query":"«ñ»"})")).query == "«ñ»");
    CHECK(std::get<app::OpenArticle>(read(R"({"m":"open-article","id":"wifi"})")).id == "wifi");
    CHECK(std::get<app::StartGuide>(read(R"({"m":"start-guide","id":"wifi"})")).id == "wifi");
    const auto start = std::get<app::Start>(
        read(R"({"m":"start","language":"es","catalog":"/c","path":"/es/","page":"p","saved":"{}",
                 "online":false,"browser":true,"annex":true,"keeps":true})"));
    CHECK(start.language + start.catalog + start.path + start.page + start.saved == "es/c/es/p{}");
    CHECK((!start.online && start.in_browser && start.has_annex && start.keeps));
    CHECK_FALSE(
        std::get<app::ConnectionChanged>(read(R"({"m":"connection-changed","online":false})"))
            .online);
    CHECK(std::get<app::Shown>(read(R"({"m":"shown","touch":true})")).touch);
    CHECK(std::get<app::AddressChanged>(read(R"({"m":"address-changed","path":"/es/"})")).path ==
          "/es/");
    const auto clock = std::get<app::Clock>(read(R"({"m":"clock","now":29923199,"utc":29923139})"));
    CHECK((clock.now == 29'923'199 && clock.utc == 29'923'139));
    CHECK(std::get<app::Kept>(read(R"({"m":"kept","texts":["a",7]})")).texts ==
          std::vector<std::string>{"a", ""});
}

TEST_CASE("what is not a message changes nothing") {
    bridge::Session session;
    const std::string before = session.dispatch("");
    for (const char* text :
         {"{", "null", "[]", "{}", R"({"m":"fly"})", R"({"m":"press","command":"fly"})",
          R"({"m":7})", R"({"m":"typed","revision":-1})"}) {
        CHECK(session.dispatch(text) == before);
    }
    CHECK(session.dispatch(std::string(1'000'000, '[')) == before);
}

TEST_CASE("values of a prefill that are no texts leave their fields empty") {
    const auto json = base::parse_json(R"({"m":"new-ticket","fields":{"kind":7,"email":"a@b.c"}})");
    const auto message = bridge::message_from_json(*json);
    REQUIRE(message.has_value());
    CHECK(std::get<app::NewTicket>(*message).fields ==
          std::map<std::string, std::string>{{"email", "a@b.c"}, {"kind", ""}});
}

TEST_CASE("what a host page says of itself may lack any part, and has texts alone") {
    const auto json = base::parse_json(R"({"m":"host-context","page":7,"suggested":[7,"wifi"]})");
    const auto message = bridge::message_from_json(*json);
    REQUIRE(message.has_value());
    const auto& host = std::get<app::HostContext>(*message);
    CHECK(host.page.empty());
    CHECK(host.suggested == std::vector<std::string>{"", "wifi"});
}

TEST_CASE("a start asks for the catalog, and the answer is whole JSON") {
    bridge::Session session;
    const auto answer = base::parse_json(
        session.dispatch(R"({"m":"start","language":"es","catalog":"/data/es/catalog.json"})"));
    REQUIRE(answer.has_value());
    CHECK(base::string_at(base::object_at(*answer, "screen"), "id") == "loading");
    const auto effects = base::array_at(*answer, "effects");
    REQUIRE(effects.size() == 1);
    CHECK(base::string_at(effects[0], "e") == "get");
    CHECK(base::string_at(effects[0], "path") == "/data/es/catalog.json");
}

TEST_CASE("what the host page is told keeps its numbers, nought as well") {
    const app::Effects effects = {{1, app::Emit{"search", {{"results", 0}}}},
                                  {2, app::Emit{"guide-start", {{"id", "wifi"}}}}};
    CHECK(bridge::to_json_text(effects) ==
          R"([{"id":1,"e":"emit","event":"search","detail":{"results":0}},)"
          R"({"id":2,"e":"emit","event":"guide-start","detail":{"id":"wifi"}}])");
}
