#include "widget/canvas/fonts.h"

#include <imgui.h>

#include <array>
#include <cfloat>
#include <cmath>
#include <cstdint>
#include <optional>

namespace ventanilla::canvas {
namespace {

// What is rasterised; a style between them is drawn from the nearest one.
constexpr std::array<Style, 12> kCuts = {{{Face::kRegular, 13},
                                          {Face::kRegular, 14},
                                          {Face::kRegular, 15},
                                          {Face::kRegular, 16},
                                          {Face::kStrong, 15},
                                          {Face::kStrong, 16},
                                          {Face::kStrong, 17},
                                          {Face::kStrong, 19},
                                          {Face::kStrong, 22},
                                          {Face::kItalic, 16},
                                          {Face::kMono, 14},
                                          {Face::kMono, 26}}};

// Latin with all its accents, punctuation, the euro and trade marks, and the sign for what is missing. The fonts
// are subset to the same in widget/canvas/fonts/CMakeLists.txt.
constexpr std::array<ImWchar, 19> kLetters = {
    0x20,   0x7e,   0xa0,   0x17f,  0x218,  0x21b,  0x2010, 0x2015, 0x2018, 0x201e,
    0x2020, 0x2026, 0x2030, 0x203a, 0x20ac, 0x2122, 0xfffd, 0xfffd, 0};

std::string_view bytes_of(const FontBytes& bytes, Face face) {
    switch (face) {
    case Face::kRegular:
        return bytes.regular;
    case Face::kStrong:
        return bytes.strong;
    case Face::kItalic:
        return bytes.italic;
    case Face::kMono:
        return bytes.mono;
    }
    return {};
}

std::uint32_t number_at(std::string_view bytes, std::size_t at, std::size_t length) {
    std::uint32_t value = 0;
    for (std::size_t i = at; i < at + length; ++i) {
        value = value << 8U | (i < bytes.size() ? static_cast<unsigned char>(bytes[i]) : 0U);
    }
    return value;
}

// Where a table of a TrueType file begins (OpenType 1.9, "Organization of an OpenType font").
std::optional<std::size_t> table_at(std::string_view bytes, std::string_view name) {
    const std::size_t tables = number_at(bytes, 4, 2);
    for (std::size_t entry = 12; entry < 12 + 16 * tables; entry += 16) {
        if (bytes.substr(entry < bytes.size() ? entry : bytes.size(), 4) == name) {
            return number_at(bytes, entry + 8, 4);
        }
    }
    return std::nullopt;
}

// Above and below the line that letters stand on, in ems.
struct Metrics {
    float ascent = 0.8F;
    float descent = 0.2F;
};

Metrics metrics_of(std::string_view bytes) {
    const auto head = table_at(bytes, "head");
    const auto table = table_at(bytes, "hhea");
    const auto em = head ? static_cast<float>(number_at(bytes, *head + 18, 2)) : 0.0F;
    if (!table || em == 0) {
        return {};
    }
    const auto signed_at = [&](std::size_t at) {
        return static_cast<float>(static_cast<std::int16_t>(number_at(bytes, at, 2)));
    };
    return {signed_at(*table + 4) / em, -signed_at(*table + 6) / em};
}

}  // namespace

Fonts::Fonts(ImFontAtlas& atlas, const FontBytes& bytes, float scale) : scale_(scale) {
    for (const Style& style : kCuts) {
        const std::string_view file = bytes_of(bytes, style.face);
        const Metrics metrics = metrics_of(file);
        const float em = style.size * scale;
        Cut cut{style, nullptr, em * (metrics.ascent + metrics.descent),
                std::round(em * metrics.ascent)};
        // Dear ImGui cuts sizes down to whole pixels: letters are rasterised by so much more, and moved so that
        // they stand on a whole pixel.
        ImFontConfig config;
        config.SizePixels = std::floor(cut.size);
        config.RasterizerDensity = cut.size / config.SizePixels;
        config.GlyphOffset.y = cut.ascent / config.RasterizerDensity -
                               std::floor(em * metrics.ascent / config.RasterizerDensity + 1);
        config.GlyphRanges = kLetters.data();
        config.FontDataOwnedByAtlas = false;
        config.OversampleH = scale < 2 ? 3 : 2;
        // Dear ImGui reads the bytes only, through a pointer that could write.
        cut.font = file.empty() ? atlas.AddFontDefault()
                                : atlas.AddFontFromMemoryTTF(const_cast<char*>(file.data()),
                                                             static_cast<int>(file.size()),
                                                             config.SizePixels, &config);
        cuts_.push_back(cut);
    }
    atlas.Build();
}

const Fonts::Cut& Fonts::cut_for(Style style) const {
    const Cut* nearest = &cuts_.front();
    float distance = FLT_MAX;
    for (const Cut& cut : cuts_) {
        const float apart = std::fabs(cut.style.size - style.size) +
                            (cut.style.face == style.face ? 0.0F : 1000.0F);
        if (apart < distance) {
            nearest = &cut;
            distance = apart;
        }
    }
    return *nearest;
}

Fonts::Drawn Fonts::drawn(Style style) const {
    const Cut& cut = cut_for(style);
    return {cut.font, cut.size * style.size / cut.style.size};
}

float Fonts::width(std::string_view text, Style style) const {
    const auto [font, size] = drawn(style);
    return font->CalcTextSizeA(size, FLT_MAX, 0, text.data(), text.data() + text.size()).x / scale_;
}

float Fonts::height(Style style) const {
    return drawn(style).size / scale_;
}

float Fonts::ascent(Style style) const {
    const Cut& cut = cut_for(style);
    return cut.ascent * style.size / cut.style.size / scale_;
}

}  // namespace ventanilla::canvas
