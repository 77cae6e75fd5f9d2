// core/guide/guide.h
//
// A guide as data: steps and where each answer leads, without a word that a person reads (those are
// a site's, by language). Read from guides/<id>.json; docs/authors/site-format.md describes the
// format.
#pragma once

#include <cstddef>
#include <expected>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/base/json_fwd.h"
#include "core/base/json_reader.h"

namespace ventanilla::guide {

inline constexpr std::size_t kMaxSteps = 2'000;
inline constexpr std::size_t kMaxChoices = 20;

struct Choice {
    std::string id;
    std::string next;  // a step's id
};

enum class StepKind { kQuestion, kInstruction, kOutcome };
enum class Result { kSolved, kUnsolved, kHandoff };

struct Step {
    std::string id;
    StepKind kind = StepKind::kQuestion;
    std::vector<Choice> choices;      // kQuestion, kInstruction: at least one
    Result result = Result::kSolved;  // kOutcome
    std::vector<std::pair<std::string, std::string>>
        values;  // kOutcome, kHandoff: what the form begins with

    [[nodiscard]] const Choice* find_choice(std::string_view id) const;
};

struct Guide {
    std::string id;
    int version = 1;
    std::string start;
    std::vector<Step> steps;

    [[nodiscard]] const Step* find_step(std::string_view id) const;
};

// A mistake in a guide's file: where (JSON pointer), which rule, how to mend it.
using Finding = base::JsonFinding;

// Shape and sense: every step that is named exists, can be reached and leads to an outcome. All
// findings at once. Steps come in order of id. Rules: those of ObjectReader, id-format and guide-*.
std::expected<Guide, std::vector<Finding>> read_guide(const base::Json& json);

// In the form that read_guide takes.
base::Json to_json(const Guide& guide);

}  // namespace ventanilla::guide
