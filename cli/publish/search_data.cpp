#include "cli/publish/search_data.h"

namespace ventanilla::publish {

void SearchData::add(const article::Article& article, const std::string& address) {
    add({.id = "article:" + article.id,
         .url = address,
         .title = article.title,
         .summary = article.summary,
         .headings = article::heading_texts(article.body),
         .tags = article.tags,
         .body = article::plain_text(article.body, false)});
}

void SearchData::add(const site::GuidePage& guide, const std::string& title,
                     const std::string& address) {
    search::Entry entry{.id = "guide:" + guide.guide.id,
                        .url = address,
                        .title = title,
                        .summary = guide.text.summary,
                        .headings = {},
                        .tags = {},
                        .body = {}};
    for (const guide::Step& step : guide.guide.steps) {
        const auto text = guide.text.steps.find(step.id);
        if (text == guide.text.steps.end()) {
            continue;
        }
        entry.headings.push_back(text->second.title);
        entry.body += article::plain_text(text->second.body);
        entry.body += '\n';
        for (const guide::Choice& choice : step.choices) {
            const auto label = text->second.choices.find(choice.id);
            if (label != text->second.choices.end()) {
                entry.body += label->second;
                entry.body += '\n';
            }
        }
    }
    add(std::move(entry));
}

// From what an entry is about; a word in passing makes no article an answer.
void SearchData::add(search::Entry entry) {
    std::string subject = entry.title + "\n" + entry.summary;
    for (const auto* list : {&entry.headings, &entry.tags}) {
        for (const std::string& line : *list) {
            subject += "\n" + line;
        }
    }
    for (std::string& word : synonyms_.other_words(subject)) {
        entry.tags.push_back(std::move(word));
    }
    builder_.add(std::move(entry));
}

}  // namespace ventanilla::publish
