#include "core/search/format/part.h"

namespace ventanilla::search {

std::optional<Part> Part::open(ByteReader& reader, std::size_t entries) {
    auto dictionary = Dictionary::open(reader);
    if (!dictionary) {
        return std::nullopt;
    }
    auto postings = Postings::open(reader, dictionary->term_count(), entries);
    if (!postings) {
        return std::nullopt;
    }
    auto records = Records::open(reader, entries);
    if (!records) {
        return std::nullopt;
    }
    return Part{std::move(*dictionary), std::move(*postings), std::move(*records)};
}

void write_part(const std::vector<std::pair<std::string, TermId>>& words,
                const std::vector<TermList>& lists, const std::vector<Record>& records,
                std::string& bytes) {
    std::vector<const TermList*> ordered;
    for (const TermId term : Dictionary::write(words, bytes)) {
        ordered.push_back(&lists[term]);
    }
    Postings::write(ordered, bytes);
    Records::write(records, bytes);
}

}  // namespace ventanilla::search
