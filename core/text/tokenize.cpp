#include "core/text/tokenize.h"

#include <algorithm>
#include <array>
#include <span>

#include "core/text/utf8.h"

namespace ventanilla::text {
namespace {

enum class Kind {
    kBreak,       // stands between words
    kLetter,      // letters, digits, marks
    kAlone,       // a word by itself, as in Chinese
    kApostrophe,  // inside a word only
    kIgnored,     // soft hyphen and joiners: inside a word only
};

struct Range {
    char32_t first;
    char32_t last;
};

// What is no letter, digit or mark from U+0080 on: punctuation, symbols, private use. From Unicode
// 15's general categories, cut down to the blocks that texts for people use.
constexpr Range kBreaks[] = {
    {0x80, 0xA9},        {0xAB, 0xB4},     {0xB6, 0xB9},     {0xBB, 0xBF},       {0xD7, 0xD7},
    {0xF7, 0xF7},        {0x2C2, 0x2C5},   {0x2D2, 0x2DF},   {0x37E, 0x37E},     {0x387, 0x387},
    {0x482, 0x482},      {0x55A, 0x55F},   {0x589, 0x58F},   {0x5BE, 0x5BE},     {0x5C0, 0x5C0},
    {0x5C3, 0x5C3},      {0x5F3, 0x5F4},   {0x600, 0x60F},   {0x61B, 0x61F},     {0x66A, 0x66D},
    {0x6D4, 0x6D4},      {0x964, 0x965},   {0xE3F, 0xE3F},   {0xE4F, 0xE4F},     {0x104A, 0x104F},
    {0x1360, 0x1368},    {0x166D, 0x166E}, {0x17D4, 0x17DB}, {0x1800, 0x180A},   {0x2000, 0x200B},
    {0x200E, 0x2018},    {0x201A, 0x205F}, {0x2061, 0x2070}, {0x2074, 0x207E},   {0x2080, 0x208E},
    {0x20A0, 0x20CF},    {0x2100, 0x2BFF}, {0x2E00, 0x2FFF}, {0x3000, 0x3004},   {0x3008, 0x3020},
    {0x3030, 0x3030},    {0x303D, 0x303F}, {0x30FB, 0x30FB}, {0xA4FE, 0xA4FF},   {0xE000, 0xF8FF},
    {0xFD3E, 0xFD3F},    {0xFE10, 0xFE1F}, {0xFE30, 0xFE6F}, {0xFF00, 0xFF0F},   {0xFF1A, 0xFF20},
    {0xFF3B, 0xFF40},    {0xFF5B, 0xFF65}, {0xFFE0, 0xFFFF}, {0x1F000, 0x1FAFF}, {0xE0000, 0xE007F},
    {0xF0000, 0x10FFFF},
};

constexpr Range kAlones[] = {
    {0x3005, 0x3007}, {0x3040, 0x309F}, {0x30A0, 0x30FA}, {0x30FC, 0x30FF},
    {0x3400, 0x4DBF}, {0x4E00, 0x9FFF}, {0xF900, 0xFAFF}, {0x20000, 0x3FFFF},
};

bool contains(std::span<const Range> ranges, char32_t c) {
    const auto range = std::lower_bound(ranges.begin(), ranges.end(), c,
                                        [](Range r, char32_t value) { return r.last < value; });
    return range != ranges.end() && range->first <= c;
}

// By byte: a text is looked through with each key that a customer types.
constexpr std::array<bool, 256> kAsciiLetters = [] {
    std::array<bool, 256> letters{};
    for (const char c :
         std::string_view("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789")) {
        letters[static_cast<unsigned char>(c)] = true;
    }
    return letters;
}();

Kind kind_of(char32_t c) {
    if (c < 0x80) {
        return kAsciiLetters[c] ? Kind::kLetter : c == U'\'' ? Kind::kApostrophe : Kind::kBreak;
    }
    if (c == 0x2019) {
        return Kind::kApostrophe;
    }
    if (c == 0xAD || c == 0x200C || c == 0x200D || c == 0x2060 || c == 0xFEFF) {
        return Kind::kIgnored;
    }
    if (contains(kBreaks, c)) {
        return Kind::kBreak;
    }
    return c >= 0x3005 && contains(kAlones, c) ? Kind::kAlone : Kind::kLetter;
}

constexpr std::size_t kMaxCharacters = 64;
constexpr std::size_t kUsualWord = 5;  // bytes, with the space after it

}  // namespace

std::vector<Token> tokenize(std::string_view text) {
    std::vector<Token> tokens;
    tokens.reserve(text.size() / kUsualWord);
    std::size_t begin = 0;  // of the word that is being read
    std::size_t end = 0;    // past its last letter: an apostrophe counts only when a letter follows
    std::size_t characters = 0;
    const auto finish = [&] {
        if (characters > 0) {
            tokens.push_back({text.substr(begin, end - begin), begin});
        }
        characters = 0;
    };
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t here = at;
        // Most of a text, without a look at each letter as a code point.
        const std::size_t furthest = std::min(text.size(), at + kMaxCharacters - characters);
        while (at < furthest && kAsciiLetters[static_cast<unsigned char>(text[at])]) {
            ++at;
        }
        if (at != here) {
            begin = characters == 0 ? here : begin;
            characters += at - here;
            end = at;
            continue;
        }
        const Kind kind = kind_of(decode(text, at));
        if (kind == Kind::kLetter || kind == Kind::kAlone) {
            if (kind == Kind::kAlone || characters >= kMaxCharacters) {
                finish();
            }
            if (characters == 0) {
                begin = here;
            }
            ++characters;
            end = at;
            if (kind == Kind::kAlone) {
                finish();
            }
        } else if (kind == Kind::kBreak || end != here) {
            finish();
        } else if (characters > 0) {
            // One joiner or apostrophe: `end` stays, and the next letter takes it in.
            std::size_t next = at;
            if (at == text.size() || kind_of(decode(text, next)) != Kind::kLetter) {
                finish();
            }
        }
    }
    finish();
    return tokens;
}

}  // namespace ventanilla::text
