// cli/corpus/article_lines.h
//
// The articles of a corpus, read by a thread of their own while the ones before are indexed.
//
//   ArticleLines lines(file);
//   while (auto line = lines.next()) {
//       if (!line->article) report(line->number, line->article.error());
//   }
#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <expected>
#include <istream>
#include <mutex>
#include <optional>
#include <string>
#include <thread>

#include "cli/corpus/corpus_article.h"

namespace ventanilla::corpus {

struct ArticleLine {
    std::size_t number = 0;  // from 1
    std::expected<Article, std::string> article;
};

class ArticleLines {
public:
    // `in` must outlive the reader and is its own until next() has given nothing.
    explicit ArticleLines(std::istream& in);
    ~ArticleLines();

    // Nothing at the end. Empty lines are skipped.
    std::optional<ArticleLine> next();

private:
    void read(std::istream& in);
    // False when nobody waits for more.
    bool hand_over(ArticleLine line);

    std::mutex mutex_;
    std::condition_variable changed_;
    std::deque<ArticleLine> lines_;  // that were read
    std::deque<ArticleLine> taken_;  // of them, by next()
    bool is_over_ = false;
    bool is_left_ = false;
    std::thread thread_;
};

}  // namespace ventanilla::corpus
