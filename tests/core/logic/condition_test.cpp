#include "core/logic/condition.h"

#include <catch2/catch_test_macros.hpp>
#include <string>
#include <string_view>

#include "core/base/json.h"
#include "core/logic/evaluate.h"

using namespace ventanilla::logic;
using ventanilla::base::Json;
using ventanilla::base::parse_json;

namespace {

Json json(std::string_view text) {
    auto parsed = parse_json(text);
    REQUIRE(parsed);
    return *parsed;
}

struct Row {
    std::string_view rule;
    std::string_view values;
    std::string_view result;
};

// jsonlogic.com's definitions, operator by operator.
constexpr Row kRows[] = {
    // What is no operation is itself.
    {"true", "{}", "true"},
    {"17", "{}", "17"},
    {"\"apple\"", "{}", "\"apple\""},
    {"null", "{}", "null"},
    {"[\"a\", {\"var\": \"x\"}]", "{\"x\": 1}", "[\"a\", 1]"},
    // Equality is JavaScript's ==.
    {"{\"==\": [1, 1]}", "{}", "true"},
    {"{\"==\": [1, \"1\"]}", "{}", "true"},
    {"{\"==\": [1, \"01.0 \"]}", "{}", "true"},
    {"{\"==\": [0.5, \".5\"]}", "{}", "true"},
    {"{\"==\": [1200, \"1.2e3\"]}", "{}", "true"},
    {"{\"==\": [-3, \"-3\"]}", "{}", "true"},
    {"{\"==\": [0, \"\"]}", "{}", "true"},
    {"{\"==\": [0, \"none\"]}", "{}", "false"},
    {"{\"==\": [0, \"1x\"]}", "{}", "false"},
    {"{\"==\": [0, \".\"]}", "{}", "false"},
    {"{\"==\": [0, \"-\"]}", "{}", "false"},
    {"{\"==\": [\"1\", \"1.0\"]}", "{}", "false"},
    {"{\"==\": [null, 0]}", "{}", "false"},
    {"{\"==\": [null, null]}", "{}", "true"},
    {"{\"==\": [null, \"\"]}", "{}", "false"},
    {"{\"==\": [true, 1]}", "{}", "true"},
    {"{\"==\": [true, \"true\"]}", "{}", "false"},
    {"{\"==\": [false, \"0\"]}", "{}", "true"},
    {"{\"==\": [[1, 2], \"1,2\"]}", "{}", "true"},
    {"{\"==\": [[5], 5]}", "{}", "true"},
    {"{\"==\": [[], 0]}", "{}", "true"},
    {"{\"==\": [[1], [1]]}", "{}", "false"},
    {"{\"!=\": [1, 2]}", "{}", "true"},
    {"{\"!=\": [1, \"1\"]}", "{}", "false"},
    // Order: texts by their bytes, everything else by number.
    {"{\"<\": [1, 2]}", "{}", "true"},
    {"{\"<\": [2, 2]}", "{}", "false"},
    {"{\"<\": [\"10\", 9]}", "{}", "false"},
    {"{\"<\": [\"10\", \"9\"]}", "{}", "true"},
    {"{\"<\": [\"2026-10-05\", \"2026-11-01\"]}", "{}", "true"},
    {"{\"<\": [\"x\", 5]}", "{}", "false"},
    {"{\">=\": [\"x\", 5]}", "{}", "false"},
    {"{\"<\": [1, 2, 3]}", "{}", "true"},
    {"{\"<\": [1, 3, 3]}", "{}", "false"},
    {"{\"<=\": [1, 3, 3]}", "{}", "true"},
    {"{\"<=\": [3, 2, 9]}", "{}", "false"},
    {"{\">\": [2, 1]}", "{}", "true"},
    {"{\">\": [1, 1]}", "{}", "false"},
    {"{\">=\": [1, \"1\"]}", "{}", "true"},
    {"{\">\": [1, null]}", "{}", "true"},
    // Truth: 0, "", [] and null are not true; "0" is.
    {"{\"!\": [false]}", "{}", "true"},
    {"{\"!\": 0}", "{}", "true"},
    {"{\"!\": \"0\"}", "{}", "false"},
    {"{\"!\": [[]]}", "{}", "true"},
    {"{\"!\": null}", "{}", "true"},
    {"{\"!!\": [[]]}", "{}", "false"},
    {"{\"!!\": \"0\"}", "{}", "true"},
    {"{\"!!\": \"\"}", "{}", "false"},
    {"{\"!!\": [[0]]}", "{}", "true"},
    // and, or: the value that settled it.
    {"{\"and\": [1, 3]}", "{}", "3"},
    {"{\"and\": [1, \"\", 3]}", "{}", "\"\""},
    {"{\"or\": [0, 3]}", "{}", "3"},
    {"{\"or\": [0, \"\"]}", "{}", "\"\""},
    {"{\"or\": [\"0\", true]}", "{}", "\"0\""},
    {"{\"and\": true}", "{}", "true"},
    // if, else if, else.
    {"{\"if\": []}", "{}", "null"},
    {"{\"if\": [\"apple\"]}", "{}", "\"apple\""},
    {"{\"if\": [true, 1]}", "{}", "1"},
    {"{\"if\": [false, 1]}", "{}", "null"},
    {"{\"if\": [false, 1, 2]}", "{}", "2"},
    {"{\"if\": [false, 1, true, 2, 3]}", "{}", "2"},
    {"{\"if\": [false, 1, false, 2, 3]}", "{}", "3"},
    {"{\"if\": [[], 1, 2]}", "{}", "2"},
    // in: strictly in a list, as a part in a text.
    {"{\"in\": [\"b\", [\"a\", \"b\"]]}", "{}", "true"},
    {"{\"in\": [1, [\"1\"]]}", "{}", "false"},
    {"{\"in\": [\"Spring\", \"Springfield\"]}", "{}", "true"},
    {"{\"in\": [\"i\", \"team\"]}", "{}", "false"},
    {"{\"in\": [1, \"a1\"]}", "{}", "true"},
    {"{\"in\": [\"a\", null]}", "{}", "false"},
    {"{\"in\": [\"a\", {\"var\": \"x\"}]}", "{\"x\": {\"a\": 1}}", "false"},
    // var.
    {"{\"var\": \"a\"}", "{\"a\": 1}", "1"},
    {"{\"var\": [\"a\"]}", "{\"a\": 1}", "1"},
    {"{\"var\": \"b\"}", "{\"a\": 1}", "null"},
    {"{\"var\": [\"b\", 2]}", "{\"a\": 1}", "2"},
    {"{\"var\": \"a.b\"}", "{\"a\": {\"b\": \"c\"}}", "\"c\""},
    {"{\"var\": [\"a.q\", 9]}", "{\"a\": {\"b\": \"c\"}}", "9"},
    {"{\"var\": 1}", "[\"x\", \"y\"]", "\"y\""},
    {"{\"var\": \"1.1\"}", "[\"x\", [\"y\", \"z\"]]", "\"z\""},
    {"{\"var\": \"2\"}", "[\"x\", \"y\"]", "null"},
    {"{\"var\": \"a.b.c\"}", "{\"a\": null}", "null"},
    {"{\"var\": \"\"}", "1", "1"},
    {"{\"var\": []}", "1", "1"},
    // Together.
    {"{\"and\": [{\"<\": [{\"var\": \"temp\"}, 110]}, {\"==\": [{\"var\": \"pie.filling\"}, "
     "\"apple\"]}]}",
     "{\"temp\": 100, \"pie\": {\"filling\": \"apple\"}}", "true"},
    {"{\"in\": [{\"var\": \"kind\"}, [\"fault\", \"complaint\"]]}", "{\"kind\": \"complaint\"}",
     "true"},
};

}  // namespace

TEST_CASE("conditions mean what jsonlogic.com says") {
    for (const Row& row : kRows) {
        CAPTURE(row.rule, row.values);
        const Json values = json(row.values);
        const auto condition = Condition::read(json(row.rule));
        REQUIRE(condition);
        const Json result = evaluate(condition->rule(), values);
        CHECK(result == json(row.result));
        CHECK(condition->holds(values) == is_true(json(row.result)));
    }
}

TEST_CASE("a mistyped condition says where it is wrong and why") {
    const struct {
        std::string_view rule;
        std::string_view pointer;
        std::string_view word;
    } faults[] = {
        {R"({"=": [1, 2]})", "", "operator"},
        {R"({"and": [true, {"contains": [1, 2]}]})", "/and/1", "contains"},
        {R"({"==": [1]})", "", "2 arguments"},
        {R"({"==": 1})", "", "2 arguments"},
        {R"({"<": [1, 2, 3, 4]})", "", "2 to 3 arguments"},
        {R"({"!": [1, 2]})", "", "1 argument"},
        {R"({"or": []})", "", "one argument"},
        {R"({"==": [1, 2], "!=": [1, 2]})", "", "exactly one"},
        {R"({"and": [{}]})", "/and/0", "exactly one"},
        {R"({"var": {"var": "a"}})", "", "directly"},
        {R"({"!": {"var": ["a", "b", "c"]}})", "/!", "0 to 2 arguments"},
    };
    for (const auto& fault : faults) {
        CAPTURE(fault.rule);
        const auto condition = Condition::read(json(fault.rule));
        REQUIRE(!condition);
        CHECK(condition.error().pointer == fault.pointer);
        CHECK(condition.error().message.contains(fault.word));
    }
}

TEST_CASE("a condition that is too long or too deep is refused, not run") {
    Json wide = {{"or", Json::array()}};
    for (int i = 0; i < 2'000; ++i) {
        wide["or"].push_back(false);
    }
    CHECK(!Condition::read(wide));
    Json deep = true;
    for (int i = 0; i < 1'000; ++i) {
        Json outer = Json::object();
        outer["!"] = Json::array({std::move(deep)});
        deep = std::move(outer);
    }
    CHECK(!Condition::read(std::move(deep)));
}

TEST_CASE("a condition names the values that it asks for, each once, in order") {
    const auto condition = Condition::read(json(
        R"({"or": [{"==": [{"var": "kind"}, 1]}, {"in": [{"var": ["b.c", 2]}, {"var": "kind"}]}, {"var": 7}]})"));
    REQUIRE(condition);
    CHECK(condition->variables() == std::vector<std::string>{"7", "b.c", "kind"});
}

TEST_CASE("a condition over values that are not there does not hold and does not fail") {
    const auto condition = Condition::read(json(R"({"==": [{"var": "kind"}, "fault"]})"));
    REQUIRE(condition);
    CHECK(!condition->holds(Json()));
    CHECK(!condition->holds(Json::object()));
    CHECK(!condition->holds("fault"));
    CHECK(condition->holds({{"kind", "fault"}}));
}
