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
// Words that are looked up, the rarest ones: each may cost a download, and one more changes no order that could be
// measured.
constexpr std::size_t kMaxSlots = 12;
// Each costs a walk of a dictionary; a text with more strange words than this is no question with typos.
constexpr int kMaxMended = 8;
// Of the words that mend another, so many of the most frequent are tried.
constexpr std::size_t kMaxRepairs = 6;
// How far a word may go on after its stem.
constexpr std::size_t kLongestEnding = 8;  // bytes
constexpr int kMaxCompared = 64;
// A shorter beginning says too little to fetch its place in the alphabet for it; its most frequent word will do.
constexpr std::size_t kTelling = 3;  // bytes
// A long one begins few words, so all their places may be looked at.
constexpr std::size_t kLong = 6;        // bytes
constexpr std::size_t kCompleting = 4;  // places
constexpr std::uint32_t kWhole = 256;   // the weight of the word itself

struct QueryWord {
    std::string key;
    std::string_view typed;
    bool being_typed = false;
    bool is_stop_word = false;
    std::uint8_t commonness = 0;  // as far as the directory knows
};

class Resolver {
public:
    explicit Resolver(const Index::Data& index)
        : index_(index), stemmer_(index.language), frame_(index.language) {}

    ResolvedQuery resolve(std::string_view query) {
        const std::vector<QueryWord> words = chosen_words(query.substr(0, kMaxQuery));
        for (const QueryWord& word : words) {
            add_word(word, words.size() == 1);
        }
        return std::move(resolved_);
    }

private:
    // The words that are looked up, in the query's order.
    std::vector<QueryWord> chosen_words(std::string_view query) {
        std::vector<QueryWord> words;
        for (const text::Token& token : text::tokenize(query)) {
            QueryWord word{word_key(token.word), token.word, false, false, 0};
            word.being_typed = token.begin + token.word.size() == query.size();
            word.is_stop_word = !word.key.empty() && frame_.says_nothing(word.key);
            const bool said = std::any_of(words.begin(), words.end(), [&](const QueryWord& other) {
                return other.key == word.key;
            });
            if (!word.key.empty() && (!said || word.being_typed)) {
                word.commonness = commonness_of(word.key);
                words.push_back(std::move(word));
            }
        }
        // Words that say nothing are not worth a download each, unless there are no others.
        const bool says_something = std::any_of(
            words.begin(), words.end(), [](const QueryWord& word) { return !word.is_stop_word; });
        if (says_something) {
            std::erase_if(words, [this](const QueryWord& word) {
                resolved_.stop_words |= word.is_stop_word ? stop_word_set(word.key) : 0;
                return word.is_stop_word;
            });
        }
        while (words.size() > kMaxSlots) {
            words.erase(std::max_element(words.begin(), words.end(),
                                         [](const QueryWord& one, const QueryWord& other) {
                                             return one.commonness < other.commonness;
                                         }));
        }
        return words;
    }

    std::uint8_t commonness_of(std::string_view key) const {
        if (index_.directory.ranges().empty()) {
            return 0;
        }
        const Range& range = index_.directory.ranges()[index_.directory.covering(key)];
        return range.frequent == key ? range.commonness : 0;
    }

    // Null while the shard is not there; then it is wanted.
    const Part* part(ShardId shard) {
        const Part* part = index_.part(shard);
        if (part == nullptr) {
            add_once(resolved_.wanted, shard);
        }
        return part;
    }

    void add_word(const QueryWord& word, bool is_only) {
        Slot slot;
        slot.is_stop_word = word.is_stop_word;
        const std::size_t wanted = resolved_.wanted.size();
        const ShardId covering = index_.shard_of_word(word.key);
        // One letter begins too many words to say anything next to others.
        const bool completes = word.being_typed && (is_only || word.key.size() > 1);
        std::vector<ShardId> places;
        if (completes) {
            places = completing_shards(word.key);
        }
        if (places.empty() || word.key.size() >= kTelling) {
            add_once(places, covering);
        }
        const bool looks_there = std::find(places.begin(), places.end(), covering) != places.end();
        const Part* place = looks_there ? part(covering) : nullptr;
        if (place != nullptr) {
            if (const auto term = find_term(*place, word.key, word.typed)) {
                slot.matches.push_back({{{covering, *term}}, kWhole});
                add_words_of(*place, {covering, *term}, word.key, slot);
            }
        }
        if (completes) {
            add_completions(word.key, places, slot);
        }
        const bool is_strange = slot.matches.empty() && resolved_.wanted.size() == wanted;
        if (is_strange && place != nullptr && strange_words_++ < kMaxMended) {
            add_repairs(word, covering, slot);
        }
        if (!slot.matches.empty() && !repeats(slot)) {
            resolved_.slots.push_back(std::move(slot));
        }
    }

    // The shards with the most frequent words that begin so.
    std::vector<ShardId> completing_shards(std::string_view key) const {
        std::vector<ShardId> shards;
        if (!index_.directory.ranges().empty()) {
            const std::size_t limit = key.size() < kLong ? 1 : kCompleting;
            for (const std::size_t range : index_.directory.completing(key, limit)) {
                shards.push_back(static_cast<ShardId>(range + 1));
            }
        }
        return shards;
    }

    // The term of the word itself, or of another word with its stem.
    std::optional<TermId> find_term(const Part& place, std::string_view key,
                                    std::string_view word) {
        if (const auto term = place.dictionary.find(key)) {
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
        for (auto cursor = place.dictionary.from(beginning);
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

    void add_completions(std::string_view key, const std::vector<ShardId>& places, Slot& slot) {
        Match match;
        match.weight = slot.matches.empty() ? kWeights.completed_only : kWeights.completed;
        for (const ShardId place : places) {
            if (part(place) != nullptr) {
                add_beginning(key, place, match);
            }
        }
        if (!slot.matches.empty()) {
            std::erase(match.terms, slot.matches[0].terms[0]);
        }
        if (!match.terms.empty()) {
            slot.beginnings.emplace_back(key);
            slot.matches.push_back(std::move(match));
        }
    }

    void add_beginning(std::string_view key, ShardId shard, Match& match) const {
        for (auto cursor = index_.part(shard)->dictionary.from(key);
             cursor.valid() && cursor.word().starts_with(key); cursor.next()) {
            const TermRef term{shard, cursor.term()};
            // Words of one term mostly follow each other; where they do not, saying it twice changes nothing.
            if (match.terms.empty() || match.terms.back() != term) {
                match.terms.push_back(term);
            }
        }
    }

    // From the words near it in the alphabet, and from the frequent ones of all ranges.
    void add_repairs(const QueryWord& word, ShardId covering, Slot& slot) {
        Mender mender(word.key, word.being_typed);
        mender.offer(*index_.part(covering), covering);
        mender.offer(index_.directory);
        Repairs repairs = std::move(mender).best();
        Match match;
        match.weight = repairs.edits == 0   ? kWhole
                       : repairs.edits == 1 ? kWeights.one_edit
                                            : kWeights.two_edits;
        while (match.terms.size() < kMaxRepairs && !repairs.words.empty()) {
            const auto best = std::max_element(repairs.words.begin(), repairs.words.end(),
                                               [](const Repair& one, const Repair& other) {
                                                   return one.commonness < other.commonness;
                                               });
            const Repair mended = std::move(*best);
            repairs.words.erase(best);
            const Part* place = part(mended.shard);
            const auto term = place != nullptr ? place->dictionary.find(mended.word) : std::nullopt;
            if (!term) {
                continue;
            }
            const TermRef found{mended.shard, *term};
            if (std::find(match.terms.begin(), match.terms.end(), found) == match.terms.end()) {
                match.terms.push_back(found);
                add_words_of(*place, found, mended.word, slot);
            }
        }
        if (!match.terms.empty()) {
            slot.matches.push_back(std::move(match));
        }
    }

    // The words of the term that begin like `key` up to its stem's end: what texts write for it.
    void add_words_of(const Part& place, TermRef term, std::string_view key, Slot& slot) {
        const std::string stem = word_key(stemmer_.stem(key));
        const auto end = std::mismatch(key.begin(), key.end(), stem.begin(), stem.end()).first;
        const std::string_view beginning(key.begin(), end);
        int compared = 0;
        for (auto cursor = place.dictionary.from(beginning);
             cursor.valid() && cursor.word().starts_with(beginning) && compared < kMaxCompared;
             cursor.next(), ++compared) {
            if (cursor.term() == term.term) {
                slot.words.emplace_back(cursor.word());
            }
        }
        slot.words.emplace_back(key);
    }

    // A word that is said twice counts once.
    [[nodiscard]] bool repeats(const Slot& slot) const {
        return std::any_of(resolved_.slots.begin(), resolved_.slots.end(), [&](const Slot& other) {
            return other.matches[0].terms == slot.matches[0].terms;
        });
    }

    const Index::Data& index_;
    text::Stemmer stemmer_;
    Frame frame_;
    ResolvedQuery resolved_;
    int strange_words_ = 0;
};

}  // namespace

ResolvedQuery resolve(const Index::Data& index, std::string_view query) {
    return Resolver(index).resolve(query);
}

}  // namespace ventanilla::search
