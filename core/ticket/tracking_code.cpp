#include "core/ticket/tracking_code.h"

#include <cstddef>

namespace ventanilla::ticket {
namespace {

constexpr std::string_view kSymbols = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
constexpr unsigned kBase = 31;
static_assert(kSymbols.size() == kBase);
constexpr std::size_t kLength = 16;
constexpr std::size_t kGroup = 4;
constexpr std::size_t kMaxTyped = 64;

// The symbols' places in kSymbols.
using Symbols = std::array<unsigned, kLength>;

unsigned weighted_sum(const Symbols& symbols) {
    unsigned sum = 0;
    for (unsigned i = 0; i < kLength; ++i) {
        sum += (i + 1) * symbols[i];
    }
    return sum % kBase;
}

std::string written(const Symbols& symbols) {
    std::string code;
    for (std::size_t i = 0; i < kLength; ++i) {
        if (i > 0 && i % kGroup == 0) {
            code += '-';
        }
        code += kSymbols[symbols[i]];
    }
    return code;
}

}  // namespace

std::string make_tracking_code(const std::array<std::uint8_t, 16>& random) {
    // Long division by 31: the remainder is the next symbol. 31^15 is so far below 2^128 that no
    // code is likelier than another by more than 1 in 2^53.
    std::array<std::uint8_t, 16> number = random;
    Symbols symbols{};
    for (std::size_t i = 0; i + 1 < kLength; ++i) {
        unsigned rest = 0;
        for (std::uint8_t& digit : number) {
            const unsigned value = rest * 256 + digit;
            digit = static_cast<std::uint8_t>(value / kBase);
            rest = value % kBase;
        }
        symbols[i] = rest;
    }
    // The last weight is 16, whose inverse modulo 31 is 2.
    symbols[kLength - 1] = 2 * (kBase - weighted_sum(symbols)) % kBase;
    return written(symbols);
}

std::optional<std::string> normalise_tracking_code(std::string_view typed) {
    if (typed.size() > kMaxTyped) {
        return std::nullopt;
    }
    Symbols symbols{};
    std::size_t count = 0;
    for (char c : typed) {
        if (c == ' ' || c == '-' || c == '\t') {
            continue;
        }
        if (c >= 'a' && c <= 'z') {
            c = static_cast<char>(c - 'a' + 'A');
        }
        const std::size_t symbol = kSymbols.find(c);
        if (symbol == std::string_view::npos || count == kLength) {
            return std::nullopt;
        }
        symbols[count++] = static_cast<unsigned>(symbol);
    }
    if (count != kLength || weighted_sum(symbols) != 0) {
        return std::nullopt;
    }
    return written(symbols);
}

}  // namespace ventanilla::ticket
