// core/search/repair.h
//
// Mends a word that stands nowhere: the dictionary's words within one edit of it (four letters and more) or
// two (eight and more). An edit is a letter too many, too few, another one, or two that changed places; n typed
// for ñ is none at all. Words with digits are not mended: "365" is not "364".
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/search/directory.h"
#include "core/search/index.h"
#include "core/search/part.h"

namespace ventanilla::search {

struct Repair {
    std::string word;
    ShardId shard = 0;            // that has it
    std::uint8_t commonness = 0;  // see ranking.h
};

struct Repairs {
    std::vector<Repair> words;  // all those that are nearest
    unsigned edits = 0;
};

class Mender {
public:
    // `word` is folded. With `continues`, words that only begin like it count when no whole word is near enough.
    Mender(std::string_view word, bool continues);
    ~Mender();

    // The words of a shard.
    void offer(const Part& part, ShardId shard);
    // The frequent words, of which each range has one.
    void offer(const Directory& directory);

    // A word that was offered twice is there once.
    Repairs best() &&;

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace ventanilla::search
