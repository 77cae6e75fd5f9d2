// core/logic/condition.h
//
// Conditions in JsonLogic (jsonlogic.com) over a form's or a guide's values, with JavaScript's idea
// of truth and equality. Operators: var, ==, !=, in, and, or, !, !!, if, <, <=, >, >=.
//
//   auto condition = Condition::read(json);          // {"==": [{"var": "kind"}, "fault"]}
//   if (condition && condition->holds(values)) ...
#pragma once

#include <expected>
#include <memory>
#include <string>
#include <vector>

#include "core/base/json_fwd.h"

namespace ventanilla::logic {

struct ConditionError {
    std::string pointer;  // into the rule, RFC 6901
    std::string message;
};

class Condition {
public:
    // Refuses an unknown operator, a wrong number of arguments and a rule of more than 1,000 nodes.
    static std::expected<Condition, ConditionError> read(base::Json rule);

    // Cannot fail: a variable that is not there is null.
    [[nodiscard]] bool holds(const base::Json& values) const;

    // The names that `var` asks for, each once, sorted.
    [[nodiscard]] std::vector<std::string> variables() const;
    [[nodiscard]] const base::Json& rule() const { return *rule_; }

private:
    explicit Condition(base::Json rule);

    std::shared_ptr<const base::Json> rule_;  // never null
};

}  // namespace ventanilla::logic
