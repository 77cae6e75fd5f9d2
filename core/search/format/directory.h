// core/search/format/directory.h
//
// Which shard holds which words: what a reader knows before it has fetched any of them. Each shard of words is a
// range of the alphabet and shows its most frequent word here, so that a word that is being typed, or typed wrongly,
// leads to the right shard at once.
//
//   std::size_t range = directory.covering("factura");   // the shard to fetch is range + 1
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/search/format/bytes.h"

namespace ventanilla::search {

struct Range {
    std::string begins;    // no word of the range is less, all words of the ranges before are
    std::string frequent;  // its most frequent word
    std::uint8_t commonness = 0;  // of that word: log2 of the entries that hold it, in 16ths
};

class Directory {
public:
    // Checks that what ranges begin with and their words ascend and are UTF-8, and that the first range begins with
    // nothing.
    static std::optional<Directory> open(ByteReader& reader);
    static void write(const std::vector<Range>& ranges, std::string& bytes);

    [[nodiscard]] const std::vector<Range>& ranges() const { return ranges_; }

    // The range in whose part of the alphabet `word` lies. Precondition: there are ranges.
    [[nodiscard]] std::size_t covering(std::string_view word) const;

    // Ranges that have words with this beginning, as far as the root knows: at most `limit`, those with the most frequent
    // words. Precondition: there are ranges.
    [[nodiscard]] std::vector<std::size_t> completing(std::string_view beginning,
                                                      std::size_t limit) const;

private:
    std::vector<Range> ranges_;
};

}  // namespace ventanilla::search
