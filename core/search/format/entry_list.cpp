#include "core/search/format/entry_list.h"

namespace ventanilla::search {

std::optional<EntryList> EntryList::open(ByteReader& reader, std::size_t entries,
                                         std::size_t least) {
    const std::string_view bytes = reader.string();
    ByteReader gaps(bytes);
    std::uint64_t next = 0;
    std::size_t count = 0;
    for (; gaps.left() > 0; ++count) {
        next += gaps.varint() + std::uint64_t{1};
        if (gaps.failed() || next > entries) {
            return std::nullopt;
        }
    }
    return reader.failed() || count < least ? std::nullopt : std::optional(EntryList(bytes));
}

void EntryList::write(const std::vector<EntryId>& list, std::string& bytes) {
    std::string gaps;
    EntryId next = 0;
    for (const EntryId entry : list) {
        append_varint(gaps, entry - next);
        next = entry + 1;
    }
    append_string(bytes, gaps);
}

}  // namespace ventanilla::search
