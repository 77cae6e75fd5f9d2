#include "cli/publish/accent.h"

#include <charconv>
#include <cmath>

namespace ventanilla::publish {
namespace {

constexpr std::string_view kWhite = "#ffffff";
constexpr std::string_view kInk = "#10141a";

// WCAG 2's relative luminance.
double luminance(std::string_view colour) {
    const auto part = [&](std::size_t at) {
        unsigned value = 0;
        std::from_chars(colour.data() + at, colour.data() + at + 2, value, 16);
        const double share = value / 255.0;
        return share <= 0.04045 ? share / 12.92 : std::pow((share + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * part(1) + 0.7152 * part(3) + 0.0722 * part(5);
}

double contrast(std::string_view one, std::string_view other) {
    const double a = luminance(one);
    const double b = luminance(other);
    return (std::fmax(a, b) + 0.05) / (std::fmin(a, b) + 0.05);
}

}  // namespace

std::string_view text_on(std::string_view accent) {
    constexpr double kReadable = 4.5;
    const double white = contrast(kWhite, accent);
    return white >= kReadable || white >= contrast(kInk, accent) ? kWhite : kInk;
}

std::string accent_rule(std::string_view accent) {
    std::string rule = ":root{--accent:";
    rule += accent;
    rule += ";--on-accent:";
    rule += text_on(accent);
    return rule + "}\n";
}

}  // namespace ventanilla::publish
