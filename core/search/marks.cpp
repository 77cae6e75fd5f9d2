#include "core/search/marks.h"

#include <algorithm>
#include <string>

#include "core/search/words.h"
#include "core/text/tokenize.h"

namespace ventanilla::search {
namespace {

enum class Begins { kNo, kMaybe, kYes };

// Whether the folded `word` begins with `lead`, as far as a look at its bytes tells: most words of a text are passed
// over without being folded.
Begins begins_with(std::string_view word, std::string_view lead) {
    for (std::size_t i = 0; i < lead.size(); ++i) {
        if (i == word.size()) {
            return Begins::kNo;
        }
        const auto byte = static_cast<unsigned char>(word[i]);
        // Folding changes such a letter, or takes it out.
        if (byte >= 0x80 || byte == '\'' || static_cast<unsigned char>(lead[i]) >= 0x80) {
            return Begins::kMaybe;
        }
        const char lower = byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte | 0x20U) : word[i];
        if (lower != lead[i]) {
            return Begins::kNo;
        }
    }
    return Begins::kYes;
}

}  // namespace

Marker::Marker(const Index::Data& index, const ResolvedQuery& query)
    : index_(index), query_(query) {
    for (std::size_t slot = 0; slot < query.slots.size(); ++slot) {
        marks_stop_words_ = marks_stop_words_ && query.slots[slot].is_stop_word;
        for (const Match& match : query.slots[slot].matches) {
            for (const TermId term : match.terms) {
                slots_.emplace_back(term, slot);
            }
        }
    }
    std::sort(slots_.begin(), slots_.end());
}

std::optional<std::size_t> Marker::slot_of(std::string_view word, bool stop_words) const {
    bool may_match = false;
    for (std::size_t slot = 0; slot < query_.slots.size(); ++slot) {
        if (!stop_words && query_.slots[slot].is_stop_word) {
            continue;
        }
        for (const Lead& lead : query_.slots[slot].leads) {
            const Begins begins = begins_with(word, lead.letters);
            if (begins == Begins::kYes && lead.is_enough && !may_match) {
                return slot;
            }
            may_match = may_match || begins != Begins::kNo;
        }
    }
    if (!may_match) {
        return std::nullopt;
    }
    const auto term = index_.dictionary.find(word_key(word));
    if (!term) {
        return std::nullopt;
    }
    const auto at =
        std::lower_bound(slots_.begin(), slots_.end(), std::pair(*term, std::size_t{0}));
    if (at == slots_.end() || at->first != *term ||
        (!stop_words && query_.slots[at->second].is_stop_word)) {
        return std::nullopt;
    }
    return at->second;
}

std::vector<Mark> Marker::find(std::string_view text) const {
    std::vector<Mark> marks;
    for (const text::Token& token : text::tokenize(text)) {
        if (const auto slot = slot_of(token.word, marks_stop_words_)) {
            marks.push_back({token.begin, token.begin + token.word.size(), *slot});
        }
    }
    return marks;
}

std::vector<Run> make_runs(std::string_view text, std::size_t begin, std::size_t end,
                           const std::vector<Mark>& marks) {
    std::vector<Run> runs;
    const auto add = [&](std::size_t from, std::size_t to, bool marked) {
        if (from < to) {
            runs.push_back({std::string(text.substr(from, to - from)), marked});
            std::replace(runs.back().text.begin(), runs.back().text.end(), '\n', ' ');
        }
    };
    for (const Mark& mark : marks) {
        add(begin, mark.begin, false);
        add(mark.begin, mark.end, true);
        begin = mark.end;
    }
    add(begin, end, false);
    return runs;
}

}  // namespace ventanilla::search
