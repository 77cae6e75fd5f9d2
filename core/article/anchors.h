// core/article/anchors.h
//
// The names by which a page's headings are linked to: "La luz roja" is "la-luz-roja".
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>

namespace ventanilla::article {

class Anchors {
public:
    // None of these is made: "Content" is "content-2" where "content" is taken.
    explicit Anchors(std::set<std::string> taken = {}) : taken_(std::move(taken)) {}

    // The title's letters and digits without accents, in lower case; a second one of its kind gets "-2". a-z, 0-9 and
    // '-' alone, so that it can stand in any address; "section" where nothing of the title remains.
    std::string make(std::string_view title);

private:
    std::set<std::string> taken_;
    std::map<std::string, int> next_;  // the number that the next heading of this name tries first
};

}  // namespace ventanilla::article
