#include "core/search/format/dictionary.h"

#include <algorithm>

#include "core/text/utf8.h"

namespace ventanilla::search {
namespace {

bool continues_character(char byte) {
    return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80;
}

}  // namespace

std::optional<Dictionary> Dictionary::open(ByteReader& reader) {
    Dictionary dictionary;
    dictionary.words_ = reader.varint();
    dictionary.terms_ = reader.varint();
    dictionary.lengths_ = reader.string();
    dictionary.letters_ = reader.string();
    dictionary.term_refs_ = reader.string();
    // A word has at least one byte in each of the three.
    if (reader.failed() || dictionary.words_ > dictionary.letters_.size()) {
        return std::nullopt;
    }
    dictionary.blocks_.reserve((dictionary.words_ + kBlock - 1) / kBlock);
    ByteReader lengths(dictionary.lengths_);
    ByteReader letters(dictionary.letters_);
    ByteReader refs(dictionary.term_refs_);
    std::string word;
    TermId next_term = 0;
    for (std::size_t i = 0; i < dictionary.words_; ++i) {
        if (i % kBlock == 0) {
            dictionary.blocks_.push_back({static_cast<std::uint32_t>(lengths.at()),
                                          static_cast<std::uint32_t>(letters.at()),
                                          static_cast<std::uint32_t>(refs.at()), next_term});
        }
        const std::size_t shared = lengths.varint();
        const std::size_t own = lengths.varint();
        const std::string_view suffix = letters.take(own);
        const std::uint32_t ref = refs.varint();
        const bool first = i % kBlock == 0;
        if (lengths.failed() || letters.failed() || refs.failed() || ref > next_term || own == 0 ||
            shared > word.size() || shared + own > kMaxWord || (first && shared != 0)) {
            return std::nullopt;
        }
        const std::string_view replaced = std::string_view(word).substr(shared);
        const bool splits = !replaced.empty() && continues_character(replaced[0]);
        const bool ascends = i == 0 || suffix > replaced;
        if (splits || !ascends || !text::is_valid_utf8(suffix)) {
            return std::nullopt;
        }
        word.resize(shared);
        word += suffix;
        next_term += ref == 0 ? 1 : 0;
    }
    if (!lengths.finished() || !letters.finished() || !refs.finished() ||
        next_term != dictionary.terms_) {
        return std::nullopt;
    }
    return dictionary;
}

std::vector<TermId> Dictionary::write(const std::vector<std::pair<std::string, TermId>>& words,
                                      std::string& bytes) {
    std::vector<TermId> order;
    std::vector<std::uint32_t> number;  // of each term, plus 1
    std::string lengths;
    std::string letters;
    std::string refs;
    std::string_view previous;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const std::string_view word = words[i].first;
        std::size_t shared = 0;
        if (i % kBlock != 0) {
            const std::size_t limit = std::min(previous.size(), word.size());
            while (shared < limit && previous[shared] == word[shared]) {
                ++shared;
            }
            while (shared < word.size() && continues_character(word[shared])) {
                --shared;
            }
        }
        append_varint(lengths, static_cast<std::uint32_t>(shared));
        append_varint(lengths, static_cast<std::uint32_t>(word.size() - shared));
        letters += word.substr(shared);
        const TermId term = words[i].second;
        if (term >= number.size()) {
            number.resize(term + std::size_t{1});
        }
        if (number[term] == 0) {
            order.push_back(term);
            number[term] = static_cast<std::uint32_t>(order.size());
            append_varint(refs, 0);
        } else {
            append_varint(refs, static_cast<std::uint32_t>(order.size()) - number[term] + 1);
        }
        previous = word;
    }
    append_varint(bytes, static_cast<std::uint32_t>(words.size()));
    append_varint(bytes, static_cast<std::uint32_t>(order.size()));
    append_string(bytes, lengths);
    append_string(bytes, letters);
    append_string(bytes, refs);
    return order;
}

std::optional<TermId> Dictionary::find(std::string_view word) const {
    const Cursor cursor = from(word);
    return cursor.valid() && cursor.word() == word ? std::optional(cursor.term()) : std::nullopt;
}

Dictionary::Cursor Dictionary::from(std::string_view word) const {
    const auto after = std::upper_bound(
        blocks_.begin(), blocks_.end(), word,
        [this](std::string_view value, const Block& block) { return value < first_word(block); });
    const auto block = after == blocks_.begin() ? after : after - 1;
    Cursor cursor(*this, static_cast<std::size_t>(block - blocks_.begin()));
    while (cursor.valid() && cursor.word() < word) {
        cursor.next();
    }
    return cursor;
}

std::string_view Dictionary::first_word(const Block& block) const {
    std::size_t at = block.lengths_at;
    checked_varint(lengths_, at);
    return letters_.substr(block.letters_at, checked_varint(lengths_, at));
}

Dictionary::Cursor::Cursor(const Dictionary& dictionary, std::size_t block)
    : dictionary_(&dictionary), index_(block * kBlock) {
    if (block < dictionary.blocks_.size()) {
        const Block& start = dictionary.blocks_[block];
        lengths_at_ = start.lengths_at;
        letters_at_ = start.letters_at;
        terms_at_ = start.terms_at;
        next_term_ = start.next_term;
        read();
    }
}

void Dictionary::Cursor::next() {
    ++index_;
    if (valid()) {
        read();
    }
}

void Dictionary::Cursor::read() {
    shared_ = checked_varint(dictionary_->lengths_, lengths_at_);
    const std::size_t own = checked_varint(dictionary_->lengths_, lengths_at_);
    word_.resize(shared_);
    word_ += dictionary_->letters_.substr(letters_at_, own);
    letters_at_ += own;
    const std::uint32_t ref = checked_varint(dictionary_->term_refs_, terms_at_);
    term_ = ref == 0 ? next_term_++ : next_term_ - ref;
}

}  // namespace ventanilla::search
