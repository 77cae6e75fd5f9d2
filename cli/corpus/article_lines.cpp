#include "cli/corpus/article_lines.h"

#include <utility>

#include "cli/corpus/json_lines.h"
#include "core/base/json.h"

namespace ventanilla::corpus {
namespace {

// So many wait at most: as many as keep both threads busy.
constexpr std::size_t kAhead = 64;

ArticleLine article_line(std::size_t number, const std::expected<base::Json, std::string>& line) {
    if (!line) {
        return {number, std::unexpected(line.error())};
    }
    std::string fault;
    std::optional<Article> article = read_article(*line, fault);
    if (!article) {
        return {number, std::unexpected(std::move(fault))};
    }
    return {number, std::move(*article)};
}

}  // namespace

ArticleLines::ArticleLines(std::istream& in) : thread_([this, &in] { read(in); }) {}

ArticleLines::~ArticleLines() {
    {
        const std::lock_guard lock(mutex_);
        is_left_ = true;
    }
    changed_.notify_all();
    thread_.join();
}

std::optional<ArticleLine> ArticleLines::next() {
    if (taken_.empty()) {
        std::unique_lock lock(mutex_);
        changed_.wait(lock, [this] { return is_over_ || !lines_.empty(); });
        taken_.swap(lines_);
        lock.unlock();
        changed_.notify_all();
    }
    if (taken_.empty()) {
        return std::nullopt;
    }
    std::optional<ArticleLine> line = std::move(taken_.front());
    taken_.pop_front();
    return line;
}

void ArticleLines::read(std::istream& in) {
    JsonLines lines(in);
    bool goes_on = true;
    while (goes_on) {
        const auto line = lines.next();
        goes_on = line && hand_over(article_line(lines.number(), *line));
    }
    const std::lock_guard lock(mutex_);
    is_over_ = true;
    changed_.notify_all();
}

bool ArticleLines::hand_over(ArticleLine line) {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] { return is_left_ || lines_.size() < kAhead; });
    if (!is_left_) {
        lines_.push_back(std::move(line));
    }
    const bool goes_on = !is_left_;
    const bool is_first = lines_.size() == 1;
    lock.unlock();
    if (is_first) {
        changed_.notify_all();
    }
    return goes_on;
}

}  // namespace ventanilla::corpus
