// tests/core/article/reading.h
//
// Articles written in a line, and their problems as "line:column rule".
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/article/article.h"

namespace ventanilla::article {

// Ten lines of front matter; the body begins on line 11.
inline constexpr std::string_view kFrontMatter = "---\n"
                                                 "id: no-internet\n"
                                                 "title: Qué hacer si no tienes internet\n"
                                                 "slug: sin-internet\n"
                                                 "summary: Cinco comprobaciones.\n"
                                                 "tags: [internet, corte]\n"
                                                 "category: conexion\n"
                                                 "updated: 2026-10-05\n"
                                                 "related: [router-lights]\n"
                                                 "---\n";

inline std::vector<std::string> list(const base::Problems& problems) {
    std::vector<std::string> all;
    for (const base::Problem& problem : problems) {
        all.push_back(std::to_string(problem.place.line) + ":" +
                      std::to_string(problem.place.column) + " " + problem.rule);
    }
    return all;
}

// Empty if the article is right.
inline std::vector<std::string> problems(std::string_view bytes) {
    const auto article = read_article("articles/es/a.md", bytes);
    return article ? std::vector<std::string>() : list(article.error());
}

inline std::vector<std::string> body_problems(std::string_view markdown) {
    return problems(std::string(kFrontMatter) + std::string(markdown));
}

}  // namespace ventanilla::article
