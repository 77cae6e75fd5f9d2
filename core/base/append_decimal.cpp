#include <bit>
#include <cmath>
#include <cstdint>
#include <cstdlib>

#include "core/base/big_integer.h"
#include "core/base/decimal.h"

namespace ventanilla::base {
namespace {

// The value of 0.digits * 10^point.
struct Digits {
    std::string digits;
    int point = 0;
};

// A double as number / unit, with how far on either side other numbers still lead back to it.
// Steele and White, How to print floating-point numbers accurately (1990).
class Shortest {
public:
    explicit Shortest(std::uint64_t bits) {
        const std::uint64_t fraction = bits % kLeadingBit;
        const int biased = static_cast<int>(bits / kLeadingBit);
        const std::uint64_t mantissa = biased == 0 ? fraction : fraction + kLeadingBit;
        const int exponent = (biased == 0 ? 1 : biased) - 1075;
        is_even_ = mantissa % 2 == 0;
        // A power of 2 has its neighbour below at half the distance, so distances are quarters.
        number_ = BigInteger(mantissa * 4);
        below_ = BigInteger(fraction == 0 && biased > 1 ? 1 : 2);
        above_ = BigInteger(2);
        unit_ = BigInteger(4);
        if (exponent < 0) {
            unit_.shift_left(-exponent);
        } else {
            number_.shift_left(exponent);
            below_.shift_left(exponent);
            above_.shift_left(exponent);
        }
        // Most of the way to the first digit: 2^10 is about 10^3.
        point_ = (static_cast<int>(std::bit_width(mantissa)) + exponent - 1) * 3 / 10;
        if (point_ > 0) {
            unit_.multiply_by_power_of_ten(point_);
        } else {
            number_.multiply_by_power_of_ten(-point_);
            below_.multiply_by_power_of_ten(-point_);
            above_.multiply_by_power_of_ten(-point_);
        }
    }

    Digits digits() {
        Digits result;
        result.point = point_;
        for (; reaches_unit(); ++result.point) {
            unit_.multiply(10);
        }
        for (next_place(); !reaches_unit(); next_place()) {
            --result.point;
        }
        for (;; next_place()) {
            char digit = '0';
            for (; number_ >= unit_; ++digit) {
                number_.subtract(unit_);
            }
            const auto rest = number_ <=> below_;
            const bool may_end = rest < 0 || (rest == 0 && is_even_);
            const bool may_end_above = reaches_unit();
            if (may_end_above && (!may_end || is_nearer_above(digit))) {
                ++digit;
            }
            result.digits += digit;
            if (may_end || may_end_above) {
                return result;
            }
        }
    }

private:
    static constexpr std::uint64_t kLeadingBit = std::uint64_t{1} << 52U;

    void next_place() {
        number_.multiply(10);
        below_.multiply(10);
        above_.multiply(10);
    }
    // A reader rounds what lies half way to the even double.
    bool reaches_unit() const {
        BigInteger end = number_;
        end.add(above_);
        const auto order = end <=> unit_;
        return order > 0 || (order == 0 && is_even_);
    }
    bool is_nearer_above(char digit) const {
        BigInteger twice = number_;
        twice.shift_left(1);
        const auto order = twice <=> unit_;
        return order > 0 || (order == 0 && (digit - '0') % 2 == 1);
    }

    BigInteger number_, below_, above_, unit_;
    int point_ = 0;
    bool is_even_ = false;
};

void append_exponent(std::string& text, int exponent) {
    text += exponent < 0 ? "e-" : "e+";
    if (std::abs(exponent) < 10) {
        text += '0';
    }
    text += std::to_string(std::abs(exponent));
}

}  // namespace

// Which form a number gets is what nlohmann-json decided: stored and published texts have it.
void append_decimal(std::string& text, double number) {
    if (std::signbit(number)) {
        text += '-';
    }
    if (number == 0) {
        text += "0.0";
        return;
    }
    auto [digits, point] = Shortest(std::bit_cast<std::uint64_t>(std::fabs(number))).digits();
    const int count = static_cast<int>(digits.size());
    if (point > 15 || point <= -4) {
        if (count > 1) {
            digits.insert(1, 1, '.');
        }
        text += digits;
        append_exponent(text, point - 1);
    } else if (point <= 0) {
        text += "0.";
        text.append(static_cast<std::size_t>(-point), '0');
        text += digits;
    } else if (point >= count) {
        text += digits;
        text.append(static_cast<std::size_t>(point - count), '0');
        text += ".0";
    } else {
        digits.insert(static_cast<std::size_t>(point), 1, '.');
        text += digits;
    }
}

}  // namespace ventanilla::base
