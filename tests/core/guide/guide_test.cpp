#include "core/guide/guide.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <string>
#include <vector>

#include "core/base/json.h"
#include "tests/core/guide/example.h"

using namespace ventanilla::guide;
using ventanilla::base::Json;

namespace {

// "pointer rule" of each finding, sorted.
std::vector<std::string> findings(const Json& json) {
    std::vector<std::string> list;
    const auto guide = read_guide(json);
    if (!guide) {
        for (const Finding& finding : guide.error()) {
            CHECK(finding.message.ends_with('.'));
            list.push_back(finding.pointer + " " + finding.rule);
        }
    }
    std::ranges::sort(list);
    return list;
}

using List = std::vector<std::string>;

}  // namespace

TEST_CASE("a guide that is right is read as it was written") {
    const auto guide = read_guide(example_json());
    REQUIRE(guide);
    CHECK(guide->id == "no-internet");
    CHECK(guide->version == 3);
    CHECK(guide->steps.size() == 6);
    CHECK(guide->find_step("lights")->find_choice("red")->next == "restart");
    CHECK(guide->find_step("call-us")->result == Result::kHandoff);
    CHECK(guide->find_step("call-us")->values.front() ==
          std::pair<std::string, std::string>("kind", "fault"));
    CHECK(guide->find_step("none") == nullptr);
    CHECK(to_json(*guide) == example_json());
}

TEST_CASE("a choice that leads to a step that is not there is an error at that choice") {
    Json json = example_json();
    json["steps"]["plug"]["choices"][0]["next"] = "ligths";
    CHECK(findings(json) == List{"/steps/plug/choices/0/next guide-step-missing"});
}

TEST_CASE("a guide that starts nowhere is an error at its start") {
    Json json = example_json();
    json["start"] = "light";
    CHECK(findings(json) == List{"/start guide-step-missing"});
}

TEST_CASE("a step that no answer leads to is an error") {
    Json json = example_json();
    json["steps"]["lonely"] = {{"kind", "outcome"}, {"result", "unsolved"}};
    CHECK(findings(json) == List{"/steps/lonely guide-step-unreachable"});
}

TEST_CASE("a guide that can strand a customer is refused: every step of the circle is named") {
    Json json = example_json();
    json["steps"]["wifi"]["choices"][0]["next"] = "round";
    json["steps"]["round"] = {{"kind", "question"},
                              {"choices", Json::array({{{"id", "again"}, {"next", "wifi"}}})}};
    CHECK(findings(json) == List{"/steps/round guide-dead-end", "/steps/wifi guide-dead-end"});
}

TEST_CASE("all mistakes of a guide are named at once") {
    Json json = example_json();
    json["id"] = "No Internet";
    json["version"] = 0;
    json["author"] = "Ana";
    json["steps"]["lights"]["choices"][1]["id"] = "off";
    json["steps"]["plug"]["kind"] = "hint";
    json["steps"]["restart"]["result"] = "solved";
    json["steps"]["solved"]["result"] = "happy";
    json["steps"]["solved"]["choices"] = Json::array();
    json["steps"]["call-us"]["values"]["kind"] = 3;
    json["steps"]["Wi Fi"] = 7;
    CHECK(findings(json) ==
          List{"/author json-unknown", "/id id-format", "/steps/Wi Fi guide-step-unreachable",
               "/steps/Wi Fi id-format", "/steps/Wi Fi json-type",
               "/steps/call-us/values/kind json-type", "/steps/lights/choices/1/id id-duplicate",
               "/steps/plug/kind guide-kind", "/steps/restart/result json-unknown",
               "/steps/solved/choices json-unknown", "/steps/solved/result guide-result",
               "/version json-value"});
}

TEST_CASE("a step without choices, or with more than fit on a screen, is refused") {
    Json json = example_json();
    json["steps"]["wifi"]["choices"] = Json::array();
    CHECK(findings(json) == List{"/steps/wifi/choices guide-choices"});
    for (int i = 0; i < 21; ++i) {
        json["steps"]["wifi"]["choices"].push_back(
            {{"id", "c" + std::to_string(i)}, {"next", "restart"}});
    }
    CHECK(findings(json) == List{"/steps/wifi/choices guide-choices"});
}

TEST_CASE("only a handoff fills in the form") {
    Json json = example_json();
    json["steps"]["solved"]["values"] = {{"kind", "fault"}};
    CHECK(findings(json) == List{"/steps/solved/values json-unknown"});
}

TEST_CASE("something that is no guide at all is refused with what is missing") {
    CHECK(findings(Json()) == List{" json-type"});
    CHECK(findings(Json::object()) == List{" json-missing", " json-missing", " json-missing"});
    CHECK(findings({{"id", "a"}, {"start", "b"}, {"steps", Json::object()}}) ==
          List{"/steps guide-size"});
}

TEST_CASE("a guide may have 2,000 steps in a row and no more") {
    const auto chain = [](int length) {
        Json json = {{"id", "long"}, {"start", "s0"}, {"steps", Json::object()}};
        for (int i = 0; i + 1 < length; ++i) {
            json["steps"]["s" + std::to_string(i)] = {
                {"kind", "instruction"},
                {"choices", Json::array({{{"id", "on"}, {"next", "s" + std::to_string(i + 1)}}})}};
        }
        json["steps"]["s" + std::to_string(length - 1)] = {{"kind", "outcome"},
                                                           {"result", "solved"}};
        return json;
    };
    CHECK(findings(chain(2'000)).empty());
    CHECK(findings(chain(2'001)) == List{"/steps guide-size"});
}
