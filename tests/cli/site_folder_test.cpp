#include "cli/site_folder.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <string>
#include <sys/stat.h>

#include "tests/cli/folders.h"
#include "tests/server/temporary_folder.h"

using namespace ventanilla;

namespace {

bool has_problem(const cli::FolderReading& reading, const std::string& file,
                 const std::string& rule) {
    return std::ranges::any_of(reading.problems, [&](const base::Problem& problem) {
        return problem.place.file == file && problem.rule == rule;
    });
}

}  // namespace

TEST_CASE("files are named relative to the site, with '/' between folders") {
    test::TemporaryFolder folder;
    test::make_site(folder.path());
    const cli::FolderReading reading = cli::read_site_folder(folder.path());
    CHECK(reading.problems.empty());
    CHECK(reading.files.size() == 2);
    CHECK(reading.files.contains("articles/es/wifi.md"));
}

TEST_CASE("names that begin with a dot are passed over, folders with all that is in them") {
    test::TemporaryFolder folder;
    test::make_site(folder.path());
    test::write_file(folder.path() / ".git/config", "x");
    test::write_file(folder.path() / "articles/es/.wifi.md.swp", "x");
    CHECK(cli::read_site_folder(folder.path()).files.size() == 2);
}

TEST_CASE("a file over its limit is a problem, and one at its limit is not") {
    test::TemporaryFolder folder;
    test::write_file(folder.path() / "articles/es/big.md",
                     std::string(site::kMaxFileBytes + 1, 'x'));
    test::write_file(folder.path() / "articles/es/full.md", std::string(site::kMaxFileBytes, 'x'));
    test::write_file(folder.path() / "media/big.png", std::string(site::kMaxMediaBytes + 1, 'x'));
    test::write_file(folder.path() / "media/full.png", std::string(site::kMaxMediaBytes, 'x'));
    const cli::FolderReading reading = cli::read_site_folder(folder.path());
    CHECK(reading.problems.size() == 2);
    CHECK(has_problem(reading, "articles/es/big.md", "file-size"));
    CHECK(has_problem(reading, "media/big.png", "file-size"));
    CHECK(reading.files.size() == 2);
}

TEST_CASE("a link out of the folder is refused, one within it is followed") {
    test::TemporaryFolder outside;
    test::TemporaryFolder folder;
    test::write_file(outside.path() / "secret.md", "secret");
    test::write_file(folder.path() / "articles/es/a.md", "a");
    std::filesystem::create_symlink(outside.path() / "secret.md",
                                    folder.path() / "articles/es/secret.md");
    std::filesystem::create_symlink("/etc/passwd", folder.path() / "media.svg");
    std::filesystem::create_symlink("a.md", folder.path() / "articles/es/b.md");
    std::filesystem::create_symlink("nowhere", folder.path() / "articles/es/gone.md");
    std::filesystem::create_directory_symlink(outside.path(), folder.path() / "media");
    const cli::FolderReading reading = cli::read_site_folder(folder.path());
    for (const char* file :
         {"articles/es/secret.md", "media.svg", "articles/es/gone.md", "media"}) {
        INFO(file);
        CHECK(has_problem(reading, file, "file-link"));
    }
    CHECK(reading.files.size() == 2);
    CHECK(reading.files.at("articles/es/b.md") == "a");
}

TEST_CASE("a pipe is refused instead of waited for") {
    test::TemporaryFolder folder;
    const std::filesystem::path pipe = folder.path() / "site.json";
    REQUIRE(::mkfifo(pipe.c_str(), 0600) == 0);
    CHECK(has_problem(cli::read_site_folder(folder.path()), "site.json", "file-kind"));
}
