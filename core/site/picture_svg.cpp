#include <array>
#include <cmath>

#include "core/article/document.h"
#include "core/site/picture_heads.h"
#include "core/text/utf8.h"

namespace ventanilla::site {
namespace {

constexpr std::string_view kSpace = " \t\r\n";

void take_space(std::string_view& text) {
    text = rest_from(text, text.find_first_not_of(kSpace));
}

// Takes all up to the end of `mark`; false if it is not there.
bool take_past(std::string_view& text, std::string_view mark) {
    const std::size_t at = text.find(mark);
    text = at == std::string_view::npos ? std::string_view() : text.substr(at + mark.size());
    return at != std::string_view::npos;
}

// A document type may have declarations between brackets, with ">" in their quotes and comments.
bool take_doctype(std::string_view& text) {
    bool in_brackets = false;
    while (!text.empty()) {
        const char c = text.front();
        if (text.starts_with("<!--")) {
            take_past(text, "-->");
            continue;
        }
        text.remove_prefix(1);
        if (c == '"' || c == '\'') {
            take_past(text, {&c, 1});
        } else if (c == '[' || c == ']') {
            in_brackets = c == '[';
        } else if (c == '>' && !in_brackets) {
            return true;
        }
    }
    return false;
}

// What may stand before the root element.
bool take_prologue(std::string_view& text) {
    text = ventanilla::text::without_byte_order_mark(text);
    bool whole = true;
    for (take_space(text); whole && (text.starts_with("<?") || text.starts_with("<!"));
         take_space(text)) {
        if (text.starts_with("<?")) {
            whole = take_past(text, "?>");
        } else {
            whole = text.starts_with("<!--") ? take_past(text, "-->") : take_doctype(text);
        }
    }
    return whole;
}

// Of the root element, as written; empty where they are missing.
struct SvgRoot {
    std::string_view width;
    std::string_view height;
    std::string_view view_box;
};

// One attribute; false if none can be read.
bool take_attribute(std::string_view& text, SvgRoot& root) {
    const std::string_view name = text.substr(0, text.find_first_of(" \t\r\n=/>"));
    text.remove_prefix(name.size());
    take_space(text);
    if (name.empty() || !text.starts_with('=')) {
        return false;
    }
    text.remove_prefix(1);
    take_space(text);
    if (!text.starts_with('"') && !text.starts_with('\'')) {
        return false;
    }
    const std::string_view quote = text.substr(0, 1);
    const std::string_view value = text.substr(1, text.find(quote, 1) - 1);
    text.remove_prefix(1);
    if (name == "width") {
        root.width = value;
    } else if (name == "height") {
        root.height = value;
    } else if (name == "viewBox") {
        root.view_box = value;
    }
    return take_past(text, quote);
}

std::optional<SvgRoot> read_root(std::string_view text) {
    if (!take_prologue(text) || !text.starts_with('<')) {
        return std::nullopt;
    }
    text.remove_prefix(1);
    const std::string_view name = text.substr(0, text.find_first_of(" \t\r\n/>"));
    // It may have a prefix, as in "svg:svg".
    if (name.substr(name.find(':') + 1) != "svg") {
        return std::nullopt;
    }
    SvgRoot root;
    text.remove_prefix(name.size());
    for (take_space(text); !text.starts_with('>') && !text.starts_with("/>"); take_space(text)) {
        if (!take_attribute(text, root)) {
            return std::nullopt;
        }
    }
    return root;
}

// A number in decimals at the front; with an exponent it is none that people write.
std::optional<double> take_number(std::string_view& text) {
    const bool negative = text.starts_with('-');
    if (negative || text.starts_with('+')) {
        text.remove_prefix(1);
    }
    double number = 0;
    double place = 1;
    bool in_fraction = false;
    bool has_digits = false;
    for (; !text.empty(); text.remove_prefix(1)) {
        const char c = text.front();
        if (c >= '0' && c <= '9') {
            has_digits = true;
            place = in_fraction ? place / 10 : place;
            number = in_fraction ? number + (c - '0') * place : number * 10 + (c - '0');
        } else if (c == '.' && !in_fraction) {
            in_fraction = true;
        } else {
            break;
        }
    }
    return has_digits ? std::optional(negative ? -number : number) : std::nullopt;
}

struct SvgUnit {
    std::string_view name;
    double pixels;
};

// CSS Values and Units 4, 6.2.
constexpr std::array<SvgUnit, 7> kUnits{{{"", 1},
                                         {"px", 1},
                                         {"in", 96},
                                         {"cm", 96 / 2.54},
                                         {"mm", 96 / 25.4},
                                         {"pt", 96 / 72.0},
                                         {"pc", 16}}};

// A side in CSS pixels: 0 if the picture leaves it open, nothing if it is not understood, as with "10em".
std::optional<double> read_side(std::string_view text) {
    take_space(text);
    text = text.substr(0, text.find_last_not_of(kSpace) + 1);
    if (text.empty() || text == "auto" || text.ends_with('%')) {
        return 0;
    }
    const auto number = take_number(text);
    for (const SvgUnit& unit : kUnits) {
        if (number && *number > 0 && text == unit.name) {
            return *number * unit.pixels;
        }
    }
    return std::nullopt;
}

struct ViewBox {
    double width = 0;
    double height = 0;
};

// Its last two numbers of four; zero if it is none.
ViewBox read_view_box(std::string_view text) {
    std::array<double, 4> numbers{};
    for (double& number : numbers) {
        text = rest_from(text, text.find_first_not_of(" \t\r\n,"));
        const auto read = take_number(text);
        if (!read) {
            return {};
        }
        number = *read;
    }
    take_space(text);
    return text.empty() && numbers[2] > 0 && numbers[3] > 0 ? ViewBox{numbers[2], numbers[3]}
                                                            : ViewBox{};
}

}  // namespace

std::optional<PictureSize> svg_size(std::string_view bytes) {
    const auto root = read_root(bytes);
    if (!root) {
        return std::nullopt;
    }
    const auto written_width = read_side(root->width);
    const auto written_height = read_side(root->height);
    if (!written_width || !written_height) {
        return PictureSize{};
    }
    double width = *written_width;
    double height = *written_height;
    if (const ViewBox box = read_view_box(root->view_box); box.width > 0) {
        if (width == 0 && height == 0) {
            width = box.width;
            height = box.height;
        } else if (width == 0) {
            width = height * box.width / box.height;
        } else if (height == 0) {
            height = width * box.height / box.width;
        }
    }
    width = std::round(width);
    height = std::round(height);
    constexpr double kMax = article::kMaxPictureSide;
    // A side of hundreds of digits is no number any more, and fits nowhere.
    const bool fits = width >= 1 && height >= 1 && width <= kMax && height <= kMax;
    return fits ? PictureSize{static_cast<int>(width), static_cast<int>(height)} : PictureSize{};
}

}  // namespace ventanilla::site
