#include "widget/canvas/inline_flow.h"

#include <algorithm>

#include "core/text/utf8.h"

namespace ventanilla::canvas {
namespace {

constexpr float kIconGap = 4;
constexpr float kFramePadding = 4;
constexpr float kForgiven = 0.01F;  // sums of widths are rounded

// A stretch of a piece, all of it spaces or all of it letters.
struct Atom {
    std::size_t piece = 0;
    std::size_t begin = 0;
    std::size_t end = 0;
    float width = 0;
    bool space = false;
    bool breaks = false;
};

// A stretch of a piece on a line.
struct Run {
    std::size_t piece = 0;
    std::size_t begin = 0;
    std::size_t end = 0;
    float x = 0;
    float width = 0;
};

struct Line {
    std::vector<Run> runs;
    float width = 0;
};

bool is_space(char c) {
    return c == ' ' || c == '\n' || c == '\t';
}

// Spaces of any kind and number as one.
std::string with_single_spaces(std::string_view text) {
    std::string result;
    for (const char c : text) {
        if (!is_space(c)) {
            result += c;
        } else if (result.empty() || result.back() != ' ') {
            result += ' ';
        }
    }
    return result;
}

class Setter {
public:
    Setter(const Fonts& fonts, const Paragraph& paragraph, float width)
        : fonts_(fonts), paragraph_(paragraph), width_(width) {}

    std::vector<Line> lines() {
        const std::vector<Atom> atoms = split();
        lines_.emplace_back();
        for (std::size_t at = 0; at < atoms.size();) {
            const Atom& atom = atoms[at];
            if (atom.breaks) {
                gap_ = {};
                lines_.emplace_back();
                ++at;
            } else if (atom.space) {
                set_space(atom);
                ++at;
            } else {
                at = set_word(atoms, at);
            }
        }
        return std::move(lines_);
    }

private:
    [[nodiscard]] std::vector<Atom> split() const {
        std::vector<Atom> atoms;
        for (std::size_t i = 0; i < paragraph_.pieces.size(); ++i) {
            split_piece(i, atoms);
        }
        return atoms;
    }

    void split_piece(std::size_t index, std::vector<Atom>& atoms) const {
        const Piece& piece = paragraph_.pieces[index];
        if (piece.breaks) {
            atoms.push_back({.piece = index, .breaks = true});
            return;
        }
        if (piece.icon) {
            atoms.push_back({.piece = index, .width = piece.style.size + kIconGap});
            return;
        }
        const std::string& text = piece.text;
        for (std::size_t begin = 0; begin < text.size();) {
            if (paragraph_.keeps_lines && text[begin] == '\n') {
                atoms.push_back({.piece = index, .begin = begin, .end = begin + 1, .breaks = true});
                ++begin;
                continue;
            }
            const bool space = is_space(text[begin]);
            std::size_t end = begin;
            while (end < text.size() && is_space(text[end]) == space &&
                   !(paragraph_.keeps_lines && text[end] == '\n')) {
                ++end;
            }
            atoms.push_back({index, begin, end, measure(piece, begin, end, space), space, false});
            begin = end;
        }
    }

    [[nodiscard]] float measure(const Piece& piece, std::size_t begin, std::size_t end,
                                bool space) const {
        if (space && !paragraph_.keeps_lines) {
            return fonts_.width(" ", piece.style);
        }
        const float padding = piece.frame != 0 ? (begin == 0 ? kFramePadding : 0) +
                                                     (end == piece.text.size() ? kFramePadding : 0)
                                               : 0;
        return fonts_.width(std::string_view(piece.text).substr(begin, end - begin), piece.style) +
               padding;
    }

    // Spaces count once a word follows on the same line; at a line's begin only where they are kept.
    void set_space(const Atom& atom) {
        if (!lines_.back().runs.empty() || paragraph_.keeps_lines) {
            gap_ = atom;
        }
    }

    std::size_t set_word(const std::vector<Atom>& atoms, std::size_t at) {
        std::size_t end = at;
        float word = 0;
        while (end < atoms.size() && !atoms[end].space && !atoms[end].breaks) {
            word += atoms[end++].width;
        }
        if (!lines_.back().runs.empty() &&
            lines_.back().width + gap_.width + word > width_ + kForgiven) {
            lines_.emplace_back();
            gap_ = {};
        }
        if (gap_.end > gap_.begin) {
            append(gap_);
        }
        gap_ = {};
        for (; at < end; ++at) {
            if (word > width_) {
                append_broken(atoms[at]);
            } else {
                append(atoms[at]);
            }
        }
        return end;
    }

    void append(const Atom& atom) {
        Line& line = lines_.back();
        if (!line.runs.empty() && line.runs.back().piece == atom.piece &&
            line.runs.back().end == atom.begin && atom.end > atom.begin) {
            line.runs.back().end = atom.end;
            line.runs.back().width += atom.width;
        } else {
            line.runs.push_back({atom.piece, atom.begin, atom.end, line.width, atom.width});
        }
        line.width += atom.width;
    }

    void append_broken(const Atom& atom) {
        const Piece& piece = paragraph_.pieces[atom.piece];
        if (piece.icon) {
            append(atom);
            return;
        }
        for (std::size_t begin = atom.begin; begin < atom.end;) {
            std::size_t end = begin;
            text::decode(piece.text, end);
            const float letter = measure(piece, begin, end, false);
            if (!lines_.back().runs.empty() && lines_.back().width + letter > width_) {
                lines_.emplace_back();
            }
            append({atom.piece, begin, end, letter, false, false});
            begin = end;
        }
    }

    const Fonts& fonts_;
    const Paragraph& paragraph_;
    float width_;
    std::vector<Line> lines_;
    Atom gap_;
};

class Emitter {
public:
    Emitter(Layer& layer, const Fonts& fonts, const Paragraph& paragraph)
        : layer_(layer), fonts_(fonts), paragraph_(paragraph) {}

    void emit(const Run& run, Point line) {
        const Piece& piece = paragraph_.pieces[run.piece];
        const Rect rect = {line.x + run.x, line.y, run.width, paragraph_.line_height};
        if (piece.target != kNoTarget) {
            add_to_line(layer_.targets[static_cast<std::size_t>(piece.target)].rects, rect);
        }
        if (piece.icon) {
            const float size = piece.style.size * 0.9F;
            layer_.shapes.emplace_back(
                Drawing{{rect.x + kIconGap, line.y + (rect.height - size) / 2, size, size},
                        *piece.icon,
                        piece.colour});
            return;
        }
        const float height = fonts_.height(piece.style);
        if (piece.ground != 0 || piece.frame != 0) {
            layer_.shapes.emplace_back(
                Box{.rect = {rect.x - 1, baseline(line.y) - fonts_.ascent(piece.style),
                             rect.width + 2, height},
                    .fill = piece.ground,
                    .edge = piece.frame,
                    .radius = piece.frame != 0 ? 6.0F : 3.0F});
        }
        const bool framed = piece.frame != 0;
        const float before = framed && run.begin == 0 ? kFramePadding : 0;
        const float after = framed && run.end == piece.text.size() ? kFramePadding : 0;
        const Rect letters = {rect.x + before, rect.y, rect.width - before - after, rect.height};
        std::string text = piece.text.substr(run.begin, run.end - run.begin);
        if (!paragraph_.keeps_lines) {
            text = with_single_spaces(text);
        }
        layer_.shapes.emplace_back(Text{.rect = letters,
                                        .baseline = baseline(line.y),
                                        .text = std::move(text),
                                        .style = piece.style,
                                        .colour = piece.colour,
                                        .underlined = piece.underlined,
                                        .target = piece.target});
    }

private:
    // A link's pieces on one line are one rectangle: it is pressed and has the ring as one.
    static void add_to_line(std::vector<Rect>& rects, const Rect& rect) {
        if (!rects.empty() && rects.back().y == rect.y) {
            rects.back().width = rect.right() - rects.back().x;
        } else {
            rects.push_back(rect);
        }
    }

    // All faces of a line stand on the line of the paragraph's first.
    [[nodiscard]] float baseline(float top) const {
        const Style& style = paragraph_.pieces.front().style;
        return top + (paragraph_.line_height - fonts_.height(style)) / 2 + fonts_.ascent(style);
    }

    Layer& layer_;
    const Fonts& fonts_;
    const Paragraph& paragraph_;
};

}  // namespace

float flow(Layer& layer, const Fonts& fonts, const Paragraph& paragraph, Point at, float width) {
    if (paragraph.pieces.empty()) {
        return 0;
    }
    Emitter emitter(layer, fonts, paragraph);
    float y = at.y;
    for (const Line& line : Setter(fonts, paragraph, width).lines()) {
        const float x = at.x + (paragraph.centred ? (width - line.width) / 2 : 0);
        for (const Run& run : line.runs) {
            emitter.emit(run, {x, y});
        }
        y += paragraph.line_height;
    }
    return y - at.y;
}

float flow_height(const Fonts& fonts, const Paragraph& paragraph, float width) {
    return paragraph.pieces.empty()
               ? 0
               : paragraph.line_height *
                     static_cast<float>(Setter(fonts, paragraph, width).lines().size());
}

float natural_width(const Fonts& fonts, const Paragraph& paragraph) {
    float widest = 0;
    constexpr float kEndless = 1e9F;
    for (const Line& line : Setter(fonts, paragraph, kEndless).lines()) {
        widest = std::max(widest, line.width);
    }
    return widest;
}

}  // namespace ventanilla::canvas
