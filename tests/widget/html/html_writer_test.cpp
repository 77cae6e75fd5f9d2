#include "widget/html/html_writer.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

using namespace ventanilla::html;

TEST_CASE("a text stays a text between tags and in attributes") {
    HtmlWriter html;
    html.leaf("p", {{"title", "a\"><script>alert(1)</script>"}},
              "<img src=x onerror=alert(1)> & \"more\"");
    CHECK(std::move(html).finish() ==
          "<p title=\"a&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;\">"
          "&lt;img src=x onerror=alert(1)&gt; &amp; &quot;more&quot;</p>\n");
}

TEST_CASE("control characters and bytes that are not UTF-8 become the replacement character") {
    HtmlWriter html;
    html.leaf("span", std::string_view("a\0b\x1b"
                                       "c\xff\xc2\x85 \t\n",
                                       11));
    CHECK(std::move(html).finish() == "<span>a\uFFFDb\uFFFDc\uFFFD\uFFFD \t\n</span>");
}

TEST_CASE("elements close in the order in which they end") {
    HtmlWriter html;
    {
        const auto outer = html.element("div", {{"class", "outer"}});
        {
            const auto inner = html.element("em");
            html.text("in");
        }
        html.empty("br");
        html.text("out");
    }
    CHECK(std::move(html).finish() == "<div class=\"outer\"><em>in</em><br>out</div>");
}

TEST_CASE("an address leads only where a page may lead") {
    const std::string good = GENERATE("/es/", "/es/articulos/sin-internet#cables", "#step-lights",
                                      "https://example.com/?a=1&b=2", "http://example.com/",
                                      "mailto:ana@example.com", "tel:+34900000000");
    CHECK_FALSE(Address(good).refused());
    CHECK(Address(good).text() == good);
}

TEST_CASE("an address that could run something or leave unseen is refused") {
    const std::string bad =
        GENERATE("", "javascript:alert(1)", "JavaScript:alert(1)", "java\tscript:alert(1)",
                 " javascript:alert(1)", "data:text/html,<script>alert(1)</script>", "vbscript:x",
                 "//elsewhere.example", "/\t/elsewhere.example", "/\\elsewhere.example",
                 "\\\\elsewhere.example", "https:\n//elsewhere.example", "article:no-internet",
                 "media/x.svg", "file:///etc/passwd", "blob:x");
    CHECK(Address(bad).refused());
    CHECK(Address(bad).text() == "#");
    CHECK_FALSE(Address(bad).leaves());
}
