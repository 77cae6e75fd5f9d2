// core/search/format/entry_list.h
//
// Some of an index's entries, ascending, as a list in the root keeps them: one byte each where they follow closely.
//
//   list.for_each([&](EntryId entry) { ++count[entry]; });
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/search/format/bytes.h"
#include "core/search/format/shard.h"

namespace ventanilla::search {

class EntryList {
public:
    // Checks that entries ascend, are below `entries` and at least `least`. The bytes must outlive the list.
    static std::optional<EntryList> open(ByteReader& reader, std::size_t entries,
                                         std::size_t least);

    // `list` ascends.
    static void write(const std::vector<EntryId>& list, std::string& bytes);

    template <typename Visit>
    void for_each(Visit visit) const {
        EntryId entry = 0;
        for (std::size_t at = 0; at < bytes_.size();) {
            entry += checked_varint(bytes_, at);
            visit(entry++);
        }
    }

private:
    explicit EntryList(std::string_view bytes) : bytes_(bytes) {}

    std::string_view bytes_;
};

}  // namespace ventanilla::search
