// What site.json says of hours, of when to expect an answer and of callbacks; and notice.json.
#include <catch2/catch_test_macros.hpp>
#include <string>

#include "core/site/site.h"
#include "tests/core/site/example.h"

using namespace ventanilla::site;

namespace {

using List = std::vector<std::string>;

// Before the line of "popular", which is the 13th.
Files with_hours(const std::string& members) {
    return with("site.json", "\"popular\"", members + "\n  \"popular\"");
}

Files with_week(const std::string& weekly, const std::string& more = {}) {
    return with_hours(R"("time_zone": "Europe/Madrid", "hours": {"phone": {"weekly": [)" + weekly +
                      "]" + more + "}},");
}

Files with_notice(const std::string& notice) {
    Files files = example();
    files["notice.json"] = notice;
    return files;
}

Files with_callback(const std::string& fields) {
    return with("site.json", "\"channels\": [",
                R"("channels": [{"kind": "callback", "label": {"es": "Llamadme", "en": "Call me"},)"
                R"( "fields": )" +
                    fields + "},");
}

const std::string kTexts = R"({"text": {"es": "Avería", "en": "Fault"}, "tone": "warning")";

}  // namespace

TEST_CASE("hours are read in the order of the week, and channels name them") {
    Files files = with_week(
        R"({"days": ["sat", "mon"], "from": "22:00", "to": "02:00"},
           {"days": ["mon"], "from": "09:00", "to": "24:00"})",
        R"(, "holidays": ["2026-12-25"])");
    std::string& settings = files["site.json"];
    settings.replace(settings.find("\"hours\": {\"es\""), 0, "\"open\": \"phone\", ");
    const Site site = read_site(files).site.value();
    CHECK(site.time_zone == "Europe/Madrid");
    CHECK(site.channels.front().open == "phone");
    const Hours& hours = site.hours.at("phone");
    CHECK(hours.week == std::vector<Minutes>{9 * 60, 15 * 60, 22 * 60, 4 * 60,
                                             5 * kMinutesADay + 22 * 60, 4 * 60});
    CHECK(hours.holidays == std::vector<Minutes>{minutes_of("2026-12-25").value()});
}

TEST_CASE("mistakes in hours are named with their lines") {
    const auto said = [](const std::string& span) { return problems(with_week(span)); };
    const List wrong = {"site.json:13 site-hours"};
    CHECK(said(R"({"days": ["mon"], "from": "9", "to": "18:00"})") == wrong);
    CHECK(said(R"({"days": ["mon"], "from": "09:00", "to": "24:30"})") == wrong);
    CHECK(said(R"({"days": ["mon"], "from": "09:00", "to": "09:00"})") == wrong);
    CHECK(said(R"({"days": ["mon"], "from": "24:00", "to": "09:00"})") == wrong);
    CHECK(said(R"({"days": ["lunes"], "from": "09:00", "to": "18:00"})") == wrong);
    CHECK(said(R"({"days": [], "from": "09:00", "to": "18:00"})") == wrong);
    CHECK(said(R"({"days": ["mon"], "from": "09:00"})") == List{"site.json:13 json-missing"});
    CHECK(said(R"({"days": ["mon"], "from": "09:00", "to": "18:00", "day": 1})") ==
          List{"site.json:13 json-unknown"});
    CHECK(problems(with_week("", R"(, "holidays": ["2026-02-29"])")) == wrong);
    CHECK(problems(with_week("", R"(, "holidays": ["2026-02-28T10:00"])")) == wrong);
    CHECK(problems(with_week("")).empty());
    CHECK(problems(
              with("site.json", "\"hours\": {\"es\"", "\"open\": \"phone\", \"hours\": {\"es\"")) ==
          List{"site.json:11 site-hours"});
}

TEST_CASE("hours say where, by the name of a time zone") {
    CHECK(problems(with_hours(R"("hours": {"phone": {"weekly": []}},)")) ==
          List{"site.json:13 site-time-zone"});
    for (const char* zone : {"UTC", "America/Argentina/Buenos_Aires", "Atlantic/Canary"}) {
        CHECK(problems(with_hours("\"time_zone\": \"" + std::string(zone) + "\",")).empty());
    }
    for (const char* zone : {"CET", "Madrid", "Europe", "Europe/", "Europe/Ma drid", "+01:00"}) {
        CHECK(problems(with_hours("\"time_zone\": \"" + std::string(zone) + "\",")) ==
              List{"site.json:13 site-time-zone"});
    }
}

TEST_CASE("when to expect an answer is said in every language") {
    const auto answers = [](const std::string& texts) {
        return with("site.json", "\"id\": \"contact\",",
                    "\"id\": \"contact\", \"answers\": " + texts + ",");
    };
    const Site site =
        read_site(answers(R"({"es": "En un día.", "en": "Within a day."})")).site.value();
    CHECK(site.form.answers.at("en") == "Within a day.");
    CHECK(problems(answers(R"({"es": "En un día."})")) == List{"site.json:15 json-missing"});
}

TEST_CASE("a callback fills in fields that the form has, with what they take") {
    const Site site = read_site(with_callback(R"({"kind": "fault"})")).site.value();
    CHECK(site.channels.front().kind == ChannelKind::kCallback);
    CHECK(site.channels.front().fields.at("kind") == "fault");
    const List wrong = {"site.json:9 site-callback"};
    CHECK(problems(with_callback(R"({"kin": "fault"})")) == wrong);
    CHECK(problems(with_callback(R"({"kind": "fautl"})")) == wrong);
    CHECK(problems(with_callback(R"({"since": "tomorrow"})")) == wrong);
    CHECK(problems(with_callback(R"({"kind": 1})")) == List{"site.json:9 json-type"});
    CHECK(problems(with_callback(R"({"kind": "fault"}, "address": "+34900000000")")) ==
          List{"site.json:9 json-unknown"});
}

TEST_CASE("a notice is read with its times in UTC") {
    const Site site = read_site(with_notice(kTexts +
                                            R"(, "article": "no-internet",
        "from": "2026-11-22T08:00+01:00", "until": "2026-11-22T07:30:59Z"})"))
                          .site.value();
    REQUIRE(site.notice.has_value());
    CHECK(site.notice->text.at("es") == "Avería");
    CHECK(site.notice->is_warning);
    CHECK(site.notice->article == "no-internet");
    CHECK(site.notice->from == minutes_of("2026-11-22T07:00"));
    CHECK(site.notice->until == minutes_of("2026-11-22T07:30"));
    CHECK(!read_site(example()).site.value().notice);
}

TEST_CASE("mistakes in a notice are named with their lines") {
    const auto said = [](const std::string& more) { return problems(with_notice(kTexts + more)); };
    CHECK(said(R"(,
 "article": "no-intrenet"})") == List{"notice.json:2 article-missing"});
    for (const char* moment :
         {"2026-11-22", "2026-11-22T08:00", "2026-11-22T08:00 CET", "2026-02-30T08:00Z",
          "2026-11-22T08:00:61Z", "2026-11-22T08:00+1", "2026-11-22T08:00:", "soon"}) {
        CHECK(said(",\n \"from\": \"" + std::string(moment) + "\"}") ==
              List{"notice.json:2 notice-time"});
    }
    CHECK(said(R"(, "from": "2026-11-22T08:00+01:00",
 "until": "2026-11-22T07:00Z"})") == List{"notice.json:2 notice-time"});
    CHECK(said(R"(, "colour": "red"})") == List{"notice.json:1 json-unknown"});
    CHECK(problems(with_notice(R"({"text": {"es": "Avería"}, "tone": "warning"})")) ==
          List{"notice.json:1 json-missing"});
    CHECK(problems(with_notice(R"({"text": {"es": "Avería", "en": "Fault"}, "tone": "error"})")) ==
          List{"notice.json:1 notice-tone"});
    CHECK(problems(with_notice("{")) == List{"notice.json:1 json-syntax"});
}
