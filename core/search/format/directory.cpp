#include "core/search/format/directory.h"

#include <algorithm>

#include "core/search/format/front_coding.h"

namespace ventanilla::search {
std::optional<Directory> Directory::open(ByteReader& reader) {
    Directory directory;
    const std::uint32_t count = reader.varint();
    FrontDecoder strings(reader);
    const std::string_view commonness = reader.string();
    if (reader.failed() || commonness.size() != count) {
        return std::nullopt;
    }
    directory.ranges_.reserve(count);
    for (const char common : commonness) {
        Range range;
        const bool begins = strings.next();
        range.begins = strings.text();
        const bool goes_on = begins && strings.next();
        range.frequent = strings.text();
        const bool is_first = directory.ranges_.empty();
        if (!goes_on || range.frequent < range.begins ||
            (is_first ? !range.begins.empty()
                      : range.begins <= directory.ranges_.back().frequent)) {
            return std::nullopt;
        }
        range.commonness = static_cast<std::uint8_t>(common);
        directory.ranges_.push_back(std::move(range));
    }
    return strings.finished() ? std::optional(std::move(directory)) : std::nullopt;
}

void Directory::write(const std::vector<Range>& ranges, std::string& bytes) {
    FrontEncoder strings;
    std::string commonness;
    for (const Range& range : ranges) {
        strings.add(range.begins);
        strings.add(range.frequent);
        commonness.push_back(static_cast<char>(range.commonness));
    }
    append_varint(bytes, static_cast<std::uint32_t>(ranges.size()));
    strings.write(bytes);
    append_string(bytes, commonness);
}

std::size_t Directory::covering(std::string_view word) const {
    const auto after = std::upper_bound(
        ranges_.begin() + 1, ranges_.end(), word,
        [](std::string_view value, const Range& range) { return value < range.begins; });
    return static_cast<std::size_t>(after - ranges_.begin()) - 1;
}

std::vector<std::size_t> Directory::completing(std::string_view beginning,
                                               std::size_t limit) const {
    std::vector<std::size_t> best;
    for (std::size_t i = covering(beginning); i < ranges_.size(); ++i) {
        const Range& range = ranges_[i];
        if (range.begins > beginning && !range.begins.starts_with(beginning) &&
            !range.frequent.starts_with(beginning)) {
            break;
        }
        if (!range.frequent.starts_with(beginning)) {
            continue;
        }
        const auto at = std::find_if(best.begin(), best.end(), [&](std::size_t other) {
            return ranges_[other].commonness < range.commonness;
        });
        best.insert(at, i);
        best.resize(std::min(best.size(), limit));
    }
    return best;
}

}  // namespace ventanilla::search
