#include "core/base/json_writer.h"

#include <catch2/catch_test_macros.hpp>
#include <limits>

#include "core/base/json.h"

using namespace ventanilla::base;

TEST_CASE(
    "members that are empty, zero or false are left out, and commas stand between the others") {
    JsonWriter json;
    json.begin_object();
    json.member("title", "Router");
    json.member("hint", "");
    json.member("number", 0);
    json.flag("marked", true);
    json.flag("required", false);
    json.name("list");
    json.begin_array();
    json.number(-1);
    json.value({{"b", 2.5}, {"a", nullptr}});
    json.raw("[]");
    json.end_array();
    json.end_object();
    CHECK(json.take() == R"({"title":"Router","marked":true,"list":[-1,{"a":null,"b":2.5},[]]})");
}

TEST_CASE("texts are escaped, and bytes that are not UTF-8 become a replacement character") {
    JsonWriter json;
    json.string("\"\\/\b\f\n\r\t\x01\x1F\x7F ñ \xFF");
    CHECK(json.take() == "\"\\\"\\\\/\\b\\f\\n\\r\\t\\u0001\\u001f\x7F ñ \uFFFD\"");
}

TEST_CASE("numbers that JSON does not have are written as null") {
    CHECK(write_json(std::numeric_limits<double>::infinity()) == "null");
    CHECK(write_json(std::numeric_limits<double>::quiet_NaN()) == "null");
}
