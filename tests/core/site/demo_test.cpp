#include <catch2/catch_test_macros.hpp>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "core/site/site.h"

using namespace ventanilla;

namespace {

site::Files read_folder(const std::filesystem::path& folder) {
    site::Files files;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
        if (entry.is_regular_file()) {
            std::ifstream file(entry.path(), std::ios::binary);
            files[entry.path().lexically_relative(folder).generic_string()] = {
                std::istreambuf_iterator<char>(file), {}};
        }
    }
    return files;
}

}  // namespace

TEST_CASE("the demo site has no problems") {
    const auto folder = std::filesystem::path(VENTANILLA_SOURCE_DIR) / "assets" / "demo";
    const site::Reading reading = site::read_site(read_folder(folder));
    for (const base::Problem& problem : reading.problems) {
        UNSCOPED_INFO(to_text(problem));
    }
    REQUIRE(reading.problems.empty());
    REQUIRE(reading.site);
    CHECK(reading.site->articles.at("es").size() == reading.site->articles.at("en").size());
    CHECK(!reading.site->guides.empty());
    CHECK(!reading.site->popular.empty());
}
