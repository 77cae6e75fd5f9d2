// core/site/json_file.h
//
// A JSON file of a site: reads it and turns pointers into lines and columns.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/base/json.h"
#include "core/base/json_reader.h"
#include "core/base/problem.h"

namespace ventanilla::site {

class JsonFile {
public:
    // `bytes` must outlive the file. What is wrong with them (too large, not UTF-8, not JSON, a member written
    // twice) is reported at once.
    JsonFile(std::string_view name, std::string_view bytes);

    // Null if the file is no JSON.
    [[nodiscard]] const base::Json* json() const { return json_ ? &*json_ : nullptr; }

    // Of the value that `pointer` names.
    [[nodiscard]] base::Position position(std::string_view pointer) const;

    void report(std::string_view pointer, std::string_view rule, std::string message);
    // With `prefix` before each finding's pointer.
    void report(const base::JsonFindings& findings, std::string_view prefix = {});

    [[nodiscard]] base::FileProblems& problems() { return problems_; }

private:
    std::string_view bytes_;
    base::FileProblems problems_;
    std::optional<base::Json> json_;
};

}  // namespace ventanilla::site
