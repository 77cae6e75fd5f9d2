#include "server/log/redact.h"

#include <algorithm>
#include <optional>

namespace ventanilla::server {
namespace {

constexpr std::size_t kShortestCard = 13;
constexpr std::size_t kLongestCard = 19;
constexpr std::size_t kShortestIban = 15;
constexpr std::size_t kLongestIban = 34;
constexpr std::size_t kShortestSecret = 32;
constexpr std::size_t kLongestSecret = 512;  // what is longer is struck out in parts

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}
bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
bool is_alphanumeric(char c) {
    return is_digit(c) || is_letter(c);
}
bool is_beyond_ascii(char c) {
    return static_cast<unsigned char>(c) >= 0x80;
}
bool is_of_local_part(char c) {
    return is_alphanumeric(c) || is_beyond_ascii(c) || std::string_view("._%+-").contains(c);
}
bool is_of_domain(char c) {
    return is_alphanumeric(c) || is_beyond_ascii(c) || c == '.' || c == '-';
}
bool is_of_secret(char c) {
    return is_alphanumeric(c) || c == '_' || c == '-';
}

char upper(char c) {
    return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
}

// How many characters it takes at the beginning of `text`; 0: it is none.
using Match = std::size_t (*)(std::string_view text);

// The characters of a number that is written in groups, and where each ends.
struct Grouped {
    std::string characters;
    std::string_view written;
    std::size_t ends[kLongestIban] = {};
};

template <typename IsOne>
Grouped grouped(std::string_view text, std::size_t most, IsOne is_one) {
    Grouped found;
    std::size_t at = 0;
    while (at < text.size() && found.characters.size() < most) {
        const bool is_gap = (text[at] == ' ' || text[at] == '-') && at > 0 &&
                            at + 1 < text.size() && is_one(text[at - 1]) && is_one(text[at + 1]);
        if (is_one(text[at])) {
            found.ends[found.characters.size()] = at + 1;
            found.characters += upper(text[at]);
        } else if (!is_gap) {
            break;
        }
        ++at;
    }
    return found;
}

// The longest beginning of it that is right and at which a word ends.
template <typename IsRight>
std::size_t longest(std::string_view text, const Grouped& found, std::size_t least,
                    IsRight is_right) {
    for (std::size_t count = found.characters.size(); count >= least && count > 0; --count) {
        const std::size_t end = found.ends[count - 1];
        const bool is_whole = end == text.size() || !is_alphanumeric(text[end]);
        if (is_whole && is_right(std::string_view(found.characters).substr(0, count))) {
            return end;
        }
    }
    return 0;
}

// ISO/IEC 7812-1, annex B.
bool has_luhn_digit(std::string_view digits) {
    int sum = 0;
    for (std::size_t i = 0; i < digits.size(); ++i) {
        const int digit = digits[digits.size() - 1 - i] - '0';
        sum += i % 2 == 0 ? digit : digit * 2 - (digit > 4 ? 9 : 0);
    }
    return sum % 10 == 0;
}

std::size_t card(std::string_view text) {
    return longest(text, grouped(text, kLongestCard, is_digit), kShortestCard, has_luhn_digit);
}

// ISO 7064, MOD 97-10: the first four characters count as the last ones.
bool has_iban_digits(std::string_view iban) {
    int rest = 0;
    for (std::size_t i = 0; i < iban.size(); ++i) {
        const char c = iban[(i + 4) % iban.size()];
        rest = is_digit(c) ? (rest * 10 + (c - '0')) % 97 : (rest * 100 + (c - 'A' + 10)) % 97;
    }
    return rest == 1;
}

std::size_t iban(std::string_view text) {
    const bool begins = text.size() >= kShortestIban && is_letter(text[0]) && is_letter(text[1]) &&
                        is_digit(text[2]) && is_digit(text[3]);
    return begins ? longest(text, grouped(text, kLongestIban, is_alphanumeric), kShortestIban,
                            has_iban_digits)
                  : 0;
}

// "12345678Z", "X1234567L", a hyphen or a space before the letter or not.
std::size_t identity(std::string_view text) {
    constexpr std::string_view kLetters = "TRWAGMYFPDXBNJZSQVHLCKE";
    constexpr std::string_view kForeign = "XYZ";
    std::size_t at = 0;
    int number = 0;
    if (!text.empty()) {
        if (const std::size_t first = kForeign.find(upper(text[0]));
            first != std::string_view::npos) {
            number = static_cast<int>(first);
            at = 1;
        }
    }
    for (; at < text.size() && at < 8 && is_digit(text[at]); ++at) {
        number = number * 10 + (text[at] - '0');
    }
    if (at != 8) {
        return 0;
    }
    at += at < text.size() && (text[at] == '-' || text[at] == ' ') ? 1 : 0;
    const bool is_right =
        at < text.size() && upper(text[at]) == kLetters[static_cast<std::size_t>(number % 23)];
    return is_right && (at + 1 == text.size() || !is_alphanumeric(text[at + 1])) ? at + 1 : 0;
}

std::size_t address(std::string_view text) {
    std::size_t at = 0;
    while (at < text.size() && is_of_local_part(text[at])) {
        ++at;
    }
    if (at == 0 || at + 1 >= text.size() || text[at] != '@' || !is_of_domain(text[at + 1])) {
        return 0;
    }
    ++at;
    while (at < text.size() && is_of_domain(text[at])) {
        ++at;
    }
    return at;
}

// Long, and either hexadecimal, as a UUID, or of capitals, small letters and digits, as base64url: no words.
std::size_t secret(std::string_view text) {
    text = text.substr(0, kLongestSecret);
    const auto end = std::ranges::find_if_not(text, is_of_secret);
    const std::string_view run = text.substr(0, static_cast<std::size_t>(end - text.begin()));
    const auto has = [run](char least, char most) {
        return std::ranges::any_of(run, [=](char c) { return c >= least && c <= most; });
    };
    const bool is_hexadecimal = std::ranges::all_of(run, [](char c) {
        return c == '-' || is_digit(c) || (upper(c) >= 'A' && upper(c) <= 'F');
    });
    const bool is_mixed = has('0', '9') && (is_hexadecimal || (has('a', 'z') && has('A', 'Z')));
    return run.size() >= kShortestSecret && is_mixed ? run.size() : 0;
}

struct Kind {
    Match match;
    bool (*is_within)(char before);  // it does not begin behind such a character
    std::string_view name;
};
constexpr Kind kKinds[] = {{address, is_of_local_part, "[e-mail]"},
                           {iban, is_alphanumeric, "[iban]"},
                           {identity, is_alphanumeric, "[identity]"},
                           {card, is_alphanumeric, "[card]"},
                           {secret, is_alphanumeric, "[secret]"}};

}  // namespace

std::string redact(std::string_view line) {
    std::string redacted;
    std::size_t at = 0;
    std::size_t struck = 0;  // up to there
    while (at < line.size()) {
        for (const Kind& kind : kKinds) {
            const bool begins = at == struck || !kind.is_within(line[at - 1]);
            const std::size_t size = begins ? kind.match(line.substr(at)) : 0;
            if (size > 0) {
                redacted += kind.name;
                struck = at + size;
                break;
            }
        }
        if (struck > at) {
            at = struck;
        } else {
            redacted += line[at];
            ++at;
        }
    }
    return redacted;
}

}  // namespace ventanilla::server
