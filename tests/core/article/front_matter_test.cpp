#include <catch2/catch_test_macros.hpp>
#include <string>

#include "tests/core/article/reading.h"

using namespace ventanilla::article;

namespace {

using List = std::vector<std::string>;

// The front matter with one line exchanged (or added, for a key that is not there), and a body.
std::string with(const std::string& key, const std::string& line) {
    std::string bytes(kFrontMatter);
    const std::size_t at = bytes.find("\n" + key + ":");
    if (at == std::string::npos) {
        bytes.insert(4, line + "\n");
    } else {
        bytes.replace(at + 1, bytes.find('\n', at + 1) - at - 1, line);
    }
    return bytes + "Texto.\n";
}

}  // namespace

TEST_CASE("front matter that is right gives an article's fields") {
    const auto article = read_article("a.md", std::string(kFrontMatter) + "\nTexto.\n");
    REQUIRE(article);
    CHECK(article->id == "no-internet");
    CHECK(article->title == "Qué hacer si no tienes internet");
    CHECK(article->slug == "sin-internet");
    CHECK(article->summary == "Cinco comprobaciones.");
    CHECK(article->tags == List{"internet", "corte"});
    CHECK(article->category == "conexion");
    CHECK(article->updated == "2026-10-05");
    CHECK(article->related == List{"router-lights"});
}

TEST_CASE("tags, related and category may be left out, and lists may stand on lines of their own") {
    const auto article = read_article(
        "a.md", "---\nid: a\ntitle: \"Uno: dos\"\nslug: a\nsummary: 'Tres'\n"
                "updated: 2026-10-05\ntags:\n  - uno\n  - \"dos: tres\"\n---\nTexto.\n");
    REQUIRE(article);
    CHECK(article->title == "Uno: dos");
    CHECK(article->tags == List{"uno", "dos: tres"});
    CHECK(article->related.empty());
    CHECK(article->category.empty());
}

TEST_CASE("audience and product are one text or a list, pins are a list") {
    const auto one = read_article("a.md", with("audience", "audience: empresa\nproduct: fibra"));
    REQUIRE(one);
    CHECK(one->audience == List{"empresa"});
    CHECK(one->product == List{"fibra"});
    CHECK(one->pins.empty());
    const auto several = read_article(
        "a.md", with("audience", "audience: [hogar, empresa]\nproduct:\n  - fibra\n  - móvil\n"
                                 "pins: [no puedo entrar, \"¿y la clave?\"]"));
    REQUIRE(several);
    CHECK(several->audience == List{"hogar", "empresa"});
    CHECK(several->product == List{"fibra", "móvil"});
    CHECK(several->pins == List{"no puedo entrar", "¿y la clave?"});
    CHECK(problems(with("audience", "audience: {a: b}")) == List{"2:11 front-matter-type"});
    CHECK(problems(with("audience", "audience: ''")) == List{"2:11 front-matter-empty"});
    CHECK(problems(with("product", "product: [a, '']")) == List{"2:14 front-matter-empty"});
    CHECK(problems(with("pins", "pins: una")) == List{"2:7 front-matter-type"});
    std::string many = "product: [p0";
    for (int i = 1; i < 21; ++i) {
        many += ", p" + std::to_string(i);
    }
    CHECK(problems(with("product", many + "]")).size() == 1);
}

TEST_CASE("articles from Windows, with a byte order mark and its line ends, are read") {
    std::string bytes = "\xEF\xBB\xBF";
    for (const char c : std::string(kFrontMatter) + "## Uno\n\nTexto.\n") {
        bytes += c == '\n' ? "\r\n" : std::string(1, c);
    }
    const auto article = read_article("a.md", bytes);
    REQUIRE(article);
    CHECK(article->title == "Qué hacer si no tienes internet");
    CHECK(plain_text(article->body) == "Uno\nTexto.");
}

TEST_CASE("broken front matter names its line and column") {
    CHECK(problems(with("title", "title: Uno: dos")) == List{"3:11 front-matter-syntax"});
    CHECK(problems(with("tags", "tags: [uno, dos")) == List{"7:9 front-matter-syntax"});
    CHECK(problems(with("title", "title: \"Uno")).size() == 1);
    CHECK(problems(with("title", "\ttitle: Uno")) == List{"3:1 front-matter-syntax"});
}

TEST_CASE("lines are counted as editors count them, columns in bytes") {
    CHECK(problems(with("category", "category: \"a\r\r\u2028b\"")).back().starts_with("7:11"));
    CHECK(problems(with("title", "title: \"\u2028\"\nslog: x")) ==
          List{"4:1 front-matter-unknown"});
    CHECK(problems(with("tags", "tags: [ñ, '']")) == List{"6:12 front-matter-empty"});
}

TEST_CASE("an article without front matter, or with one that does not end, says so") {
    CHECK(problems("# Uno\n\nTexto\n") == List{"1:1 front-matter-missing"});
    CHECK(problems("") == List{"1:1 front-matter-missing"});
    CHECK(problems("---\nid: a\n") == List{"1:1 front-matter-missing"});
    CHECK(problems("\n---\nid: a\n---\n") == List{"1:1 front-matter-missing"});
}

TEST_CASE("each key that is missing is named") {
    CHECK(problems("---\n---\nTexto\n") == List(5, "1:1 front-matter-missing"));
    CHECK(problems("---\nid: a\ntitle: b\n---\nTexto\n") == List(3, "1:1 front-matter-missing"));
}

TEST_CASE("a mistyped key is an error, and so is one that stands twice") {
    CHECK(problems(with("sumary", "sumary: Dos")) == List{"2:1 front-matter-unknown"});
    CHECK(problems(with("more", "more: {a: [1, {b: c}]}")) == List{"2:1 front-matter-unknown"});
    CHECK(problems(with("category", "title: Otra")) == List{"7:1 front-matter-duplicate"});
}

TEST_CASE("values of the wrong type, empty or ill-formed are named one by one") {
    CHECK(problems(with("id", "id: No Internet")) == List{"2:5 id-format"});
    CHECK(problems(with("id", "id:")) == List{"2:4 front-matter-empty"});
    CHECK(problems(with("title", "title: ~")) == List{"3:8 front-matter-empty"});
    CHECK(problems(with("title", "title: [a, b]")) == List{"3:8 front-matter-type"});
    CHECK(problems(with("slug", "slug: sin internet")) == List{"4:7 front-matter-slug"});
    CHECK(problems(with("tags", "tags: internet")) == List{"6:7 front-matter-type"});
    CHECK(problems(with("tags", "tags: [a, [b]]")) == List{"6:11 front-matter-type"});
    CHECK(problems(with("tags", "tags: [a, '']")) == List{"6:11 front-matter-empty"});
    CHECK(problems(with("updated", "updated: 5.10.2026")) == List{"8:10 front-matter-date"});
    CHECK(problems(with("updated", "updated: 2026-02-30")) == List{"8:10 front-matter-date"});
    CHECK(problems(with("summary", "summary: \"a\\nb\"")) == List{"5:10 front-matter-type"});
}

TEST_CASE("YAML that hides something is refused: anchors, aliases, tags, several documents") {
    CHECK(problems(with("title", "title: &a Uno")) == List{"3:8 front-matter-type"});
    CHECK(problems(with("title", "title: !!str Uno")) == List{"3:8 front-matter-type"});
    CHECK(problems(with("title", "title: *a")) == List{"3:8 front-matter-type"});
    CHECK(problems("---\n- a\n---\nTexto\n") == List{"2:1 front-matter-type"});
    CHECK(problems("---\nid: a\n...\nid: b\n---\nTexto\n").size() == 1);
}

TEST_CASE("mistakes of the front matter and of the body come together") {
    CHECK(problems(with("id", "id: No") + "# Uno\n") ==
          List{"2:5 id-format", "12:3 heading-level"});
}
