#include "core/search/repair.h"

#include <algorithm>
#include <cstdint>

#include "core/search/ranking.h"
#include "core/text/utf8.h"

namespace ventanilla::search {
namespace {

constexpr std::size_t kMaxLetters = 64;

// Optimal string alignment distance of one word to each of the words that a walk of the dictionary visits. Rows of
// the table belong to letters, so words that share a beginning share their rows.
class Distances {
public:
    Distances(std::u32string_view typed, unsigned limit)
        : typed_(typed), limit_(limit), width_(typed.size() + 1) {
        rows_.resize((typed.size() + limit + 2) * width_);
        for (std::size_t column = 0; column < width_; ++column) {
            rows_[column] = static_cast<std::uint8_t>(column);
        }
    }

    // Moves to `word`, of which the first `shared` bytes are those of the word before. False when it is too far.
    bool visit(std::string_view word, std::size_t shared) {
        if (shared >= too_far_) {
            return false;
        }
        too_far_ = std::string_view::npos;
        while (!letters_.empty() && letters_.back().end > shared) {
            letters_.pop_back();
        }
        for (std::size_t at = letters_.empty() ? 0 : letters_.back().end; at < word.size();) {
            const char32_t letter = text::decode(word, at);
            if (letters_.size() >= typed_.size() + limit_ || !add_row(letter, at)) {
                too_far_ = at;
                return false;
            }
        }
        return true;
    }

    [[nodiscard]] unsigned to_word() const { return row(letters_.size())[typed_.size()]; }

    // Of the typed word to the nearest beginning of the words that share what was visited.
    [[nodiscard]] unsigned to_beginning() const {
        unsigned nearest = row(0)[typed_.size()];
        for (std::size_t depth = 1; depth <= letters_.size(); ++depth) {
            nearest = std::min<unsigned>(nearest, row(depth)[typed_.size()]);
        }
        return nearest;
    }

private:
    struct Letter {
        char32_t letter;
        std::size_t end;  // byte past it
    };

    [[nodiscard]] const std::uint8_t* row(std::size_t depth) const {
        return rows_.data() + depth * width_;
    }

    // False when no continuation can come near again.
    bool add_row(char32_t letter, std::size_t end) {
        letters_.push_back({letter, end});
        const std::size_t depth = letters_.size();
        std::uint8_t* current = rows_.data() + depth * width_;
        const std::uint8_t* above = current - width_;
        current[0] = static_cast<std::uint8_t>(depth);
        unsigned nearest = current[0];
        for (std::size_t column = 1; column < width_; ++column) {
            const char32_t typed = typed_[column - 1];
            const bool same = typed == letter || (typed == U'n' && letter == U'ñ');
            unsigned best = above[column - 1] + (same ? 0U : 1U);
            best = std::min<unsigned>(best, above[column] + 1U);
            best = std::min<unsigned>(best, current[column - 1] + 1U);
            const bool swapped = depth > 1 && column > 1 && typed_[column - 2] == letter &&
                                 letters_[depth - 2].letter == typed;
            if (swapped) {
                best = std::min<unsigned>(best, row(depth - 2)[column - 2] + 1U);
            }
            current[column] = static_cast<std::uint8_t>(best);
            nearest = std::min(nearest, best);
        }
        return nearest <= limit_;
    }

    std::u32string_view typed_;
    unsigned limit_;
    std::size_t width_;
    std::vector<std::uint8_t> rows_;
    std::vector<Letter> letters_;
    std::size_t too_far_ = std::string_view::npos;  // bytes after which no word comes near
};

std::u32string letters_of(std::string_view word) {
    std::u32string letters;
    for (std::size_t at = 0; at < word.size();) {
        letters.push_back(text::decode(word, at));
    }
    return letters;
}

unsigned allowed_edits(std::u32string_view letters) {
    const bool has_digit = std::any_of(letters.begin(), letters.end(),
                                       [](char32_t c) { return c >= U'0' && c <= U'9'; });
    if (has_digit) {
        return 0;
    }
    return letters.size() >= 8 ? 2 : letters.size() >= 4 ? 1 : 0;
}

// Keeps only the nearest.
void take(Repairs& repairs, unsigned edits, std::string_view word, ShardId shard,
          std::uint8_t commonness) {
    if (!repairs.words.empty() && edits > repairs.edits) {
        return;
    }
    if (edits < repairs.edits) {
        repairs.words.clear();
    }
    repairs.edits = edits;
    const bool known = std::any_of(repairs.words.begin(), repairs.words.end(),
                                   [&](const Repair& other) { return other.word == word; });
    if (!known) {
        repairs.words.push_back({std::string(word), shard, commonness});
    }
}

}  // namespace

struct Mender::State {
    std::u32string letters;
    bool continues;
    unsigned limit;
    Repairs whole{{}, limit};
    Repairs begun{{}, limit};

    [[nodiscard]] bool can_mend() const {
        const bool may_be_enye = letters.find(U'n') != std::u32string::npos;
        return letters.size() <= kMaxLetters && (limit > 0 || may_be_enye);
    }
    void look(Distances& distances, std::string_view word, std::size_t shared, ShardId shard,
              std::uint8_t commonness) {
        const bool near = distances.visit(word, shared);
        if (near && distances.to_word() <= limit) {
            take(whole, distances.to_word(), word, shard, commonness);
        }
        if (continues && distances.to_beginning() <= limit) {
            take(begun, distances.to_beginning(), word, shard, commonness);
        }
    }
};

Mender::Mender(std::string_view word, bool continues) {
    std::u32string letters = letters_of(word);
    const unsigned limit = allowed_edits(letters);
    state_ = std::make_unique<State>(State{std::move(letters), continues, limit});
}
Mender::~Mender() = default;

void Mender::offer(const Part& part, ShardId shard) {
    if (!state_->can_mend()) {
        return;
    }
    Distances distances(state_->letters, state_->limit);
    for (auto cursor = part.dictionary.begin(); cursor.valid(); cursor.next()) {
        state_->look(distances, cursor.word(), cursor.shared(), shard,
                     commonness(part.postings.of(cursor.term()).holding()));
    }
}

void Mender::offer(const Directory& directory) {
    if (!state_->can_mend()) {
        return;
    }
    Distances distances(state_->letters, state_->limit);
    std::string_view last;
    ShardId shard = 0;
    for (const Range& range : directory.ranges()) {
        const std::string_view word = range.frequent;
        const auto shared =
            std::mismatch(word.begin(), word.end(), last.begin(), last.end()).first - word.begin();
        state_->look(distances, word, static_cast<std::size_t>(shared), ++shard, range.commonness);
        last = word;
    }
}

Repairs Mender::best() && {
    return std::move(state_->whole.words.empty() ? state_->begun : state_->whole);
}

}  // namespace ventanilla::search
