#include "core/search/asking/marks.h"

#include <algorithm>
#include <string>

#include "core/search/terms/words.h"
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

// Whether a look at the first letters of the folded `word` leaves it possible that it is one of `words`.
bool may_be_one_of(std::string_view word, const std::vector<std::string>& words) {
    constexpr std::size_t kLetters = 3;
    return std::any_of(words.begin(), words.end(), [&](const std::string& other) {
        return begins_with(word, std::string_view(other).substr(0, kLetters)) != Begins::kNo;
    });
}

}  // namespace

Marker::Marker(const ResolvedQuery& query) : query_(query) {
    marks_stop_words_ = std::all_of(query.slots.begin(), query.slots.end(),
                                    [](const Slot& slot) { return slot.is_stop_word; });
}

std::optional<std::size_t> Marker::slot_of(std::string_view word, bool stop_words) const {
    std::optional<std::string> key;  // folded when needed
    const auto folded = [&]() -> const std::string& {
        if (!key) {
            key = word_key(word);
        }
        return *key;
    };
    for (std::size_t slot = 0; slot < query_.slots.size(); ++slot) {
        const Slot& sought = query_.slots[slot];
        if (!stop_words && sought.is_stop_word) {
            continue;
        }
        for (const std::string& beginning : sought.beginnings) {
            const Begins begins = begins_with(word, beginning);
            if (begins == Begins::kYes ||
                (begins == Begins::kMaybe && folded().starts_with(beginning))) {
                return slot;
            }
        }
        if (may_be_one_of(word, sought.words) &&
            std::find(sought.words.begin(), sought.words.end(), folded()) != sought.words.end()) {
            return slot;
        }
    }
    return std::nullopt;
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
