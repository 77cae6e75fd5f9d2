#include "core/base/big_integer.h"

#include <bit>

namespace ventanilla::base {

BigInteger::BigInteger(std::uint64_t value) {
    for (; value > 0; value >>= 32) {
        words_[size_++] = static_cast<std::uint32_t>(value);
    }
}

int BigInteger::bits() const {
    return size_ == 0 ? 0 : static_cast<int>(32 * size_) - std::countl_zero(words_[size_ - 1]);
}

void BigInteger::multiply(std::uint32_t factor, std::uint32_t plus) {
    std::uint64_t carry = plus;
    for (std::size_t i = 0; i < size_; ++i) {
        carry += std::uint64_t{words_[i]} * factor;
        words_[i] = static_cast<std::uint32_t>(carry);
        carry >>= 32;
    }
    if (carry > 0) {
        words_[size_++] = static_cast<std::uint32_t>(carry);
    }
}

void BigInteger::multiply_by_power_of_ten(int power) {
    for (; power >= 9; power -= 9) {
        multiply(1'000'000'000);
    }
    for (; power > 0; --power) {
        multiply(10);
    }
}

void BigInteger::shift_left(int bits) {
    for (; bits >= 31; bits -= 31) {
        multiply(1U << 31U);
    }
    multiply(1U << static_cast<unsigned>(bits));
}

void BigInteger::add(const BigInteger& other) {
    while (size_ < other.size_) {
        words_[size_++] = 0;
    }
    std::uint64_t carry = 0;
    for (std::size_t i = 0; i < size_; ++i) {
        carry += std::uint64_t{words_[i]} + (i < other.size_ ? other.words_[i] : 0);
        words_[i] = static_cast<std::uint32_t>(carry);
        carry >>= 32;
    }
    if (carry > 0) {
        words_[size_++] = 1;
    }
}

void BigInteger::subtract(const BigInteger& other) {
    std::uint64_t borrow = 0;
    for (std::size_t i = 0; i < size_; ++i) {
        const std::uint64_t taken = (i < other.size_ ? other.words_[i] : 0) + borrow;
        borrow = taken > words_[i] ? 1 : 0;
        words_[i] = static_cast<std::uint32_t>(words_[i] - taken);
    }
    while (size_ > 0 && words_[size_ - 1] == 0) {
        --size_;
    }
}

std::strong_ordering operator<=>(const BigInteger& left, const BigInteger& right) {
    if (left.size_ != right.size_) {
        return left.size_ <=> right.size_;
    }
    for (std::size_t i = left.size_; i-- > 0;) {
        if (left.words_[i] != right.words_[i]) {
            return left.words_[i] <=> right.words_[i];
        }
    }
    return std::strong_ordering::equal;
}

}  // namespace ventanilla::base
