#include "core/search/asking/resolve.h"

#include <algorithm>

#include "core/search/asking/cutting.h"
#include "core/search/asking/forms.h"
#include "core/search/asking/mending.h"
#include "core/search/asking/query_words.h"
#include "core/search/asking/shelf.h"
#include "core/search/terms/ranking.h"
#include "core/text/language.h"

namespace ventanilla::search {
namespace {

// Each costs a walk of a dictionary; a text with more strange words than this is no question with typos.
constexpr int kMaxMended = 8;
// A shorter beginning says too little to fetch its place in the alphabet for it; its most frequent word will do.
constexpr std::size_t kTelling = 3;  // bytes
// One so long begins few words.
constexpr std::size_t kLong = 6;        // bytes
constexpr std::size_t kCompleting = 4;  // places
// Of words that are cut.
constexpr int kMaxCuts = 2;

class Resolver {
public:
    explicit Resolver(const Index::Data& index)
        : index_(index), language_(text::find_language(index.language)), shelf_(index),
          forms_(index.language) {}

    ResolvedQuery resolve(std::string_view query, bool typing) {
        const QueryWords found = words_of(index_, query);
        resolved_.stop_words = found.stop_words;
        const bool is_only = found.words.size() == 1;
        for (const QueryWord& word : found.words) {
            if (is_only || !typing || !is_hardly_begun(word)) {
                add_once(asked_, index_.shard_of_word(word.key));
            }
        }
        for (const QueryWord& word : found.words) {
            if (is_asked(index_.shard_of_word(word.key))) {
                add_word(word, is_only);
            }
        }
        if (lacks_quoted_) {
            resolved_.slots.clear();
        }
        resolved_.used = shelf_.asked();
        resolved_.wanted = shelf_.lacking();
        return std::move(resolved_);
    }

private:
    // A letter after other words, or two that are no word that many have: the next key tells more than a download.
    static bool is_hardly_begun(const QueryWord& word) {
        return word.being_typed && !word.is_quoted && word.key.size() < kTelling &&
               (word.commonness == 0 || word.key.size() == 1);
    }

    [[nodiscard]] bool is_asked(ShardId shard) const {
        return std::find(asked_.begin(), asked_.end(), shard) != asked_.end();
    }

    void add_word(const QueryWord& word, bool is_only) {
        Slot slot;
        slot.key = word.key;
        slot.is_stop_word = word.is_stop_word;
        slot.is_required = word.is_quoted && !word.is_stop_word;
        const std::size_t lacking = shelf_.lacking().size();
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
        const Part* place = looks_there ? shelf_.ask_part(covering) : nullptr;
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
            return slot.matches.empty() && shelf_.lacking().size() == lacking;
        };
        add_joined(word, is_strange(), slot);
        if (word.is_quoted) {
            lacks_quoted_ = lacks_quoted_ || (slot.is_required && is_strange());
        } else if (is_strange() && place != nullptr && strange_words_++ < kMaxMended &&
                   !add_base_form(word, {covering, place}, slot)) {
            add_mended(word, *place, slot);
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
        const Dictionary& dictionary = place.part->dictionary;
        const auto term = word.is_quoted ? dictionary.find(word.key)
                                         : forms_.find(dictionary, word.key, word.text);
        if (term) {
            slot.matches.push_back({{{place.shard, *term}}, kWhole, MatchKind::kWord, 0});
            add_forms({place.shard, *term}, word.key, slot);
        }
    }

    // Words that this one and its neighbour make together: looked for where they are likely, or where it costs nothing.
    void add_joined(const QueryWord& word, bool is_strange, Slot& slot) {
        for (const JoinedWord& joined : word.joined) {
            const ShardId shard = index_.shard_of_word(joined.key);
            const auto term = joined.is_likely || is_strange || is_asked(shard)
                                  ? shelf_.ask_for(joined.key)
                                  : std::nullopt;
            if (term) {
                slot.matches.push_back({{*term}, kWeights.one_edit, MatchKind::kJoined, 0});
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

    void add_completions(std::string_view key, const std::vector<ShardId>& places, Slot& slot) {
        Match match;
        match.kind = MatchKind::kCompletion;
        match.weight = slot.matches.empty() ? kWeights.completed_only : kWeights.completed;
        for (const ShardId place : places) {
            if (shelf_.ask(place)) {
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
            if (const auto term =
                    is_here ? forms_.find(place.part->dictionary, form, form) : std::nullopt) {
                slot.matches.push_back({{{place.shard, *term}}, kWhole});
                add_forms({place.shard, *term}, form, slot);
                return true;
            }
        }
        return false;
    }

    void add_mended(const QueryWord& word, const Part& covering, Slot& slot) {
        Mended mended = mend(index_, word, covering, shelf_, forms_);
        if (!mended.match.terms.empty()) {
            slot.matches.push_back(std::move(mended.match));
            slot.words = std::move(mended.words);
        }
        if (!mended.meant.empty()) {
            correct(word, mended.meant);
        }
    }

    void add_parts(const QueryWord& word, const Part& covering) {
        int cuts = 0;
        for (const auto& parts : ways_to_cut(word.key, covering, index_.directory)) {
            std::vector<Slot> slots;
            std::string together;
            for (const std::string_view piece : parts) {
                if (const auto term = shelf_.ask_for(piece)) {
                    Slot& slot = slots.emplace_back();
                    slot.key = word.key;
                    slot.matches.push_back({{*term}, kWhole, MatchKind::kPart, 0});
                    add_forms(*term, piece, slot);
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

    void correct(const QueryWord& word, std::string_view meant) {
        resolved_.corrections.push_back(
            {word.begin, word.begin + word.text.size(), std::string(meant)});
    }

    // Precondition: the term's shard is there.
    void add_forms(TermRef term, std::string_view key, Slot& slot) {
        for (std::string& form :
             forms_.of_term(index_.part(term.shard)->dictionary, term.term, key)) {
            slot.words.push_back(std::move(form));
        }
    }

    const Index::Data& index_;
    const text::Language* language_;  // null: none of its words is known
    Shelf shelf_;
    Forms forms_;
    ResolvedQuery resolved_;
    std::vector<ShardId> asked_;  // where the query's words lie
    int strange_words_ = 0;
    bool lacks_quoted_ = false;
};

}  // namespace

ResolvedQuery resolve(const Index::Data& index, std::string_view query, bool typing) {
    return Resolver(index).resolve(query, typing);
}

}  // namespace ventanilla::search
