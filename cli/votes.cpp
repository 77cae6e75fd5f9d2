#include "cli/votes.h"

#include <algorithm>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "cli/checked_site.h"
#include "cli/printable.h"
#include "cli/site_folder.h"
#include "cli/table.h"
#include "core/base/json.h"

namespace ventanilla::cli {
namespace {

// Nothing is wrong, but perhaps other votes were meant.
void explain_none(const VotesOptions& options, const Environment& environment, std::ostream& out) {
    out << "There are no votes on articles of the site \""
        << printable(site_id(options, environment))
        << "\" to show; --site names another one, --since an earlier day.\n";
}

// Keeps to the articles that the site has: a build refuses votes on others.
std::map<std::string, store::VoteCounts> sums(const std::vector<store::ArticleVotes>& votes,
                                              const site::Site& site) {
    std::map<std::string, store::VoteCounts> sums;
    for (const auto& [article, language, counts] : votes) {
        const bool is_vote = counts.yes + counts.no > 0;
        if (is_vote && site.find_article(site.languages.front(), article) != nullptr) {
            sums[article].yes += counts.yes;
            sums[article].no += counts.no;
        }
    }
    return sums;
}

// Laid out as in the documentation, an article a line: what changed shows where the site's history is kept.
std::string votes_json(const std::map<std::string, store::VoteCounts>& sums) {
    std::string text = "{";
    std::string_view before = "\n  ";
    for (const auto& [article, counts] : sums) {
        text.append(before).append(base::write_json("article:" + article));
        text += ": { \"yes\": " + std::to_string(counts.yes) +
                ", \"no\": " + std::to_string(counts.no) + " }";
        before = ",\n  ";
    }
    return text + "\n}\n";
}

}  // namespace

int print_votes(const VotesOptions& options, const Environment& environment) {
    const auto votes = open(options, environment)->votes(options.since);
    FolderReading folder = read_site_folder(site_of(options, environment));
    folder.files.erase("votes.json");
    const site::Reading reading = site::read_site(folder.files);
    if (!folder.problems.empty() || !reading.site) {
        print_problems(folder.problems.empty() ? reading.problems : folder.problems,
                       environment.log);
        return kFailed;
    }
    const auto counted = sums(votes, *reading.site);
    if (counted.empty()) {
        explain_none(options, environment, environment.log);
    }
    environment.out << votes_json(counted);
    return kFine;
}

int print_vote_reasons(const VotesOptions& options, const Environment& environment) {
    const auto votes = open(options, environment)->votes(options.since);
    if (votes.empty()) {
        explain_none(options, environment, environment.out);
        return kFine;
    }
    std::vector<std::vector<std::string>> rows = {
        {"ARTICLE", "LANGUAGE", "YES", "NO", "UNANSWERED", "UNCLEAR", "WRONG"}};
    for (const auto& [article, language, counts] : votes) {
        rows.push_back({printable(article), printable(language), std::to_string(counts.yes),
                        std::to_string(counts.no), std::to_string(counts.unanswered),
                        std::to_string(counts.unclear), std::to_string(counts.wrong)});
    }
    print_table(rows, 2, environment.out);
    return kFine;
}

}  // namespace ventanilla::cli
