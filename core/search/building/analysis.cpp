#include "core/search/building/analysis.h"

#include <algorithm>

#include "core/search/building/link_text.h"
#include "core/search/building/tidy.h"
#include "core/search/terms/numbers.h"
#include "core/text/tokenize.h"

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
    Reader(AnalysedEntry& entry, Vocabulary& vocabulary, std::vector<WordMark>& marks)
        : entry_(entry), vocabulary_(vocabulary), marks_(marks) {}

    // Counts the words of a text in a field and returns them, until the next text is counted.
    const std::vector<WordId>& count(Field field, std::string_view text) {
        const std::vector<text::Token> tokens = text::tokenize(text);
        words_.clear();
        for (const text::Token& token : tokens) {
            if (const WordId word = vocabulary_.add(token.word); word != kNoWord) {
                ++entry_.lengths[static_cast<std::size_t>(field)];
                use(field, word);
                words_.push_back(word);
            }
        }
        count_joined(field, text, tokens);
        return words_;
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
            count(field, piece);
            place(words_, number);
            place(joined_, number);
            begin = std::min(line.find_first_not_of(' ', end), line.size());
        }
    }

    void finish() {
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
        if (is_text && vocabulary_.is_stop_word(word)) {
            return;
        }
        std::vector<WordUse>& uses = entry_.uses;
        std::uint32_t& at = mark(word).uses[static_cast<std::size_t>(field)];
        if (at < uses.size() && uses[at].word == word && uses[at].field == field) {
            ++uses[at].count;
        } else {
            at = static_cast<std::uint32_t>(uses.size());
            uses.push_back({word, field, 1});
        }
    }

    void place(const std::vector<WordId>& words, std::uint32_t piece) {
        std::vector<WordPlace>& places = entry_.places;
        for (const WordId word : words) {
            std::uint32_t& at = mark(word).place;
            const bool again =
                at < places.size() && places[at].word == word && places[at].piece == piece;
            if (!again && !vocabulary_.is_stop_word(word)) {
                at = static_cast<std::uint32_t>(places.size());
                places.push_back({word, piece});
            }
        }
    }

    WordMark& mark(WordId word) {
        if (word >= marks_.size()) {
            marks_.resize(vocabulary_.size());
        }
        return marks_[word];
    }

    AnalysedEntry& entry_;
    Vocabulary& vocabulary_;
    std::vector<WordMark>& marks_;
    std::vector<WordId> words_;   // of the text that was counted last
    std::vector<WordId> joined_;  // likewise
};

// The name that an address ends with: "a-b" of "/x/a-b/" and "/x/a-b.html".
std::string_view last_name(std::string_view url) {
    url = url.substr(0, url.find_first_of("?#"));
    url = url.substr(0, url.find_last_not_of('/') + 1);
    url = url.substr(url.rfind('/') + 1);
    return url.substr(0, url.find('.'));
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

AnalysedEntry Analyser::analyse(const Entry& entry) {
    // The first words of a text stand for the summary that an article lacks.
    constexpr std::uint32_t kLeadWords = 40;
    AnalysedEntry analysed;
    analysed.id = one_line(entry.id);
    analysed.url = one_line(entry.url);
    analysed.title = one_line(entry.title);
    Reader reader(analysed, vocabulary_, marks_);
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
    for (const Section& section : entry.sections) {
        const auto number = static_cast<std::uint32_t>(analysed.sections.size());
        analysed.sections.push_back({one_line(section.heading), one_line(section.anchor)});
        analysed.headings.push_back(reader.count(Field::kHeadings, section.heading));
        // A heading's words are words of the text, too.
        reader.count(Field::kBody, section.heading);
        for (const std::string_view line : lines_of(section.text)) {
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
