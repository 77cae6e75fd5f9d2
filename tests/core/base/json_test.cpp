#include "core/base/json.h"

#include <catch2/catch_test_macros.hpp>
#include <limits>
#include <string>

#include "core/base/json_keys.h"
#include "core/base/json_scan.h"

using namespace ventanilla::base;

namespace {

// Where a text breaks, and why.
struct Fault {
    std::string text;
    std::size_t offset;
};

std::string repeated(std::string_view piece, std::size_t times) {
    std::string text;
    for (std::size_t i = 0; i < times; ++i) {
        text += piece;
    }
    return text;
}

}  // namespace

TEST_CASE("JSON a million brackets deep is an error with its place, not a crash") {
    for (const std::string_view bracket : {"[", "{\"a\":"}) {
        const auto json = parse_json(repeated(bracket, 1'000'000));
        REQUIRE(!json);
        CHECK(json.error().offset == bracket.size() * kMaxJsonDepth);
        CHECK(json.error().message.contains("deeply"));
    }
}

TEST_CASE("JSON may be nested as deep as the limit says and no deeper") {
    const auto nested = [](std::size_t depth) {
        return repeated("[", depth) + repeated("]", depth);
    };
    CHECK(parse_json(nested(kMaxJsonDepth)));
    CHECK(!parse_json(nested(kMaxJsonDepth + 1)));
}

TEST_CASE("a JSON mistake is named at the byte at which the text stops making sense") {
    const Fault faults[] = {
        {"", 0},
        {"  ", 2},
        {"{\"a\" 1}", 5},
        {"{\"a\": }", 6},
        {"{\"a\": 1,}", 8},
        {"{\"a\": 1 \"b\": 2}", 8},
        {"[1 2]", 3},
        {"[1,]", 3},
        {"{a: 1}", 1},
        {"\"abc", 4},
        {"\"a\\x\"", 3},
        {"\"a\nb\"", 2},
        {"\"\\u12g4\"", 5},
        {"01", 1},
        {"-", 1},
        {"1.", 2},
        {"1e", 2},
        {"nul", 0},
        {"{} {}", 3},
        {"[1]]", 3},
        {"'a'", 0},
        {"// no comments", 0},
    };
    for (const Fault& fault : faults) {
        CAPTURE(fault.text);
        const auto json = parse_json(fault.text);
        REQUIRE(!json);
        CHECK(json.error().offset == fault.offset);
        CHECK(!json.error().message.empty());
    }
}

TEST_CASE("a string that is not Unicode is refused at the byte at which that shows") {
    const Fault faults[] = {
        {"\"caf\xE9\"", 5},         {"\"\xED\xA0\x80\"", 2}, {"\"\xFF\"", 1},
        {"\"a\\udc00\"", 7},        {"\"\\ud800x\"", 7},     {"\"\\ud800\\n\"", 8},
        {"\"\\ud800\\u0041\"", 12}, {"{\"\\ud800\": 1}", 8},
    };
    for (const Fault& fault : faults) {
        CAPTURE(fault.text);
        const auto json = parse_json(fault.text);
        REQUIRE(!json);
        CHECK(json.error().offset == fault.offset);
        CHECK(json.error().message.contains("UTF-8"));
    }
}

TEST_CASE("of several mistakes the first one is named") {
    const auto json = parse_json(R"({"a": 1e999, "b": "\ud800", c})");
    REQUIRE(!json);
    CHECK(json.error().message == "a number is out of range");
}

TEST_CASE("whole numbers stay whole as long as 64 bits hold them") {
    CHECK(parse_json("18446744073709551615")->is_integer());
    CHECK(parse_json("18446744073709551616")->is_decimal());
    CHECK(*parse_json("-9223372036854775808") == std::numeric_limits<std::int64_t>::min());
    CHECK(parse_json("-9223372036854775808")->is_integer());
    CHECK(parse_json("-9223372036854775809")->is_decimal());
    CHECK(write_json(*parse_json("[0, -0, 1.0, 1e2]")) == "[0,0,1.0,100.0]");
}

TEST_CASE("of members with the same name the last one stays, however its name is written") {
    CHECK(write_json(*parse_json(R"({"a": [1, 2], "\u0061": {"b": 1}})")) == R"({"a":{"b":1}})");
}

TEST_CASE("numbers out of range are refused instead of becoming something else") {
    CHECK(!parse_json("1e999"));
    CHECK(parse_json("12345678901234567890123"));
}

TEST_CASE("half of a surrogate pair and a number out of range are named where they stand") {
    const std::string half = "{\n  \"a\": \"x\\ud800\"\n}";
    const auto broken = parse_json(half);
    REQUIRE(!broken);
    CHECK(position_at(half, broken.error().offset).line == 2);
    CHECK(broken.error().message.find("surrogate") != std::string::npos);
    const std::string number = "[1,\n\n1e999]";
    const auto large = parse_json(number);
    REQUIRE(!large);
    CHECK(position_at(number, large.error().offset).line == 3);
    CHECK(large.error().message == "a number is out of range");
}

TEST_CASE("the same value is written as the same bytes, whatever the order of its members") {
    const auto one = parse_json(R"({"b": 1, "a": [true, null, "ñ"]})");
    const auto other = parse_json(R"({ "a":[ true,null,"\u00f1" ], "b":1 })");
    REQUIRE((one && other));
    CHECK(write_json(*one) == R"({"a":[true,null,"ñ"],"b":1})");
    CHECK(write_json(*one) == write_json(*other));
}

TEST_CASE("bytes that are not UTF-8 are written as the replacement character") {
    CHECK(write_json(Json("a\xFF")) == "\"a\uFFFD\"");
}

TEST_CASE("checked reads give the fallback for whatever is missing or of another type") {
    const Json json =
        parse_json(R"({"text": "x", "number": 3, "flag": true, "list": [1], "object": {"a": 1}})")
            .value();
    CHECK(string_at(json, "text") == "x");
    CHECK(string_at(json, "number", "none") == "none");
    CHECK(integer_at(json, "number") == 3);
    CHECK(integer_at(json, "text", -1) == -1);
    CHECK(boolean_at(json, "flag"));
    CHECK(!boolean_at(json, "missing"));
    CHECK(array_at(json, "list").size() == 1);
    CHECK(array_at(json, "object").empty());
    CHECK(object_at(json, "object").size() == 1);
    CHECK(object_at(json, "list").empty());
}

TEST_CASE("a pointer is found at the line and column where its value begins") {
    const std::string text = "{\n"
                             "  \"steps\": {\n"
                             "    \"a/b\": [1, {\"next\": \"x\"}],\n"
                             "    \"t~\": \"[}\"\n"
                             "  }\n"
                             "}\n";
    CHECK(locate_json(text, "") == Position{1, 1});
    CHECK(locate_json(text, "/steps") == Position{2, 12});
    CHECK(locate_json(text, "/steps/a~1b/0") == Position{3, 13});
    CHECK(locate_json(text, "/steps/a~1b/1/next") == Position{3, 25});
    CHECK(locate_json(text, "/steps/t~0") == Position{4, 11});
}

TEST_CASE("a pointer finds a member whose name is written with escapes") {
    CHECK(locate_json(R"({"\"": 1, "\u00f1": 2})", "/ñ") == Position{1, 21});
}

TEST_CASE("a pointer that leads nowhere is found at its deepest parent that exists") {
    const std::string text = "{\n  \"a\": {\"b\": 1}\n}";
    CHECK(locate_json(text, "/a/c/d") == Position{2, 8});
    CHECK(locate_json(text, "/x") == Position{1, 1});
    CHECK(locate_json("[]", "/0") == Position{1, 1});
}

TEST_CASE("member names with slashes and tildes make pointers that lead back to them") {
    CHECK(pointer_to("/a", "b/c~d") == "/a/b~1c~0d");
}

TEST_CASE("a member that is written twice is found where it stands for the second time") {
    const std::string text =
        R"({"a": 1, "b": {"a": 2, "x": "a\":", "a": 3}, "a": 4, "list": ["a", "a"]})";
    const auto duplicates = find_duplicate_keys(text);
    REQUIRE(duplicates.size() == 2);
    CHECK(duplicates[0] == DuplicateKey{"a", text.find("\"a\": 3")});
    CHECK(duplicates[1] == DuplicateKey{"a", text.find("\"a\": 4")});
    CHECK(find_duplicate_keys("{}").empty());
}
