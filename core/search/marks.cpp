#include "core/search/marks.h"

#include <algorithm>
#include <string>

#include "core/search/words.h"
#include "core/text/tokenize.h"

namespace ventanilla::search {

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
    for (const std::string& lead : query.leads) {
        const auto first = static_cast<unsigned char>(lead.empty() ? 0 : lead.front());
        if (first >= 'a' && first <= 'z') {
            first_letters_.set(first);
            first_letters_.set(first - 'a' + 'A');
        } else if (first >= '0' && first <= '9') {
            first_letters_.set(first);
        } else {
            first_letters_.set();  // a letter that may be written in two ways, as n + U+0303
        }
    }
}

bool Marker::can_match(std::string_view word) const {
    const auto first = static_cast<unsigned char>(word.front());
    return first >= 0x80 || first_letters_.test(first);
}

std::optional<std::size_t> Marker::slot_of(std::string_view word) const {
    const std::string key = word_key(word);
    const std::string_view lead = std::string_view(key).substr(0, kLead);
    const bool may_match = std::any_of(query_.leads.begin(), query_.leads.end(),
                                       [&](const std::string& l) { return lead.starts_with(l); });
    if (!may_match) {
        return std::nullopt;
    }
    const auto term = index_.dictionary.find(key);
    if (!term) {
        return std::nullopt;
    }
    const auto at =
        std::lower_bound(slots_.begin(), slots_.end(), std::pair(*term, std::size_t{0}));
    return at != slots_.end() && at->first == *term ? std::optional(at->second) : std::nullopt;
}

std::vector<Mark> Marker::find(std::string_view text) const {
    std::vector<Mark> marks;
    for (const text::Token& token : text::tokenize(text)) {
        if (!can_match(token.word)) {
            continue;
        }
        const auto slot = slot_of(token.word);
        if (slot && (marks_stop_words_ || !query_.slots[*slot].is_stop_word)) {
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
