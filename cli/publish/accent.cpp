#include "cli/publish/accent.h"

#include <charconv>
#include <cmath>

namespace ventanilla::publish {
namespace {

constexpr std::string_view kWhite = "#ffffff";
constexpr std::string_view kInk = "#10141a";

unsigned part_of(std::string_view colour, std::size_t at) {
    unsigned value = 0;
    std::from_chars(colour.data() + at, colour.data() + at + 2, value, 16);
    return value;
}

// WCAG 2's relative luminance.
double luminance(std::string_view colour) {
    const auto part = [&](std::size_t at) {
        const double share = part_of(colour, at) / 255.0;
        return share <= 0.04045 ? share / 12.92 : std::pow((share + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * part(1) + 0.7152 * part(3) + 0.0722 * part(5);
}

double contrast(std::string_view one, std::string_view other) {
    const double a = luminance(one);
    const double b = luminance(other);
    return (std::fmax(a, b) + 0.05) / (std::fmin(a, b) + 0.05);
}

// So much of `other`, in per cent, in `colour`.
std::string mixed(std::string_view colour, std::string_view other, unsigned share) {
    constexpr std::string_view kDigits = "0123456789abcdef";
    std::string mix = "#";
    for (const std::size_t at : {1, 3, 5}) {
        const unsigned value =
            (part_of(colour, at) * (100 - share) + part_of(other, at) * share + 50) / 100;
        mix += kDigits[value / 16];
        mix += kDigits[value % 16];
    }
    return mix;
}

// The accent as text on white and on what is tinted with it: itself, or the nearest darker shade that can be read.
std::string ink_of(std::string_view accent) {
    constexpr double kReadable = 4.6;
    constexpr unsigned kTint = 92;  // of portal.css's --accent-soft
    const std::string soft = mixed(accent, kWhite, kTint);
    unsigned share = 0;
    while (share < 100 && contrast(mixed(accent, kInk, share), soft) < kReadable) {
        share += 5;
    }
    return mixed(accent, kInk, share);
}

}  // namespace

std::string_view text_on(std::string_view accent) {
    constexpr double kReadable = 4.5;
    const double white = contrast(kWhite, accent);
    return white >= kReadable || white >= contrast(kInk, accent) ? kWhite : kInk;
}

bool is_legible_on_white(std::string_view accent) {
    constexpr double kLegible = 3;
    return contrast(kWhite, accent) >= kLegible;
}

std::string accent_rule(std::string_view accent) {
    std::string rule = ":root{--accent:";
    rule += accent;
    rule += ";--on-accent:";
    rule += text_on(accent);
    rule += ";--accent-as-text:";
    rule += ink_of(accent);
    return rule + "}\n";
}

}  // namespace ventanilla::publish
