#include "core/search/asking/repair.h"

#include <algorithm>
#include <cstdint>
#include <utility>

#include "core/search/terms/edit_distance.h"
#include "core/search/terms/ranking.h"
#include "core/text/sound.h"
#include "core/text/utf8.h"

namespace ventanilla::search {
namespace {

constexpr std::size_t kMaxLetters = 64;
constexpr unsigned kSoundsAlike = 1;
// Shorter ones sound like too many.
constexpr std::size_t kLeastToSound = 3;     // letters
constexpr std::size_t kLeastToContinue = 5;  // letters of one that is being typed

std::u32string letters_of(std::string_view word) {
    std::u32string letters;
    for (std::size_t at = 0; at < word.size();) {
        letters.push_back(text::decode(word, at));
    }
    return letters;
}

bool has_digit(std::u32string_view letters) {
    return std::any_of(letters.begin(), letters.end(),
                       [](char32_t c) { return c >= U'0' && c <= U'9'; });
}

unsigned allowed_edits(std::u32string_view letters) {
    return has_digit(letters) ? 0 : letters.size() >= 8 ? 2 : letters.size() >= 4 ? 1 : 0;
}

bool is_better(const Repair& one, const Repair& other) {
    return one.distance != other.distance       ? one.distance < other.distance
           : one.commonness != other.commonness ? one.commonness > other.commonness
                                                : one.word < other.word;
}

// Keeps the best of those with the fewest edits, in order.
void take(std::vector<Repair>& repairs, std::string_view word, std::uint8_t commonness,
          unsigned distance) {
    Repair repair{{}, commonness, distance};
    if (!repairs.empty() && repair.edits() > repairs[0].edits()) {
        return;
    }
    if (!repairs.empty() && repair.edits() < repairs[0].edits()) {
        repairs.clear();
    }
    repair.word = word;
    std::size_t at = 0;
    while (at < repairs.size() && !is_better(repair, repairs[at])) {
        if (repairs[at++].word == word) {
            return;
        }
    }
    repairs.insert(repairs.begin() + static_cast<std::ptrdiff_t>(at), std::move(repair));
    for (std::size_t i = repairs.size() - 1; i > at; --i) {
        if (i == Repairs::kMost || repairs[i].word == word) {
            repairs.erase(repairs.begin() + static_cast<std::ptrdiff_t>(i));
        }
    }
}

}  // namespace

unsigned Repair::edits() const {
    return (distance + EditDistances::kEdit - 1) / EditDistances::kEdit;
}

struct Mender::State {
    std::u32string letters;
    std::string sound;               // empty where it tells nothing
    const text::Language* language;  // null: nothing is known of it
    bool continues;
    unsigned edits;  // that are asked for
    unsigned limit;  // as distance
    std::vector<Repair> whole{};
    std::vector<Repair> begun{};

    // False when the word is too far.
    bool look(EditDistances& distances, std::string_view word, std::size_t shared,
              std::uint8_t commonness) {
        const bool near = distances.visit(word, shared);
        if (near && distances.to_word() <= limit) {
            take(whole, word, commonness, distances.to_word());
        }
        if (continues && distances.to_beginning() <= limit) {
            take(begun, word, commonness, distances.to_beginning());
        }
        listen(word, commonness);
        return near;
    }

    void listen(std::string_view word, std::uint8_t commonness) {
        if (sound.empty()) {
            return;
        }
        const text::Likeness likeness = text::compare_sound(word, sound, *language);
        const bool may_continue = continues && letters.size() >= kLeastToContinue;
        if (likeness == text::Likeness::kSame) {
            take(whole, word, commonness, kSoundsAlike);
        } else if (likeness == text::Likeness::kBeginsSo && may_continue) {
            take(begun, word, commonness, kSoundsAlike);
        }
    }
};

Mender::Mender(std::string_view word, std::string_view language, unsigned edits, bool continues) {
    std::u32string letters = letters_of(word);
    const unsigned limit = std::min(allowed_edits(letters), edits) * EditDistances::kEdit;
    const text::Language* known = text::find_language(language);
    const bool listens = letters.size() >= kLeastToSound && !has_digit(letters);
    std::string sound = listens ? text::sound_of(word, known) : std::string();
    state_ = std::make_unique<State>(
        State{std::move(letters), std::move(sound), known, continues, edits, limit});
}
Mender::~Mender() = default;

bool Mender::can_mend() const {
    if (state_->letters.size() > kMaxLetters) {
        return false;
    }
    const bool may_be_enye = state_->letters.find(U'n') != std::u32string::npos;
    const bool takes_none = state_->edits == 1 && (!state_->sound.empty() || may_be_enye);
    return takes_none || state_->limit == state_->edits * EditDistances::kEdit;
}

void Mender::offer(const Part& part) {
    if (!can_mend()) {
        return;
    }
    EditDistances distances(state_->letters, state_->limit);
    for (auto cursor = part.dictionary.begin(); cursor.valid(); cursor.next()) {
        state_->look(distances, cursor.word(), cursor.shared(),
                     commonness(part.postings.of(cursor.term()).holding()));
    }
}

void Mender::offer(const Directory& directory) {
    if (!can_mend()) {
        return;
    }
    EditDistances distances(state_->letters, state_->limit);
    std::string_view last;
    const std::vector<Range>& ranges = directory.ranges();
    for (auto range = ranges.begin(); range != ranges.end();) {
        const std::string_view word = range->frequent;
        const auto shared =
            std::mismatch(word.begin(), word.end(), last.begin(), last.end()).first - word.begin();
        last = word;
        if (state_->look(distances, word, static_cast<std::size_t>(shared), range->commonness)) {
            ++range;
            continue;
        }
        const std::string_view beginning = word.substr(0, distances.dead_end());
        range = std::partition_point(range, ranges.end(), [&](const Range& other) {
            return other.frequent.compare(0, beginning.size(), beginning) <= 0;
        });
    }
}

void Mender::offer(const Spellings& spellings) {
    if (!can_mend()) {
        return;
    }
    const std::u32string letters(state_->letters.rbegin(), state_->letters.rend());
    EditDistances distances(letters, state_->limit);
    spellings.each([&](const std::string& word, std::size_t shared, std::uint8_t commonness) {
        if (distances.visit(word, shared) && distances.to_word() <= state_->limit) {
            take(state_->whole, backwards(word), commonness, distances.to_word());
        }
    });
}

Repairs Mender::best() const {
    Repairs best;
    best.only_begin = state_->whole.empty();
    best.words = best.only_begin ? state_->begun : state_->whole;
    return best;
}

}  // namespace ventanilla::search
