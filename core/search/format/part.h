// core/search/format/part.h
//
// What a shard holds: a range of words with their postings, and records of the entries that they find best. A part is
// searched without the others; a term whose words lie in several ranges is whole in each of them.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/search/format/dictionary.h"
#include "core/search/format/postings.h"
#include "core/search/format/records.h"

namespace ventanilla::search {

struct Part {
    Dictionary dictionary;
    Postings postings;
    Records records;

    // Checks everything. The bytes must outlive the part.
    static std::optional<Part> open(ByteReader& reader, std::size_t entries);
};

// What Part::open reads. `words` ascend; their terms are numbers in `lists`.
void write_part(const std::vector<std::pair<std::string, TermId>>& words,
                const std::vector<TermList>& lists, const std::vector<Record>& records,
                std::string& bytes);

}  // namespace ventanilla::search
