#include "core/search/asking/explain.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "core/search/asking/scorer.h"
#include "core/search/terms/ranking.h"
#include "core/search/terms/words.h"
#include "core/text/tokenize.h"

namespace ventanilla::search {
namespace {

// A posting of the entry, if the term has one.
std::optional<Postings::Cursor> posting_of(const Index::Data& index, TermRef term, EntryId entry) {
    auto cursor = index.postings_of(term);
    while (cursor.valid() && cursor.entry() < entry) {
        cursor.next();
    }
    return cursor.valid() && cursor.entry() == entry ? std::optional(cursor) : std::nullopt;
}

// What texts write for the term: the word that the match is for, or one with its stem.
std::string word_of(const Index::Data& index, const Slot& slot, MatchKind kind, TermRef term) {
    const Dictionary& dictionary = index.part(term.shard)->dictionary;
    if (kind == MatchKind::kCompletion) {
        auto cursor = dictionary.from(slot.key);
        while (cursor.valid() && cursor.term() != term.term) {
            cursor.next();
        }
        return cursor.valid() ? std::string(cursor.word()) : slot.key;
    }
    // The word itself comes last, after those with its stem.
    const auto word =
        std::find_if(slot.words.rbegin(), slot.words.rend(), [&](const std::string& each) {
            return index.shard_of_word(each) == term.shard && dictionary.find(each) == term.term;
        });
    return word != slot.words.rend() ? *word : slot.key;
}

std::vector<WordFinding> findings_of(const Index::Data& index, const Slot& slot, EntryId entry) {
    std::vector<WordFinding> findings;
    for (const Match& match : slot.matches) {
        const auto first = static_cast<std::ptrdiff_t>(findings.size());
        for (const TermRef& term : match.terms) {
            const auto posting = posting_of(index, term, entry);
            if (!posting) {
                continue;
            }
            const Bearing bearing = unpack(posting->bearing());
            WordFinding finding{word_of(index, slot, match.kind, term),
                                match.kind,
                                match.edits,
                                bearing.impact,
                                bearing.in_title,
                                kHeadingShares[bearing.heading],
                                posting->holding()};
            const bool known =
                std::any_of(findings.begin() + first, findings.end(),
                            [&](const WordFinding& other) { return other.word == finding.word; });
            if (!known) {
                findings.push_back(std::move(finding));
            }
        }
        std::stable_sort(findings.begin() + first, findings.end(),
                         [](const WordFinding& one, const WordFinding& other) {
                             return one.impact > other.impact;
                         });
    }
    return findings;
}

class Explainer {
public:
    Explainer(const Index::Data& index, std::string_view query, EntryId entry)
        : index_(index), query_(query), entry_(entry), resolved_(resolve(index, query)),
          parts_(parts_of_score(index, resolved_, entry)) {}

    Explanation explain() {
        Explanation why;
        why.entries = index_.entries;
        why.score = with_prior(parts_.score(), index_.traits.prior_of(entry_));
        add_words(why);
        add_rest(why);
        return why;
    }

private:
    void add_words(Explanation& why) {
        Frame frame(index_.language);
        std::size_t slot = 0;
        for (const text::Token& token : text::tokenize(query_)) {
            WordReason reason{word_key(token.word), WordFate::kFound, {}, 0};
            if (reason.word.empty()) {
                continue;
            }
            const bool says_nothing = frame.says_nothing(reason.word);
            // A word that was cut into several has a slot for each.
            const std::size_t first = slot;
            while (slot < resolved_.slots.size() && resolved_.slots[slot].key == reason.word) {
                add_slot(resolved_.slots[slot++], reason);
            }
            if (slot > first) {
                reason.fate = reason.findings.empty() ? WordFate::kNotHere : WordFate::kFound;
                reason.points = points_until(slot) - points_until(first);
            } else if (says_nothing && resolved_.stop_words != 0) {
                reason.fate = WordFate::kSaysNothing;
            } else {
                reason.fate = fate_without_slot(reason.word, why.words);
            }
            why.words.push_back(std::move(reason));
        }
    }

    void add_slot(const Slot& slot, WordReason& reason) const {
        for (WordFinding& finding : findings_of(index_, slot, entry_)) {
            reason.findings.push_back(std::move(finding));
        }
    }

    // What the query's first slots are worth by themselves.
    [[nodiscard]] std::int32_t points_until(std::size_t slots) const {
        ResolvedQuery first = resolved_;
        first.slots.resize(slots);
        ScoreParts parts;
        parts.words = parts_of_score(index_, first, entry_).words;
        return static_cast<std::int32_t>(parts.score());
    }

    [[nodiscard]] WordFate fate_without_slot(std::string_view key,
                                             const std::vector<WordReason>& before) const {
        const bool said = std::any_of(before.begin(), before.end(),
                                      [&](const WordReason& other) { return other.word == key; });
        if (said) {
            return WordFate::kSaid;
        }
        // Not being typed, and by itself.
        const ResolvedQuery alone = resolve(index_, std::string(key) + ' ');
        if (alone.slots.empty()) {
            return alone.wanted.empty() ? WordFate::kNowhere : WordFate::kLeftAside;
        }
        const auto& terms = alone.slots[0].matches[0].terms;
        const bool same =
            std::any_of(resolved_.slots.begin(), resolved_.slots.end(),
                        [&](const Slot& slot) { return slot.matches[0].terms == terms; });
        return same ? WordFate::kSaid : WordFate::kLeftAside;
    }

    // Adds one part after the other; each is worth what the score grows by with it, so that nothing is lost to rounding.
    void add_rest(Explanation& why) const {
        ScoreParts so_far;
        so_far.words = parts_.words;
        auto points = static_cast<std::int32_t>(so_far.score());
        const auto take = [&](std::uint64_t ScoreParts::* part) {
            so_far.*part = parts_.*part;
            const std::int32_t before = points;
            points = static_cast<std::int32_t>(so_far.score());
            return points - before;
        };
        why.title = take(&ScoreParts::title);
        why.heading = take(&ScoreParts::heading);
        why.beside = take(&ScoreParts::beside);
        why.missing = take(&ScoreParts::kept);
        why.whole_title = take(&ScoreParts::whole_title);
        why.whole_headings = take(&ScoreParts::whole_headings);
        why.prior = static_cast<std::int32_t>(why.score) - points;
    }

    const Index::Data& index_;
    std::string_view query_;
    EntryId entry_;
    ResolvedQuery resolved_;
    ScoreParts parts_;
};

}  // namespace

Explanation explain(const Index& index, const Query& query, EntryId entry) {
    if (entry >= index.entry_count() || !is_meant(index, query)) {
        return {};
    }
    return Explainer(index.data(), query.text, entry).explain();
}

std::int64_t total(const Explanation& explanation) {
    std::int64_t points = std::int64_t{explanation.title} + explanation.heading +
                          explanation.beside + explanation.missing + explanation.whole_title +
                          explanation.whole_headings + explanation.prior;
    for (const WordReason& reason : explanation.words) {
        points += reason.points;
    }
    return points;
}

}  // namespace ventanilla::search
