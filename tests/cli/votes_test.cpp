#include "cli/votes.h"

#include <catch2/catch_test_macros.hpp>
#include <chrono>
#include <filesystem>
#include <future>
#include <string>
#include <vector>

#include "core/base/json.h"
#include "server/store/sqlite/sqlite_store.h"
#include "tests/cli/console.h"
#include "tests/cli/folders.h"
#include "tests/server/temporary_folder.h"

using namespace ventanilla;
using test::run;

namespace {

constexpr store::Day kFirstDay{std::chrono::year(2026) / 11 / 20};
constexpr store::Day kSecondDay{std::chrono::year(2026) / 11 / 21};

void count(store::Store& store, store::ArticleVotes votes, store::Day day = kFirstDay) {
    std::promise<bool> counted;
    store.count(std::move(votes), day, [&](bool is) { counted.set_value(is); });
    REQUIRE(counted.get_future().get());
}

// A data folder with votes on articles of the demo, a reason without a vote, and votes on an article that is gone.
struct Votes {
    Votes() {
        auto opened = store::open_sqlite_store(folder.path(), "faro-fibra");
        REQUIRE(opened.has_value());
        store::Store& store = **opened;
        count(store, {"slow-wifi", "es", {.yes = 3, .no = 2, .unclear = 1, .wrong = 1}});
        count(store, {"slow-wifi", "en", {.yes = 4}}, kSecondDay);
        count(store, {"read-your-bill", "es", {.no = 1, .unanswered = 1}}, kSecondDay);
        count(store, {"roaming", "es", {.unclear = 1}});
        count(store, {"fax", "es", {.yes = 12}});
    }
    test::Run operator()(std::vector<std::string> words = {}) const {
        words.insert(words.begin(), "votes");
        words.insert(words.end(), {"--data", folder.path().string()});
        return run("assets", words);
    }

    test::TemporaryFolder folder;
};

}  // namespace

TEST_CASE(
    "votes are printed as the site's votes.json: all languages in one, and known articles alone") {
    const test::Run result = Votes()();
    CHECK(result.code == 0);
    CHECK(result.out == "{\n"
                        "  \"article:read-your-bill\": { \"yes\": 0, \"no\": 1 },\n"
                        "  \"article:slow-wifi\": { \"yes\": 7, \"no\": 2 }\n"
                        "}\n");
    CHECK(result.log.empty());
}

TEST_CASE("votes are printed from a day on") {
    const Votes votes;
    CHECK(votes({"--since", "2026-11-21"}).out ==
          "{\n"
          "  \"article:read-your-bill\": { \"yes\": 0, \"no\": 1 },\n"
          "  \"article:slow-wifi\": { \"yes\": 4, \"no\": 0 }\n"
          "}\n");
    CHECK(votes({"--since", "2026-11-20"}).out == votes().out);
    const test::Run later = votes({"--since", "2026-11-22"});
    CHECK(later.code == 0);
    CHECK(base::parse_json(later.out) == base::Json::object());
    CHECK(later.log.starts_with("There are no votes on articles of the site \"faro-fibra\""));
}

TEST_CASE("people get a table of all that was counted, with the reasons for a no") {
    const Votes votes;
    const test::Run result = votes({"--reasons"});
    CHECK(result.code == 0);
    CHECK(result.out == "ARTICLE         LANGUAGE  YES  NO  UNANSWERED  UNCLEAR  WRONG\n"
                        "fax             es         12   0           0        0      0\n"
                        "read-your-bill  es          0   1           1        0      0\n"
                        "roaming         es          0   0           0        1      0\n"
                        "slow-wifi       en          4   0           0        0      0\n"
                        "slow-wifi       es          3   2           0        1      1\n");
    CHECK(votes({"--reasons", "--since", "2026-11-21"}).out.find("fax") == std::string::npos);
    CHECK(votes({"--reasons", "--since", "2026-11-22"}).out.starts_with("There are no votes"));
}

TEST_CASE("nothing that was counted can write to the owner's terminal") {
    const test::TemporaryFolder folder;
    {
        auto store = store::open_sqlite_store(folder.path(), "faro-fibra");
        REQUIRE(store.has_value());
        count(**store, {"wifi\x1b[2J", "es\n", {.yes = 1}});
    }
    const test::Run result =
        run("assets", {"votes", "--reasons", "--data", folder.path().string()});
    CHECK(result.out.find("wifi\uFFFD[2J  es\uFFFD") != std::string::npos);
    CHECK(result.out.find('\x1b') == std::string::npos);
}

TEST_CASE(
    "votes.json may be empty while its new content is printed, the rest of the site not broken") {
    const test::TemporaryFolder folder;
    const auto site = folder.path() / "site";
    const auto data = folder.path() / "data";
    test::make_site(site);
    test::write_file(site / "votes.json", "");
    {
        auto store = store::open_sqlite_store(data, "small");
        REQUIRE(store.has_value());
        count(**store, {"wifi", "es", {.yes = 1}});
    }
    const std::vector<std::string> words = {"votes", "--site", site.string(), "--data",
                                            data.string()};
    CHECK(run("assets", words).out == "{\n  \"article:wifi\": { \"yes\": 1, \"no\": 0 }\n}\n");

    test::write_file(site / "articles/es/broken.md", "x");
    const test::Run broken = run("assets", words);
    CHECK(broken.code == 1);
    CHECK(broken.out.empty());
    CHECK(broken.log.find("articles/es/broken.md:1") != std::string::npos);
    CHECK(broken.log.find("votes.json") == std::string::npos);
}

TEST_CASE("a folder without votes of the site, and one that is not there, are told apart") {
    const Votes votes;
    const test::TemporaryFolder folder;
    test::make_site(folder.path());
    const test::Run other = votes({"--reasons", "--site", folder.path().string()});
    CHECK(other.code == 0);
    CHECK(other.out.starts_with("There are no votes on articles of the site \"small\""));
    const test::Run gone = run("assets", {"votes", "--data", "/nowhere/at/all"});
    CHECK(gone.code == 1);
    CHECK(gone.out.empty());
    CHECK(gone.log.starts_with("There is no folder /nowhere/at/all;"));
}
