// cli/checked_site.h
//
// A site from disk with everything that is wrong with it: what lint prints, and what serve and build refuse.
#pragma once

#include <filesystem>
#include <optional>
#include <ostream>

#include "cli/publish/texts.h"
#include "core/base/problem.h"
#include "core/site/site.h"

namespace ventanilla::cli {

struct CheckedSite {
    std::optional<site::Site> site;  // there when there are no problems
    publish::Texts texts;     // the product's as this site words them; empty where it is not there
    base::Problems problems;  // in order of file and line
};

// Precondition: `folder` is a folder. `texts` are the product's own.
CheckedSite check_site(const std::filesystem::path& folder, const publish::Texts& texts);

// What a site's visitors read of the product: its texts, or them in a pseudo-language (cli/publish/pseudo.h).
enum class Speech { kPlain, kPseudo };

// Precondition: the site is there.
publish::Texts texts_of(const CheckedSite& checked, Speech speech);

// One problem a line, as "file:line:column: error[rule]: message", and how many there are. Control characters in
// names and messages are not passed on to the terminal.
void print_problems(const base::Problems& problems, std::ostream& out);

// What is no mistake and will look otherwise than the owner may think.
void print_advice(const CheckedSite& checked, std::ostream& out);

}  // namespace ventanilla::cli
