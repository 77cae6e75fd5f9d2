#include "core/search/resolve.h"

#include <algorithm>

#include "core/search/numbers.h"
#include "core/search/query_words.h"
#include "core/search/ranking.h"
#include "core/search/repair.h"
#include "core/search/words.h"
#include "core/text/language.h"
#include "core/text/utf8.h"

namespace ventanilla::search {
namespace {

// Each costs a walk of a dictionary; a text with more strange words than this is no question with typos.
constexpr int kMaxMended = 8;
// Places of the alphabet in which the words are looked up that mend another.
constexpr std::size_t kMaxRepairPlaces = 2;
// How far a word may go on after its stem.
constexpr std::size_t kLongestEnding = 8;  // bytes
constexpr int kMaxCompared = 64;
// A shorter beginning says too little to fetch its place in the alphabet for it; its most frequent word will do.
constexpr std::size_t kTelling = 3;  // bytes
// One so long begins few words.
constexpr std::size_t kLong = 6;        // bytes
constexpr std::size_t kCompleting = 4;  // places
// The ending of a shorter beginning tells nothing about the word.
constexpr std::size_t kLeastForEnding = 5;  // bytes
// Of words that are cut in two.
constexpr std::size_t kLeastPart = 3;  // letters
constexpr int kMaxCuts = 2;
constexpr std::uint32_t kWhole = 256;  // the weight of the word itself

class Resolver {
public:
    explicit Resolver(const Index::Data& index)
        : index_(index), language_(text::find_language(index.language)), stems_(index.language) {}

    ResolvedQuery resolve(std::string_view query) {
        const QueryWords found = words_of(index_, query);
        resolved_.stop_words = found.stop_words;
        for (const QueryWord& word : found.words) {
            add_once(asked_, index_.shard_of_word(word.key));
        }
        for (const QueryWord& word : found.words) {
            add_word(word, found.words.size() == 1);
        }
        if (lacks_quoted_) {
            resolved_.slots.clear();
        }
        return std::move(resolved_);
    }

private:
    // False while the shard is not there; then it is wanted.
    bool use(ShardId shard) {
        add_once(resolved_.used, shard);
        if (index_.parts[shard] == nullptr) {
            add_once(resolved_.wanted, shard);
        }
        return index_.parts[shard] != nullptr;
    }

    // Null while the shard is not there.
    const Part* part(ShardId shard) { return use(shard) ? index_.part(shard) : nullptr; }

    void add_word(const QueryWord& word, bool is_only) {
        Slot slot;
        slot.key = word.key;
        slot.is_stop_word = word.is_stop_word;
        slot.is_required = word.is_quoted && !word.is_stop_word;
        const std::size_t wanted = resolved_.wanted.size();
        const ShardId covering = index_.shard_of_word(word.key);
        // A letter or two begin too many words to say anything next to others.
        const bool completes =
            word.being_typed && !word.is_quoted && (is_only || word.key.size() > 2);
        std::vector<ShardId> places;
        if (completes) {
            places = completing_shards(word.key, 1);
        }
        if (places.empty() || word.key.size() >= kTelling) {
            add_once(places, covering);
        }
        const bool looks_there = std::find(places.begin(), places.end(), covering) != places.end();
        const Part* place = looks_there ? part(covering) : nullptr;
        if (place != nullptr) {
            add_own(word, {covering, place}, slot);
        }
        // A long beginning of nothing but other words begins few of them, so all their places may be looked at.
        if (completes && place != nullptr && slot.matches.empty() && word.key.size() >= kLong) {
            for (const ShardId shard : completing_shards(word.key, kCompleting)) {
                add_once(places, shard);
            }
        }
        if (completes) {
            add_completions(word.key, places, slot);
        }
        const auto is_strange = [&] {
            return slot.matches.empty() && resolved_.wanted.size() == wanted;
        };
        add_joined(word, is_strange(), slot);
        if (word.is_quoted) {
            lacks_quoted_ = lacks_quoted_ || (slot.is_required && is_strange());
        } else if (is_strange() && place != nullptr && strange_words_++ < kMaxMended &&
                   !add_base_form(word, {covering, place}, slot)) {
            add_repairs(word, *place, slot);
            if (is_strange()) {
                add_parts(word, *place);
            }
        }
        add_slot(std::move(slot));
    }

    // A word that is said twice counts once.
    void add_slot(Slot slot) {
        const bool repeats =
            std::any_of(resolved_.slots.begin(), resolved_.slots.end(), [&](const Slot& other) {
                return !slot.matches.empty() && other.matches[0].terms == slot.matches[0].terms;
            });
        if (!slot.matches.empty() && !repeats) {
            resolved_.slots.push_back(std::move(slot));
        }
    }

    struct Place {
        ShardId shard;
        const Part* part;
    };

    void add_own(const QueryWord& word, const Place& place, Slot& slot) {
        const auto term = word.is_quoted ? place.part->dictionary.find(word.key)
                                         : find_term(*place.part, word.key, word.text);
        if (term) {
            slot.matches.push_back({{{place.shard, *term}}, kWhole, MatchKind::kWord, 0});
            add_words_of(*place.part, {place.shard, *term}, word.key, slot);
        }
    }

    // Words that this one and its neighbour make together: looked for where they are likely, or where it costs nothing.
    void add_joined(const QueryWord& word, bool is_strange, Slot& slot) {
        for (const JoinedWord& joined : word.joined) {
            const ShardId shard = index_.shard_of_word(joined.key);
            const bool costs_nothing =
                std::find(asked_.begin(), asked_.end(), shard) != asked_.end();
            const Part* place =
                joined.is_likely || is_strange || costs_nothing ? part(shard) : nullptr;
            const auto term = place != nullptr ? place->dictionary.find(joined.key) : std::nullopt;
            if (term) {
                slot.matches.push_back(
                    {{{shard, *term}}, kWeights.one_edit, MatchKind::kJoined, 0});
                slot.words.push_back(joined.key);
            }
        }
    }

    // The shards with the most frequent words that begin so.
    std::vector<ShardId> completing_shards(std::string_view key, std::size_t limit) const {
        std::vector<ShardId> shards;
        if (!index_.directory.ranges().empty()) {
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
        const std::string stem = stems_.of(word_spelling(word));
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
            if (stems_.of(cursor.word()) == stem) {
                return cursor.term();
            }
        }
        return std::nullopt;
    }

    void add_completions(std::string_view key, const std::vector<ShardId>& places, Slot& slot) {
        Match match;
        match.kind = MatchKind::kCompletion;
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

    // Of the words that it may be a form of, the first that texts have; false if they have none. Most of these words do
    // not exist, so none is worth another shard: they mostly stand where the word itself would.
    bool add_base_form(const QueryWord& word, const Place& place, Slot& slot) {
        if (language_ == nullptr || language_->base_forms == nullptr) {
            return false;
        }
        for (const std::string& form : language_->base_forms(word.key)) {
            const bool is_here = index_.shard_of_word(form) == place.shard;
            if (const auto term = is_here ? find_term(*place.part, form, form) : std::nullopt) {
                slot.matches.push_back({{{place.shard, *term}}, kWhole});
                add_words_of(*place.part, {place.shard, *term}, form, slot);
                return true;
            }
        }
        return false;
    }

    // From the words near it in the alphabet, from the frequent ones of all ranges, and where these do not come near
    // from those that end like it.
    Repairs repairs_of(const QueryWord& word, const Part& covering) {
        const bool has_ending = index_.spellings.size() > 0 &&
                                (!word.being_typed || word.key.size() >= kLeastForEnding);
        for (unsigned edits = 1; edits <= Mender::kMostEdits; ++edits) {
            Mender mender(word.key, index_.language, edits, word.being_typed);
            mender.offer(covering);
            mender.offer(index_.directory);
            if (mender.best().words.empty() && has_ending && mender.can_mend()) {
                const ShardId shard = index_.shard_of_ending(backwards(word.key));
                if (!use(shard)) {
                    return {};
                }
                mender.offer(index_.spellings_of(shard));
            }
            if (Repairs repairs = mender.best(); !repairs.words.empty()) {
                return repairs;
            }
        }
        return {};
    }

    void add_repairs(const QueryWord& word, const Part& covering, Slot& slot) {
        const Repairs repairs = repairs_of(word, covering);
        Match match;
        std::vector<ShardId> places;
        for (const Repair& repair : repairs.words) {
            add_once(places, index_.shard_of_word(repair.word));
            if (places.size() <= kMaxRepairPlaces) {
                add_repair(repair, match, slot);
            }
        }
        if (match.terms.empty()) {
            return;
        }
        const Repair& nearest = repairs.words[0];
        match.kind = MatchKind::kRepair;
        match.edits = nearest.edits();
        match.weight = nearest.edits() == 0   ? kWhole
                       : nearest.edits() == 1 ? kWeights.one_edit
                                              : kWeights.two_edits;
        slot.matches.push_back(std::move(match));
        if (nearest.edits() > 0 && !repairs.only_begin) {
            correct(word, nearest.word);
        }
    }

    void add_repair(const Repair& repair, Match& match, Slot& slot) {
        const ShardId shard = index_.shard_of_word(repair.word);
        const Part* place = part(shard);
        const auto term = place != nullptr ? place->dictionary.find(repair.word) : std::nullopt;
        if (!term) {
            return;
        }
        const TermRef found{shard, *term};
        if (std::find(match.terms.begin(), match.terms.end(), found) == match.terms.end()) {
            match.terms.push_back(found);
            add_words_of(*place, found, repair.word, slot);
        }
    }

    // A word that nothing mends may be several, written as one.
    void add_parts(const QueryWord& word, const Part& covering) {
        int cuts = 0;
        for (const std::vector<std::string_view>& parts : ways_to_cut(word.key, covering)) {
            std::vector<Slot> slots;
            std::string together;
            for (const std::string_view piece : parts) {
                const ShardId shard = index_.shard_of_word(piece);
                const Part* place = part(shard);
                const auto term = place != nullptr ? place->dictionary.find(piece) : std::nullopt;
                if (term) {
                    Slot& slot = slots.emplace_back();
                    slot.key = word.key;
                    slot.matches.push_back({{{shard, *term}}, kWhole, MatchKind::kPart, 0});
                    add_words_of(*place, {shard, *term}, piece, slot);
                }
                together += together.empty() ? "" : " ";
                together += piece;
            }
            if (slots.size() == parts.size()) {
                for (Slot& slot : slots) {
                    add_slot(std::move(slot));
                }
                correct(word, together);
                return;
            }
            if (++cuts == kMaxCuts) {
                return;
            }
        }
    }

    // Where digits and letters meet; else after each word that is known here, the longest first.
    [[nodiscard]] std::vector<std::vector<std::string_view>>
    ways_to_cut(std::string_view key, const Part& covering) const {
        std::vector<std::vector<std::string_view>> ways;
        if (const std::vector<std::size_t> borders = digit_borders(key); !borders.empty()) {
            std::size_t begin = 0;
            for (const std::size_t border : borders) {
                ways.resize(1);
                ways[0].push_back(key.substr(begin, border - begin));
                begin = border;
            }
            ways[0].push_back(key.substr(begin));
            return ways;
        }
        std::vector<std::size_t> ends;  // of each letter
        for (std::size_t at = 0; at < key.size();) {
            text::decode(key, at);
            ends.push_back(at);
        }
        for (std::size_t letters = ends.size(); letters-- > kLeastPart;) {
            const std::string_view first = key.substr(0, ends[letters - 1]);
            if (letters + kLeastPart <= ends.size() && is_known(first, covering)) {
                ways.push_back({first, key.substr(first.size())});
            }
        }
        return ways;
    }

    [[nodiscard]] bool is_known(std::string_view key, const Part& covering) const {
        const auto& ranges = index_.directory.ranges();
        return covering.dictionary.find(key) ||
               (!ranges.empty() && ranges[index_.directory.covering(key)].frequent == key);
    }

    void correct(const QueryWord& word, std::string_view meant) {
        resolved_.corrections.push_back(
            {word.begin, word.begin + word.text.size(), std::string(meant)});
    }

    // The words of the term that begin like `key` up to its stem's end: what texts write for it.
    void add_words_of(const Part& place, TermRef term, std::string_view key, Slot& slot) {
        const std::string stem = stems_.of(key);
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

    const Index::Data& index_;
    const text::Language* language_;  // null: none of its words is known
    Stems stems_;
    ResolvedQuery resolved_;
    std::vector<ShardId> asked_;  // where the query's words lie
    int strange_words_ = 0;
    bool lacks_quoted_ = false;
};

}  // namespace

ResolvedQuery resolve(const Index::Data& index, std::string_view query) {
    return Resolver(index).resolve(query);
}

}  // namespace ventanilla::search
