#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <filesystem>
#include <map>
#include <string>

#include "cli/output_folder.h"
#include "tests/cli/console.h"
#include "tests/cli/folders.h"
#include "tests/server/temporary_folder.h"

using namespace ventanilla;
using test::run;
namespace fs = std::filesystem;

namespace {

std::map<std::string, std::string> contents(const fs::path& folder) {
    std::map<std::string, std::string> files;
    for (const fs::directory_entry& entry : fs::recursive_directory_iterator(folder)) {
        if (entry.is_regular_file()) {
            files[entry.path().lexically_relative(folder).generic_string()] =
                test::read_file(entry.path());
        }
    }
    return files;
}

std::ptrdiff_t entries(const fs::path& folder) {
    return std::distance(fs::directory_iterator(folder), fs::directory_iterator());
}

struct Workplace {
    Workplace() {
        test::make_share(folder.path() / "share");
        test::make_site(site);
    }
    test::Run build(const fs::path& to) const {
        return run(folder.path() / "share", {"build", site.string(), "--out", to.string()});
    }

    test::TemporaryFolder folder;
    fs::path site = folder.path() / "site";
    fs::path out = folder.path() / "work" / "dist";
};

}  // namespace

TEST_CASE("pages stand where a static host looks for them") {
    CHECK(cli::file_of("/", "text/html; charset=utf-8") == "index.html");
    CHECK(cli::file_of("/es/", "text/html; charset=utf-8") == "es/index.html");
    CHECK(cli::file_of("/es/contacto", "text/html; charset=utf-8") == "es/contacto/index.html");
    CHECK(cli::file_of("/es/404.html", "text/html; charset=utf-8") == "es/404.html");
    CHECK(cli::file_of("/embed.js", "text/javascript; charset=utf-8") == "embed.js");
}

TEST_CASE("a build writes the whole site, and writes it the same way again") {
    const Workplace place;
    const test::Run first = place.build(place.out);
    CHECK(first.log.empty());
    CHECK(first.code == 0);
    const auto written = contents(place.out);
    CHECK(written.contains("es/articulos/el-wifi/index.html"));
    CHECK(written.contains("widget/es/index.html"));
    CHECK(written.contains("embed.js"));
    CHECK(place.build(place.out).code == 0);
    CHECK(contents(place.out) == written);
    CHECK(entries(place.out.parent_path()) == 1);
}

TEST_CASE("what an earlier build left and this one does not write is gone") {
    const Workplace place;
    REQUIRE(place.build(place.out).code == 0);
    fs::rename(place.site / "articles/es/wifi.md", place.folder.path() / "wifi.md");
    std::string article = test::read_file(place.folder.path() / "wifi.md");
    article.replace(article.find("slug: el-wifi"), 13, "slug: la-wifi");
    test::write_file(place.site / "articles/es/wifi.md", article);
    REQUIRE(place.build(place.out).code == 0);
    CHECK(fs::exists(place.out / "es/articulos/la-wifi/index.html"));
    CHECK_FALSE(fs::exists(place.out / "es/articulos/el-wifi"));
}

TEST_CASE("a site with problems leaves the former build as it was") {
    const Workplace place;
    REQUIRE(place.build(place.out).code == 0);
    const auto before = contents(place.out);
    test::write_file(place.site / "articles/es/broken.md", "x");
    const test::Run result = place.build(place.out);
    CHECK(result.code == 1);
    CHECK(result.log.find("articles/es/broken.md:") != std::string::npos);
    CHECK(contents(place.out) == before);
    CHECK(entries(place.out.parent_path()) == 1);
}

TEST_CASE("a folder with files of somebody else's is refused and left alone") {
    const Workplace place;
    test::write_file(place.out / "thesis.txt", "years of work");
    const test::Run result = place.build(place.out);
    CHECK(result.code == 1);
    CHECK(result.log.find("did not write") != std::string::npos);
    CHECK(contents(place.out) ==
          std::map<std::string, std::string>{{"thesis.txt", "years of work"}});
}

TEST_CASE("a build that cannot be written to its end leaves nothing behind") {
    const Workplace place;
    http::StaticFiles files;
    files["/a"] = {.bytes = "a", .content_type = "text/plain"};
    files["/a/b"] = {.bytes = "a file below a file", .content_type = "text/plain"};
    const auto written = cli::write_output(files, place.out);
    REQUIRE_FALSE(written.has_value());
    CHECK_FALSE(fs::exists(place.out));
    CHECK(entries(place.out.parent_path()) == 0);
}

TEST_CASE("an empty folder, a trailing slash and a link to a folder are fine places") {
    const Workplace place;
    fs::create_directories(place.out);
    CHECK(place.build(place.out.string() + "/").code == 0);
    fs::create_directory_symlink(place.out, place.folder.path() / "link");
    CHECK(place.build(place.folder.path() / "link").code == 0);
    CHECK(fs::is_symlink(place.folder.path() / "link"));
    CHECK(fs::exists(place.out / "es/index.html"));
}

TEST_CASE("the output cannot lie in the site's own folder") {
    const Workplace place;
    CHECK(place.build(place.site / "dist").code == 2);
    CHECK(place.build(place.site).code == 2);
    CHECK_FALSE(fs::exists(place.site / "dist"));
}
