#include <imgui.h>

#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <string_view>

#include "core/text/utf8.h"
#include "tests/widget/canvas/drawn.h"

using namespace ventanilla;
using canvas::Face;

TEST_CASE("the fonts have all of Latin with its accents, and the signs of Spanish") {
    constexpr std::string_view kLetters = "¿¡ñÑáéíóúüÁÉÍÓÚÜçÇàèòïß€«»“”‘’–—…·ºªŁłŐőŞşŢţȘșŽžŸ™";
    for (const Face face : {Face::kRegular, Face::kStrong, Face::kItalic, Face::kMono}) {
        const ImFont* font = test::fonts_at(1).drawn({face, 16}).font;
        for (std::size_t at = 0; at < kLetters.size();) {
            const auto letter = static_cast<ImWchar>(text::decode(kLetters, at));
            INFO("U+" << std::hex << letter << " in face " << static_cast<int>(face));
            CHECK(font->FindGlyphNoFallback(letter) != nullptr);
        }
    }
}

TEST_CASE("a text is as wide at every pixel ratio, and its letters are cut for it") {
    for (const float scale : {1.0F, 1.5F, 2.0F, 3.0F}) {
        const canvas::Fonts& fonts = test::fonts_at(scale);
        const float width = fonts.width("¿En qué podemos ayudarte?", {});
        CHECK(std::fabs(width - test::fonts_at(1).width("¿En qué podemos ayudarte?", {})) < 1);
        const auto [font, size] = fonts.drawn({});
        CHECK(std::fabs(font->FontSize * font->ConfigData->RasterizerDensity - size) < 0.01F);
    }
}

TEST_CASE("letters stand on whole pixels") {
    for (const float scale : {1.0F, 1.5F, 2.0F}) {
        const canvas::Fonts& fonts = test::fonts_at(scale);
        const auto [font, size] = fonts.drawn({});
        const ImFontGlyph* letter = font->FindGlyph('H');
        const float bottom = letter->Y1 * size / font->FontSize;
        CHECK(std::fabs(bottom - std::round(bottom)) < 0.01F);
        CHECK(std::fabs(bottom - fonts.ascent({}) * scale) < 1.01F);
    }
}

TEST_CASE("the em of 16 pixels is one of 16 pixels") {
    // Noto Sans: a line from ascent to descent is 1.362 em.
    CHECK(std::fabs(test::fonts_at(1).height({}) - 16 * 1.362F) < 0.1F);
}
