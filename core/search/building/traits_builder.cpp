#include "core/search/building/traits_builder.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <map>
#include <utility>

#include "core/base/date.h"
#include "core/search/building/tidy.h"
#include "core/text/fold.h"

namespace ventanilla::search {
namespace {

// Of 256: what texts of one title must share at least to be taken for one.
constexpr std::uint32_t kAlike = 230;
// Texts of one title that are compared with each further one.
constexpr std::size_t kCompared = 32;

// Days between an entry's update and the newest one's, from which on it is a step older.
constexpr std::array<std::int32_t, 5> kAges = {31, 92, 183, 366, 731};
// What an entry without a date is taken for.
constexpr std::uint32_t kUsualFreshness = 3;
// Votes count from no to yes in so many steps.
constexpr std::uint64_t kVoteSteps = kMaxPrior - kAges.size();

// The number of a day in the Gregorian calendar, 0 for what is no date.
std::int32_t day_number(std::string_view date) {
    if (!base::is_calendar_date(date)) {
        return 0;
    }
    const auto number = [date](std::size_t at, std::size_t size) {
        std::int32_t value = 0;
        for (const char digit : date.substr(at, size)) {
            value = value * 10 + (digit - '0');
        }
        return value;
    };
    // Years that begin in March end with the leap day.
    const std::int32_t month = (number(5, 2) + 9) % 12;
    const std::int32_t year = number(0, 4) - month / 10;
    return 365 * year + year / 4 - year / 100 + year / 400 + (month * 306 + 5) / 10 + number(8, 2);
}

std::uint32_t freshness(std::int32_t day, std::int32_t newest) {
    if (day == 0) {
        return kUsualFreshness;
    }
    const auto* const older =
        std::find_if(kAges.begin(), kAges.end(), [&](auto age) { return newest - day < age; });
    return static_cast<std::uint32_t>(kAges.end() - older);
}

// Nobody's votes are half yes, and few votes say little.
std::uint32_t approval(const Votes& votes) {
    constexpr std::uint64_t kDoubt = 4;  // votes, half of them yes
    const std::uint64_t all = std::uint64_t{votes.yes} + votes.no + kDoubt;
    const std::uint64_t yes = votes.yes + kDoubt / 2;
    return static_cast<std::uint32_t>((yes * kVoteSteps + all / 2) / all);
}

void add_entry(std::vector<EntryId>& entries, EntryId entry) {
    if (entries.empty() || entries.back() != entry) {
        entries.push_back(entry);
    }
}

}  // namespace

void TraitsBuilder::add(const std::string& id, const Entry& entry) {
    Facts& facts = facts_.emplace_back();
    facts.id = id;
    facts.title = sets_.of(entry.title);
    facts.facets = entry.facets;
    for (const std::string& pin : entry.pins) {
        facts.pins.push_back(sets_.of(pin));
        facts.pins.push_back(sets_.bare(pin));
    }
    facts.day = day_number(entry.updated);
    facts.votes = entry.votes;
    Sketcher sketcher;
    for (const Section& section : entry.sections) {
        sketcher.add(section.heading);
        sketcher.add(section.text);
    }
    facts.sketch = std::move(sketcher).finish();
}

TraitTables TraitsBuilder::finish() && {
    std::sort(facts_.begin(), facts_.end(),
              [](const Facts& one, const Facts& other) { return one.id < other.id; });
    TraitTables tables;
    for (EntryId entry = 0; entry < facts_.size(); ++entry) {
        add_facets(entry, tables);
        for (const std::string& pin : facts_[entry].pins) {
            if (!pin.empty()) {
                add_entry(tables.pins[pin], entry);
            }
        }
    }
    tables.priors = priors();
    tables.alike = alike();
    return tables;
}

void TraitsBuilder::add_facets(EntryId entry, TraitTables& tables) {
    for (const Facet& facet : facts_[entry].facets) {
        const std::string name = one_line(facet.name);
        for (const std::string& text : facet.values) {
            const bool fits = tables.facets.contains(name) || tables.facets.size() < kMaxFacets;
            std::string value = one_line(text);
            if (name.empty() || value.empty() || !fits) {
                continue;
            }
            const auto spelling = spellings_.emplace(name + '\n' + text::fold(value), value);
            add_entry(tables.facets[name][spelling.first->second], entry);
        }
    }
}

std::vector<std::uint8_t> TraitsBuilder::priors() const {
    std::int32_t newest = 0;
    for (const Facts& facts : facts_) {
        newest = std::max(newest, facts.day);
    }
    std::vector<std::uint8_t> priors;
    priors.reserve(facts_.size());
    for (const Facts& facts : facts_) {
        priors.push_back(
            static_cast<std::uint8_t>(freshness(facts.day, newest) + approval(facts.votes)));
    }
    return priors;
}

std::vector<std::vector<EntryId>> TraitsBuilder::alike() const {
    std::map<std::string_view, std::vector<EntryId>> by_title;
    for (EntryId entry = 0; entry < facts_.size(); ++entry) {
        if (!facts_[entry].sketch.empty()) {
            by_title[facts_[entry].title].push_back(entry);
        }
    }
    std::vector<std::vector<EntryId>> all;
    for (const auto& [title, entries] : by_title) {
        std::vector<std::vector<EntryId>> groups;
        for (const EntryId entry : entries) {
            const auto same = std::find_if(groups.begin(), groups.end(), [&](const auto& group) {
                return likeness_of(facts_[group.front()].sketch, facts_[entry].sketch) >= kAlike;
            });
            if (same != groups.end()) {
                same->push_back(entry);
            } else if (groups.size() < kCompared) {
                groups.push_back({entry});
            }
        }
        std::copy_if(groups.begin(), groups.end(), std::back_inserter(all),
                     [](const auto& group) { return group.size() > 1; });
    }
    std::sort(all.begin(), all.end());
    return all;
}

}  // namespace ventanilla::search
