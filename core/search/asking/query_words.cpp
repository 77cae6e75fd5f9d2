#include "core/search/asking/query_words.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "core/search/terms/numbers.h"
#include "core/text/tokenize.h"

namespace ventanilla::search {
namespace {

// A whole problem fits; what comes after it only costs time.
constexpr std::size_t kMaxQuery = 1024;  // bytes
// Words that are looked up, the rarest ones: each may cost a download, and one more changes no order that could be
// measured.
constexpr std::size_t kMaxWords = 12;

// Parts of the query between quotation marks, those marks included: begin and end.
std::vector<std::pair<std::size_t, std::size_t>> quotations(std::string_view query) {
    struct Marks {
        std::string_view opening;
        std::string_view closing;
    };
    constexpr Marks kMarks[] = {{"\"", "\""}, {"«", "»"}, {"“", "”"}};
    std::vector<std::pair<std::size_t, std::size_t>> found;
    for (const auto& [opening, closing] : kMarks) {
        for (std::size_t at = 0; (at = query.find(opening, at)) != std::string_view::npos;) {
            const std::size_t end = query.find(closing, at + opening.size());
            if (end == std::string_view::npos) {
                break;
            }
            found.emplace_back(at, end + closing.size());
            at = end + closing.size();
        }
    }
    return found;
}

class QueryReader {
public:
    QueryReader(const Index::Data& index, std::string_view query)
        : index_(index), query_(query), quotations_(quotations(query)),
          tokens_(text::tokenize(query)) {}

    QueryWords read() {
        Frame frame(index_.language);
        for (std::size_t i = 0; i < tokens_.size(); ++i) {
            QueryWord word = word_of(i);
            word.is_stop_word = !word.key.empty() && frame.says_nothing(word.key);
            const bool said =
                std::any_of(found_.words.begin(), found_.words.end(),
                            [&](const QueryWord& other) { return other.key == word.key; });
            if (!word.key.empty() && (!said || word.being_typed)) {
                found_.words.push_back(std::move(word));
            }
        }
        leave_out_stop_words();
        leave_out_common_words();
        return std::move(found_);
    }

private:
    [[nodiscard]] QueryWord word_of(std::size_t token) const {
        const auto& [text, begin] = tokens_[token];
        QueryWord word;
        word.key = word_key(text);
        word.text = text;
        word.begin = begin;
        word.being_typed = begin + text.size() == query_.size();
        word.is_quoted = std::any_of(quotations_.begin(), quotations_.end(), [&](const auto& part) {
            return part.first <= begin && begin < part.second;
        });
        word.commonness = commonness_of(word.key);
        for (const std::size_t first : {token - 1, token}) {
            if (auto joined = word.is_quoted ? std::nullopt : joined_from(first)) {
                word.joined.push_back(std::move(*joined));
            }
        }
        return word;
    }

    // The token and the one after it, where at most a blank or a hyphen stands between them.
    [[nodiscard]] std::optional<JoinedWord> joined_from(std::size_t first) const {
        if (first >= tokens_.size() || first + 1 >= tokens_.size()) {
            return std::nullopt;
        }
        const auto& [one, begin] = tokens_[first];
        const auto& [other, next] = tokens_[first + 1];
        const std::string_view between =
            query_.substr(begin + one.size(), next - begin - one.size());
        if (between != " " && between != "-") {
            return std::nullopt;
        }
        JoinedWord joined{word_key(one) + word_key(other), between == "-"};
        joined.is_likely = joined.is_likely || is_measure(one, other);
        return joined.key.size() <= Dictionary::kMaxWord ? std::optional(std::move(joined))
                                                         : std::nullopt;
    }

    [[nodiscard]] std::uint8_t commonness_of(std::string_view key) const {
        if (index_.directory.ranges().empty()) {
            return 0;
        }
        const Range& range = index_.directory.ranges()[index_.directory.covering(key)];
        return range.frequent == key ? range.commonness : 0;
    }

    // Words that say nothing are not worth a download each, unless there are no others.
    void leave_out_stop_words() {
        const bool says_something =
            std::any_of(found_.words.begin(), found_.words.end(),
                        [](const QueryWord& word) { return !word.is_stop_word; });
        if (says_something) {
            std::erase_if(found_.words, [this](const QueryWord& word) {
                found_.stop_words |= word.is_stop_word ? stop_word_set(word.key) : 0;
                return word.is_stop_word;
            });
        }
    }

    void leave_out_common_words() {
        while (found_.words.size() > kMaxWords) {
            found_.words.erase(std::max_element(found_.words.begin(), found_.words.end(),
                                                [](const QueryWord& one, const QueryWord& other) {
                                                    return one.commonness < other.commonness;
                                                }));
        }
    }

    const Index::Data& index_;
    std::string_view query_;
    std::vector<std::pair<std::size_t, std::size_t>> quotations_;
    std::vector<text::Token> tokens_;
    QueryWords found_;
};

}  // namespace

QueryWords words_of(const Index::Data& index, std::string_view query) {
    return QueryReader(index, query.substr(0, kMaxQuery)).read();
}

}  // namespace ventanilla::search
