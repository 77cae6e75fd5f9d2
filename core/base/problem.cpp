#include "core/base/problem.h"

#include <algorithm>
#include <utility>

namespace ventanilla::base {

void FileProblems::add(Position at, std::string_view rule, std::string message) {
    if (full()) {
        return;
    }
    if (problems_.size() == kMaxProblems) {
        problems_.push_back({{file_, at.line, at.column},
                             "too-many",
                             "There are more problems in this file; mend the ones above first."});
        return;
    }
    problems_.push_back({{file_, at.line, at.column}, std::string(rule), std::move(message)});
}

void FileProblems::add(std::string_view rule, std::string message) {
    add({.line = 0, .column = 0}, rule, std::move(message));
}

Problems FileProblems::take() {
    const auto by_place = [](const Problem& left, const Problem& right) {
        return std::pair(left.place.line, left.place.column) <
               std::pair(right.place.line, right.place.column);
    };
    // The last of a full list, which says that there are more, stays the last.
    std::stable_sort(problems_.begin(), problems_.end() - (full() ? 1 : 0), by_place);
    return std::move(problems_);
}

std::string in_quotes(std::string_view name) {
    return "\"" + std::string(name) + "\"";
}

std::string to_text(const Problem& problem) {
    std::string text = problem.place.file;
    if (problem.place.line > 0) {
        text += ":" + std::to_string(problem.place.line);
        if (problem.place.column > 0) {
            text += ":" + std::to_string(problem.place.column);
        }
    }
    return text + ": error[" + problem.rule + "]: " + problem.message;
}

}  // namespace ventanilla::base
