#include "widget/canvas/theme.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

namespace ventanilla::canvas {
namespace {

using Rgb = std::array<float, 3>;

constexpr std::uint32_t kProduct = 0x0b5c6b;
constexpr Rgb kWhite = {255, 255, 255};
constexpr Rgb kInk = {16, 20, 26};
constexpr float kReadable = 4.6F;
constexpr float kBright = 7;  // thin strokes on a dark ground look dimmer than they measure

Rgb unpack(std::uint32_t rgb) {
    return {static_cast<float>(rgb >> 16U & 255U), static_cast<float>(rgb >> 8U & 255U),
            static_cast<float>(rgb & 255U)};
}

Colour pack(const Rgb& colour, std::uint32_t alpha = 255) {
    const auto part = [&](std::size_t i) { return static_cast<Colour>(std::lround(colour[i])); };
    return alpha << 24U | part(2) << 16U | part(1) << 8U | part(0);
}

Colour rgb(std::uint32_t value) {
    return pack(unpack(value));
}

std::optional<std::uint32_t> digit(char c) {
    if (c >= '0' && c <= '9') {
        return static_cast<std::uint32_t>(c - '0');
    }
    const char lower = static_cast<char>(c | 0x20);
    if (lower >= 'a' && lower <= 'f') {
        return static_cast<std::uint32_t>(lower - 'a' + 10);
    }
    return std::nullopt;
}

Rgb parse(std::string_view accent) {
    if (accent.size() != 7 || accent.front() != '#') {
        return unpack(kProduct);
    }
    std::uint32_t value = 0;
    for (const char c : accent.substr(1)) {
        const auto part = digit(c);
        if (!part) {
            return unpack(kProduct);
        }
        value = value << 4U | *part;
    }
    return unpack(value);
}

Rgb mix(const Rgb& colour, const Rgb& other, float share) {
    Rgb mixed = colour;
    for (std::size_t i = 0; i < mixed.size(); ++i) {
        mixed[i] += (other[i] - colour[i]) * share;
    }
    return mixed;
}

// Brighter, of the same hue: what is mixed with white alone turns grey.
Rgb vivid(const Rgb& colour) {
    const float scale = 255 / std::max(1.0F, *std::ranges::max_element(colour));
    return mix(colour, {colour[0] * scale, colour[1] * scale, colour[2] * scale}, 0.6F);
}

// WCAG 2's relative luminance.
float luminance(const Rgb& colour) {
    const auto linear = [](float part) {
        const float share = part / 255;
        return share <= 0.04045F ? share / 12.92F : std::pow((share + 0.055F) / 1.055F, 2.4F);
    };
    return 0.2126F * linear(colour[0]) + 0.7152F * linear(colour[1]) + 0.0722F * linear(colour[2]);
}

float contrast_of(const Rgb& one, const Rgb& other) {
    const auto [low, high] = std::minmax({luminance(one), luminance(other)});
    return (high + 0.05F) / (low + 0.05F);
}

Rgb more_readable(const Rgb& on) {
    const float white = contrast_of(kWhite, on);
    return white >= kReadable || white >= contrast_of(kInk, on) ? kWhite : kInk;
}

// The accent as text on `soft`.
Rgb accent_ink(const Rgb& accent, const Rgb& soft, bool dark) {
    const Rgb from = dark ? vivid(accent) : accent;
    const Rgb& to = dark ? kWhite : kInk;
    Rgb ink = from;
    for (int step = 1; contrast_of(ink, soft) < (dark ? kBright : kReadable) && step < 20; ++step) {
        ink = mix(from, to, static_cast<float>(step) * 0.05F);
    }
    return ink;
}

Theme grounds(bool dark) {
    Theme theme;
    theme.dark = dark;
    theme.surface = rgb(dark ? 0x15181d : 0xffffff);
    theme.sunken = rgb(dark ? 0x1b1f26 : 0xf5f7f8);
    theme.ink = rgb(dark ? 0xeef1f5 : 0x14181f);
    theme.quiet = rgb(dark ? 0xadb6c3 : 0x4b5563);
    theme.line = rgb(dark ? 0x2c323c : 0xe1e5ea);
    theme.edge = rgb(dark ? 0x737d8c : 0x828b98);
    theme.mark = rgb(dark ? 0x5c4a12 : 0xffedb0);
    theme.success = rgb(dark ? 0x74d39a : 0x18703c);
    theme.success_soft = rgb(dark ? 0x16291e : 0xe8f5ec);
    theme.warning = rgb(dark ? 0xf0b95b : 0x8a5300);
    theme.warning_soft = rgb(dark ? 0x2c2414 : 0xfdf3e0);
    theme.error = rgb(dark ? 0xff9d94 : 0xb3261e);
    theme.error_soft = rgb(dark ? 0x331b1a : 0xfdeceb);
    return theme;
}

Rgb parts_of(Colour colour) {
    return {static_cast<float>(colour & 255U), static_cast<float>(colour >> 8U & 255U),
            static_cast<float>(colour >> 16U & 255U)};
}

}  // namespace

Theme make_theme(std::string_view accent_text, bool dark) {
    Theme theme = grounds(dark);
    const Rgb accent = parse(accent_text);
    const Rgb on = more_readable(accent);
    const Rgb soft = mix(parts_of(theme.surface), accent, dark ? 0.22F : 0.09F);
    theme.accent = pack(accent);
    theme.on_accent = pack(on);
    theme.on_accent_faint = pack(on, 36);
    theme.accent_soft = pack(soft);
    theme.accent_ink = pack(accent_ink(accent, soft, dark));
    theme.accent_hover = pack(mix(accent, parts_of(theme.ink), 0.12F));
    return theme;
}

float contrast(Colour one, Colour other) {
    return contrast_of(parts_of(one), parts_of(other));
}

}  // namespace ventanilla::canvas
