#include "widget/html/document_html.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <random>
#include <regex>
#include <string>
#include <vector>

#include "core/article/article.h"
#include "core/base/json.h"

using namespace ventanilla;
using namespace ventanilla::html;

namespace {

const DocumentStyle kStyle{.contact = "/es/contacto"};

std::string render(const article::Document& document, const DocumentStyle& style = kStyle) {
    HtmlWriter html;
    write_document(html, document, style);
    return std::move(html).finish();
}

std::string render(std::string_view markdown) {
    const auto document = article::read_markdown("test.md", 1, markdown);
    REQUIRE(document.has_value());
    return render(*document);
}

article::Document link_to(const std::string& target) {
    article::Inline link;
    link.kind = article::InlineKind::kLink;
    link.target = target;
    link.children.emplace_back().text = "here";
    article::Document document;
    document.blocks.emplace_back().inlines.push_back(std::move(link));
    return document;
}

// What a page could be broken out of with, and what authors paste without a thought.
const std::vector<std::string> kNaughty = {
    "<script>alert(1)</script>",
    "</p></main></html>",
    "\"><svg onload=alert(1)>",
    "' autofocus onfocus=alert(1) x='",
    "<!--",
    "-->",
    "]]>",
    "<![CDATA[",
    "&lt;script&gt;",
    "&#0;&#x1F;",
    "javascript:alert(1)",
    "data:text/html;base64,PHNjcmlwdD4=",
    "\xff\xfe",
    std::string("\0", 1),
    "\u202Eabc",
    "\u2028\u2029",
    "`${7*7}`{{7*7}}",
    "%3Cscript%3E",
    "\\\"\\'",
    "😀 ñ Ñ ç",
};

class Fuzz {
public:
    explicit Fuzz(unsigned seed) : random_(seed) {}

    article::Document document() {
        article::Document document;
        for (int i = roll(6); i >= 0; --i) {
            document.blocks.push_back(block(0));
        }
        return document;
    }

private:
    int roll(int sides) { return std::uniform_int_distribution<int>(0, sides - 1)(random_); }

    std::string text() {
        std::string text;
        for (int i = roll(3); i >= 0; --i) {
            text += kNaughty[static_cast<std::size_t>(roll(static_cast<int>(kNaughty.size())))];
        }
        return text;
    }

    article::Inline piece(int depth) {
        article::Inline piece;
        piece.kind = static_cast<article::InlineKind>(roll(7));
        piece.text = text();
        piece.target = text();
        piece.width = roll(3);
        piece.height = piece.width * roll(1000);
        if (roll(3) == 0) {
            piece.target = "/es/" + piece.target;
        }
        for (int i = depth > 3 ? 0 : roll(3); i > 0; --i) {
            piece.children.push_back(this->piece(depth + 1));
        }
        return piece;
    }

    article::Block block(int depth) {
        article::Block block;
        block.kind = static_cast<article::BlockKind>(roll(11));
        block.number = roll(9) - 1;
        block.anchor = text();
        block.text = text();
        for (int i = roll(3); i > 0; --i) {
            block.inlines.push_back(piece(0));
        }
        for (int i = depth > 3 ? 0 : roll(3); i > 0; --i) {
            block.children.push_back(this->block(depth + 1));
        }
        return block;
    }

    std::mt19937 random_;
};

// Every "<" of the output begins a tag that the renderer knows, with attributes that it knows, and all tags close.
void check_markup(const std::string& html) {
    static const std::regex kTag(
        R"re(<(/?)(a|blockquote|br|code|div|em|h[2-6]|hr|img|li|ol|p|pre|strong|table|tbody|td|th|thead|tr|ul)((?: [a-z-]+="[^"<>]*")*)>)re");
    static const std::regex kAttribute(
        R"re( (alt|aria-labelledby|class|data-ventanilla-route|height|href|id|loading|rel|role|scope|src|start|tabindex|width)="([^"]*)")re");
    std::vector<std::string> open;
    std::size_t tags = 0;
    for (std::sregex_iterator tag(html.begin(), html.end(), kTag), end; tag != end; ++tag, ++tags) {
        const std::string name = (*tag)[2];
        const std::string attributes = (*tag)[3];
        CHECK(std::regex_replace(attributes, kAttribute, "").empty());
        for (std::sregex_iterator attribute(attributes.begin(), attributes.end(), kAttribute);
             attribute != end; ++attribute) {
            if ((*attribute)[1] == "href" || (*attribute)[1] == "src") {
                CHECK((*attribute)[2].str().starts_with("/es/"));
            }
        }
        if ((*tag)[1] == "/") {
            REQUIRE_FALSE(open.empty());
            CHECK(open.back() == name);
            open.pop_back();
        } else if (name != "br" && name != "hr" && name != "img") {
            open.push_back(name);
        }
    }
    CHECK(open.empty());
    CHECK(tags == static_cast<std::size_t>(std::ranges::count(html, '<')));
    CHECK(html.find('\0') == std::string::npos);
}

}  // namespace

TEST_CASE("what CommonMark can say is drawn with the elements that mean it") {
    CHECK(render("Some *emphasis*, **weight** and `code`.") ==
          "<p>Some <em>emphasis</em>, <strong>weight</strong> and <code>code</code>.</p>\n");
    CHECK(render("- one\n- two\n") == "<ul><li>one</li>\n<li>two</li>\n</ul>\n");
    CHECK(render("3. three\n4. four\n") ==
          "<ol start=\"3\"><li>three</li>\n<li>four</li>\n</ol>\n");
    CHECK(render("> said\n") == "<blockquote><p>said</p>\n</blockquote>");
    CHECK(render("## La luz roja\n") == "<h2 id=\"la-luz-roja\">La luz roja</h2>\n");
}

TEST_CASE("a table has a header and can be scrolled with the keyboard") {
    const std::string html = render("| Luz | Color |\n|---|---|\n| 2 | verde |\n");
    CHECK(html.find("<th scope=\"col\">Luz</th>") != std::string::npos);
    CHECK(html.find("<td>verde</td>") != std::string::npos);
    CHECK(html.find("role=\"group\" aria-labelledby=\"title\" tabindex=\"0\"") !=
          std::string::npos);
}

TEST_CASE("a link to the contact page opens the form in place") {
    CHECK(render(link_to("/es/contacto")) ==
          "<p><a href=\"/es/contacto\" data-ventanilla-route=\"/es/contacto\">here</a></p>\n");
}

TEST_CASE("a link that may not lead there keeps its text") {
    CHECK(render(link_to("javascript:alert(1)")) == "<p>here</p>\n");
    CHECK(render(link_to("article:unresolved")) == "<p>here</p>\n");
}

TEST_CASE("a picture has its room before it is there, if its size is known") {
    article::Document document;
    article::Inline& picture = document.blocks.emplace_back().inlines.emplace_back();
    picture = {.kind = article::InlineKind::kPicture,
               .text = "Un router",
               .target = "/media/router.svg",
               .children = {}};
    CHECK(render(document) ==
          "<p><img src=\"/media/router.svg\" alt=\"Un router\" loading=\"lazy\"></p>\n");
    picture.width = 760;
    picture.height = 300;
    CHECK(render(document) == "<p><img src=\"/media/router.svg\" alt=\"Un router\" "
                              "loading=\"lazy\" width=\"760\" height=\"300\"></p>\n");
}

TEST_CASE("a guide's step sits below its own heading, with anchors of its own") {
    const auto document = article::read_markdown("test.md", 1, "## Cables\n");
    CHECK(render(*document, {.contact = "", .anchors = "text-3-", .heading_shift = 1}) ==
          "<h3 id=\"text-3-cables\">Cables</h3>\n");
}

TEST_CASE("no document, however strange, can break out of its elements") {
    for (unsigned seed = 0; seed < 2000; ++seed) {
        INFO("seed " << seed);
        check_markup(render(Fuzz(seed).document()));
    }
}

TEST_CASE("a code and a picture have their buttons, hidden until a script is there") {
    const text::Messages texts(
        base::Json{{"reading.copy", "Copiar"}, {"reading.enlarge", "Ampliar: {picture}"}});
    const DocumentStyle style{.contact = "/es/contacto", .key = "d", .texts = &texts};
    article::Inline picture;
    picture.kind = article::InlineKind::kPicture;
    picture.target = "/media/a.png";
    picture.text = "Un \"router\"";
    article::Document document = link_to("https://x.example");
    document.blocks[0].inlines[0].children = {picture};
    document.blocks[0].inlines.push_back(picture);
    article::Block& code = document.blocks.emplace_back();
    code.kind = article::BlockKind::kCode;
    code.text = "ping";
    CHECK(render(document, style) ==
          "<p><a href=\"https://x.example\" data-key=\"d#0\" rel=\"noopener\">"
          "<img src=\"/media/a.png\" alt=\"Un &quot;router&quot;\" loading=\"lazy\"></a>"
          "<span class=\"picture\">"
          "<img src=\"/media/a.png\" alt=\"Un &quot;router&quot;\" loading=\"lazy\">"
          "<button type=\"button\" class=\"enlarge\" hidden=\"\" "
          "aria-label=\"Ampliar: Un &quot;router&quot;\"><span></span></button></span></p>\n"
          "<div class=\"copyable\">"
          "<button type=\"button\" class=\"copy\" hidden=\"\">Copiar</button>"
          "<pre tabindex=\"0\" data-key=\"d#1\"><code>ping</code></pre></div>");
}

TEST_CASE("a video is fetched when it is played, and its captions are of the page's language") {
    article::Inline video;
    video.kind = article::InlineKind::kPicture;
    video.target = "/media/reset.0123/video.mp4";
    video.text = "Botón <atrás>";
    article::Document document = link_to("https://x.example");
    document.blocks[0].inlines = {video};
    const DocumentStyle style{.language = "es", .contact = "/es/contacto"};
    CHECK(render(document, style) ==
          "<p><video src=\"/media/reset.0123/video.mp4\" aria-label=\"Botón &lt;atrás&gt;\" "
          "controls=\"\" preload=\"none\" playsinline=\"\">"
          "<track kind=\"captions\" src=\"/media/reset.0123/video.es.vtt\" srclang=\"es\">"
          "</video></p>\n");
    document.blocks[0].inlines[0].width = 320;
    document.blocks[0].inlines[0].height = 180;
    CHECK(render(document, style)
              .find("width=\"320\" height=\"180\" poster=\"/media/reset.0123/video.jpg\"") !=
          std::string::npos);
}
