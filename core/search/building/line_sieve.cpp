#include "core/search/building/line_sieve.h"

#include <string>
#include <string_view>
#include <utility>

#include "core/search/building/tidy.h"
#include "core/search/format/shard.h"

namespace ventanilla::search {

void LineSieve::sift(Entry& entry) {
    ++sifted_;
    const std::uint64_t summary = checksum(one_line(entry.summary));
    for (Section& section : entry.sections) {
        const std::string text = tidy(section.text);
        section.text.clear();
        for (const std::string_view line : lines_of(text)) {
            const std::uint64_t hash = checksum(line);
            if (hash != summary && tells(lines_[hash])) {
                section.text += line;
                section.text += '\n';
            }
        }
    }
}

bool LineSieve::tells(Line& line) const {
    constexpr std::uint32_t kEntries = 3;
    return std::exchange(line.last, sifted_) != sifted_ && ++line.entries <= kEntries;
}

}  // namespace ventanilla::search
