#include "core/search/format/spelling.h"

#include <algorithm>

#include "core/text/utf8.h"

namespace ventanilla::search {

std::string backwards(std::string_view word) {
    std::string result;
    result.reserve(word.size());
    for (std::size_t end = word.size(); end > 0;) {
        std::size_t begin = end - 1;
        while (begin > 0 && (static_cast<unsigned char>(word[begin]) & 0xC0U) == 0x80) {
            --begin;
        }
        result += word.substr(begin, end - begin);
        end = begin;
    }
    return result;
}

bool has_spelling(std::string_view word) {
    constexpr std::size_t kLeast = 3;
    std::size_t letters = 0;
    for (const char byte : word) {
        if (byte >= '0' && byte <= '9') {
            return false;
        }
        letters += (static_cast<unsigned char>(byte) & 0xC0U) != 0x80 ? 1 : 0;
    }
    return letters >= kLeast;
}

std::optional<Spellings> Spellings::open(ByteReader& reader) {
    Spellings spellings;
    const std::size_t begin = reader.at();
    ByteReader ahead = reader;
    reader.string();
    reader.string();
    spellings.words_ = ahead.take(reader.at() - begin);
    spellings.commonness_ = reader.string();
    if (reader.failed()) {
        return std::nullopt;
    }
    ByteReader strings(spellings.words_);
    FrontDecoder words(strings);
    std::string last;
    std::size_t count = 0;
    for (; words.next(); ++count) {
        if (words.text() <= last) {
            return std::nullopt;
        }
        last = words.text();
    }
    return words.finished() && count == spellings.commonness_.size() ? std::optional(spellings)
                                                                     : std::nullopt;
}

void Spellings::write(const std::vector<Spelling>& spellings, std::string& bytes) {
    FrontEncoder words;
    std::string commonness;
    for (const Spelling& spelling : spellings) {
        words.add(spelling.backwards);
        commonness.push_back(static_cast<char>(spelling.commonness));
    }
    words.write(bytes);
    append_string(bytes, commonness);
}

std::optional<SpellingDirectory> SpellingDirectory::open(ByteReader& reader) {
    SpellingDirectory directory;
    FrontDecoder strings(reader);
    while (strings.next()) {
        const bool is_first = directory.begins_.empty();
        if (is_first ? !strings.text().empty() : strings.text() <= directory.begins_.back()) {
            return std::nullopt;
        }
        directory.begins_.push_back(strings.text());
    }
    return !reader.failed() && strings.finished() ? std::optional(std::move(directory))
                                                  : std::nullopt;
}

void SpellingDirectory::write(const std::vector<std::string>& begins, std::string& bytes) {
    FrontEncoder strings;
    for (const std::string& begin : begins) {
        strings.add(begin);
    }
    strings.write(bytes);
}

std::size_t SpellingDirectory::covering(std::string_view backwards) const {
    const auto after = std::upper_bound(begins_.begin() + 1, begins_.end(), backwards);
    return static_cast<std::size_t>(after - begins_.begin()) - 1;
}

}  // namespace ventanilla::search
