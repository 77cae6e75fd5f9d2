#include <catch2/catch_test_macros.hpp>
#include <string>

#include "core/base/json.h"

#include "tests/core/article/reading.h"

using namespace ventanilla::article;
using ventanilla::base::Json;
using ventanilla::base::parse_json;

namespace {

using List = std::vector<std::string>;

Document document(std::string_view markdown) {
    auto read = read_markdown("a.md", 1, markdown);
    REQUIRE(read);
    return *read;
}

// The document's JSON is its clearest picture.
void check(std::string_view markdown, std::string_view json) {
    CAPTURE(markdown);
    const auto expected = parse_json(json);
    REQUIRE(expected);
    CHECK(to_json(document(markdown)) == *expected);
}

}  // namespace

TEST_CASE("CommonMark becomes a typed tree") {
    check("Uno *dos* **tres** `cuatro`\ncinco  \nseis",
          R"([["paragraph", ["Uno ", ["em", ["dos"]], " ", ["strong", ["tres"]], " ",
              ["code", "cuatro"], " cinco", ["break"], "seis"]]])");
    check("## Luz **roja**\n\n---\n\n> Cita\n\n```\na < b\n```\n",
          R"([["heading", 2, "luz-roja", ["Luz ", ["strong", ["roja"]]]], ["rule"],
              ["quote", [["paragraph", ["Cita"]]]], ["code", "a < b\n"]])");
}

TEST_CASE("lists have the same shape with and without empty lines between their items") {
    const std::string_view json = R"([["numbers", 3, [[["paragraph", ["uno"]]],
        [["paragraph", ["dos"]], ["bullets", [[["paragraph", ["tres"]]]]]]]]])";
    check("3. uno\n4. dos\n   - tres\n", json);
    check("3. uno\n\n4. dos\n\n   - tres\n", json);
}

TEST_CASE("tables keep their header as the first row") {
    check("| Luz | Qué hacer |\n| --- | --- |\n| roja | **esperar** |\n",
          R"([["table", [[["Luz"], ["Qué hacer"]], [["roja"], [["strong", ["esperar"]]]]]]])");
}

TEST_CASE("links and pictures keep their targets as written") {
    check("[las *luces*](article:router-lights) ![Un *router*, [visto](tel:1) de "
          "frente](media/router.svg)",
          R"([["paragraph", [["link", "article:router-lights", ["las ", ["em", ["luces"]]]], " ",
              ["picture", "media/router.svg", "Un router, visto de frente"]]]])");
}

TEST_CASE("an article says what it points to, and where") {
    const auto article = read_article(
        "a.md", std::string(kFrontMatter) +
                    "Mira [esto](article:slow-wifi).\n\nY [esto][g].\n![Foto](media/a.png)\n\n"
                    "[escríbenos](contact:) <https://example.com>\n\n[g]: guide:no-internet\n");
    REQUIRE(article);
    List found;
    for (const Reference& reference : article->references) {
        found.push_back(std::to_string(reference.at.line) + " " + reference.target);
    }
    CHECK(found == List{"9 article:router-lights", "11 article:slow-wifi", "18 guide:no-internet",
                        "14 media/a.png"});
}

TEST_CASE("characters that are written by name or number are what they stand for") {
    CHECK(plain_text(document("&iquest;Qu&#233; &#xF1;? &lt;b&gt; &amp;amp; &unknown; &#0;")) ==
          "¿Qué ñ? <b> &amp; &unknown; \uFFFD");
}

TEST_CASE("raw HTML is refused with its line, in blocks and within text") {
    CHECK(body_problems("Uno\n\n<div>\nhola\n</div>\n") == List{"13:1 body-html"});
    CHECK(body_problems("Uno <b>dos</b>\n") == List{"11:5 body-html", "11:11 body-html"});
    CHECK(body_problems("<script>alert(1)</script>\n") == List{"11:1 body-html"});
    CHECK(body_problems("<!-- nota -->\n") == List{"11:1 body-html"});
    CHECK(body_problems("`<b>` y \\<b>\n").empty());
}

TEST_CASE("headings begin at ##, end at #### and have words") {
    CHECK(body_problems("## Dos\n### Tres\n#### Cuatro\n").empty());
    CHECK(body_problems("Uno\n\n# Título\n") == List{"13:3 heading-level"});
    CHECK(body_problems("##### Cinco\n") == List{"11:7 heading-level"});
    CHECK(body_problems("Título\n======\n") == List{"11:1 heading-level"});
    CHECK(body_problems("Uno\n\n##\n").size() == 1);
}

TEST_CASE("each heading has an anchor of its own, without accents") {
    const Document read =
        document("## Año nuevo: ¿qué?\n## Año nuevo, qué\n## 日本\n## ---\n## Año nuevo qué 2\n");
    List anchors;
    for (const Block& block : read.blocks) {
        anchors.push_back(block.anchor);
    }
    CHECK(anchors ==
          List{"ano-nuevo-que", "ano-nuevo-que-2", "section", "section-2", "ano-nuevo-que-2-2"});
    CHECK(plain_sections(read)[1].heading == "Año nuevo: ¿qué?");
}

TEST_CASE("a heading is not named like something else on an article's page") {
    const Document read = document("## Title\n## Content\n## App\n## Channels\n");
    List anchors;
    for (const Block& block : read.blocks) {
        anchors.push_back(block.anchor);
    }
    CHECK(anchors == List{"title-2", "content-2", "app-2", "channels-2"});
}

TEST_CASE("links lead only to where the format allows") {
    for (const std::string target :
         {"article:a", "guide:a-b", "contact:", "https://example.com/a?b=c#d", "http://localhost",
          "mailto:a@example.com", "tel:+34900000000"}) {
        CAPTURE(target);
        CHECK(body_problems("[x](" + target + ")\n").empty());
    }
    for (const std::string target : {"javascript:alert(1)",
                                     "JavaScript:alert(1)",
                                     "data:text/html,x",
                                     "vbscript:x",
                                     "//evil.example",
                                     "/path",
                                     "other.md",
                                     "#anchor",
                                     "https:",
                                     "https://",
                                     "mailto:",
                                     "article:",
                                     "article:A",
                                     "guide:a/b",
                                     "contact:x",
                                     "ftp://example.com",
                                     "&#106;avascript:alert(1)",
                                     "<java script:x>",
                                     "media/a.svg",
                                     ""}) {
        CAPTURE(target);
        CHECK(body_problems("[x](" + target + ")\n") ==
              List{body_problems("[x](" + target + ")\n").front()});
        CHECK(body_problems("[x](" + target + ")\n").front().ends_with("link-target"));
    }
    CHECK(body_problems("a\n\nb [x](other.md)\n").front().starts_with("13:"));
}

TEST_CASE("a link without words is refused: nobody could hear where it leads") {
    CHECK(body_problems("[](contact:)\n").front().ends_with("link-text"));
    CHECK(body_problems("[ ](contact:)\n").front().ends_with("link-text"));
    CHECK(body_problems("[![Foto](media/a.png)](contact:)\n").empty());
}

TEST_CASE("pictures come from media/ and say what they show") {
    for (const std::string target :
         {"https://example.com/a.png", "media/../site.json", "media/", "/media/a.png",
          "media//a.png", "media/.hidden", "data:image/png,x", "media/a%2e.png"}) {
        CAPTURE(target);
        REQUIRE(body_problems("![x](" + target + ")\n").size() == 1);
        CHECK(body_problems("![x](" + target + ")\n").front().ends_with("picture-target"));
    }
    CHECK(body_problems("![](media/a.png)\n").front().ends_with("picture-text"));
    CHECK(body_problems("![Router](media/fotos/a_1-b.png)\n").empty());
}

TEST_CASE("an article without a text is refused") {
    CHECK(body_problems("") == List{"11:1 body-empty"});
    CHECK(body_problems("\n \n") == List{"11:1 body-empty"});
}

TEST_CASE("the text of a guide's step is read like an article's, from the line that it is given") {
    const auto read = read_markdown("guides/a.es.json", 7, "Uno\n\n<b>");
    REQUIRE(!read);
    CHECK(list(read.error()) == List{"9:1 body-html"});
}
