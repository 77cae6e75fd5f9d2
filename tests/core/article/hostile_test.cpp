// Input that nobody writes in good faith: it must end soon, and with a problem rather than a crash.

#include <catch2/catch_test_macros.hpp>
#include <string>

#include "tests/core/article/reading.h"

using namespace ventanilla::article;

namespace {

using List = std::vector<std::string>;

std::string repeated(std::string_view piece, std::size_t bytes) {
    std::string text;
    while (text.size() + piece.size() <= bytes) {
        text += piece;
    }
    return text;
}

constexpr std::size_t kMuch = 200'000;

}  // namespace

TEST_CASE("a 10 MB article is one clear problem") {
    const auto article =
        read_article("articles/es/a.md", std::string(kFrontMatter) + std::string(10'000'000, 'a'));
    REQUIRE(!article);
    REQUIRE(article.error().size() == 1);
    CHECK(article.error().front().rule == "file-size");
    CHECK(article.error().front().place.line == 0);
}

TEST_CASE("an article that is not UTF-8 is one problem, at its line") {
    CHECK(body_problems("Uno\ncaf\xE9\n\xFF") == List{"12:4 file-utf8"});
    CHECK(problems("\xFF\xFE-\0-\0") == List{"1:1 file-utf8"});
}

TEST_CASE("an article with control characters is one problem, at its line") {
    CHECK(body_problems(std::string_view("Uno\nd\0s\n", 8)) == List{"12:2 file-control"});
    CHECK(body_problems("Uno \x1b[31m\n") == List{"11:5 file-control"});
}

TEST_CASE("nesting without end is a problem with its line, not a crash") {
    CHECK(body_problems(repeated(">", kMuch)) == List{"11:1 body-nesting"});
    CHECK(body_problems("Uno\n\n" + repeated("> ", kMuch) + "a").back().ends_with("body-nesting"));
    CHECK(body_problems(repeated("- ", 2'000) + "a").back().ends_with("body-nesting"));
    CHECK(body_problems(repeated("*a **a ", 2'000) + repeated("a** a*", 2'000))
              .back()
              .ends_with("body-nesting"));
}

TEST_CASE("short texts that would grow into huge documents are stopped") {
    const std::string definition = "[a]: https://example.com/" + std::string(100'000, 'x') + "\n\n";
    CHECK(body_problems(definition + repeated("[a] ", kMuch)).back().ends_with("body-size"));
    const std::string columns = repeated("|a", 20'000) + "|\n" + repeated("|---", 40'000) + "|\n";
    CHECK(body_problems(columns + repeated("|b|\n", kMuch)).back().ends_with("body-size"));
}

TEST_CASE("texts that make parsers slow are read in time") {
    for (const std::string_view piece :
         {"[",    "]",        "![", "*",       "_a",   "**a",      "`",    "```\n", "<",
          "<!--", "<a ",      "&",  "[a](",    "[a][", "\\",       "\n",   "- a\n", "1. ",
          "|",    "a|\n-|\n", "# ", "    a\n", "![](", "[a]: b\n", "*a_ ", "<?",    "<![CDATA["}) {
        CAPTURE(piece);
        const auto read = read_markdown("a.md", 1, repeated(piece, kMuch));
        CHECK((read || !read.error().empty()));
    }
}

TEST_CASE("front matter of brackets without end is one problem") {
    CHECK(problems("---\na: " + repeated("[", 19'000) + "\n---\nTexto\n").size() <= 3);
    CHECK(problems("---\n" + repeated("a: b\n", kMuch) + "---\nTexto\n") ==
          List{"1:1 front-matter-size"});
    CHECK(problems("---\n" + repeated("? ", 19'000) + "\n---\nTexto\n").size() == 1);
    CHECK(problems("---\n" + repeated("- ", 19'000) + "\n---\nTexto\n").size() == 1);
}

TEST_CASE("an article with a thousand mistakes names a hundred and says that there are more") {
    const List all = body_problems(repeated("<b>a\n\n", 10'000));
    REQUIRE(all.size() == 101);
    CHECK(all.back().ends_with("too-many"));
}
