#include "core/site/read_notice.h"

#include <optional>
#include <string_view>

#include "core/base/json_scan.h"
#include "core/base/problem.h"

namespace ventanilla::site {
namespace {

// Of "2026-11-22T08:00+01:00" or "2026-11-22T07:00Z", in UTC. Seconds may stand there, and do not count.
std::optional<Minutes> moment_of(std::string_view text) {
    constexpr std::size_t kClock = std::string_view("2026-11-22T08:00").size();
    const auto local = minutes_of(text);
    if (!local || text.size() <= kClock) {
        return std::nullopt;
    }
    std::string_view zone = text.substr(kClock);
    if (zone.front() == ':') {
        if (!minutes_of_day("00:" + std::string(zone.substr(1, 2)))) {
            return std::nullopt;
        }
        zone.remove_prefix(3);
    }
    if (zone == "Z") {
        return local;
    }
    const auto offset = minutes_of_day(zone.substr(zone.empty() ? 0 : 1));
    if (!offset || (zone.front() != '+' && zone.front() != '-')) {
        return std::nullopt;
    }
    return zone.front() == '+' ? *local - *offset : *local + *offset;
}

std::optional<Minutes> read_moment(base::ObjectReader& reader, std::string_view key) {
    const std::string text = reader.optional_text(key);
    const auto moment = moment_of(text);
    if (!moment && !text.empty()) {
        reader.report(key, "notice-time",
                      "A moment is written with its zone: \"2026-11-22T08:00+01:00\".");
    }
    return moment;
}

}  // namespace

Notice read_notice(JsonFile& file, const std::vector<std::string>& languages,
                   std::vector<SiteReference>& references) {
    Notice notice;
    if (file.json() == nullptr) {
        return notice;
    }
    base::JsonFindings findings;
    base::ObjectReader reader(*file.json(), "", findings);
    reader.optional_text("$schema");
    notice.text = ticket::read_local_text(reader, "text", languages);
    const std::string tone = reader.text("tone");
    notice.is_warning = tone == "warning";
    if (!notice.is_warning && tone != "info" && !tone.empty()) {
        reader.report("tone", "notice-tone", "The tone is \"warning\" or \"info\".");
    }
    notice.article = reader.optional_text("article");
    if (!notice.article.empty()) {
        const base::Position at = file.position("/article");
        references.push_back(
            {{file.problems().file(), at.line, at.column}, "article:" + notice.article});
    }
    notice.from = read_moment(reader, "from");
    notice.until = read_moment(reader, "until");
    if (notice.from && notice.until && *notice.until <= *notice.from) {
        reader.report("until", "notice-time",
                      "The notice ends before it begins; correct one of the two.");
    }
    reader.refuse_others();
    file.report(findings);
    return notice;
}

}  // namespace ventanilla::site
