#include "cli/publish/search_data.h"

#include <set>
#include <string_view>
#include <utility>

#include "cli/side_by_side.h"
#include "core/search/format/shard.h"
#include "core/search/terms/words.h"
#include "core/text/stem.h"
#include "core/text/tokenize.h"

namespace ventanilla::publish {
namespace {

std::string lines(const std::vector<std::string>& texts) {
    std::string all;
    for (const std::string& text : texts) {
        all += text;
        all += '\n';
    }
    return all;
}

std::string headings(const search::Entry& entry) {
    std::string all;
    for (const search::Section& section : entry.sections) {
        all += section.heading;
        all += '\n';
    }
    return all;
}

search::Votes votes_on(const std::map<std::string, site::SiteVotes>& votes,
                       const std::string& target) {
    const auto found = votes.find(target);
    return found == votes.end() ? search::Votes{}
                                : search::Votes{found->second.yes, found->second.no};
}

}  // namespace

void SearchData::add(const article::Article& article, const std::string& address) {
    search::Entry entry{.id = "article:" + article.id,
                        .url = address,
                        .title = article.title,
                        .summary = article.summary,
                        .tags = article.tags,
                        .sections = {},
                        .facets = {{"audience", article.audience},
                                   {"category", {article.category}},
                                   {"product", article.product}},
                        .pins = article.pins,
                        .updated = article.updated};
    for (article::PlainSection& section : article::plain_sections(article.body)) {
        entry.sections.push_back(
            {std::move(section.heading), std::move(section.anchor), std::move(section.text)});
    }
    add(std::move(entry));
}

void SearchData::add(const site::GuidePage& guide, const std::string& title,
                     const std::string& address) {
    search::Entry entry{.id = "guide:" + guide.guide.id,
                        .url = address,
                        .title = title,
                        .summary = guide.text.summary,
                        .tags = {},
                        .sections = {},
                        .pins = guide.text.pins};
    for (const guide::Step& step : guide.guide.steps) {
        const auto text = guide.text.steps.find(step.id);
        if (text == guide.text.steps.end()) {
            continue;
        }
        search::Section section{text->second.title, {}, article::plain_text(text->second.body)};
        for (const guide::Choice& choice : step.choices) {
            const auto label = text->second.choices.find(choice.id);
            if (label != text->second.choices.end()) {
                section.text += '\n';
                section.text += label->second;
            }
        }
        entry.sections.push_back(std::move(section));
    }
    add(std::move(entry));
}

std::vector<std::pair<std::string, std::string>> SearchData::finish() && {
    std::vector<std::pair<std::string, std::string>> files;
    for (std::string& shard : std::move(builder_).finish(cli::side_by_side)) {
        const auto number = static_cast<search::ShardId>(files.size());
        files.emplace_back(search::shard_name(number), std::move(shard));
    }
    return files;
}

void SearchData::add(search::Entry entry) {
    const std::string named = entry.title + "\n" + headings(entry) + "\n" + lines(entry.tags);
    add_own(entry);
    add_pack(entry, named);
    entry.votes = votes_on(votes_, entry.id);
    entry.link_texts = link_texts_.leading_to(entry.id);
    builder_.add(std::move(entry));
}

// From what an entry is about; a word in passing makes no article an answer.
void SearchData::add_own(search::Entry& entry) const {
    const std::string subject =
        entry.title + "\n" + entry.summary + "\n" + headings(entry) + "\n" + lines(entry.tags);
    for (std::string& word : synonyms_.other_words(subject)) {
        entry.tags.push_back(std::move(word));
    }
}

// The pack knows the language and not the site, so it says less: for what `named` holds alone, which is more than a
// summary's passing word; and each word once, none that the entry has itself, so that it gives nothing more weight.
void SearchData::add_pack(search::Entry& entry, const std::string& named) const {
    text::Stemmer stemmer(language_);
    std::set<std::string> known;
    const auto is_new = [&](std::string_view word) {
        return known.insert(search::word_key(stemmer.stem(search::word_spelling(word)))).second;
    };
    const std::string said = named + "\n" + entry.summary + "\n" + lines(entry.tags);
    for (const text::Token& token : text::tokenize(said)) {
        is_new(token.word);
    }
    std::string added;
    for (const std::string& words : pack_.other_words(named)) {
        for (const text::Token& token : text::tokenize(words)) {
            if (!search::is_stop_word(search::word_key(token.word), language_) &&
                is_new(token.word)) {
                added += added.empty() ? "" : " ";
                added += token.word;
            }
        }
    }
    if (!added.empty()) {
        entry.tags.push_back(std::move(added));
    }
}

}  // namespace ventanilla::publish
