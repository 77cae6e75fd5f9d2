#include "cli/corpus/explanation.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "core/search/terms/ranking.h"

namespace ventanilla::corpus {
namespace {

using search::MatchKind;
using search::WordFate;
using search::WordFinding;
using search::WordReason;

// More say no more.
constexpr std::size_t kShownFindings = 3;

// "1,234,567", right-aligned.
std::string points_text(std::int64_t points) {
    constexpr std::size_t kWidth = 11;
    std::string digits = std::to_string(points < 0 ? -points : points);
    for (std::size_t at = digits.size(); at > 3;) {
        at -= 3;
        digits.insert(at, ",");
    }
    digits.insert(0, points < 0 ? "-" : "");
    return std::string(kWidth - std::min(digits.size(), kWidth), ' ') + digits;
}

std::string in_quotes(std::string_view word) {
    return '"' + std::string(word) + '"';
}

// What the entry has for the word, and how it comes to be taken for it.
std::string match_text(const WordReason& reason, const WordFinding& finding) {
    if (finding.word == reason.word) {
        return in_quotes(reason.word);
    }
    std::string both = in_quotes(reason.word) + " -> " + in_quotes(finding.word);
    switch (finding.kind) {
    case MatchKind::kWord:
        return both + ", another form of it";
    case MatchKind::kCompletion:
        return both + ", which begins so";
    case MatchKind::kRepair:
        return both + ", the nearest word that there is";
    case MatchKind::kJoined:
        return both + ", with the word beside it";
    case MatchKind::kPart:
        return both + ", a part of it";
    }
    return both;
}

std::string place_text(const WordFinding& finding) {
    std::string text = finding.in_title ? "in the title" : "";
    if (finding.of_heading > 0) {
        text += text.empty() ? "in a heading" : " and a heading";
        text += " (" + std::to_string(finding.of_heading * 100 / 256) + " % of what it says)";
    }
    return text.empty() ? "in its text, tags or address, or in links to it" : text;
}

std::string finding_text(const WordReason& reason, const WordFinding& finding,
                         std::uint32_t entries) {
    return match_text(reason, finding) + ": " + place_text(finding) + "; weighs " +
           std::to_string(finding.impact) + " of " + std::to_string(search::kMaxImpact) +
           " here; " + std::to_string(finding.holding) + " of " + std::to_string(entries) +
           " articles have it";
}

std::string_view fate_text(WordFate fate) {
    switch (fate) {
    case WordFate::kFound:
        return {};
    case WordFate::kNotHere:
        return "other articles have it, this one has not";
    case WordFate::kNowhere:
        return "no article has it, nor a word near enough";
    case WordFate::kSaysNothing:
        return "says too little to be looked up";
    case WordFate::kSaid:
        return "was looked up already";
    case WordFate::kLeftAside:
        return "not looked up: the query has enough rarer words";
    }
    return {};
}

std::string word_text(const WordReason& reason, std::uint32_t entries) {
    if (reason.findings.empty()) {
        return points_text(reason.points) + "  " + in_quotes(reason.word) + ": " +
               std::string(fate_text(reason.fate)) + '\n';
    }
    std::string text;
    for (std::size_t i = 0; i < std::min(reason.findings.size(), kShownFindings); ++i) {
        text += i == 0 ? points_text(reason.points) + "  " : std::string(13, ' ') + "or ";
        text += finding_text(reason, reason.findings[i], entries) + '\n';
    }
    return text;
}

std::string_view name_of(WordFate fate) {
    switch (fate) {
    case WordFate::kFound:
        return "found";
    case WordFate::kNotHere:
        return "not-here";
    case WordFate::kNowhere:
        return "nowhere";
    case WordFate::kSaysNothing:
        return "says-nothing";
    case WordFate::kSaid:
        return "said";
    case WordFate::kLeftAside:
        return "left-aside";
    }
    return {};
}

std::string_view name_of(MatchKind kind) {
    switch (kind) {
    case MatchKind::kWord:
        return "word";
    case MatchKind::kCompletion:
        return "completion";
    case MatchKind::kRepair:
        return "repair";
    case MatchKind::kJoined:
        return "joined";
    case MatchKind::kPart:
        return "part";
    }
    return {};
}

base::Json finding_json(const WordFinding& finding) {
    return {{"word", finding.word},      {"kind", name_of(finding.kind)},
            {"edits", finding.edits},    {"impact", finding.impact},
            {"title", finding.in_title}, {"heading", finding.of_heading},
            {"holding", finding.holding}};
}

}  // namespace

std::string explanation_text(const search::Explanation& why) {
    std::string text;
    for (const WordReason& reason : why.words) {
        text += word_text(reason, why.entries);
    }
    for (const auto& [points, reason] : std::initializer_list<std::pair<std::int32_t, const char*>>{
             {why.title, "for how much of the title these words are"},
             {why.heading, "for how much of a heading they are"},
             {why.beside, "for the query's small words that stand beside them there"},
             {why.missing, "for words of the query that the article has not"},
             {why.whole_title, "for how much of the query stands in the title"},
             {why.whole_headings, "for how much of the query stands in headings"},
             {why.prior, "for being new and found helpful"}}) {
        text += points != 0 ? points_text(points) + "  " + reason + '\n' : std::string();
    }
    return text + points_text(why.score) + "  in all\n";
}

base::Json explanation_json(const search::Explanation& why) {
    base::Json words = base::Json::array();
    for (const WordReason& reason : why.words) {
        base::Json findings = base::Json::array();
        for (const WordFinding& finding : reason.findings) {
            findings.push_back(finding_json(finding));
        }
        words.push_back({{"word", reason.word},
                         {"fate", name_of(reason.fate)},
                         {"points", reason.points},
                         {"findings", std::move(findings)}});
    }
    return {{"words", std::move(words)},
            {"title", why.title},
            {"heading", why.heading},
            {"beside", why.beside},
            {"missing", why.missing},
            {"wholeTitle", why.whole_title},
            {"wholeHeadings", why.whole_headings},
            {"prior", why.prior},
            {"entries", why.entries},
            {"score", why.score}};
}

}  // namespace ventanilla::corpus
