#include "core/article/document.h"

#include <catch2/catch_test_macros.hpp>
#include <string>

#include "core/base/json.h"
#include "tests/core/article/reading.h"

using namespace ventanilla::article;
using ventanilla::base::Json;
using ventanilla::base::parse_json;
using ventanilla::base::write_json;

namespace {

constexpr std::string_view kEverything =
    "Uno *dos* **tres** `cuatro` [cinco](contact:)  \nseis ![siete](media/a.svg)\n\n"
    "## Ocho\n\n- nueve\n  1. diez\n\n> once\n\n```\ndoce\n```\n\n---\n\n"
    "| a | b |\n|---|---|\n| c | d |\n";

Document everything() {
    return read_markdown("a.md", 1, kEverything).value();
}

}  // namespace

TEST_CASE("a document arrives at the views as it was sent") {
    const auto json = parse_json(write_json(to_json(everything())));
    REQUIRE(json);
    const auto read = document_from_json(*json);
    REQUIRE(read);
    CHECK(*read == everything());
}

TEST_CASE("a picture's size arrives at the views where it is known") {
    Document document = everything();
    for_each_target(document, [](Inline& piece) {
        if (piece.kind == InlineKind::kPicture) {
            piece.width = 760;
            piece.height = 300;
        }
    });
    const std::string sent = write_json(to_json(document));
    CHECK(sent.find(R"(["picture","media/a.svg","siete",760,300])") != std::string::npos);
    CHECK(document_from_json(parse_json(sent).value()) == document);
    CHECK(write_json(to_json(everything())).find(R"(["picture","media/a.svg","siete"])") !=
          std::string::npos);
}

TEST_CASE("the deepest document that an author may write still fits into JSON's depth") {
    std::string markdown;
    for (int depth = 1;; ++depth) {
        markdown = std::string(static_cast<std::size_t>(depth), '>') + " *uno*\n";
        const auto read = read_markdown("a.md", 1, markdown);
        if (!read) {
            CHECK(depth > 15);
            CHECK(list(read.error()).front().ends_with("body-nesting"));
            break;
        }
        REQUIRE(depth < 30);
        // As deep inside of others as a guide's step.
        Json json = to_json(*read);
        for (int outer = 0; outer < 6; ++outer) {
            json = Json{{"inside", std::move(json)}};
        }
        REQUIRE(parse_json(write_json(json)));
        REQUIRE(document_from_json(to_json(*read)));
    }
}

TEST_CASE("plain text is a line a block") {
    CHECK(plain_text(everything()) ==
          "Uno dos tres cuatro cinco seis siete\nOcho\nnueve\ndiez\nonce\ndoce\n\na\nb\nc\nd");
}

TEST_CASE("a document's sections are what stands before its first heading, and under each") {
    const std::vector<PlainSection> sections = plain_sections(everything());
    REQUIRE(sections.size() == 2);
    CHECK(sections[0].heading.empty());
    CHECK(sections[0].text == "Uno dos tres cuatro cinco seis siete");
    CHECK(sections[1].heading == "Ocho");
    CHECK(sections[1].anchor == "ocho");
    CHECK(sections[1].text == "nueve\ndiez\nonce\ndoce\n\na\nb\nc\nd");
    CHECK(plain_sections({}).size() == 1);
}

TEST_CASE("a document's links are what they say and where they lead") {
    std::vector<std::string> said;
    const auto document =
        read_markdown("a.md", 1,
                      "## [Uno](contact:)\n\n- *[dos **tres**](article:a) y [cuatro ![cinco]"
                      "(media/a.svg)](guide:b)*\n\n| [seis](tel:1) |\n|---|\n| siete |\n");
    REQUIRE(document);
    for (const Link& link : links_of(*document)) {
        said.push_back(link.text + " -> " + link.target);
    }
    CHECK(said == std::vector<std::string>{"Uno -> contact:", "dos tres -> article:a",
                                           "cuatro cinco -> guide:b", "seis -> tel:1"});
}

TEST_CASE("every link and picture can be given another target") {
    Document document = everything();
    std::vector<std::string> targets;
    for_each_target(document, [&](Inline& piece) {
        targets.push_back(piece.target);
        piece.target = "/es/";
    });
    CHECK(targets == std::vector<std::string>{"contact:", "media/a.svg"});
    CHECK(document_from_json(to_json(document)));
}

TEST_CASE("a document that no author can have written is refused") {
    for (const std::string_view text : {
             "{}",
             "null",
             "[1]",
             "[{}]",
             R"([["script"]])",
             R"([["rule", 1]])",
             R"([["paragraph"]])",
             R"([["paragraph", {}]])",
             R"([["paragraph", [1]]])",
             R"([["paragraph", [["em"]]]])",
             R"([["paragraph", [["code", 1]]]])",
             R"([["heading", 1, "a", []]])",
             R"([["heading", 2, []]])",
             R"([["numbers", -1, []]])",
             R"([["bullets", [["rule"]]]])",
             R"([["table", [[["em", []]]]]])",
             R"~([["paragraph", [["link", "javascript:alert(1)", []]]]])~",
             R"([["paragraph", [["link", "//evil.example", []]]]])",
             R"([["paragraph", [["picture", "https://evil.example/a", "x"]]]])",
             R"([["paragraph", [["picture", "media/a.svg", "x", 760]]]])",
             R"([["paragraph", [["picture", "media/a.svg", "x", 0, 0]]]])",
             R"([["paragraph", [["picture", "media/a.svg", "x", 760, 1000001]]]])",
             R"([["paragraph", [["picture", "media/a.svg", "x", "760", "300"]]]])",
         }) {
        CAPTURE(text);
        const auto json = parse_json(text);
        REQUIRE(json);
        const auto read = document_from_json(*json);
        REQUIRE(!read);
        CHECK(!read.error().empty());
    }
}

TEST_CASE("JSON nested a thousand deep is no document, and no crash") {
    Json json = Json::array();
    for (int i = 0; i < 1'000; ++i) {
        json = Json::array({Json::array({"quote", std::move(json)})});
    }
    CHECK(!document_from_json(json));
}

TEST_CASE("whatever nesting an author may write can also be read by a browser") {
    std::string markdown;
    for (int depth = 0; depth < 40; ++depth) {
        markdown += std::string(static_cast<std::size_t>(depth) * 2, ' ') + "- deeper\n";
        const auto document = read_markdown("a.md", 1, markdown);
        if (document) {
            auto json = parse_json(write_json({{"body", {{"body", to_json(*document)}}}}));
            REQUIRE(json);
            CHECK(document_from_json((*json)["body"]["body"]) == *document);
        }
    }
}
