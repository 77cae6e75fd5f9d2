#include "core/logic/compare.h"

#include <cmath>
#include <limits>
#include <string_view>

#include "core/base/json.h"

namespace ventanilla::logic {
namespace {

using base::Json;

constexpr double kNotANumber = std::numeric_limits<double>::quiet_NaN();
constexpr double kExactIntegers = 9'007'199'254'740'992.0;  // 2^53

std::string_view trimmed(std::string_view text) {
    constexpr std::string_view kSpace = " \t\n\v\f\r";
    const std::size_t first = text.find_first_not_of(kSpace);
    return first == std::string_view::npos
               ? std::string_view{}
               : text.substr(first, text.find_last_not_of(kSpace) - first + 1);
}

// Takes the digits at the front of `text`.
std::string_view take_digits(std::string_view& text) {
    const std::size_t end = text.find_first_not_of("0123456789");
    const std::string_view digits = text.substr(0, end);
    text.remove_prefix(digits.size());
    return digits;
}

// JavaScript takes "+1", "01", "1." and ".5" for numbers, JSON does not: written anew, JSON's reading
// of numbers serves, and no second one has to travel to browsers.
double text_to_number(std::string_view text) {
    text = trimmed(text);
    if (text.empty()) {
        return 0;
    }
    std::string json;
    if (text.front() == '-' || text.front() == '+') {
        json = text.front() == '-' ? "-" : "";
        text.remove_prefix(1);
    }
    std::string_view whole = take_digits(text);
    std::string_view fraction;
    if (!text.empty() && text.front() == '.') {
        text.remove_prefix(1);
        fraction = take_digits(text);
    }
    if (whole.empty() && fraction.empty()) {
        return kNotANumber;
    }
    const std::size_t significant = whole.find_first_not_of('0');
    json += significant == std::string_view::npos ? "0" : whole.substr(significant);
    json += fraction.empty() ? "" : "." + std::string(fraction);
    json += text;  // an exponent, or what makes this no number
    const auto number = base::parse_json(json);
    return number && number->is_number() ? number->number() : kNotANumber;
}

bool is_primitive(const Json& value) {
    return !value.is_structured();
}

double to_number(const Json& value) {
    if (value.is_number()) {
        return value.number();
    }
    if (value.is_boolean()) {
        return value.boolean() ? 1 : 0;
    }
    if (value.is_null()) {
        return 0;
    }
    return text_to_number(value.is_text() ? value.text() : to_javascript_text(value));
}

Order order_of(double left, double right) {
    if (std::isnan(left) || std::isnan(right)) {
        return Order::kNone;
    }
    return left < right ? Order::kLess : left > right ? Order::kGreater : Order::kEqual;
}

}  // namespace

std::string to_javascript_text(const Json& value) {
    if (value.is_text()) {
        return value.text();
    }
    if (value.is_array()) {
        std::string joined;
        for (std::size_t i = 0; i < value.size(); ++i) {
            joined += i == 0 ? "" : ",";
            joined += value[i].is_null() ? "" : to_javascript_text(value[i]);
        }
        return joined;
    }
    if (value.is_object()) {
        return "[object Object]";
    }
    if (value.is_decimal()) {
        const auto number = value.number();
        if (number == std::trunc(number) && std::fabs(number) <= kExactIntegers) {
            return std::to_string(static_cast<std::int64_t>(number));
        }
    }
    return base::write_json(value);
}

bool loosely_equal(const Json& left, const Json& right) {
    if (left.is_null() || right.is_null()) {
        return left.is_null() && right.is_null();
    }
    if (left.is_structured() && right.is_structured()) {
        return false;
    }
    if (left.is_text() && right.is_text()) {
        return left.text() == right.text();
    }
    // An array or object meets a text as text, everything else as a number.
    if (!is_primitive(left) && right.is_text()) {
        return to_javascript_text(left) == right.text();
    }
    if (!is_primitive(right) && left.is_text()) {
        return left.text() == to_javascript_text(right);
    }
    return order_of(to_number(left), to_number(right)) == Order::kEqual;
}

Order compare(const Json& left, const Json& right) {
    const auto is_text = [](const Json& value) { return value.is_text() || value.is_structured(); };
    if (is_text(left) && is_text(right)) {
        const int order = to_javascript_text(left).compare(to_javascript_text(right));
        return order < 0 ? Order::kLess : order > 0 ? Order::kGreater : Order::kEqual;
    }
    return order_of(to_number(left), to_number(right));
}

}  // namespace ventanilla::logic
