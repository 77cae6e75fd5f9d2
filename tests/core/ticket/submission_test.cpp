#include "core/ticket/submission.h"

#include <catch2/catch_test_macros.hpp>
#include <string>
#include <vector>

#include "core/base/json.h"
#include "tests/core/ticket/example.h"

using namespace ventanilla::ticket;
using ventanilla::base::Json;

namespace {

Values query() {
    return {{"kind", "query"}, {"email", "ana@example.com"}, {"message", "Hola"}};
}

Values fault() {
    Values values = query();
    values["kind"] = "fault";
    values["since"] = "2026-10-05";
    return values;
}

std::vector<std::string> visible(const Values& values) {
    const Form form = example();
    std::vector<std::string> ids;
    for (const Field* field : visible_fields(form, values)) {
        ids.push_back(field->id);
    }
    return ids;
}

std::vector<FieldFault> check(Values values, const std::string& field, std::string value) {
    values[field] = std::move(value);
    return check_values(example(), values);
}

using Faults = std::vector<FieldFault>;
using List = std::vector<std::string>;

}  // namespace

TEST_CASE("a form asks only for what applies") {
    CHECK(visible({}) == List{"kind", "email", "subject", "message"});
    CHECK(visible({{"kind", "fault"}}) == List{"kind", "since", "email", "subject", "message"});
    CHECK(visible({{"kind", "fault"}, {"since", "2026-10-05"}, {"visit", "true"}}) ==
          List{"kind", "since", "visit", "phone", "email", "subject", "message"});
}

TEST_CASE("a value of a field that is not asked for any more counts as absent, through every field "
          "that hangs on it") {
    const Values changed_her_mind{
        {"kind", "query"}, {"since", "2026-10-05"}, {"visit", "true"}, {"phone", "900000000"}};
    CHECK(visible(changed_her_mind) == List{"kind", "email", "subject", "message"});
    CHECK(to_send(example(), changed_her_mind) == Values{{"kind", "query"}});
}

TEST_CASE(
    "the story is told in the first long text that is always asked for, or else in the first") {
    const auto story = [](const Form& form, const Values& values) {
        const Field* field = story_field(form, values);
        return field == nullptr ? std::string() : field->id;
    };
    Form form = example();
    CHECK(story(form, {}) == "message");
    Field solution = *form.find_field("message");
    solution.id = "solution";
    solution.condition = form.find_field("since")->condition;
    form.fields.insert(form.fields.begin() + 1, solution);
    CHECK(story(form, fault()) == "message");
    form.fields.pop_back();
    CHECK(story(form, fault()) == "solution");
    CHECK(story(form, query()).empty());
}

TEST_CASE("values that are right can be sent") {
    CHECK(check_values(example(), query()).empty());
    CHECK(check_values(example(), fault()).empty());
}

TEST_CASE("each fault is named at its field, in the form's order") {
    CHECK(check_values(example(), {}) == Faults{{"kind", FaultCode::kRequired},
                                                {"email", FaultCode::kRequired},
                                                {"message", FaultCode::kRequired}});
    CHECK(check(query(), "kind", "party") == Faults{{"kind", FaultCode::kNotAChoice}});
    CHECK(check(query(), "email", "ana") == Faults{{"email", FaultCode::kNotAnEmail}});
    CHECK(check(query(), "message", "   \n ") == Faults{{"message", FaultCode::kRequired}});
    CHECK(check(query(), "since", "2026-10-05") == Faults{{"since", FaultCode::kNotAsked}});
    CHECK(check(query(), "colour", "red") == Faults{{"colour", FaultCode::kUnknownField}});
    CHECK(check(fault(), "since", "2026-02-30") == Faults{{"since", FaultCode::kNotADate}});
    CHECK(check(fault(), "visit", "maybe") == Faults{{"visit", FaultCode::kNotAChoice}});
    CHECK(check(fault(), "visit", "true") == Faults{{"phone", FaultCode::kRequired}});
    CHECK(check(fault(), "visit", "false").empty());
    Values values = fault();
    values["visit"] = "true";
    CHECK(check(values, "phone", "soon") == Faults{{"phone", FaultCode::kNotATelephone}});
}

TEST_CASE("limits count characters, not bytes") {
    std::string ten;
    for (int i = 0; i < 10; ++i) {
        ten += "ñ";
    }
    CHECK(check(query(), "subject", ten).empty());
    CHECK(check(query(), "subject", "  " + ten + "  ").empty());
    CHECK(check(query(), "subject", ten + "ñ") == Faults{{"subject", FaultCode::kTooLong}});
}

TEST_CASE("text that is not UTF-8 or holds control characters is refused; lines may be broken "
          "where there can be several") {
    CHECK(check(query(), "subject", "caf\xE9") == Faults{{"subject", FaultCode::kNotUtf8}});
    CHECK(check(query(), "subject", "a\nb") == Faults{{"subject", FaultCode::kNotUtf8}});
    CHECK(check(query(), "subject", std::string("a\0b", 3)) ==
          Faults{{"subject", FaultCode::kNotUtf8}});
    CHECK(check(query(), "message", "a\x1b[2J") == Faults{{"message", FaultCode::kNotUtf8}});
    CHECK(check(query(), "message", "a\u0085b") == Faults{{"message", FaultCode::kNotUtf8}});
    CHECK(check(query(), "message", "a\r\n\tb").empty());
}

TEST_CASE(
    "what is sent is what is asked for, without spaces at the ends and without empty values") {
    Values values = query();
    values["subject"] = "  ";
    values["message"] = "  Hola \n";
    values["since"] = "2026-10-05";
    CHECK(to_send(example(), values) == query());
}

TEST_CASE("a required text of invisible characters is missing") {
    for (const std::string blank : {"\u00A0 \u00A0", "\u200B", "\u3000\u2003", "\uFEFF\t"}) {
        Values values = query();
        values["message"] = blank;
        CHECK(check_values(example(), values) == Faults{{"message", FaultCode::kRequired}});
    }
}

TEST_CASE("a request's fields are read by their types") {
    const Form form = example();
    const auto read = read_values(form, {{"kind", "fault"}, {"visit", true}});
    REQUIRE(read);
    CHECK(*read == Values{{"kind", "fault"}, {"visit", "true"}});
    CHECK(to_json(query()) ==
          Json{{"kind", "query"}, {"email", "ana@example.com"}, {"message", "Hola"}});

    CHECK(read_values(form, Json::array()).error() == Faults{{"", FaultCode::kNotText}});
    CHECK(read_values(form, {{"message", 3}, {"kind", nullptr}, {"x", "y"}}).error() ==
          Faults{{"kind", FaultCode::kNotText},
                 {"message", FaultCode::kNotText},
                 {"x", FaultCode::kUnknownField}});
    CHECK(read_values(form, {{"message", true}}).error() ==
          Faults{{"message", FaultCode::kNotText}});
}

TEST_CASE("every fault has a sentence of its own") {
    std::vector<std::string_view> keys;
    for (int code = 0; code <= static_cast<int>(FaultCode::kNotAsked); ++code) {
        const std::string_view key = message_key(static_cast<FaultCode>(code));
        CHECK(key.starts_with("field."));
        for (const std::string_view other : keys) {
            CHECK(key != other);
        }
        keys.push_back(key);
    }
}
