#include "widget/canvas/theme.h"

#include <catch2/catch_test_macros.hpp>
#include <string_view>

using ventanilla::canvas::Colour;
using ventanilla::canvas::contrast;
using ventanilla::canvas::make_theme;
using ventanilla::canvas::Theme;

TEST_CASE("text has a contrast of 4.5 at least, with any accent, light and dark") {
    for (const std::string_view accent :
         {"#0b5c6b", "#ffd400", "#ff0000", "#000000", "#ffffff", "#7f7f7f", "#00ff88", "#1a0033"}) {
        for (const bool dark : {false, true}) {
            INFO(accent << (dark ? " dark" : " light"));
            const Theme theme = make_theme(accent, dark);
            const std::pair<Colour, Colour> pairs[] = {
                {theme.ink, theme.surface},          {theme.ink, theme.mark},
                {theme.ink, theme.accent_soft},      {theme.quiet, theme.surface},
                {theme.quiet, theme.sunken},         {theme.on_accent, theme.accent},
                {theme.accent_ink, theme.surface},   {theme.accent_ink, theme.accent_soft},
                {theme.error, theme.surface},        {theme.success, theme.success_soft},
                {theme.warning, theme.warning_soft}, {theme.error, theme.error_soft}};
            for (const auto& [text, ground] : pairs) {
                CHECK(contrast(text, ground) >= 4.5F);
            }
            CHECK(contrast(theme.edge, theme.surface) >= 3);
        }
    }
}

TEST_CASE("what is no colour gives the product's own accent") {
    CHECK(make_theme("red", false).accent == make_theme("#0b5c6b", false).accent);
    CHECK(make_theme("#12345g", false).accent == make_theme("#0B5C6B", false).accent);
    CHECK(make_theme("#123456", false).accent == 0xff563412);
}
