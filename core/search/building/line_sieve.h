// core/search/building/line_sieve.h
//
// Leaves of the lines of entries those that tell something about them, while the index is built.
#pragma once

#include <cstdint>
#include <unordered_map>

#include "core/search/building/builder.h"

namespace ventanilla::search {

class LineSieve {
public:
    // Makes the texts of the sections tidy and takes out the lines that the entry has had already, its summary included, and
    // those that stand in many entries, as "See also" does: the first of these keep them.
    void sift(Entry& entry);

private:
    struct Line {
        std::uint32_t entries = 0;  // how many hold it
        std::uint32_t last = 0;     // of them, counted from 1
    };

    bool tells(Line& line) const;

    std::unordered_map<std::uint64_t, Line> lines_;  // by hash
    std::uint32_t sifted_ = 0;                       // entries, the present one included
};

}  // namespace ventanilla::search
