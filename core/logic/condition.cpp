#include "core/logic/condition.h"

#include <algorithm>
#include <array>
#include <optional>
#include <set>
#include <string_view>
#include <utility>

#include "core/base/json.h"
#include "core/base/json_scan.h"
#include "core/logic/compare.h"
#include "core/logic/evaluate.h"

namespace ventanilla::logic {
namespace {

using base::Json;

constexpr std::size_t kMaxNodes = 1'000;
constexpr std::size_t kAnyNumber = kMaxNodes;

struct Operator {
    std::string_view name;
    std::size_t least;  // arguments
    std::size_t most;
};

constexpr std::array<Operator, 13> kOperators{{
    {"var", 0, 2},
    {"==", 2, 2},
    {"!=", 2, 2},
    {"in", 2, 2},
    {"and", 1, kAnyNumber},
    {"or", 1, kAnyNumber},
    {"!", 1, 1},
    {"!!", 1, 1},
    {"if", 0, kAnyNumber},
    {"<", 2, 3},
    {"<=", 2, 3},
    {">", 2, 2},
    {">=", 2, 2},
}};

const Operator* find_operator(std::string_view name) {
    const auto* found = std::ranges::find(kOperators, name, &Operator::name);
    return found == kOperators.end() ? nullptr : found;
}

class Checker {
public:
    std::optional<ConditionError> check(const Json& rule, const std::string& pointer, int depth) {
        if (++nodes_ > kMaxNodes || depth > base::kMaxJsonDepth) {
            return ConditionError{
                "", "The condition is too long or nested too deeply; make it simpler."};
        }
        if (rule.is_array()) {
            return check_elements(rule, pointer, depth);
        }
        return rule.is_object() ? check_operation(rule, pointer, depth) : std::nullopt;
    }

private:
    std::optional<ConditionError> check_elements(const Json& array, const std::string& pointer,
                                                 int depth) {
        for (std::size_t i = 0; i < array.size(); ++i) {
            if (auto error = check(array[i], pointer + "/" + std::to_string(i), depth + 1)) {
                return error;
            }
        }
        return std::nullopt;
    }

    std::optional<ConditionError> check_operation(const Json& rule, const std::string& pointer,
                                                  int depth) {
        if (rule.size() != 1) {
            return ConditionError{
                pointer, "An operation of a condition is an object with exactly one member."};
        }
        const auto& [name, arguments] = rule.members().front();
        const Operator* known = find_operator(name);
        if (known == nullptr) {
            return ConditionError{
                pointer, "Conditions have no operator \"" + name +
                             "\"; there are var, ==, !=, in, and, or, !, !!, if, <, <=, > and >=."};
        }
        const std::size_t count = arguments.is_array() ? arguments.size() : 1;
        if (count < known->least || count > known->most) {
            return ConditionError{pointer, "The operator \"" + name + "\" takes " +
                                               arguments_text(*known) + "."};
        }
        if (name == "var" && count > 0) {
            const Json& asked = arguments.is_array() ? arguments[0] : arguments;
            if (asked.is_structured()) {
                return ConditionError{
                    pointer, "\"var\" must name a value directly, as in {\"var\": \"kind\"}."};
            }
        }
        return check(arguments, base::pointer_to(pointer, name), depth + 1);
    }

    static std::string arguments_text(const Operator& known) {
        if (known.most == kAnyNumber) {
            return "one argument or more";
        }
        const std::string most = std::to_string(known.most);
        const std::string range =
            known.least == known.most ? most : std::to_string(known.least) + " to " + most;
        return range + (known.most == 1 ? " argument" : " arguments");
    }

    std::size_t nodes_ = 0;
};

void collect(const Json& rule, std::set<std::string>& names) {
    for (const auto& [operation, arguments] : rule.members()) {
        if (operation == "var") {
            const Json& name = arguments.is_array() ? arguments[0] : arguments;
            names.insert(name.is_null() ? "" : to_javascript_text(name));
        }
        collect(arguments, names);
    }
    for (const Json& element : rule.elements()) {
        collect(element, names);
    }
}

}  // namespace

Condition::Condition(Json rule) : rule_(std::make_shared<const Json>(std::move(rule))) {}

std::expected<Condition, ConditionError> Condition::read(Json rule) {
    if (auto error = Checker().check(rule, "", 1)) {
        return std::unexpected(std::move(*error));
    }
    return Condition(std::move(rule));
}

bool Condition::holds(const Json& values) const {
    return is_true(evaluate(*rule_, values));
}

std::vector<std::string> Condition::variables() const {
    std::set<std::string> names;
    collect(*rule_, names);
    return {names.begin(), names.end()};
}

}  // namespace ventanilla::logic
