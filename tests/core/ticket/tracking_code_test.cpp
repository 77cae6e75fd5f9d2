#include "core/ticket/tracking_code.h"

#include <catch2/catch_test_macros.hpp>
#include <random>
#include <set>
#include <string>

using namespace ventanilla::ticket;

namespace {

constexpr std::string_view kSymbols = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

std::array<std::uint8_t, 16> random_bytes(std::mt19937& random) {
    std::array<std::uint8_t, 16> bytes{};
    for (auto& byte : bytes) {
        byte = static_cast<std::uint8_t>(random());
    }
    return bytes;
}

}  // namespace

TEST_CASE("a tracking code is four groups of four symbols that cannot be mistaken for each other") {
    std::mt19937 random(1);
    for (int i = 0; i < 1'000; ++i) {
        const std::string code = make_tracking_code(random_bytes(random));
        REQUIRE(code.size() == 19);
        for (std::size_t at = 0; at < code.size(); ++at) {
            REQUIRE((at % 5 == 4 ? code[at] == '-' : kSymbols.contains(code[at])));
        }
        REQUIRE(normalise_tracking_code(code) == code);
    }
}

TEST_CASE("a code may be typed in lower case, with spaces and without hyphens") {
    const std::string code =
        make_tracking_code({1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16});
    std::string typed = "  ";
    for (const char c : code) {
        if (c != '-') {
            typed += static_cast<char>(c >= 'A' ? c + 32 : c);
            typed += ' ';
        }
    }
    CHECK(normalise_tracking_code(typed) == code);
}

TEST_CASE("every single wrong symbol and every swap of two different symbols is found") {
    std::mt19937 random(7);
    for (int round = 0; round < 20; ++round) {
        const std::string code = make_tracking_code(random_bytes(random));
        for (std::size_t i = 0; i < code.size(); ++i) {
            if (code[i] == '-') {
                continue;
            }
            for (const char wrong : kSymbols) {
                std::string changed = code;
                changed[i] = wrong;
                REQUIRE(normalise_tracking_code(changed).has_value() == (wrong == code[i]));
            }
            for (std::size_t j = i + 1; j < code.size(); ++j) {
                if (code[j] != '-' && code[j] != code[i]) {
                    std::string changed = code;
                    std::swap(changed[i], changed[j]);
                    REQUIRE(!normalise_tracking_code(changed));
                }
            }
        }
    }
}

TEST_CASE("what is no code is refused") {
    const std::string code = make_tracking_code({});
    for (const std::string& typed :
         {std::string(), code + "2", code.substr(1), "O" + code.substr(1), "0" + code.substr(1),
          std::string(1'000'000, '2'), std::string("ñ") + code.substr(1), code + "\n"}) {
        CHECK(!normalise_tracking_code(typed));
    }
}

TEST_CASE("codes use all of their random bits: 10,000 of them differ, at every place") {
    std::mt19937 random(3);
    std::set<std::string> codes;
    std::set<std::pair<std::size_t, char>> seen;
    for (int i = 0; i < 10'000; ++i) {
        const std::string code = make_tracking_code(random_bytes(random));
        codes.insert(code);
        for (std::size_t at = 0; at < code.size(); ++at) {
            seen.emplace(at, code[at]);
        }
    }
    CHECK(codes.size() == 10'000);
    CHECK(seen.size() == 16 * kSymbols.size() + 3);
}
