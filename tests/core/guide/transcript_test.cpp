#include <catch2/catch_test_macros.hpp>

#include "core/base/json.h"
#include "core/guide/run.h"
#include "tests/core/guide/example.h"

using namespace ventanilla::guide;
using ventanilla::base::Json;

namespace {

Json written() {
    return to_json(transcript(example(), {{"off", "done", "red", "same"}}));
}

}  // namespace

TEST_CASE("a transcript arrives as it was sent") {
    const auto read = transcript_from_json(written());
    REQUIRE(read);
    CHECK(*read == transcript(example(), {{"off", "done", "red", "same"}}));
    CHECK(read->version == 3);
    CHECK(read->lines.size() == 4);
    CHECK(read->outcome == "call-us");
}

TEST_CASE("a transcript that no guide can have made is refused") {
    const auto with = [](const char* key, Json value) {
        Json json = written();
        json[key] = std::move(value);
        return json;
    };
    CHECK(!transcript_from_json(Json()));
    CHECK(!transcript_from_json(with("guide", "")));
    CHECK(!transcript_from_json(with("guide", "../../etc")));
    CHECK(!transcript_from_json(with("version", 0)));
    CHECK(!transcript_from_json(with("version", "3")));
    CHECK(!transcript_from_json(with("version", 4'294'967'299)));
    CHECK(!transcript_from_json(with("version", 3.0)));
    CHECK(!transcript_from_json(with("outcome", "<b>")));
    CHECK(!transcript_from_json(with("lines", Json::object())));
    CHECK(!transcript_from_json(with("lines", Json::array({{{"step", "a"}}}))));
    CHECK(!transcript_from_json(with("lines", Json::array({7}))));
    Json lines = Json::array();
    for (int i = 0; i < 500; ++i) {
        lines.push_back({{"step", "a"}, {"choice", "b"}});
    }
    CHECK(transcript_from_json(with("lines", lines)));
    lines.push_back({{"step", "a"}, {"choice", "b"}});
    CHECK(!transcript_from_json(with("lines", lines)));
}
