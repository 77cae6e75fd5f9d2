#include "core/search/directory.h"

#include <algorithm>

#include "core/search/dictionary.h"
#include "core/text/utf8.h"

namespace ventanilla::search {
namespace {

std::size_t shared_bytes(std::string_view one, std::string_view other) {
    return static_cast<std::size_t>(
        std::mismatch(one.begin(), one.end(), other.begin(), other.end()).first - one.begin());
}

// Strings that each take over the beginning of the one before.
class FrontCoded {
public:
    FrontCoded(std::string_view lengths, std::string_view letters)
        : lengths_(lengths), letters_(letters) {}

    // The next one; nothing if it leads outside, is too long or not UTF-8.
    std::optional<std::string> next() {
        const std::size_t shared = lengths_.varint();
        const std::size_t own = lengths_.varint();
        const std::string_view rest = letters_.take(own);
        if (lengths_.failed() || letters_.failed() || shared > last_.size() ||
            shared + own > Dictionary::kMaxWord) {
            return std::nullopt;
        }
        last_.resize(shared);
        last_ += rest;
        return text::is_valid_utf8(last_) ? std::optional(last_) : std::nullopt;
    }
    [[nodiscard]] bool finished() const { return lengths_.finished() && letters_.finished(); }

private:
    ByteReader lengths_;
    ByteReader letters_;
    std::string last_;
};

}  // namespace

std::optional<Directory> Directory::open(ByteReader& reader) {
    Directory directory;
    const std::uint32_t count = reader.varint();
    const std::string_view lengths = reader.string();
    const std::string_view letters = reader.string();
    const std::string_view commonness = reader.string();
    if (reader.failed() || commonness.size() != count) {
        return std::nullopt;
    }
    FrontCoded strings(lengths, letters);
    directory.ranges_.reserve(count);
    for (std::uint32_t i = 0; i < count; ++i) {
        auto begins = strings.next();
        auto frequent = begins ? strings.next() : std::nullopt;
        if (!frequent || *frequent < *begins ||
            (i == 0 ? !begins->empty() : *begins <= directory.ranges_.back().frequent)) {
            return std::nullopt;
        }
        directory.ranges_.push_back(
            {std::move(*begins), std::move(*frequent), static_cast<std::uint8_t>(commonness[i])});
    }
    return strings.finished() ? std::optional(std::move(directory)) : std::nullopt;
}

void Directory::write(const std::vector<Range>& ranges, std::string& bytes) {
    std::string lengths;
    std::string letters;
    std::string commonness;
    std::string_view last;
    for (const Range& range : ranges) {
        for (const std::string_view text :
             {std::string_view(range.begins), std::string_view(range.frequent)}) {
            const std::size_t shared = shared_bytes(text, last);
            append_varint(lengths, static_cast<std::uint32_t>(shared));
            append_varint(lengths, static_cast<std::uint32_t>(text.size() - shared));
            letters += text.substr(shared);
            last = text;
        }
        commonness.push_back(static_cast<char>(range.commonness));
    }
    append_varint(bytes, static_cast<std::uint32_t>(ranges.size()));
    append_string(bytes, lengths);
    append_string(bytes, letters);
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
