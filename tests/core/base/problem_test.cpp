#include "core/base/problem.h"

#include <catch2/catch_test_macros.hpp>

using namespace ventanilla::base;

TEST_CASE("a problem is printed as compilers do, so that editors jump to it") {
    CHECK(to_text({{"articles/es/a.md", 12, 3}, "link-target", "No."}) ==
          "articles/es/a.md:12:3: error[link-target]: No.");
    CHECK(to_text({{"site.json", 4, 0}, "json-type", "No."}) ==
          "site.json:4: error[json-type]: No.");
    CHECK(to_text({{"site.json", 0, 0}, "file-missing", "No."}) ==
          "site.json: error[file-missing]: No.");
}

TEST_CASE("a file's problems come in the order of its lines") {
    FileProblems problems("a.md");
    problems.add({.line = 9, .column = 1}, "late", "");
    problems.add({.line = 2, .column = 8}, "early", "");
    problems.add("whole", "");
    const Problems sorted = problems.take();
    REQUIRE(sorted.size() == 3);
    CHECK(sorted[0].rule == "whole");
    CHECK(sorted[1].rule == "early");
    CHECK(sorted[2].rule == "late");
}

TEST_CASE(
    "a file that is broken throughout gives a hundred problems and says that there are more") {
    FileProblems problems("a.md");
    for (int line = 1000; line > 0; --line) {
        problems.add({.line = line, .column = 1}, "wrong", "");
    }
    CHECK(problems.full());
    const Problems taken = problems.take();
    REQUIRE(taken.size() == FileProblems::kMaxProblems + 1);
    CHECK(taken.back().rule == "too-many");
}

TEST_CASE("lines and columns are the same, asked for once or often") {
    const std::string_view text = "ab\n\ncde\n";
    const LineIndex lines(text);
    for (std::size_t offset = 0; offset <= text.size(); ++offset) {
        CAPTURE(offset);
        CHECK(lines.position(offset) == position_at(text, offset));
    }
    CHECK(position_at(text, 5) == Position{3, 2});
}
