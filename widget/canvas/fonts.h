// widget/canvas/fonts.h
//
// The four faces that help is set in, rasterised for one pixel ratio into a Dear ImGui atlas, and how wide a text
// in them is. A host makes them before its back end uploads the atlas, and anew when the ratio changes.
//
//   canvas::Fonts fonts(*ImGui::GetIO().Fonts, canvas::embedded_fonts(), 2.0F);
#pragma once

#include <string_view>
#include <vector>

#include "widget/canvas/geometry.h"

struct ImFont;
struct ImFontAtlas;

namespace ventanilla::canvas {

enum class Face { kRegular, kStrong, kItalic, kMono };

// TrueType files. The bytes are read until the atlas is built.
struct FontBytes {
    std::string_view regular;
    std::string_view strong;
    std::string_view italic;
    std::string_view mono;
};

// A face at a size in CSS pixels to the em.
struct Style {
    Face face = Face::kRegular;
    float size = 16;

    friend bool operator==(const Style&, const Style&) = default;
};

class Fonts {
public:
    // `scale`: Dear ImGui's units for each CSS pixel. Bytes that are no font give Dear ImGui's own.
    Fonts(ImFontAtlas& atlas, const FontBytes& bytes, float scale);

    [[nodiscard]] float scale() const { return scale_; }

    // In CSS pixels.
    [[nodiscard]] float width(std::string_view text, Style style) const;
    // From the top of the highest letter's room to the bottom of the deepest one's, in CSS pixels.
    [[nodiscard]] float height(Style style) const;
    // From the top of that room down to the line that letters stand on.
    [[nodiscard]] float ascent(Style style) const;

    // What Dear ImGui draws a style with: the font and its size in Dear ImGui's units.
    struct Drawn {
        ImFont* font = nullptr;
        float size = 0;
    };
    [[nodiscard]] Drawn drawn(Style style) const;

private:
    struct Cut {
        Style style;
        ImFont* font = nullptr;
        float size = 0;    // in Dear ImGui's units, from ascent to descent
        float ascent = 0;  // likewise
    };
    [[nodiscard]] const Cut& cut_for(Style style) const;

    float scale_;
    std::vector<Cut> cuts_;
};

}  // namespace ventanilla::canvas
