// core/search/building/likeness.h
//
// How much two texts have in common, from a small sketch of each: the smallest hashes of their shingles of four words
// (Broder, "On the resemblance and containment of documents", 1997). While the index is built.
//
//   Sketcher sketcher;
//   for (const Section& section : sections) sketcher.add(section.text);
//   Sketch sketch = std::move(sketcher).finish();
//   if (likeness_of(sketch, other) >= 230) ...   // of 256
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

namespace ventanilla::search {

// Ascending, each once.
using Sketch = std::vector<std::uint32_t>;

// Takes the words of several texts, one after the other.
class Sketcher {
public:
    void add(std::string_view text);

    // Empty where there are too few words to tell anything.
    [[nodiscard]] Sketch finish() &&;

private:
    std::vector<std::uint32_t> shingles_;
    std::array<std::uint32_t, 4> words_{};  // hashes of the last ones
    std::uint32_t count_ = 0;
};

// Their Jaccard coefficient, of 256: exact for short texts, else estimated.
std::uint32_t likeness_of(const Sketch& one, const Sketch& other);

}  // namespace ventanilla::search
