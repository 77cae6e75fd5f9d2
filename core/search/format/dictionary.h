// core/search/format/dictionary.h
//
// Every word of an index (folded, as texts spell it) and the term it belongs to: all words with one
// stem are one term. Sorted by bytes, front-coded in blocks.
//
//   Dictionary::Cursor cursor = dictionary.from("interne");
//   for (; cursor.valid() && cursor.word().starts_with("interne"); cursor.next())
//   use(cursor.term());
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/search/format/bytes.h"

namespace ventanilla::search {

using TermId = std::uint32_t;

class Dictionary {
public:
    static constexpr std::size_t kBlock = 16;     // words
    static constexpr std::size_t kMaxWord = 256;  // bytes

    // Checks everything: words ascend, are UTF-8 and share whole characters with the word before;
    // terms are numbered in the order in which they first appear, without gaps. The bytes must
    // outlive the dictionary.
    static std::optional<Dictionary> open(ByteReader& reader);

    // `words` ascend and are not empty; terms are any distinct numbers. Returns the terms in the
    // order of their numbers in the dictionary.
    static std::vector<TermId> write(const std::vector<std::pair<std::string, TermId>>& words,
                                     std::string& bytes);

    [[nodiscard]] std::size_t word_count() const { return words_; }
    [[nodiscard]] std::size_t term_count() const { return terms_; }

    [[nodiscard]] std::optional<TermId> find(std::string_view word) const;

    // Walks the words upwards. The view of word() holds until next().
    class Cursor {
    public:
        [[nodiscard]] bool valid() const { return index_ < dictionary_->words_; }
        [[nodiscard]] std::string_view word() const { return word_; }
        [[nodiscard]] TermId term() const { return term_; }
        // Bytes that the word has in common with the one before it (0 at the beginning of a block).
        [[nodiscard]] std::size_t shared() const { return shared_; }
        void next();

    private:
        friend class Dictionary;
        Cursor(const Dictionary& dictionary, std::size_t block);
        void read();

        const Dictionary* dictionary_;
        std::size_t index_;
        std::size_t lengths_at_ = 0;
        std::size_t letters_at_ = 0;
        std::size_t terms_at_ = 0;
        TermId next_term_ = 0;
        TermId term_ = 0;
        std::size_t shared_ = 0;
        std::string word_;
    };
    [[nodiscard]] Cursor begin() const { return Cursor(*this, 0); }
    // At the first word that is not less than `word`.
    [[nodiscard]] Cursor from(std::string_view word) const;

private:
    struct Block {
        std::uint32_t lengths_at;
        std::uint32_t letters_at;
        std::uint32_t terms_at;
        TermId next_term;
    };
    [[nodiscard]] std::string_view first_word(const Block& block) const;

    std::uint32_t words_ = 0;
    std::uint32_t terms_ = 0;
    std::string_view lengths_;    // of each word: bytes shared, bytes of its own
    std::string_view letters_;    // the bytes of its own
    std::string_view term_refs_;  // 0: the next new term; n: the one n before that
    std::vector<Block> blocks_;
};

}  // namespace ventanilla::search
