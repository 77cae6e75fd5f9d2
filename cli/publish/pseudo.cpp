#include "cli/publish/pseudo.h"

#include <array>
#include <cstddef>
#include <utility>

#include "core/base/json.h"

namespace ventanilla::publish {
namespace {

// By letter, a to z.
constexpr std::array<std::string_view, 26> kAccented{"á", "ƀ", "ç", "ð", "é", "ƒ", "ĝ", "ĥ", "í",
                                                     "ĵ", "ķ", "ļ", "ɱ", "ñ", "ó", "þ", "ǫ", "ŕ",
                                                     "š", "ţ", "ú", "ṽ", "ŵ", "ẋ", "ý", "ž"};

constexpr std::size_t kLongerBy = 40;  // per cent of the characters
constexpr std::size_t kDotsInWord = 3;

bool begins_character(char byte) {
    return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U;
}

// In words, so that they break into lines as a sentence does.
std::string dots(std::size_t count) {
    std::string dots;
    for (std::size_t i = 0; i < count; ++i) {
        dots += i % kDotsInWord == 0 ? " ·" : "·";
    }
    return dots;
}

}  // namespace

std::string pseudo(std::string_view text) {
    std::string said = "⟦";
    std::size_t characters = 0;
    bool in_braces = false;
    for (const char c : text) {
        in_braces = in_braces ? c != '}' : c == '{';
        const char lower = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        if (in_braces || lower < 'a' || lower > 'z') {
            said += c;
        } else {
            said += kAccented[static_cast<std::size_t>(lower - 'a')];
        }
        if (!in_braces && c != '}' && begins_character(c)) {
            ++characters;
        }
    }
    return said + dots((characters * kLongerBy + 99) / 100) + "⟧";
}

Texts in_pseudo(const site::Site& site, const Texts& texts) {
    Texts said;
    for (const std::string& area : texts.areas()) {
        for (const std::string& language : site.languages) {
            const base::Json own = texts.in_language(area, language);
            base::Json changed = own;
            for (const auto& [key, text] : own.members()) {
                if (!key.starts_with("path.")) {
                    changed[key] = pseudo(text.text());
                }
            }
            said.add(area, language, std::move(changed));
        }
    }
    said.write_from_the_right();
    return said;
}

}  // namespace ventanilla::publish
