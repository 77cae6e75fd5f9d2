// core/base/big_integer.h
//
// A natural number of up to 4,096 bits, with as much arithmetic as exact decimals take.
#pragma once

#include <array>
#include <compare>
#include <cstddef>
#include <cstdint>

namespace ventanilla::base {

// Precondition of all that makes it larger: the result fits.
class BigInteger {
public:
    explicit BigInteger(std::uint64_t value = 0);

    [[nodiscard]] int bits() const;  // up to the highest that is set

    void multiply(std::uint32_t factor, std::uint32_t plus = 0);
    void multiply_by_power_of_ten(int power);
    void shift_left(int bits);
    void add(const BigInteger& other);
    void subtract(const BigInteger& other);  // Precondition: other <= *this.

    friend std::strong_ordering operator<=>(const BigInteger& left, const BigInteger& right);

private:
    std::array<std::uint32_t, 128> words_{};  // least first; those from size_ on mean nothing
    std::size_t size_ = 0;                    // the last of them is not 0
};

}  // namespace ventanilla::base
