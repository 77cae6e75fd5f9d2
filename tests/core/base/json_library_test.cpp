#include "tests/core/base/json_library.h"

#include <algorithm>
#include <bit>
#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <vector>

#include "core/base/utf8.h"

using namespace ventanilla::base;

namespace {

using Random = std::mt19937_64;

std::vector<std::string> corpora() {
    std::vector<std::string> texts;
    for (const auto& entry : std::filesystem::recursive_directory_iterator("tests/fuzz/corpus")) {
        if (entry.is_regular_file()) {
            std::ifstream file(entry.path(), std::ios::binary);
            texts.emplace_back(std::istreambuf_iterator<char>(file),
                               std::istreambuf_iterator<char>());
            // Where the first line is not part of the text.
            texts.push_back(texts.back().substr(texts.back().find('\n') + 1));
        }
    }
    return texts;
}

std::vector<std::string> split(std::string_view list, char separator) {
    std::vector<std::string> parts;
    while (!list.empty()) {
        const std::size_t end = std::min(list.find(separator), list.size() - 1);
        parts.emplace_back(list.substr(0, end));
        list.remove_prefix(end + 1);
    }
    return parts;
}

std::string change(std::string text, Random& random) {
    static const auto kPieces =
        split("{ } [ ] \" , : \\ \\u00 \\ud83d \\ude0 \\u0000 true nul - 0 01 "
              "1. .5 1e999 1E-400 -0 e+5 18446744073709551616 \t \n \x01 "
              "\x7F \xC3 \xB1 \xED\xA0\x80 \xF4\x90 \xEF\xBB\xBF // ' ",
              ' ');
    for (auto rounds = 1 + random() % 3; rounds > 0; --rounds) {
        const std::size_t at = random() % (text.size() + 1);
        if (random() % 3 == 0) {
            text.erase(at, random() % 8);
        } else {
            text.insert(at, kPieces[random() % kPieces.size()]);
        }
    }
    return text;
}

std::string random_string(Random& random, bool is_utf8) {
    std::string text;
    for (auto length = random() % 12; length > 0; --length) {
        switch (random() % 5) {
        case 0:
            text += static_cast<char>(random() % 0x20);
            break;
        case 1:
            append(text, static_cast<char32_t>(random() % 0x110000));
            break;
        case 2:
            text += is_utf8 ? 'a' : static_cast<char>(random());
            break;
        default:
            text += static_cast<char>(0x20 + random() % 0x60);
        }
    }
    return text;
}

double random_double(Random& random) {
    const auto number = std::bit_cast<double>(random());
    return std::isfinite(number) && random() % 2 == 0
               ? number
               : static_cast<double>(random() % 1'000'000) / 1000;
}

Json random_value(Random& random, bool is_utf8, int depth = 0) {
    switch (random() % (depth < 4 ? 9 : 7)) {
    case 0:
        return nullptr;
    case 1:
        return random() % 2 == 0;
    case 2:
        return static_cast<std::int64_t>(random() >> (random() % 64));
    case 3:
        return random() >> (random() % 64);
    case 4:
        return random_double(random);
    case 5:
    case 6:
        return random_string(random, is_utf8);
    case 7: {
        Json array = Json::array();
        for (auto count = random() % 6; count > 0; --count) {
            array.push_back(random_value(random, is_utf8, depth + 1));
        }
        return array;
    }
    default: {
        Json object = Json::object();
        for (auto count = random() % 6; count > 0; --count) {
            object[random_string(random, is_utf8)] = random_value(random, is_utf8, depth + 1);
        }
        return object;
    }
    }
}

}  // namespace

TEST_CASE("random documents are read and written as the library does it") {
    Random random(20261005);
    for (int i = 0; i < 2'000; ++i) {
        const Json value = random_value(random, true);
        const std::string text = in_library(value).dump(i % 3 - 1, '\t', i % 2 == 0);
        CAPTURE(text);
        REQUIRE(library_text(parse_json(text).value()) == library_text(value));
        REQUIRE(is_written_alike(value));
        const std::string changed = change(text, random);
        CAPTURE(changed);
        REQUIRE(is_read_alike(changed));
    }
}

// But for whole numbers past the largest signed one: the library takes them for negative ones.
TEST_CASE("values are equal where the library finds them equal") {
    Random random(11);
    const auto value_of = [](const std::string& text) { return parse_json(text).value(); };
    std::vector<Json> values;
    for (const char* text : {"0",
                             "-0",
                             "0.0",
                             "-0.0",
                             "1",
                             "1.0",
                             "-1",
                             "-1.0",
                             "1.5",
                             "9007199254740993",
                             "9007199254740992.0",
                             "9223372036854775807",
                             "9223372036854775808",
                             "9223372036854775808.0",
                             "true",
                             "false",
                             "null",
                             "\"\"",
                             "\"0\"",
                             "[]",
                             "[0]",
                             "[0.0]",
                             "{}",
                             "{\"a\":1}",
                             "{\"a\":1.0}",
                             "{\"b\":1}"}) {
        values.push_back(value_of(text));
    }
    for (int i = 0; i < 200; ++i) {
        values.push_back(random_value(random, true));
    }
    for (const Json& one : values) {
        for (const Json& other : values) {
            CAPTURE(write_json(one), write_json(other));
            REQUIRE((one == other) == (in_library(one) == in_library(other)));
        }
    }
}

TEST_CASE("texts that are not UTF-8 are mended as the library does it") {
    Random random(7);
    for (int i = 0; i < 2'000; ++i) {
        const Json value = random_value(random, false);
        CAPTURE(library_text(value));
        REQUIRE(is_written_alike(value));
    }
    for (const char* text : {"\xE2\x82z", "\xF0\x9F\x98", "\xE0\x80\xAF", "\xC0\xAF", "a\x80\x80",
                             "\xF4\x90\x80\x80", "\xED\xA0\x80", "\xF0\x9F\x98\xC3\xB1"}) {
        CHECK(write_json(text) == library_text(Json(text)));
    }
}

TEST_CASE("what fuzzers start from is read as the library does it, also with changes") {
    Random random(42);
    const auto texts = corpora();
    REQUIRE(texts.size() > 50);
    for (const std::string& text : texts) {
        CAPTURE(text);
        REQUIRE(is_read_alike(text));
        for (int i = 0; i < 40; ++i) {
            const std::string changed = change(text, random);
            CAPTURE(changed);
            REQUIRE(is_read_alike(changed));
        }
    }
}

TEST_CASE("what JSON allows in a corner is read, and as the library reads it") {
    auto texts = split(R"({}
""
 [ ] 
[[],{},[{}]]
[1, -1.5e+3 ,true]
{"":0,"a":1,"a":{"b":2},"\u0061":3}
0
-0
-0.0
0.0e-0
0E+9
1E-400
-1e-400
18446744073709551615
18446744073709551616
-9223372036854775808
-9223372036854775809
123456789012345678901234567890
4.9e-324
2.4703282292062327e-324
1.7976931348623158e308
1.7976931348623158079e308
0e999999999999999999999
1e-999999999999999999999
"\u0000\u001f\u007f\uFFFE\uffff"
"\ud83d\ude00\uD83D\uDE00"
"\/\b\f\n\r\t\"\\"
)",
                       '\n');
    texts.insert(texts.end(), {"\t\r\n[\t\r\n]\t\r\n", "\"\x7F\"", "\"\xF4\x8F\xBF\xBF\"",
                               "0." + std::string(5'000, '0') + "1e5001",
                               "1" + std::string(5'000, '0') + "e-5000"});
    for (const std::string& text : texts) {
        CAPTURE(text);
        CHECK(parse_json(text));
        CHECK(is_read_alike(text));
    }
}

TEST_CASE("what JSON does not allow is refused, as the library refuses it") {
    auto texts = split(R"(
 
[
]
{
[1,]
[,1]
[1 2]
{"a"}
{"a":}
{"a":1,}
{,}
{1:2}
{a:1}
{'a':1}
[1}
{"a":1]
[]]
[] x
{}{}
[1] // no
/**/1
01
-01
+1
-
--1
1.
.5
1.e5
1e
1e+
1e5.5
0x10
1_000
NaN
Infinity
-Infinity
1e400
-1e400
1.7976931348623159e308
1e999999999999999999999
tru
True
nulll
undefined
ñ
"
"a
'a'
"\
"\"
"\x41"
"\u12"
"\u12g4"
"\U0041"
"\ud800"
"\udc00"
"\ud800x"
"\ud800\n"
"\ud800\u0041"
"\ud800\ud800"
"\ud800\ue000"
"\udc00\ud800"
)",
                       '\n');
    texts.insert(texts.end(),
                 {"\xEF\xBB\xBF{}", "1" + std::string(400, '0'), "\"\t\"", "\"a\nb\"",
                  std::string("\"\0\"", 3), std::string("[1]\0", 4), "\"\xC0\x80\"", "\"\xC3\"",
                  "\"\xE2\x82\"", "\"\xED\xA0\x80\"", "\"\xF5\x80\x80\x80\"", "\"\xFF\""});
    for (const std::string& text : texts) {
        CAPTURE(text);
        CHECK(!parse_json(text));
        CHECK(is_read_alike(text));
    }
}
