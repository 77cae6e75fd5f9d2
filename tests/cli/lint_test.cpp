#include <catch2/catch_test_macros.hpp>
#include <string>

#include "tests/cli/console.h"
#include "tests/cli/folders.h"
#include "tests/server/temporary_folder.h"

using namespace ventanilla;
using test::run;

TEST_CASE("a site without problems is said to have none") {
    test::TemporaryFolder folder;
    test::make_site(folder.path());
    const test::Run result = run("assets", {"lint", folder.path().string()});
    CHECK(result.out == "No problems.\n");
    CHECK(result.code == 0);
}

TEST_CASE("the demo has no problems") {
    const test::Run result = run("assets", {"lint", "assets/demo"});
    CHECK(result.out == "No problems.\n");
    CHECK(result.code == 0);
}

TEST_CASE("an accent that cannot be read as text is no problem, and its owner is told of it") {
    test::TemporaryFolder folder;
    test::make_site(folder.path());
    std::string settings = test::read_file(folder.path() / "site.json");
    settings.replace(settings.find("\"team\""), 0, R"("brand": { "accent": "#ffd400" }, )");
    test::write_file(folder.path() / "site.json", settings);
    const test::Run result = run("assets", {"lint", folder.path().string()});
    CHECK(result.code == 0);
    CHECK(result.out ==
          "No problems.\nsite.json: note: the accent #ffd400 cannot be read as text on "
          "white; links and lines take a darker shade of it.\n");
}

TEST_CASE("a problem is printed with file, line, column and rule") {
    test::TemporaryFolder folder;
    test::make_site(folder.path());
    test::write_file(folder.path() / "articles/es/other.md", "---\n"
                                                             "id: other\n"
                                                             "title: Otro\n"
                                                             "slug: otro\n"
                                                             "summary: Otro.\n"
                                                             "updated: 2026-11-03\n"
                                                             "---\n"
                                                             "\n"
                                                             "Mira [esto](article:nowhere).\n");
    const test::Run result = run("assets", {"lint", folder.path().string()});
    CHECK(result.code == 1);
    CHECK(result.out.find("articles/es/other.md:9") != std::string::npos);
    CHECK(result.out.find(": error[") != std::string::npos);
    CHECK(result.out.ends_with("\n1 problem.\n"));
}

TEST_CASE("every problem of every file is printed at once") {
    test::TemporaryFolder folder;
    test::make_site(folder.path());
    test::write_file(folder.path() / "articles/es/a.md", "no front matter\n");
    test::write_file(folder.path() / "articels/es/b.md", "a mistyped folder\n");
    test::write_file(folder.path() / "guides/c.json", "{ not json\n");
    const test::Run result = run("assets", {"lint", folder.path().string()});
    CHECK(result.code == 1);
    for (const char* file : {"articles/es/a.md:", "articels/es/b.md:", "guides/c.json:1:"}) {
        INFO(result.out);
        CHECK(result.out.find(file) != std::string::npos);
    }
}

TEST_CASE("a folder that is no site is said to be none") {
    test::TemporaryFolder folder;
    const test::Run result = run("assets", {"lint", folder.path().string()});
    CHECK(result.code == 1);
    CHECK(result.out.starts_with("site.json: error[site-missing]: "));
}

TEST_CASE("a language in which the product has no texts is a problem") {
    test::TemporaryFolder folder;
    test::make_site(folder.path());
    std::string settings = test::read_file(folder.path() / "site.json");
    for (std::size_t at = settings.find("\"es\""); at != std::string::npos;
         at = settings.find("\"es\"", at)) {
        settings.replace(at, 4, "\"eo\"");
    }
    test::write_file(folder.path() / "site.json", settings);
    std::filesystem::rename(folder.path() / "articles/es", folder.path() / "articles/eo");
    const test::Run result = run("assets", {"lint", folder.path().string()});
    CHECK(result.code == 1);
    CHECK(result.out.find("error[site-language-texts]") != std::string::npos);
}

TEST_CASE("a file's name cannot write to the author's terminal") {
    test::TemporaryFolder folder;
    test::make_site(folder.path());
    test::write_file(folder.path() / "media/\x1b]0;owned\x07.svg.zip", "x");
    test::write_file(folder.path() / "\x1b[2J.md", "x");
    const test::Run result = run("assets", {"lint", folder.path().string()});
    CHECK(result.code == 1);
    CHECK(result.out.find('\x1b') == std::string::npos);
}
