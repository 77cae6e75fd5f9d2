// core/base/problem.h
//
// What an author is told when a file of hers is wrong: where, which rule, and how to mend it.
// Printed as "articles/es/router.md:12:3: error[link-target]: ...".
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/position.h"

namespace ventanilla::base {

// A place in a text file. Lines and columns count from 1 (columns in bytes); 0 means "the file as a
// whole".
struct Place {
    std::string file;  // relative to the site, with '/' between folders
    int line = 0;
    int column = 0;

    friend bool operator==(const Place&, const Place&) = default;
};

struct Problem {
    Place place;
    std::string rule;     // stable code in kebab-case, such as "guide-dead-end"
    std::string message;  // one sentence: what is wrong and how to mend it

    friend bool operator==(const Problem&, const Problem&) = default;
};

using Problems = std::vector<Problem>;

// Collects the problems of one file, at most kMaxProblems of them and a last one that says so: a
// file that is broken throughout must not cost more than one that is right.
class FileProblems {
public:
    static constexpr std::size_t kMaxProblems = 100;

    explicit FileProblems(std::string_view file) : file_(file) {}

    void add(Position at, std::string_view rule, std::string message);
    void add(std::string_view rule, std::string message);  // about the file as a whole

    [[nodiscard]] bool empty() const { return problems_.empty(); }
    [[nodiscard]] bool full() const { return problems_.size() > kMaxProblems; }
    [[nodiscard]] const std::string& file() const { return file_; }
    // In the order of their lines.
    [[nodiscard]] Problems take();

private:
    std::string file_;
    Problems problems_;
};

// `"name"`, as messages set what an author wrote.
std::string in_quotes(std::string_view name);

// "file:line:column: error[rule]: message"; parts that are not known are left out.
std::string to_text(const Problem& problem);

}  // namespace ventanilla::base
