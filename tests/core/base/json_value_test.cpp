#include "core/base/json_value.h"

#include <catch2/catch_test_macros.hpp>
#include <cstdint>
#include <limits>
#include <string>
#include <utility>
#include <vector>

#include "core/base/json.h"

using namespace ventanilla::base;

namespace {

constexpr auto kLargest = std::numeric_limits<std::uint64_t>::max();
constexpr auto kMostSigned = std::numeric_limits<std::int64_t>::max();

// One value of each type.
std::vector<Json> one_of_each() {
    return {nullptr, true, -1, kLargest, 0.5, "text", Json::array({1}), {{"a", 1}}};
}

Json nested(int depth) {
    Json json;
    for (int i = 0; i < depth; i += 2) {
        json = Json::array({Json{{"a", std::move(json)}}});
    }
    return json;
}

}  // namespace

TEST_CASE("a value has the type of what it was made from") {
    CHECK(Json().is_null());
    CHECK(Json(nullptr).is_null());
    CHECK(Json(false).is_boolean());
    CHECK(Json(std::uint8_t{7}).is_integer());
    CHECK(Json(kLargest).is_integer());
    CHECK(Json(2.0).is_decimal());
    CHECK(Json("a").is_text());
    CHECK(Json(std::string_view("a")).is_text());
    CHECK(Json::array().is_array());
    CHECK(Json::object().is_object());
    CHECK(Json{{"a", "b"}}.is_object());
}

TEST_CASE("a value of another type reads as false, 0 or empty") {
    for (const Json& value : one_of_each()) {
        CAPTURE(write_json(value));
        CHECK((value.is_boolean() || !value.boolean()));
        CHECK((value.is_number() || (value.number() == 0 && value.integer() == 0)));
        CHECK((value.is_text() || value.text().empty()));
        CHECK((value.is_array() || (value.elements().empty() && value[0].is_null())));
        CHECK((value.is_object() || (value.members().empty() && value.find("a") == nullptr)));
        CHECK(value.size() == (value.is_structured() ? 1 : 0));
    }
}

TEST_CASE("a whole number that does not fit reads as the nearest one that does") {
    CHECK(Json(kLargest).integer() == kMostSigned);
    CHECK(Json(kLargest).natural() == kLargest);
    CHECK(Json(-1).natural() == 0);
    CHECK(Json(std::uint64_t{kMostSigned}).integer() == kMostSigned);
    CHECK(Json(0.5).integer() == 0);
    CHECK(Json(kLargest).number() == 18446744073709551615.0);
    CHECK(Json(std::numeric_limits<std::int64_t>::min()).number() == -9223372036854775808.0);
}

TEST_CASE("numbers are equal by value, whatever they were made from") {
    CHECK(Json(1U) == Json(std::int64_t{1}));
    CHECK(Json(1) == 1.0);
    CHECK(Json(0.0) == -0.0);
    CHECK(Json(-1) != Json(kLargest));
    CHECK(Json(kLargest - 1) != Json(kLargest));
    CHECK(Json(kMostSigned) != Json(std::uint64_t{kMostSigned} + 1));
    CHECK(Json(1) != true);
    CHECK(Json(0) != Json());
    CHECK(Json(1) != "1");
}

TEST_CASE("values of different types are never equal, and copies always are") {
    const auto values = one_of_each();
    for (std::size_t i = 0; i < values.size(); ++i) {
        for (std::size_t j = 0; j < values.size(); ++j) {
            CAPTURE(write_json(values[i]), write_json(values[j]));
            CHECK((values[i] == Json(values[j])) == (i == j));
        }
    }
    CHECK(Json::array() != Json::object());
    CHECK(Json::array() != Json());
}

TEST_CASE("members stand by name, in whatever order they come") {
    CHECK(write_json({{"b", 1}, {"", 2}, {"ñ", 3}, {"a", 4}, {"aa", 5}}) ==
          R"({"":2,"a":4,"aa":5,"b":1,"ñ":3})");
    Json json;
    for (const char* name : {"b", "d", "a", "c"}) {
        json[name] = name;
    }
    CHECK(write_json(json) == R"({"a":"a","b":"b","c":"c","d":"d"})");
}

TEST_CASE("of members with the same name the last one stays") {
    CHECK(write_json({{"b", 1}, {"a", 2}, {"b", 3}, {"a", 4}, {"b", 5}}) == R"({"a":4,"b":5})");
    CHECK(write_json({{"a", 1}, {"a", 2}}) == R"({"a":2})");
}

TEST_CASE("a thousand members in any order are each found again") {
    constexpr std::uint64_t kMembers = 1'000;
    Json::Object members;
    for (std::uint64_t i = 0; i < kMembers; ++i) {
        members.push_back({std::to_string(i * 7919 % kMembers), i});
    }
    const Json json = Json::object(std::move(members));
    REQUIRE(json.size() == kMembers);
    for (std::uint64_t i = 0; i < kMembers; ++i) {
        REQUIRE(*json.find(std::to_string(i * 7919 % kMembers)) == i);
    }
    CHECK(json.find("1000") == nullptr);
    CHECK(json.find("") == nullptr);
}

TEST_CASE("building makes of a value what is needed, and adds what is not there") {
    Json json = "no object";
    json["list"][1]["a"] = true;
    json["list"].push_back(7).push_back("inside");
    CHECK(write_json(json) == R"({"list":[null,{"a":true},["inside"]]})");
}

TEST_CASE("an object takes the members of another one over its own") {
    Json json = {{"a", 1}, {"b", 2}};
    json.update({{"b", 3}, {"c", Json::array()}});
    json.update("no object");
    CHECK(write_json(json) == R"({"a":1,"b":3,"c":[]})");
}

TEST_CASE("a copy shares nothing with its original") {
    const Json original = {{"list", Json::array({"a"})}, {"text", "a"}};
    Json copy = original;
    copy["list"].push_back("b");
    copy["text"] = "b";
    CHECK(write_json(original) == R"({"list":["a"],"text":"a"})");
    CHECK(write_json(copy) == R"({"list":["a","b"],"text":"b"})");
}

TEST_CASE("a value may be set to itself and to a part of itself") {
    Json json = {{"a", {{"b", "text"}}}};
    const Json& same = json;
    json = same;
    CHECK(write_json(json) == R"({"a":{"b":"text"}})");
    json = json["a"];
    CHECK(write_json(json) == R"({"b":"text"})");
    json["c"] = json;
    CHECK(write_json(json) == R"({"b":"text","c":{"b":"text"}})");
}

TEST_CASE("a value that was moved from is null") {
    Json from = Json::array({1});
    const Json to = std::move(from);
    CHECK(from.is_null());  // NOLINT(bugprone-use-after-move)
    CHECK(to == Json::array({1}));
}

TEST_CASE("the deepest value that a text may have is copied, compared and destroyed") {
    const Json deep = nested(kMaxJsonDepth);
    CHECK(parse_json(write_json(deep)).value() == deep);
    CHECK(Json(deep) == deep);
    CHECK(nested(kMaxJsonDepth - 2) != deep);
}
