#include "core/base/decimal.h"

#include <bit>
#include <catch2/catch_test_macros.hpp>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <limits>
#include <random>

using namespace ventanilla::base;

namespace {

using Random = std::mt19937_64;

std::string written(double number) {
    std::string text;
    append_decimal(text, number);
    return text;
}

// As the standard library reads it; nothing where it is out of range.
std::optional<double> expected(std::string_view text) {
    double number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error == std::errc()) {
        return number;
    }
    // It tells neither what is too large from what is too small.
    const bool is_small = std::strtod(std::string(text).c_str(), nullptr) == 0;
    return is_small ? std::optional(text.starts_with('-') ? -0.0 : 0.0) : std::nullopt;
}

bool is_read_right(std::string_view text) {
    const auto number = read_decimal(text);
    const auto right = expected(text);
    return number && right
               ? std::bit_cast<std::uint64_t>(*number) == std::bit_cast<std::uint64_t>(*right)
               : !number && !right;
}

// The digits of a decimal and its exponent, whatever its form.
std::string plain(std::string_view text) {
    const std::size_t e = text.find('e');
    int exponent = e == std::string_view::npos ? 0 : std::stoi(std::string(text.substr(e + 1)));
    std::string digits(text.substr(0, e));
    if (const std::size_t point = digits.find('.'); point != std::string::npos) {
        exponent -= static_cast<int>(digits.size() - point - 1);
        digits.erase(point, 1);
    }
    const std::size_t sign = digits.starts_with('-') ? 1 : 0;
    digits.erase(sign, digits.find_first_not_of('0', sign) - sign);
    for (; digits.ends_with('0'); digits.pop_back()) {
        ++exponent;
    }
    return digits + "e" + std::to_string(exponent);
}

bool is_shortest(double number) {
    char buffer[64];
    const auto end =
        std::to_chars(buffer, buffer + sizeof buffer, number, std::chars_format::scientific).ptr;
    return plain(written(number)) == plain(std::string_view(buffer, end)) &&
           is_read_right(written(number)) && read_decimal(written(number)) == number;
}

// Any double but infinities and 0, those next to 0 and to powers of 2 more often than by chance.
double any_double(Random& random) {
    while (true) {
        std::uint64_t bits = random();
        if (random() % 8 == 0) {
            bits &= 0x801F'FFFF'FFFF'FFFF;
        } else if (random() % 8 == 0) {
            bits &= 0xFFF0'0000'0000'0003;
        }
        const auto number = std::bit_cast<double>(bits);
        if (std::isfinite(number) && number != 0) {
            return number;
        }
    }
}

std::string printed(const char* format, int digits, long double number) {
    char buffer[1200];
    const int length = std::snprintf(buffer, sizeof buffer, format, digits, number);
    return {buffer, static_cast<std::size_t>(length)};
}

}  // namespace

TEST_CASE("decimals are read as the nearest double") {
    for (const char* text : {"0.1",
                             "-2.5e3",
                             "0.30000000000000004",
                             "9007199254740993.0",
                             "1e22",
                             "1e23",
                             "0.0",
                             "-0.0",
                             "2.2250738585072011e-308",
                             "2.2250738585072012e-308",
                             "1.7976931348623158e308",
                             "1.7976931348623159e308",
                             "1.797693134862315807e308",
                             "1.797693134862315808e308",
                             "4.9e-324",
                             "2.4703282292062327e-324",
                             "2.4703282292062328e-324",
                             "3e-324",
                             "2e-324",
                             "1e309",
                             "-1e309",
                             "1E-400",
                             "1e999999999999999999",
                             "1e-999999999999999999",
                             "0e999999999999999999"}) {
        CAPTURE(text);
        CHECK(is_read_right(text));
    }
}

TEST_CASE("digits that move the point as far as an exponent moves it back are all counted") {
    const std::string zeros(20'000, '0');
    CHECK(read_decimal("0." + zeros + "25e20001") == 2.5);
    CHECK(read_decimal("25" + zeros + "e-20001") == 2.5);
    CHECK(read_decimal("1" + zeros + "1e-20000") == 10);
}

TEST_CASE("digits of any number are read as the nearest double") {
    Random random(1);
    for (int i = 0; i < 20'000; ++i) {
        std::string text = random() % 2 == 0 ? "-" : "";
        text += static_cast<char>('0' + random() % 10);
        text += '.';
        for (auto count = 1 + random() % 30; count > 0; --count) {
            text += static_cast<char>('0' + random() % 10);
        }
        text += "e" + std::to_string(static_cast<int>(random() % 700) - 350);
        if (!is_read_right(text)) {
            FAIL(text);
        }
    }
}

// Written whole, half of the way takes up to 767 digits; 64 bits of a long double hold it exactly.
TEST_CASE("half way between two doubles the even one is taken, and beside it the nearer one") {
    static_assert(std::numeric_limits<long double>::digits >= 64);
    Random random(2);
    for (int i = 0; i < 500; ++i) {
        const double below = std::fabs(any_double(random));
        const auto next = std::bit_cast<std::uint64_t>(below) + 1;
        const long double above =
            next == 0x7FF0'0000'0000'0000 ? 0x1p1024L : std::bit_cast<double>(next);
        const std::string half = printed("%.*Le", 770, (below + above) / 2);
        const std::size_t e = half.find('e');
        std::string more = half;
        more.insert(e, "00000000000000000001");
        std::string less = half.substr(0, half.find_last_not_of('0', e - 1) + 1);
        --less.back();  // the last digit of half of a double is a 5
        less += "99999999999999999999" + half.substr(e);
        for (const std::string& text : {half, more, less}) {
            if (!is_read_right(text)) {
                FAIL(text);
            }
        }
    }
}

TEST_CASE(
    "doubles are written with the fewest digits that lead back to them, the nearest of those") {
    Random random(3);
    for (int i = 0; i < 3'000; ++i) {
        const double number = any_double(random);
        if (!is_shortest(number) || !is_read_right(printed("%.*Le", i % 25, number))) {
            FAIL(printed("%.*La", 13, number));
        }
    }
    for (int exponent = -1074; exponent < 1024; ++exponent) {
        if (!is_shortest(std::ldexp(1, exponent))) {
            FAIL("2^" << exponent);
        }
    }
    CHECK(is_shortest(std::numeric_limits<double>::max()));
}

TEST_CASE("decimals have a point or an exponent, by their size") {
    CHECK(written(0) == "0.0");
    CHECK(written(-0.0) == "-0.0");
    CHECK(written(3) == "3.0");
    CHECK(written(-12.5) == "-12.5");
    CHECK(written(100) == "100.0");
    CHECK(written(123456789012345) == "123456789012345.0");
    CHECK(written(1e15) == "1e+15");
    CHECK(written(1234567890123456) == "1.234567890123456e+15");
    CHECK(written(0.001) == "0.001");
    CHECK(written(0.00012) == "0.00012");
    CHECK(written(0.000012) == "1.2e-05");
    CHECK(written(5e-324) == "5e-324");
    CHECK(written(1.7976931348623157e308) == "1.7976931348623157e+308");
}
