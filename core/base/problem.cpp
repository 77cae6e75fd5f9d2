#include "core/base/problem.h"

namespace ventanilla::base {

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
