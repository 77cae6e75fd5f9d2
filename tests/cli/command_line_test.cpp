#include <catch2/catch_test_macros.hpp>
#include <string>
#include <vector>

#include "tests/cli/console.h"
#include "tests/cli/folders.h"
#include "tests/server/temporary_folder.h"

using namespace ventanilla;
using test::run;

TEST_CASE("every command explains itself") {
    const std::vector<std::vector<std::string>> commands = {
        {},          {"serve"},           {"build"},           {"lint"}, {"index"}, {"search"},
        {"tickets"}, {"tickets", "list"}, {"tickets", "show"}, {"votes"}};
    for (std::vector<std::string> words : commands) {
        words.emplace_back("--help");
        const test::Run result = run("assets", words);
        CHECK(result.code == 0);
        CHECK(result.out.find("Usage: ") != std::string::npos);
        CHECK(result.log.empty());
    }
}

TEST_CASE("the version is one line") {
    const test::Run result = run("assets", {"--version"});
    CHECK(result.code == 0);
    CHECK(result.out.starts_with("ventanilla 0."));
}

TEST_CASE("a command line that makes no sense is told apart from a failure") {
    const std::vector<std::vector<std::string>> senseless = {
        {},
        {"paint"},
        {"lint"},
        {"lint", "/nowhere/at/all"},
        {"lint", "--fast", "."},
        {"build", "assets/demo"},
        {"serve", "--port", "banana"},
        {"serve", "--port", "70000"},
        {"tickets"},
        {"tickets", "list", "--limit", "0"},
        {"tickets", "show"},
        {"votes", "--since", "yesterday"},
        {"votes", "--since", "2026-02-29"},
        {"votes", "--json"},
        {"index", "/nowhere.jsonl", "--out", "x"}};
    for (const std::vector<std::string>& words : senseless) {
        const test::Run result = run("assets", words);
        CHECK(result.code == 2);
        CHECK(result.out.empty());
        CHECK_FALSE(result.log.empty());
    }
}

TEST_CASE("a file of settings that make no sense is told by its line, and nothing is served") {
    struct Bad {
        std::string text;
        std::string said;
    };
    test::TemporaryFolder folder;
    const auto file = folder.path() / "settings.toml";
    for (const auto& [text, said] :
         {Bad{"# fine\n\ncolour = 'red'\n", ":3: there is no setting \"colour\"; there are port,"},
          Bad{"port = 8080\nport = 8081\n", ":1: port takes one value, once"},
          Bad{"port = 8080\ndata = \"x\"\nport = 8081\n", ":1: port is set twice"},
          Bad{"listen = \"::1\"\n  port = 70000\n", ":2: --port: "},
          Bad{"keep-days = never\n", ":1: --keep-days: "}, Bad{"limits = \"address=x\"\n", ":1: "},
          Bad{"trusted-proxies = \"everybody\"\n", ":1: --trusted-proxies: "},
          Bad{"data = a b\n", ":1: data takes one value"},
          Bad{"database = \"mysql://db\"\n", ":1: --database: "},
          Bad{"pseudo = true\n", ":1: there is no setting \"pseudo\""},
          Bad{"config = \"other.toml\"\n", ":1: there is no setting \"config\""},
          Bad{"[serve]\nport = 8080\n", "there is no setting"}}) {
        CAPTURE(text);
        test::write_file(file, text);
        const test::Run result = run("assets", {"serve", "--config", file.string()});
        CHECK(result.code == 1);
        CHECK(result.log.starts_with(file.string()));
        CHECK(result.log.contains(said));
        INFO(result.log);
        CHECK(std::string_view(result.log).find('\n') == result.log.size() - 1);
    }
    CHECK(run("assets", {"serve", "--config", "/nowhere.toml"}).code == 2);
}

TEST_CASE("a site with problems is not served") {
    test::TemporaryFolder folder;
    test::make_site(folder.path());
    test::write_file(folder.path() / "articles/es/broken.md", "x");
    const test::Run result = run("assets", {"serve", folder.path().string(), "--port", "0"});
    CHECK(result.code == 1);
    CHECK(result.log.find("articles/es/broken.md:1") != std::string::npos);
}

TEST_CASE("an installation that is not whole is said to be so") {
    test::TemporaryFolder folder;
    test::make_site(folder.path() / "site");
    const test::Run result =
        run(folder.path() / "gone", {"build", (folder.path() / "site").string(), "--out",
                                     (folder.path() / "out").string()});
    CHECK(result.code == 1);
    CHECK(result.log.starts_with("The installation is not whole: "));
    CHECK_FALSE(std::filesystem::exists(folder.path() / "out"));
}
