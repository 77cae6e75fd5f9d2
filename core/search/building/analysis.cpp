#include "core/search/building/analysis.h"

#include <algorithm>
#include <unordered_set>

#include "core/search/building/link_text.h"
#include "core/search/format/shard.h"
#include "core/search/terms/numbers.h"
#include "core/text/tokenize.h"
#include "core/text/utf8.h"

namespace ventanilla::search {
namespace {

// Bytes. A piece ends with the first sentence that makes it as long as the one; where no sentence ends it is cut
// between words before it is as long as the other.
constexpr std::size_t kEnough = 70;
constexpr std::size_t kLongest = 180;

// Where the piece ends that begins at `begin` of a line.
std::size_t piece_end(std::string_view line, std::size_t begin) {
    std::size_t blank = 0;
    for (std::size_t at = begin; at < line.size(); ++at) {
        if (at - begin >= kLongest && blank > begin) {
            return blank;
        }
        if (line[at] == ' ') {
            blank = at;
            const char before = line[at - 1];
            const bool ends = before == '.' || before == '?' || before == '!';
            if (ends && at - begin >= kEnough && line.size() - at > kEnough / 2) {
                return at;
            }
        }
    }
    return line.size();
}

// Takes the texts of one entry.
class Reader {
public:
    Reader(AnalysedEntry& entry, Vocabulary& vocabulary) : entry_(entry), vocabulary_(vocabulary) {}

    // Counts the words of a text in a field and returns them.
    std::vector<WordId> count(Field field, std::string_view text) {
        const std::vector<text::Token> tokens = text::tokenize(text);
        std::vector<WordId> words;
        for (const text::Token& token : tokens) {
            if (const WordId word = vocabulary_.add(token.word); word != kNoWord) {
                ++entry_.lengths[static_cast<std::size_t>(field)];
                use(field, word);
                words.push_back(word);
            }
        }
        count_joined(field, text, tokens);
        return words;
    }

    // The same for a line of the text, which becomes pieces of the section.
    void show(Field field, std::string_view line, std::uint32_t section) {
        for (std::size_t begin = 0; begin < line.size();) {
            const std::size_t end = piece_end(line, begin);
            const std::string_view piece = line.substr(begin, end - begin);
            const auto number = static_cast<std::uint32_t>(entry_.pieces.size());
            const auto at = static_cast<std::uint32_t>(entry_.text.size());
            entry_.text += piece;
            entry_.pieces.push_back({at, at + static_cast<std::uint32_t>(piece.size()), section});
            const std::size_t first = entry_.places.size();
            std::vector<WordId> words = count(field, piece);
            words.insert(words.end(), joined_.begin(), joined_.end());
            for (const WordId word : words) {
                if (!vocabulary_.is_stop_word(word)) {
                    entry_.places.push_back({word, number});
                }
            }
            keep_one_of_each(first);
            begin = std::min(line.find_first_not_of(' ', end), line.size());
        }
    }

    // Adds up what was counted.
    void finish() {
        std::sort(
            entry_.uses.begin(), entry_.uses.end(), [](const WordUse& one, const WordUse& other) {
                return one.word != other.word ? one.word < other.word : one.field < other.field;
            });
        auto kept = entry_.uses.begin();
        for (const WordUse& use : entry_.uses) {
            const bool again = kept != entry_.uses.begin() && (kept - 1)->word == use.word &&
                               (kept - 1)->field == use.field;
            if (again) {
                ++(kept - 1)->count;
            } else {
                *kept++ = use;
            }
        }
        entry_.uses.erase(kept, entry_.uses.end());
        entry_.uses.shrink_to_fit();
        entry_.places.shrink_to_fit();
        entry_.pieces.shrink_to_fit();
        entry_.text.shrink_to_fit();
    }

private:
    // What is also written as one word counts as such, too: "wi-fi", "5 GHz". It makes no text longer.
    void count_joined(Field field, std::string_view text, const std::vector<text::Token>& tokens) {
        joined_.clear();
        for (std::size_t i = 0; i + 1 < tokens.size(); ++i) {
            const auto& [one, begin] = tokens[i];
            const auto& [other, next] = tokens[i + 1];
            if (is_joined(text.substr(begin + one.size(), next - begin - one.size()), one, other)) {
                const WordId word = vocabulary_.add(std::string(one).append(other));
                if (word != kNoWord) {
                    use(field, word);
                    joined_.push_back(word);
                }
            }
        }
    }

    static bool is_joined(std::string_view between, std::string_view one, std::string_view other) {
        return between == "-" || (between == " " && is_measure(one, other));
    }

    void use(Field field, WordId word) {
        const bool is_text =
            field == Field::kBody || field == Field::kSummary || field == Field::kLinks;
        if (!is_text || !vocabulary_.is_stop_word(word)) {
            entry_.uses.push_back({word, field, 1});
        }
    }

    void keep_one_of_each(std::size_t first) {
        const auto begin = entry_.places.begin() + static_cast<std::ptrdiff_t>(first);
        std::sort(begin, entry_.places.end(), [](const WordPlace& one, const WordPlace& other) {
            return one.word < other.word;
        });
        entry_.places.erase(std::unique(begin, entry_.places.end(),
                                        [](const WordPlace& one, const WordPlace& other) {
                                            return one.word == other.word;
                                        }),
                            entry_.places.end());
    }

    AnalysedEntry& entry_;
    Vocabulary& vocabulary_;
    std::vector<WordId> joined_;  // of the text that was counted last
};

// The name that an address ends with: "a-b" of "/x/a-b/" and "/x/a-b.html".
std::string_view last_name(std::string_view url) {
    url = url.substr(0, url.find_first_of("?#"));
    url = url.substr(0, url.find_last_not_of('/') + 1);
    url = url.substr(url.rfind('/') + 1);
    return url.substr(0, url.find('.'));
}

std::vector<std::string_view> lines_of(std::string_view text) {
    std::vector<std::string_view> lines;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        lines.push_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return lines;
}

std::string one_line(std::string_view text) {
    std::string line = tidy(text);
    std::replace(line.begin(), line.end(), '\n', ' ');
    return line;
}

std::string joined(const std::vector<std::string>& lines) {
    std::string text;
    for (const std::string& line : lines) {
        text += line;
        text += '\n';
    }
    return text;
}

}  // namespace

std::string tidy(std::string_view text) {
    std::string tidied;
    tidied.reserve(text.size());
    char blank = 0;  // what waits between the words: a line break wins over a space
    for (std::size_t at = 0; at < text.size();) {
        const char32_t c = text::decode(text, at);
        if (c == U'\n' || c == U'\r') {
            blank = '\n';
        } else if (c <= 0x20 || c == 0x7F || c == 0xA0) {
            blank = blank == 0 ? ' ' : blank;
        } else {
            if (blank != 0 && !tidied.empty()) {
                tidied.push_back(blank);
            }
            blank = 0;
            text::append(tidied, c);
        }
    }
    return tidied;
}

bool Analyser::tells(std::uint64_t line) {
    constexpr std::uint32_t kEntries = 3;
    return ++lines_[line] <= kEntries;
}

AnalysedEntry Analyser::analyse(const Entry& entry) {
    // The first words of a text stand for the summary that an article lacks.
    constexpr std::uint32_t kLeadWords = 40;
    AnalysedEntry analysed;
    analysed.id = one_line(entry.id);
    analysed.url = one_line(entry.url);
    analysed.title = one_line(entry.title);
    Reader reader(analysed, vocabulary_);
    analysed.title_words = reader.count(Field::kTitle, analysed.title);
    reader.count(Field::kTags, joined(entry.tags));
    reader.count(Field::kAddress, last_name(analysed.url));
    for (const std::string& link_text : entry.link_texts) {
        const std::string text = one_line(link_text);
        if (tells_of_target(text, vocabulary_.language())) {
            reader.count(Field::kLinks, text);
        }
    }
    analysed.sections.emplace_back();
    const std::string summary = one_line(entry.summary);
    reader.show(Field::kSummary, summary, 0);
    const std::uint32_t& lead = analysed.lengths[static_cast<std::size_t>(Field::kSummary)];
    std::unordered_set<std::uint64_t> seen = {checksum(summary)};
    for (const Section& section : entry.sections) {
        const auto number = static_cast<std::uint32_t>(analysed.sections.size());
        analysed.sections.push_back({one_line(section.heading), one_line(section.anchor)});
        analysed.headings.push_back(reader.count(Field::kHeadings, section.heading));
        // A heading's words are words of the text, too.
        reader.count(Field::kBody, section.heading);
        const std::string text = tidy(section.text);
        for (const std::string_view line : lines_of(text)) {
            const std::uint64_t hash = checksum(line);
            if (!seen.insert(hash).second || !tells(hash)) {
                continue;
            }
            if (summary.empty() && lead < kLeadWords) {
                reader.count(Field::kSummary, line);
            }
            reader.show(Field::kBody, line, number);
        }
    }
    reader.finish();
    return analysed;
}

}  // namespace ventanilla::search
