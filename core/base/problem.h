// core/base/problem.h
//
// What an author is told when a file of hers is wrong: where, which rule, and how to mend it.
// Printed as "articles/es/router.md:12:3: error[link-target]: ...".
#pragma once

#include <string>
#include <vector>

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

// "file:line:column: error[rule]: message"; parts that are not known are left out.
std::string to_text(const Problem& problem);

}  // namespace ventanilla::base
