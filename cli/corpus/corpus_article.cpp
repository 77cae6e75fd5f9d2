#include "cli/corpus/corpus_article.h"

#include <algorithm>
#include <cstdint>
#include <limits>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

namespace ventanilla::corpus {
namespace {

// The level of a Markdown heading, 0 for another line.
std::size_t heading_level(std::string_view line) {
    const std::size_t hashes = std::min(line.find_first_not_of('#'), line.size());
    return hashes <= 6 && line.substr(hashes).starts_with(' ') ? hashes : 0;
}

// A body's sections by its Markdown headings; list items without their marks, which would show in excerpts.
std::vector<search::Section> sections_of(std::string_view body) {
    std::vector<search::Section> sections(1);
    while (!body.empty()) {
        const std::size_t end = std::min(body.find('\n'), body.size() - 1) + 1;
        std::string_view line = body.substr(0, end);
        body.remove_prefix(end);
        if (const std::size_t level = heading_level(line); level > 0) {
            sections.push_back({std::string(line.substr(level + 1)), {}, {}});
            continue;
        }
        if (line.starts_with("- ") || line.starts_with("* ")) {
            line.remove_prefix(2);
        }
        sections.back().text += line;
    }
    return sections;
}

// Reads one article; a sentence in `fault` says why it cannot be.
class ArticleReader {
public:
    explicit ArticleReader(const base::Json& line) : line_(line) {
        if (!line.is_object()) {
            fault = "an article is a JSON object";
        }
    }

    std::string fault;

    std::string text(std::string_view key, bool needed) {
        const base::Json* member = line_.find(key);
        if (member == nullptr ? needed : !member->is_text()) {
            complain(key, member == nullptr ? "is missing" : "must be a string");
        } else if (needed && base::string_at(line_, key).empty()) {
            complain(key, "is empty");
        }
        return std::string(base::string_at(line_, key));
    }

    // The members of an object that are texts or lists of texts.
    std::vector<search::Facet> facets(std::string_view key) {
        std::vector<search::Facet> found;
        const base::Json* member = line_.find(key);
        if (member == nullptr) {
            return found;
        }
        if (!member->is_object()) {
            complain(key, "must be an object");
            return found;
        }
        for (const auto& [name, values] : member->members()) {
            search::Facet& facet = found.emplace_back();
            facet.name = name;
            for (const base::Json& value :
                 values.is_array() ? values.elements() : std::span(&values, 1)) {
                if (value.is_text()) {
                    facet.values.push_back(value.text());
                } else {
                    complain(key, "holds something else than texts");
                }
            }
        }
        return found;
    }

    search::Votes votes(std::string_view key) {
        const base::Json* member = line_.find(key);
        if (member == nullptr) {
            return {};
        }
        const std::int64_t yes = base::integer_at(*member, "yes", -1);
        const std::int64_t no = base::integer_at(*member, "no", -1);
        constexpr std::int64_t kMost = std::numeric_limits<std::uint32_t>::max();
        if (yes < 0 || no < 0 || yes > kMost || no > kMost) {
            complain(key, "must be an object with numbers \"yes\" and \"no\"");
            return {};
        }
        return {static_cast<std::uint32_t>(yes), static_cast<std::uint32_t>(no)};
    }

    // `inner`: the member of each item that holds the text, where items are objects.
    std::vector<std::string> texts(std::string_view key, std::string_view inner) {
        std::vector<std::string> found;
        const base::Json* member = line_.find(key);
        if (member != nullptr && !member->is_array()) {
            complain(key, "must be an array");
        }
        for (const base::Json& item : base::array_at(line_, key)) {
            const base::Json* value = inner.empty() ? &item : item.find(inner);
            if (value == nullptr || !value->is_text()) {
                complain(key, "holds something else than texts");
                break;
            }
            found.push_back(value->text());
        }
        return found;
    }

private:
    void complain(std::string_view key, std::string_view what) {
        if (fault.empty()) {
            fault = "\"" + std::string(key) + "\" " + std::string(what);
        }
    }

    const base::Json& line_;
};

// Headings that the body does not have, each as a section of its own.
void add_headings(const std::vector<std::string>& headings,
                  std::vector<search::Section>& sections) {
    for (const std::string& heading : headings) {
        const bool known =
            std::any_of(sections.begin(), sections.end(), [&](const search::Section& section) {
                return std::string_view(section.heading).starts_with(heading);
            });
        if (!known) {
            sections.push_back({heading, {}, {}});
        }
    }
}

}  // namespace

std::optional<Article> read_article(const base::Json& line, std::string& fault) {
    ArticleReader reader(line);
    Article article;
    article.entry.id = reader.text("id", true);
    article.entry.title = reader.text("title", true);
    article.entry.url = reader.text("url", false);
    article.entry.summary = reader.text("summary", false);
    article.entry.sections = sections_of(reader.text("body", false));
    add_headings(reader.texts("headings", "text"), article.entry.sections);
    article.entry.tags = reader.texts("tags", "");
    article.entry.link_texts = reader.texts("links", "");
    article.entry.facets = reader.facets("facets");
    article.entry.pins = reader.texts("pins", "");
    article.entry.updated = reader.text("updated", false);
    article.entry.votes = reader.votes("votes");
    article.language = reader.text("lang", false);
    fault = std::move(reader.fault);
    return fault.empty() ? std::optional(std::move(article)) : std::nullopt;
}

}  // namespace ventanilla::corpus
