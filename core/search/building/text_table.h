// core/search/building/text_table.h
//
// Numbers texts as they come, from 0, while an index is built. All of them lie in one block of memory.
//
//   TextTable words;
//   words.number("factura");  // 0
//   words.number("pago");     // 1
//   words.number("factura");  // 0
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace ventanilla::search {

// Of at most 2^31 texts with 2^32 bytes together.
class TextTable {
public:
    // The number of a text; size() before the call if it is new.
    std::uint32_t number(std::string_view text);

    // The same, and size() if there is no such text.
    [[nodiscard]] std::uint32_t find(std::string_view text) const;

    // Precondition: number < size(). Holds until the next text that is new.
    [[nodiscard]] std::string_view text(std::uint32_t number) const {
        return std::string_view(bytes_).substr(begins_[number],
                                               begins_[number + std::size_t{1}] - begins_[number]);
    }
    [[nodiscard]] std::size_t size() const { return begins_.size() - 1; }

private:
    struct Slot {
        std::uint32_t hash = 0;
        std::uint32_t number = 0;  // plus 1; 0 for an empty slot
    };
    // Where a text stands or would stand.
    [[nodiscard]] std::size_t place(std::string_view text, std::uint32_t hash) const;
    void grow();

    std::string bytes_;                           // of all texts, one after the other
    std::vector<std::uint32_t> begins_ = {0};     // of each; and the end
    std::vector<Slot> slots_ = {Slot{}, Slot{}};  // a power of two, at most half of them taken
};

}  // namespace ventanilla::search
