#include <algorithm>
#include <bit>
#include <cstdint>
#include <cstdlib>

#include "core/base/big_integer.h"
#include "core/base/decimal.h"

namespace ventanilla::base {
namespace {

// Half way between two doubles lie numbers of at most 767 digits. From more of them it only
// matters whether one is not 0.
constexpr int kMostDigits = 768;
// A text may be long enough for that many digits to move the point, but not for more.
constexpr std::int64_t kLargestExponent = 1'000'000'000'000'000;
constexpr std::uint64_t kInfinity = std::uint64_t{0x7FF} << 52U;

// digits * 10^exponent, without a sign.
struct Decimal {
    BigInteger digits;
    int count = 0;  // of digits, from the first that is not 0
    std::int64_t exponent = 0;
};

std::int64_t read_exponent(std::string_view text) {
    std::int64_t exponent = 0;
    for (const char c : text) {
        if (c >= '0' && c <= '9') {
            exponent = std::min(exponent * 10 + (c - '0'), kLargestExponent);
        }
    }
    return text.starts_with('-') ? -exponent : exponent;
}

Decimal split(std::string_view number) {
    Decimal decimal;
    bool in_fraction = false;
    bool has_more = false;
    for (std::size_t at = 0; at < number.size(); ++at) {
        const char c = number[at];
        if (c == 'e' || c == 'E') {
            decimal.exponent += read_exponent(number.substr(at + 1));
            break;
        }
        if (c == '.') {
            in_fraction = true;
            continue;
        }
        const bool is_kept = decimal.count < kMostDigits;
        if (is_kept) {
            decimal.digits.multiply(10, static_cast<std::uint32_t>(c - '0'));
            decimal.count += decimal.count > 0 || c != '0' ? 1 : 0;
        } else {
            has_more = has_more || c != '0';
        }
        decimal.exponent += (is_kept ? 0 : 1) - (in_fraction ? 1 : 0);
    }
    if (has_more) {
        decimal.digits.multiply(10, 1);
        ++decimal.count;
        --decimal.exponent;
    }
    return decimal;
}

// The bits of the double nearest to the quotient of two numbers that are not 0; of two that are as
// near, the even one.
std::uint64_t nearest_double(BigInteger numerator, BigInteger denominator) {
    int exponent = numerator.bits() - denominator.bits();
    (exponent < 0 ? numerator : denominator).shift_left(std::abs(exponent));
    if (numerator < denominator) {
        numerator.shift_left(1);
        --exponent;
    }
    // It is now that quotient, from 1 to 2, times 2^exponent. Doubles near 0 have fewer bits.
    const int kept = std::max(exponent, -1022);
    const int bits = 53 - (kept - exponent);
    std::uint64_t mantissa = 0;
    for (int i = 0; i < bits; ++i) {
        mantissa *= 2;
        if (numerator >= denominator) {
            numerator.subtract(denominator);
            ++mantissa;
        }
        numerator.shift_left(1);
    }
    const auto rest = bits < 0 ? std::strong_ordering::less : numerator <=> denominator;
    if (rest > 0 || (rest == 0 && mantissa % 2 == 1)) {
        ++mantissa;
    }
    // A leading bit counts as one of the exponent, and so does one that was carried over.
    return (static_cast<std::uint64_t>(kept + 1022) << 52U) + mantissa;
}

}  // namespace

std::optional<double> read_decimal(std::string_view number) {
    const bool is_negative = number.starts_with('-');
    Decimal decimal = split(number.substr(is_negative ? 1 : 0));
    const std::int64_t magnitude =
        decimal.count + decimal.exponent;  // it is less than 10^magnitude
    std::uint64_t bits = 0;
    if (decimal.count > 0 && magnitude > -324) {
        if (magnitude > 309) {
            return std::nullopt;
        }
        BigInteger denominator(1);
        const int exponent = static_cast<int>(decimal.exponent);
        (exponent < 0 ? denominator : decimal.digits).multiply_by_power_of_ten(std::abs(exponent));
        bits = nearest_double(decimal.digits, denominator);
        if (bits >= kInfinity) {
            return std::nullopt;
        }
    }
    const auto value = std::bit_cast<double>(bits);
    return is_negative ? -value : value;
}

}  // namespace ventanilla::base
