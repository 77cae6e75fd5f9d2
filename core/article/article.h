// core/article/article.h
//
// Reads an article: YAML front matter and CommonMark (docs/authors/site-format.md). YAML is read by libyaml,
// CommonMark by md4c; what is allowed and where it stands is decided here.
//
//   auto article = read_article("articles/es/sin-internet.md", bytes);
//   if (!article) for (const auto& problem : article.error()) print(to_text(problem));
#pragma once

#include <cstddef>
#include <expected>
#include <string>
#include <string_view>
#include <vector>

#include "core/article/document.h"
#include "core/base/problem.h"

namespace ventanilla::article {

inline constexpr std::size_t kMaxArticleBytes = 1'000'000;

// An id or file that an article names, and where; what it leads to is for the site to check.
struct Reference {
    std::string target;  // "article:ID" also for an entry of `related`; "guide:ID", "media/FILE"
    base::Position at;
};

struct Article {
    std::string id;
    std::string slug;
    std::string title;
    std::string summary;
    std::string category;  // may be empty
    std::vector<std::string> audience;
    std::vector<std::string> product;
    std::vector<std::string> pins;  // queries for which the article stands first
    std::string updated;            // ISO 8601 date
    std::vector<std::string> tags;
    std::vector<std::string> related;  // article ids
    Document
        body;  // targets as written: article:ID, guide:ID, contact:, https:, http:, mailto:, tel:, media/FILE
    base::Position id_at;  // places for the site's checks
    base::Position slug_at;
    std::vector<Reference> references;  // of the site's own articles, guides and media
};

// Every problem of the file at once (FileProblems), with its line. `file` is only named, never opened. Rules:
// file-*, front-matter-*, body-*, heading-level, link-*, picture-*, id-format.
std::expected<Article, base::Problems> read_article(std::string_view file, std::string_view bytes);

// CommonMark alone (a guide's step). `line` is the line of `file` on which `markdown` begins.
std::expected<Document, base::Problems> read_markdown(std::string_view file, int line,
                                                      std::string_view markdown);

}  // namespace ventanilla::article
