#include "cli/checked_site.h"

#include <algorithm>
#include <iterator>
#include <tuple>
#include <utility>

#include "cli/printable.h"
#include "cli/publish/accent.h"
#include "cli/publish/pseudo.h"
#include "cli/publish/wordings.h"
#include "cli/site_folder.h"

namespace ventanilla::cli {
namespace {

base::Problem at_settings(std::string rule, std::string message) {
    return {.place = {.file = "site.json"}, .rule = std::move(rule), .message = std::move(message)};
}

bool in_order(const base::Problem& one, const base::Problem& other) {
    const auto key = [](const base::Problem& problem) {
        return std::tie(problem.place.file, problem.place.line, problem.place.column);
    };
    return key(one) < key(other);
}

}  // namespace

CheckedSite check_site(const std::filesystem::path& folder, const publish::Texts& texts) {
    FolderReading read = read_site_folder(folder);
    CheckedSite checked{.site = {}, .texts = {}, .problems = std::move(read.problems)};
    // What cannot be read is mended first: without it, everything that names it would seem wrong.
    if (!checked.problems.empty()) {
        std::ranges::stable_sort(checked.problems, in_order);
        return checked;
    }
    if (!read.files.contains("site.json")) {
        checked.problems.push_back(
            at_settings("site-missing", "There is no such file in this folder, and every site has "
                                        "one: name the folder that holds it."));
        return checked;
    }
    site::Reading reading = site::read_site(read.files);
    checked.problems = std::move(reading.problems);
    if (reading.site) {
        for (const std::string& language : reading.site->languages) {
            if (!texts.speaks(language) && !publish::words_for(*reading.site, language)) {
                checked.problems.push_back(at_settings(
                    "site-language-texts", "Ventanilla has no texts of its own in the language \"" +
                                               language + "\"; word them in texts/" + language +
                                               ".json, or leave it out."));
            }
        }
        std::ranges::move(publish::check_wordings(*reading.site, texts),
                          std::back_inserter(checked.problems));
    }
    std::ranges::stable_sort(checked.problems, in_order);
    if (checked.problems.empty()) {
        checked.site = std::move(reading.site);
        checked.texts = publish::worded(*checked.site, texts);
    }
    return checked;
}

publish::Texts texts_of(const CheckedSite& checked, Speech speech) {
    return speech == Speech::kPseudo ? publish::in_pseudo(*checked.site, checked.texts)
                                     : checked.texts;
}

void print_problems(const base::Problems& problems, std::ostream& out) {
    for (const base::Problem& problem : problems) {
        out << printable(base::to_text(problem)) << '\n';
    }
    if (problems.empty()) {
        out << "No problems.\n";
    } else {
        out << problems.size() << (problems.size() == 1 ? " problem.\n" : " problems.\n");
    }
}

void print_advice(const CheckedSite& checked, std::ostream& out) {
    if (checked.site && !checked.site->accent.empty() &&
        !publish::is_legible_on_white(checked.site->accent)) {
        out << "site.json: note: the accent " << checked.site->accent
            << " cannot be read as text on white; links and lines take a darker shade of it.\n";
    }
}

}  // namespace ventanilla::cli
