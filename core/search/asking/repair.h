// core/search/asking/repair.h
//
// Mends a word that stands nowhere: the words within one edit of it (four letters and more) or two (eight and more),
// and those that sound like it. Words with digits are not mended: "365" is not "364".
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/search/asking/index.h"
#include "core/search/format/directory.h"
#include "core/search/format/part.h"
#include "core/search/format/spelling.h"

namespace ventanilla::search {

struct Repair {
    std::string word;
    std::uint8_t commonness = 0;  // see ranking.h
    unsigned distance =
        0;  // as EditDistances has it; one that sounds alike is nearer than any edit

    // How many edits make it; none for n typed for ñ.
    [[nodiscard]] unsigned edits() const;
};

struct Repairs {
    static constexpr std::size_t kMost = 6;
    // Of those with the fewest edits the best: the nearest first, the most frequent of these first.
    std::vector<Repair> words;
    bool only_begin = false;  // they only begin like the word
};

class Mender {
public:
    static constexpr unsigned kMostEdits = 2;

    // `word` is folded; at most `edits` mend it, and no more than its length allows. With `continues`, words that only
    // begin like it count when no whole word is near enough.
    Mender(std::string_view word, std::string_view language, unsigned edits, bool continues);
    ~Mender();

    // False for a word that is not mended, whatever is offered, or not by so many edits.
    [[nodiscard]] bool can_mend() const;

    // The words of a shard.
    void offer(const Part& part);
    // The frequent words, of which each range has one.
    void offer(const Directory& directory);
    // Those with certain endings.
    void offer(const Spellings& spellings);

    // A word that was offered twice is there once.
    [[nodiscard]] Repairs best() const;

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace ventanilla::search
