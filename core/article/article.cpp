#include "core/article/article.h"

#include <utility>

#include "core/article/front_matter.h"
#include "core/article/markdown.h"
#include "core/base/blank.h"
#include "core/text/utf8.h"

namespace ventanilla::article {
namespace {

// One clear problem for a file that is no text at all. True if there is none.
bool check_text(std::string_view bytes, int line, base::FileProblems& problems) {
    if (bytes.size() > kMaxArticleBytes) {
        problems.add("file-size", "The file is larger than 1 MB; split it into several.");
        return false;
    }
    const auto report = [&](std::size_t offset, std::string_view rule, std::string message) {
        base::Position at = base::position_at(bytes, offset);
        at.line += line - 1;
        problems.add(at, rule, std::move(message));
    };
    if (const auto offset = text::first_invalid_utf8(bytes)) {
        report(*offset, "file-utf8", "The file is not UTF-8 text from here on; save it as UTF-8.");
        return false;
    }
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        const char c = bytes[i];
        if ((static_cast<unsigned char>(c) < 0x20 && c != '\t' && c != '\n' && c != '\r') ||
            c == 0x7F) {
            report(i, "file-control", "A control character stands here; take it out.");
            return false;
        }
    }
    return true;
}

}  // namespace

std::expected<Article, base::Problems> read_article(std::string_view file, std::string_view bytes) {
    bytes = text::without_byte_order_mark(bytes);
    base::FileProblems problems(file);
    if (!check_text(bytes, 1, problems)) {
        return std::unexpected(problems.take());
    }
    Article article;
    const std::size_t body = read_front_matter(bytes, article, problems);
    const base::Position begin = base::position_at(bytes, body);
    if (body < bytes.size() || problems.empty()) {
        article.body = parse_markdown(bytes.substr(body), begin.line, problems, article.references);
        if (base::is_blank(bytes.substr(body))) {
            problems.add(begin, "body-empty",
                         "The article has no text below its front matter; write it.");
        }
    }
    if (!problems.empty()) {
        return std::unexpected(problems.take());
    }
    return article;
}

std::expected<Document, base::Problems> read_markdown(std::string_view file, int line,
                                                      std::string_view markdown) {
    base::FileProblems problems(file);
    Document document;
    if (check_text(markdown, line, problems)) {
        std::vector<Reference> references;
        document = parse_markdown(markdown, line, problems, references);
    }
    if (!problems.empty()) {
        return std::unexpected(problems.take());
    }
    return document;
}

}  // namespace ventanilla::article
