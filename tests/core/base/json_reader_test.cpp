#include "core/base/json_reader.h"

#include <catch2/catch_test_macros.hpp>
#include <string>

#include "core/base/date.h"
#include "core/base/identifier.h"
#include "core/base/json.h"

using namespace ventanilla::base;

namespace {

// "pointer rule" of each finding.
std::vector<std::string> found(const JsonFindings& findings) {
    std::vector<std::string> list;
    for (const JsonFinding& finding : findings) {
        list.push_back(finding.pointer + " " + finding.rule);
    }
    return list;
}

using List = std::vector<std::string>;

}  // namespace

TEST_CASE("a strict reader says all at once what is missing, mistyped and unknown") {
    const Json json =
        parse_json(R"({"id": "A b", "title": 3, "count": 99, "colour": "red", "flag": "yes"})")
            .value();
    JsonFindings findings;
    ObjectReader reader(json, "/thing", findings);
    reader.identifier("id");
    CHECK(reader.text("title").empty());
    CHECK(reader.text("summary").empty());
    CHECK(reader.optional_integer("count", 5, 1, 10) == 5);
    CHECK(reader.optional_boolean("flag", true));
    reader.refuse_others();
    CHECK(found(findings) == List{"/thing/id id-format", "/thing/title json-type",
                                  "/thing json-missing", "/thing/count json-value",
                                  "/thing/flag json-type", "/thing/colour json-unknown"});
}

TEST_CASE("a strict reader of something that is no object says that alone") {
    const Json json = Json::array({1});
    JsonFindings findings;
    ObjectReader reader(json, "", findings);
    reader.text("id");
    reader.array("list");
    CHECK(!reader.child("child"));
    reader.refuse_others();
    CHECK(found(findings) == List{" json-type"});
}

TEST_CASE("texts of nothing but spaces are refused") {
    const Json json = {{"a", " \t\n"}, {"b", ""}};
    JsonFindings findings;
    ObjectReader reader(json, "", findings);
    reader.text("a");
    reader.optional_text("b");
    CHECK(found(findings) == List{"/a json-value", "/b json-value"});
}

TEST_CASE("readers of members and elements know their own places") {
    const Json json =
        parse_json(R"({"list": [{"id": "x"}, {}], "child": {"id": 1}, "text": "no object"})")
            .value();
    JsonFindings findings;
    ObjectReader reader(json, "", findings);
    CHECK(reader.element("list", 0).identifier("id") == "x");
    reader.element("list", 1).identifier("id");
    reader.child("child")->identifier("id");
    CHECK(!reader.optional_child("text"));
    CHECK(!reader.optional_child("none"));
    CHECK(found(findings) ==
          List{"/list/1 json-missing", "/child/id json-type", "/text json-type"});
}

TEST_CASE("ids are kept to what can stand in addresses and file names") {
    CHECK(is_identifier("no-internet-2"));
    CHECK(is_identifier(std::string(64, 'a')));
    for (const std::string& id :
         {std::string(), std::string("Ñ"), std::string("a b"), std::string("A"), std::string("a_b"),
          std::string("../a"), std::string(65, 'a')}) {
        CAPTURE(id);
        CHECK(!is_identifier(id));
    }
}

TEST_CASE("only days that exist are dates") {
    for (const std::string_view date :
         {"2026-10-05", "2028-02-29", "2000-02-29", "0001-01-01", "9999-12-31"}) {
        CAPTURE(date);
        CHECK(is_calendar_date(date));
    }
    for (const std::string_view date :
         {"", "2026-10-5", "2027-02-29", "1900-02-29", "2026-13-01", "2026-00-10", "2026-04-31",
          "2026-04-00", "0000-01-01", "2026/10/05", "20261005", "2026-1-005", "2026-10-05 ",
          "-026-10-05", "2026-10--5"}) {
        CAPTURE(date);
        CHECK(!is_calendar_date(date));
    }
}
