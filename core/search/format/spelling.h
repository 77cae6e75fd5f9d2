// core/search/format/spelling.h
//
// Words by their endings: how a word is found of which the first letters are wrong, since those lead to another part
// of the alphabet. A large index has them in shards of their own, cut like those of words; what is written backwards
// here is read forwards by nobody.
//
//   ShardId shard = first + spellings.covering(backwards("cnotraseña"));   // that holds "añesartnoc"
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/search/format/bytes.h"
#include "core/search/format/front_coding.h"

namespace ventanilla::search {

// By characters: "ñam" of "mañ".
std::string backwards(std::string_view word);

// Whether shards of spellings hold the word: three letters and more, no digit.
bool has_spelling(std::string_view word);

struct Spelling {
    std::string backwards;
    std::uint8_t commonness = 0;  // see ranking.h
};

// What one shard holds.
class Spellings {
public:
    // Checks that words ascend and are UTF-8. The bytes must outlive the spellings.
    static std::optional<Spellings> open(ByteReader& reader);
    static void write(const std::vector<Spelling>& spellings, std::string& bytes);

    // Calls `visit(backwards, shared, commonness)` for each word, ascending; `shared` as in FrontDecoder.
    template <typename Visit>
    void each(Visit visit) const {
        ByteReader reader(words_);
        FrontDecoder words(reader);
        for (std::size_t i = 0; words.next(); ++i) {
            visit(words.text(), words.shared(), static_cast<std::uint8_t>(commonness_[i]));
        }
    }

private:
    std::string_view words_;
    std::string_view commonness_;
};

// Which shard holds which endings.
class SpellingDirectory {
public:
    static std::optional<SpellingDirectory> open(ByteReader& reader);
    // What each range begins with, ascending; the first begins with nothing.
    static void write(const std::vector<std::string>& begins, std::string& bytes);

    [[nodiscard]] std::size_t size() const { return begins_.size(); }
    // Precondition: there are ranges.
    [[nodiscard]] std::size_t covering(std::string_view backwards) const;

private:
    std::vector<std::string> begins_;
};

}  // namespace ventanilla::search
