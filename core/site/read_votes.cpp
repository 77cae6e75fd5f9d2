#include "core/site/read_votes.h"

#include <cstdint>
#include <limits>

#include "core/base/json.h"
#include "core/base/json_scan.h"
#include "core/base/problem.h"

namespace ventanilla::site {
namespace {

constexpr std::int64_t kMostVotes = std::numeric_limits<std::uint32_t>::max();

bool is_votable(std::string_view target) {
    return target.starts_with("article:") || target.starts_with("guide:");
}

}  // namespace

std::map<std::string, SiteVotes> read_votes(JsonFile& file,
                                            std::vector<SiteReference>& references) {
    std::map<std::string, SiteVotes> votes;
    if (file.json() == nullptr) {
        return votes;
    }
    base::JsonFindings findings;
    base::ObjectReader reader(*file.json(), "", findings);
    reader.optional_text("$schema");
    for (const auto& [target, entry] : file.json()->members()) {
        if (!is_votable(target)) {
            if (target != "$schema") {
                reader.report(target, "json-unknown",
                              "Votes are on \"article:ID\" or \"guide:ID\"; correct " +
                                  base::in_quotes(target) + " or take it out.");
            }
            continue;
        }
        if (auto counts = reader.child(target)) {
            const base::Position at = file.position(base::pointer_to("", target));
            references.push_back({{file.problems().file(), at.line, at.column}, target});
            votes[target] = {
                static_cast<std::uint32_t>(counts->optional_integer("yes", 0, 0, kMostVotes)),
                static_cast<std::uint32_t>(counts->optional_integer("no", 0, 0, kMostVotes))};
            counts->refuse_others();
        }
    }
    file.report(findings);
    return votes;
}

}  // namespace ventanilla::site
