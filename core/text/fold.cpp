#include "core/text/fold.h"

#include <cstddef>

#include "core/text/letters.h"
#include "core/text/utf8.h"

namespace ventanilla::text {
namespace {

bool is_combining_mark(char32_t c) {
    return (c >= 0x300 && c <= 0x36F) || (c >= 0x1AB0 && c <= 0x1AFF) ||
           (c >= 0x1DC0 && c <= 0x1DFF) || (c >= 0x20D0 && c <= 0x20FF) ||
           (c >= 0xFE20 && c <= 0xFE2F);
}

// Soft hyphen, joiners: they stand inside words and say nothing about them.
bool is_invisible(char32_t c) {
    return c == 0xAD || (c >= 0x200B && c <= 0x200D) || c == 0x2060 || c == 0xFEFF;
}

char32_t lower_of(char32_t c) {
    const bool is_even = (c & 1U) == 0;
    if (c < 0xC0) {
        return c >= U'A' && c <= U'Z' ? c + 0x20 : c;
    }
    if (c < 0x250) {
        return kLatinLower[c - 0xC0];
    }
    if (c >= 0x370 && c < 0x400) {
        switch (c) {
        case 0x386:
            return 0x3AC;
        case 0x38C:
            return 0x3CC;
        case 0x38E:
        case 0x38F:
            return c + 0x3F;
        default:
            break;
        }
        if (c >= 0x388 && c <= 0x38A) {
            return c + 0x25;
        }
        return c >= 0x391 && c <= 0x3AB ? c + 0x20 : c;
    }
    if (c >= 0x400 && c < 0x530) {
        if (c < 0x430) {
            return c < 0x410 ? c + 0x50 : c + 0x20;
        }
        if (c < 0x460 || (c >= 0x482 && c < 0x48A)) {
            return c;
        }
        if (c == 0x4C0) {
            return 0x4CF;
        }
        const bool upper_is_odd = c > 0x4C0 && c < 0x4CF;
        return c != 0x4CF && is_even != upper_is_odd ? c + 1 : c;
    }
    if (c >= 0x1E00 && c < 0x1F00) {
        if (c == 0x1E9E) {
            return 0xDF;
        }
        return is_even && (c < 0x1E96 || c > 0x1E9F) ? c + 1 : c;
    }
    return c;
}

// The letter below the marks of a lower-case letter.
char32_t base_of(char32_t c) {
    if (c < 0x250) {
        const char base = c < 0xC0 ? '.' : kLatinBase[c - 0xC0];
        return base == '.' ? c : static_cast<char32_t>(base);
    }
    if (c >= 0x1E00 && c < 0x1F00) {
        const char base = kLatinAdditionalBase[c - 0x1E00];
        return base == '.' ? c : static_cast<char32_t>(base);
    }
    switch (c) {
    case 0x3AC:
        return 0x3B1;
    case 0x3AD:
        return 0x3B5;
    case 0x3AE:
        return 0x3B7;
    case 0x390:
    case 0x3AF:
    case 0x3CA:
        return 0x3B9;
    case 0x3CC:
        return 0x3BF;
    case 0x3B0:
    case 0x3CB:
    case 0x3CD:
        return 0x3C5;
    case 0x3CE:
        return 0x3C9;
    case 0x3C2:  // final sigma
        return 0x3C3;
    case 0x450:
    case 0x451:
        return 0x435;
    case 0x45D:
        return 0x438;
    default:
        return c;
    }
}

// Letters that are written as two without their own keyboard.
std::string_view two_letters_of(char32_t c) {
    switch (c) {
    case 0xDF:
        return "ss";
    case 0xE6:
        return "ae";
    case 0xFE:
        return "th";
    case 0x133:
        return "ij";
    case 0x153:
        return "oe";
    default:
        return {};
    }
}

char32_t compose(char32_t letter, char32_t mark) {
    for (const Composition& c : kCompositions) {
        if (c.mark == mark && c.letter == letter) {
            return c.composed;
        }
    }
    return 0;
}

// Calls `put` with each letter in lower case, composed, and with the marks that did not compose.
template <typename Put>
void each_lower(std::string_view text, Put put) {
    constexpr char32_t kNone = 0x110000;
    char32_t pending = kNone;  // waits for the marks that may follow it
    for (std::size_t at = 0; at < text.size();) {
        const char32_t c = lower_of(decode(text, at));
        if (c >= 0x300 && c <= 0x36F) {
            if (const char32_t composed = compose(pending, c); composed != 0) {
                pending = composed;
                continue;
            }
        }
        if (pending != kNone) {
            put(pending);
        }
        pending = c;
    }
    if (pending != kNone) {
        put(pending);
    }
}

}  // namespace

std::string fold(std::string_view text) {
    std::string folded;
    folded.reserve(text.size());
    each_lower(text, [&](char32_t c) {
        if (c < 0x80) {
            folded.push_back(static_cast<char>(c));
        } else if (const std::string_view two = two_letters_of(c); !two.empty()) {
            folded += two;
        } else if (!is_combining_mark(c) && !is_invisible(c)) {
            append(folded, base_of(c));
        }
    });
    return folded;
}

std::string lower(std::string_view text) {
    std::string lowered;
    lowered.reserve(text.size());
    each_lower(text, [&](char32_t c) { append(lowered, c); });
    return lowered;
}

}  // namespace ventanilla::text
