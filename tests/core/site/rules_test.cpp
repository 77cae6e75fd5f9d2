#include <catch2/catch_test_macros.hpp>

#include "tests/core/site/example.h"

using namespace ventanilla::site;
using List = std::vector<std::string>;

namespace {

// The example with these rules, which begin on line 13.
Files saying(const std::string& rules) {
    return with("site.json", "\"popular\"", "\"rules\": " + rules + ",\n  \"popular\"");
}

// The same, in lines of their own for each text.
std::string message(const std::string& rules) {
    const Reading reading = read_site(saying(rules));
    return reading.problems.empty() ? std::string() : reading.problems.front().message;
}

std::string repeated(const std::string& text, int times) {
    std::string all = text;
    for (int i = 1; i < times; ++i) {
        all += ", " + text;
    }
    return all;
}

}  // namespace

TEST_CASE("rules are read with all that they say") {
    const Reading reading = read_site(saying(R"([
  {"pages": ["/checkout/*", "https://shop.example.com/cart"], "languages": ["es"],
   "context": {"plan": ["pro", "team"]}, "after": 20, "suggest": ["no-internet", "guide:no-internet"]},
  {"pages": ["/legal/*"], "suggest": ["lights"]}])"));
    REQUIRE(reading.problems.empty());
    const std::vector<Rule>& rules = reading.site->rules;
    REQUIRE(rules.size() == 2);
    CHECK(rules[0].pages == List{"/checkout/*", "https://shop.example.com/cart"});
    CHECK(rules[0].languages == List{"es"});
    CHECK(rules[0].context.at("plan") == List{"pro", "team"});
    CHECK(rules[0].after == 20);
    CHECK(rules[0].suggest == List{"no-internet", "guide:no-internet"});
    CHECK(rules[1].after == 0);
    CHECK(rules[1].hint.empty());
    CHECK_FALSE(rules[1].hidden);
    CHECK(read_site(example()).site->rules.empty());
}

TEST_CASE("a rule may hint in the site's languages, or hide the launcher, and suggest besides") {
    const Reading reading = read_site(saying(R"([
  {"pages": ["/checkout/*"], "hint": {"es": "¿Dudas con el pago?", "en": "Questions about paying?"}},
  {"pages": ["/game/*"], "suggest": ["lights"], "hidden": true},
  {"suggest": ["lights"], "hidden": false}])"));
    REQUIRE(reading.problems.empty());
    const std::vector<Rule>& rules = reading.site->rules;
    REQUIRE(rules.size() == 3);
    CHECK(rules[0].hint.at("es") == "¿Dudas con el pago?");
    CHECK(rules[0].hint.at("en") == "Questions about paying?");
    CHECK_FALSE(rules[0].hidden);
    CHECK(rules[1].hint.empty());
    CHECK(rules[1].hidden);
    CHECK_FALSE(rules[2].hidden);
}

TEST_CASE("mistakes in hints are named with their lines, and how to mend them") {
    const auto found = [](const std::string& rules) { return problems(saying(rules)); };
    CHECK(found("[{\"hint\": {\"es\": \"Hola\"\n}}]") == List{"site.json:13 json-missing"});
    CHECK(found(R"([{"hint": {"es": "Hola", "en": " "}}])") == List{"site.json:13 json-value"});
    CHECK(found("[{\"hint\": {\"es\": \"Hola\", \"en\": \"Hi\",\n\"fr\": \"Salut\"}}]") ==
          List{"site.json:14 json-unknown"});
    CHECK(found(R"([{"hint": "Hola"}])") == List{"site.json:13 json-type"});
    CHECK(found(R"([{"hidden": "yes"}])") == List{"site.json:13 json-type"});
    CHECK(found("[\n{\"hidden\": false}]") == List{"site.json:14 site-rule"});
    CHECK(found("[{\"hidden\": true,\n\"hint\": {\"es\": \"Hola\", \"en\": \"Hi\"}}]") ==
          List{"site.json:14 site-rule"});
    CHECK(message("[{}]").contains("\"hint\""));
    std::string longest;
    for (int i = 0; i < 80; ++i) {
        longest += "ñ";
    }
    CHECK(found(R"([{"hint": {"es": ")" + longest + R"(", "en": "Hi"}}])").empty());
    CHECK(found("[{\"hint\": {\"en\": \"Hi\",\n\"es\": \"" + longest + "ñ\"}}]") ==
          List{"site.json:14 site-rule"});
}

TEST_CASE("mistakes in rules are named with their lines, and how to mend them") {
    const auto found = [](const std::string& rules) { return problems(saying(rules)); };
    CHECK(found("7") == List{"site.json:13 json-type"});
    CHECK(found("[7]") == List{"site.json:13 json-type"});
    CHECK(found("[{}]") == List{"site.json:13 site-rule"});
    CHECK(found("[\n{\"after\": 1}]") == List{"site.json:14 site-rule"});
    CHECK(found(R"([{"suggest": []}])") == List{"site.json:13 site-rule"});
    CHECK(found("[{\"suggest\": [\"lights\",\n\"ligths\"]}]") ==
          List{"site.json:14 article-missing"});
    CHECK(found("[{\"suggest\": [\"lights\",\n\"guide:lights\"]}]") ==
          List{"site.json:14 guide-missing"});
    CHECK(found(R"([{"languages": ["fr"], "suggest": ["lights"]}])") ==
          List{"site.json:13 site-rule"});
    CHECK(found(R"([{"after": -1, "suggest": ["lights"]}])") == List{"site.json:13 json-value"});
    CHECK(found(R"([{"after": 3601, "suggest": ["lights"]}])") == List{"site.json:13 json-value"});
    CHECK(found(R"([{"when": 1, "suggest": ["lights"]}])") == List{"site.json:13 json-unknown"});
    CHECK(found(R"([{"context": 7, "suggest": ["lights"]}])") == List{"site.json:13 json-type"});
    CHECK(found(R"([{"context": {"plan": "pro"}, "suggest": ["lights"]}])") ==
          List{"site.json:13 json-type"});
    CHECK(found(R"([{"context": {"plan": []}, "suggest": ["lights"]}])") ==
          List{"site.json:13 site-rule"});
    CHECK(
        message(R"([{"pages": ["checkout"], "suggest": ["lights"]}])").contains("\"/checkout/*\""));
}

TEST_CASE("a pattern that could never match is a mistake") {
    for (const char* pattern : {"checkout", "*", "//shop.example/", "https://shop.example",
                                "https:///cart", "ftp://a/b", "/a b", "/a?b", "/a#b", "/señal"}) {
        CAPTURE(pattern);
        CHECK(problems(saying("[{\"suggest\": [\"lights\"], \"pages\": [\n\"" +
                              std::string(pattern) + "\"]}]")) == List{"site.json:14 site-rule"});
    }
    CHECK(problems(saying(R"([{"suggest": ["lights"], "pages": ["/)" + std::string(200, 'a') +
                          "\"]}]")) == List{"site.json:13 site-rule"});
    CHECK(
        problems(
            saying(R"([{"suggest": ["lights"], "pages": ["/", "/*", "http://localhost:8080/*"]}])"))
            .empty());
}

TEST_CASE("a site has up to 50 rules, with 20 patterns each") {
    const std::string rule = R"({"suggest": ["lights"]})";
    CHECK(problems(saying("[" + repeated(rule, 50) + "]")).empty());
    CHECK(problems(saying("[" + repeated(rule, 51) + "]")) == List{"site.json:13 json-value"});
    std::string patterns = "\"/0\"";
    for (int i = 1; i < 21; ++i) {
        patterns += ", \"/" + std::to_string(i) + "\"";
    }
    CHECK(problems(saying(R"([{"suggest": ["lights"], "pages": [)" + patterns + "]}]")) ==
          List{"site.json:13 json-value"});
}
