#include "core/search/resolve.h"

#include <algorithm>

#include "core/search/ranking.h"
#include "core/search/repair.h"
#include "core/search/words.h"
#include "core/text/stem.h"
#include "core/text/tokenize.h"

namespace ventanilla::search {
namespace {

// A whole problem fits; what comes after it only costs time.
constexpr std::size_t kMaxQuery = 1024;  // bytes
constexpr std::size_t kMaxSlots = 32;
// Each costs a walk of the dictionary; a text with more strange words than this is no question with typos.
constexpr int kMaxMended = 8;
// Of the words that mend another, so many of the most frequent are tried.
constexpr std::size_t kMaxRepairs = 6;
// How far a word may go on after its stem.
constexpr std::size_t kLongestEnding = 8;  // bytes
constexpr int kMaxCompared = 64;

class Resolver {
public:
    explicit Resolver(const Index::Data& index) : index_(index), stemmer_(index.language) {}

    ResolvedQuery resolve(std::string_view query) {
        query = query.substr(0, kMaxQuery);
        const std::vector<text::Token> tokens = text::tokenize(query);
        for (std::size_t i = 0; i < tokens.size() && resolved_.slots.size() < kMaxSlots; ++i) {
            const bool is_last = i + 1 == tokens.size();
            const bool being_typed =
                is_last && tokens[i].begin + tokens[i].word.size() == query.size();
            add_word(tokens[i].word, being_typed, tokens.size() == 1);
        }
        return std::move(resolved_);
    }

private:
    void add_word(std::string_view word, bool being_typed, bool is_only) {
        const std::string key = word_key(word);
        if (key.empty()) {
            return;
        }
        Slot slot;
        slot.is_stop_word = is_stop_word(key, index_.language);
        if (const auto term = find_term(key, word)) {
            add_lead(key, slot);
            slot.matches.push_back({{*term}, kExact});
        }
        // One letter begins too many words to say anything next to others.
        if (being_typed && (is_only || key.size() > 1)) {
            add_completions(key, slot);
        }
        if (slot.matches.empty() && strange_words_++ < kMaxMended) {
            add_repairs(key, being_typed, slot);
        }
        if (!slot.matches.empty() && !repeats(slot)) {
            resolved_.slots.push_back(std::move(slot));
        }
    }

    // The term of the word itself, or of another word with its stem.
    std::optional<TermId> find_term(std::string_view key, std::string_view word) {
        if (const auto term = index_.dictionary.find(key)) {
            return term;
        }
        const std::string stem = word_key(stemmer_.stem(word_spelling(word)));
        if (stem.size() < 3) {
            return std::nullopt;
        }
        // English writes categori for category.
        const std::string_view beginning =
            std::string_view(stem).substr(0, stem.size() - (stem.back() == 'i' ? 1 : 0));
        int compared = 0;
        for (auto cursor = index_.dictionary.from(beginning);
             cursor.valid() && cursor.word().starts_with(beginning) && compared < kMaxCompared;
             cursor.next()) {
            if (cursor.word().size() > stem.size() + kLongestEnding) {
                continue;
            }
            ++compared;
            if (word_key(stemmer_.stem(cursor.word())) == stem) {
                return cursor.term();
            }
        }
        return std::nullopt;
    }

    void add_completions(std::string_view key, Slot& slot) {
        Match match;
        match.weight = slot.matches.empty() ? kCompletedOnly : kCompleted;
        for (auto cursor = index_.dictionary.from(key);
             cursor.valid() && cursor.word().starts_with(key); cursor.next()) {
            match.terms.push_back(cursor.term());
        }
        std::sort(match.terms.begin(), match.terms.end());
        match.terms.erase(std::unique(match.terms.begin(), match.terms.end()), match.terms.end());
        if (!slot.matches.empty()) {
            std::erase(match.terms, slot.matches[0].terms[0]);
        }
        if (!match.terms.empty()) {
            slot.leads.push_back({std::string(key), true});
            slot.matches.push_back(std::move(match));
        }
    }

    void add_repairs(std::string_view key, bool being_typed, Slot& slot) {
        Repairs repairs = repair(index_.dictionary, key, being_typed);
        const auto frequency = [this](TermId term) { return index_.postings.of(term).left(); };
        std::sort(repairs.words.begin(), repairs.words.end(),
                  [&](const Repair& one, const Repair& other) {
                      const std::uint32_t count = frequency(one.term);
                      const std::uint32_t other_count = frequency(other.term);
                      return count != other_count ? count > other_count : one.word < other.word;
                  });
        Match match;
        match.weight = repairs.edits == 0 ? kExact : repairs.edits == 1 ? kOneEdit : kTwoEdits;
        for (const Repair& mended : repairs.words) {
            if (std::find(match.terms.begin(), match.terms.end(), mended.term) !=
                match.terms.end()) {
                continue;
            }
            if (match.terms.size() == kMaxRepairs) {
                break;
            }
            add_lead(mended.word, slot);
            match.terms.push_back(mended.term);
        }
        if (!match.terms.empty()) {
            slot.matches.push_back(std::move(match));
        }
    }

    // The beginning that `key` shares with the other words of its term: that of their stem.
    void add_lead(std::string_view key, Slot& slot) {
        const std::string stem = word_key(stemmer_.stem(key));
        const auto end = std::mismatch(key.begin(), key.end(), stem.begin(), stem.end()).first;
        slot.leads.push_back({std::string(key.begin(), end), false});
    }

    // A word that is said twice counts once.
    [[nodiscard]] bool repeats(const Slot& slot) const {
        return std::any_of(resolved_.slots.begin(), resolved_.slots.end(), [&](const Slot& other) {
            return other.matches[0].terms == slot.matches[0].terms;
        });
    }

    const Index::Data& index_;
    text::Stemmer stemmer_;
    ResolvedQuery resolved_;
    int strange_words_ = 0;
};

}  // namespace

ResolvedQuery resolve(const Index::Data& index, std::string_view query) {
    return Resolver(index).resolve(query);
}

}  // namespace ventanilla::search
