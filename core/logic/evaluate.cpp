#include "core/logic/evaluate.h"

#include <algorithm>
#include <string>
#include <string_view>

#include "core/base/json.h"
#include "core/logic/compare.h"

namespace ventanilla::logic {
namespace {

using base::Json;

// The arguments of an operation: {"!": x} is short for {"!": [x]}.
class Arguments {
public:
    Arguments(const Json& written, const Json& values) : written_(written), values_(values) {}

    [[nodiscard]] std::size_t size() const { return written_.is_array() ? written_.size() : 1; }
    [[nodiscard]] Json value(std::size_t index) const {
        if (index >= size()) {
            return nullptr;
        }
        return evaluate(written_.is_array() ? written_[index] : written_, values_);
    }

private:
    const Json& written_;
    const Json& values_;
};

const Json* element(const Json& array, std::string_view index) {
    std::size_t number = 0;
    for (const char digit : index) {
        if (digit < '0' || digit > '9' || number >= array.size()) {
            return nullptr;
        }
        number = number * 10 + static_cast<std::size_t>(digit - '0');
    }
    return index.empty() || number >= array.size() ? nullptr : &array[number];
}

// "a.b.0": a member of a member, or an array's element.
Json variable(const Arguments& arguments, const Json& values) {
    const Json name = arguments.value(0);
    const std::string path = name.is_null() ? "" : to_javascript_text(name);
    if (path.empty()) {
        return values;
    }
    const Json* found = &values;
    std::string_view rest = path;
    while (found != nullptr) {
        const std::size_t dot = rest.find('.');
        const std::string_view part = rest.substr(0, dot);
        found = found->is_array() ? element(*found, part) : found->find(part);
        if (dot == std::string_view::npos) {
            break;
        }
        rest.remove_prefix(dot + 1);
    }
    return found != nullptr ? *found : arguments.value(1);
}

// The first argument whose truth is `wanted`, else the last one.
Json first_that_is(bool wanted, const Arguments& arguments) {
    Json value;
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        value = arguments.value(i);
        if (is_true(value) == wanted) {
            break;
        }
    }
    return value;
}

// if, then, else if, then, ..., else.
Json choose(const Arguments& arguments) {
    std::size_t i = 0;
    for (; i + 1 < arguments.size(); i += 2) {
        if (is_true(arguments.value(i))) {
            return arguments.value(i + 1);
        }
    }
    return i < arguments.size() ? arguments.value(i) : Json();
}

// An array has an element that is strictly equal; a text has a part.
bool is_in(const Json& needle, const Json& haystack) {
    if (haystack.is_text()) {
        return haystack.text().contains(to_javascript_text(needle));
    }
    const auto elements = haystack.elements();
    return !needle.is_structured() && std::ranges::find(elements, needle) != elements.end();
}

// a < b, or a < b < c.
bool ascending(const Arguments& arguments, bool or_equal) {
    Json left = arguments.value(0);
    for (std::size_t i = 1; i < std::max<std::size_t>(arguments.size(), 2); ++i) {
        Json right = arguments.value(i);
        const Order order = compare(left, right);
        if (order != Order::kLess && !(or_equal && order == Order::kEqual)) {
            return false;
        }
        left = std::move(right);
    }
    return true;
}

bool descending(const Arguments& arguments, bool or_equal) {
    const Order order = compare(arguments.value(0), arguments.value(1));
    return order == Order::kGreater || (or_equal && order == Order::kEqual);
}

}  // namespace

bool is_true(const Json& value) {
    return value.boolean() || value.number() != 0 || !value.text().empty() ||
           !value.elements().empty() || value.is_object();
}

Json evaluate(const Json& rule, const Json& values) {
    if (rule.is_array()) {
        Json elements = Json::array();
        for (const Json& element : rule.elements()) {
            elements.push_back(evaluate(element, values));
        }
        return elements;
    }
    if (!rule.is_object() || rule.size() != 1) {
        return rule;
    }
    const auto& [name, written] = rule.members().front();
    const Arguments arguments(written, values);
    if (name == "var") {
        return variable(arguments, values);
    }
    if (name == "and" || name == "or") {
        return first_that_is(name == "or", arguments);
    }
    if (name == "if") {
        return choose(arguments);
    }
    if (name == "!" || name == "!!") {
        return is_true(arguments.value(0)) == (name == "!!");
    }
    if (name == "==" || name == "!=") {
        return loosely_equal(arguments.value(0), arguments.value(1)) == (name == "==");
    }
    if (name == "in") {
        return is_in(arguments.value(0), arguments.value(1));
    }
    if (name == "<" || name == "<=") {
        return ascending(arguments, name == "<=");
    }
    if (name == ">" || name == ">=") {
        return descending(arguments, name == ">=");
    }
    return nullptr;
}

}  // namespace ventanilla::logic
