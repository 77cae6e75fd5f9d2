// core/base/decimal.h
//
// Numbers with a fraction or an exponent as JSON writes them, to doubles and back. Both ways are
// exact: what is read is the double nearest to the digits, what is written are the fewest digits
// that lead back to the double.
//
//   read_decimal("0.1")     0.1
//   read_decimal("1e999")   nothing: it is out of range
//   append_decimal(text, 1e-7)   appends "1e-07"
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace ventanilla::base {

// `number` must be one by JSON's grammar. Nothing if it is nearer to infinity than to a double;
// what is nearest to 0 is 0.
std::optional<double> read_decimal(std::string_view number);

// Precondition: `number` is finite. Shows a point or an exponent, also where the number is whole.
void append_decimal(std::string& text, double number);

}  // namespace ventanilla::base
