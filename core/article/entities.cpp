#include "core/article/entities.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>

#include "core/text/utf8.h"

namespace ventanilla::article {
namespace {

constexpr std::array<std::pair<std::string_view, char32_t>, 40> kNamed{{
    {"amp", U'&'},     {"lt", U'<'},      {"gt", U'>'},      {"quot", U'"'},    {"apos", U'\''},
    {"nbsp", 0xA0},    {"iexcl", 0xA1},   {"cent", 0xA2},    {"pound", 0xA3},   {"yen", 0xA5},
    {"sect", 0xA7},    {"copy", 0xA9},    {"ordf", 0xAA},    {"laquo", 0xAB},   {"shy", 0xAD},
    {"reg", 0xAE},     {"deg", 0xB0},     {"plusmn", 0xB1},  {"middot", 0xB7},  {"ordm", 0xBA},
    {"raquo", 0xBB},   {"frac12", 0xBD},  {"iquest", 0xBF},  {"times", 0xD7},   {"ntilde", 0xF1},
    {"Ntilde", 0xD1},  {"divide", 0xF7},  {"ndash", 0x2013}, {"mdash", 0x2014}, {"lsquo", 0x2018},
    {"rsquo", 0x2019}, {"ldquo", 0x201C}, {"rdquo", 0x201D}, {"bull", 0x2022},  {"hellip", 0x2026},
    {"euro", 0x20AC},  {"trade", 0x2122}, {"larr", 0x2190},  {"rarr", 0x2192},  {"minus", 0x2212},
}};

constexpr char32_t kReplacement = 0xFFFD;

int hex_digit(char c) {
    if (c >= '0' && c <= '9') {
        return c - '0';
    }
    const char lower = static_cast<char>(c | 0x20);
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : 16;
}

// `digits` as md4c has checked them: at most seven, decimal or hexadecimal.
char32_t number_of(std::string_view digits, std::uint32_t base) {
    std::uint32_t value = 0;
    for (const char c : digits) {
        value = std::min<std::uint32_t>(value * base + static_cast<std::uint32_t>(hex_digit(c)),
                                        0x110000);
    }
    const bool is_control = value < 0x20 && value != '\t' && value != '\n';
    const bool is_character = value < 0xD800 || (value > 0xDFFF && value <= 0x10FFFF);
    return is_character && !is_control && value != 0x7F ? static_cast<char32_t>(value)
                                                        : kReplacement;
}

}  // namespace

std::string decode_entity(std::string_view entity) {
    std::string text;
    if (entity.size() < 3) {
        return std::string(entity);
    }
    const std::string_view name = entity.substr(1, entity.size() - 2);
    if (name.starts_with("#x") || name.starts_with("#X")) {
        text::append(text, number_of(name.substr(2), 16));
    } else if (name.starts_with('#')) {
        text::append(text, number_of(name.substr(1), 10));
    } else {
        const auto* known =
            std::ranges::find(kNamed, name, &std::pair<std::string_view, char32_t>::first);
        if (known == kNamed.end()) {
            return std::string(entity);
        }
        text::append(text, known->second);
    }
    return text;
}

}  // namespace ventanilla::article
