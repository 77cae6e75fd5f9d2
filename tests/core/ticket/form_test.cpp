#include "core/ticket/form.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <string>
#include <vector>

#include "core/base/json.h"
#include "tests/core/base/json_edit.h"
#include "tests/core/ticket/example.h"

using namespace ventanilla::ticket;
using ventanilla::base::Json;

namespace {

std::vector<std::string> findings(const Json& json) {
    std::vector<std::string> list;
    const auto form = read_form(json, kLanguages);
    if (!form) {
        for (const FormFinding& finding : form.error()) {
            CHECK(finding.message.ends_with('.'));
            list.push_back(finding.pointer + " " + finding.rule);
        }
    }
    std::ranges::sort(list);
    return list;
}

using List = std::vector<std::string>;

}  // namespace

TEST_CASE("a form that is right is read as it was written") {
    const Form form = example();
    CHECK(form.id == "contact");
    CHECK(form.fields.size() == 7);
    CHECK(form.find_field("message")->max_length == 4000);
    CHECK(form.find_field("since")->max_length == 500);
    CHECK(!form.find_field("subject")->required);
    CHECK(form.find_field("none") == nullptr);
    const auto again = read_form(to_json(form, ""), kLanguages);
    REQUIRE(again);
    CHECK(to_json(*again, "") == to_json(form, ""));
}

TEST_CASE("a browser gets the texts of its own language alone") {
    Json json = to_json(example(), "en");
    CHECK(json["fields"][0]["label"] == Json{{"en", "What is it about?"}});
    CHECK(json["fields"][0]["options"][1]["label"] == Json{{"en", "A fault"}});
    CHECK(json["fields"][3]["help"] == Json{{"en", "Nine digits"}});
    CHECK(!ventanilla::base::write_json(json).contains("técnico"));
    CHECK(read_form(json, {"en"}));
}

TEST_CASE("a label that lacks a language of the site is an error, and so is one too many") {
    Json json = example_json();
    erase(json["fields"][1]["label"], "en");
    json["fields"][0]["options"][1]["label"]["fr"] = "Une panne";
    CHECK(findings(json) ==
          List{"/fields/0/options/1/label/fr json-unknown", "/fields/1/label json-missing"});
}

TEST_CASE("all mistakes of a form are named at once") {
    Json json = example_json();
    json["fields"][0]["options"][1]["id"] = "query";
    json["fields"][1]["type"] = "day";
    json["fields"][2]["id"] = "since";
    json["fields"][3]["when"] = {{"is", 3}};
    json["fields"][4]["max_length"] = 20'000;
    json["fields"][5]["options"] = Json::array();
    json["fields"][6]["required"] = "yes";
    CHECK(findings(json) == List{"/fields/0/options/1/id id-duplicate",
                                 "/fields/1/type form-field-type", "/fields/2/id id-duplicate",
                                 "/fields/2/when form-condition-circle",
                                 "/fields/3/when form-condition", "/fields/4/max_length json-value",
                                 "/fields/5/options json-unknown", "/fields/6/required json-type"});
}

TEST_CASE("a form must ask for an address to answer to and for what it is about") {
    Json json = example_json();
    json["fields"][4]["type"] = "text";
    json["fields"][0]["id"] = "subject-of-request";
    CHECK(findings(json) == List{"/fields form-needs-email", "/fields form-needs-kind",
                                 "/fields/1/when form-condition-field"});
}

TEST_CASE("conditions that run in a circle are refused at each of their fields") {
    Json json = example_json();
    json["fields"][1]["when"] = {{"!!", {{"var", "phone"}}}};
    CHECK(findings(json) == List{"/fields/1/when form-condition-circle",
                                 "/fields/2/when form-condition-circle",
                                 "/fields/3/when form-condition-circle"});
}

TEST_CASE("a text is shown in the reader's language, in its base language, else in any") {
    const LocalText text{{"es", "hola"}, {"en", "hello"}};
    CHECK(in_language(text, "es") == "hola");
    CHECK(in_language(text, "es-MX") == "hola");
    CHECK(in_language(text, "fr") == "hello");
    CHECK(in_language({}, "es").empty());
}
