#include <catch2/catch_test_macros.hpp>
#include <chrono>
#include <string>
#include <vector>

#include "core/base/json.h"
#include "server/votes/vote_service.h"
#include "tests/core/base/json_edit.h"
#include "tests/server/answers.h"
#include "tests/server/memory_store.h"
#include "tests/server/site_under_test.h"

using namespace ventanilla;
using namespace ventanilla::test;
using base::Json;

namespace {

using Counted = std::vector<std::pair<store::Day, store::ArticleVotes>>;

constexpr store::Day kToday{std::chrono::year(2026) / 11 / 21};

Json good_vote(const std::string& vote = "yes") {
    return {{"language", "es"}, {"article", "router"}, {"vote", vote}};
}

// The service on a store in memory, two hours before midnight in UTC.
class Poll {
public:
    http::Response post(const std::string& body, http::Headers headers) {
        http::Response answer;
        int answers = 0;
        service_.submit({.method = "POST",
                         .path = "/api/v1/votes",
                         .query = {},
                         .headers = std::move(headers),
                         .body = body},
                        [&](http::Response response) {
                            answer = std::move(response);
                            ++answers;
                        });
        CHECK(answers == 1);
        return answer;
    }
    http::Response post(const std::string& body) {
        return post(body, {{"Content-Type", "application/json"}});
    }
    http::Response post(const Json& body) { return post(base::write_json(body)); }

    MemoryStore store;

private:
    site::Site site_ = site_under_test();
    api::Texts texts_ = product_texts();
    votes::VoteService service_{site_, texts_, store, [] {
                                    return kToday + std::chrono::hours(22) +
                                           std::chrono::milliseconds(123);
                                }};
};

}  // namespace

TEST_CASE("a vote is counted for its article, language and day, and answered without a body") {
    Poll poll;
    const auto response = poll.post(good_vote());
    CHECK(response.status == 204);
    CHECK(response.body == nullptr);
    CHECK(response.headers.get("Cache-Control") == "no-store");
    CHECK(poll.store.counted == Counted{{kToday, {"router", "es", {.yes = 1}}}});
}

TEST_CASE("each vote and each reason is counted as what it is") {
    Poll poll;
    for (const char* vote : {"yes", "no", "unanswered", "unclear", "wrong"}) {
        CHECK(poll.post(good_vote(vote)).status == 204);
    }
    CHECK(poll.store.counted == Counted{{kToday, {"router", "es", {.yes = 1}}},
                                        {kToday, {"router", "es", {.no = 1}}},
                                        {kToday, {"router", "es", {.unanswered = 1}}},
                                        {kToday, {"router", "es", {.unclear = 1}}},
                                        {kToday, {"router", "es", {.wrong = 1}}}});
}

TEST_CASE("what is wrong with a vote points to its place, and nothing is counted") {
    Poll poll;
    const auto errors = [&](const std::string& member, Json value) {
        Json body = good_vote();
        body[member] = std::move(value);
        return errors_of(poll.post(body));
    };
    using Errors = std::vector<std::string>;
    CHECK(errors("language", "fr") == Errors{"/language server.problem.language"});
    CHECK(errors("language", 1) == Errors{"/language server.problem.language"});
    for (const Json& article : {Json("modem"), Json(""), Json("article:router"), Json(1),
                                Json(nullptr), Json(std::string(60'000, 'x'))}) {
        CHECK(errors("article", article) == Errors{"/article server.problem.article"});
    }
    for (const Json& vote : {Json("maybe"), Json(""), Json("YES"), Json(true), Json(1)}) {
        CHECK(errors("vote", vote) == Errors{"/vote server.problem.vote"});
    }
    CHECK(errors("reader", "ana") == Errors{"/reader server.problem.member"});
    CHECK(errors_of(poll.post(Json::array())) == Errors{" server.problem.object"});
    CHECK(errors_of(poll.post(Json::object())) == Errors{"/language server.problem.language",
                                                         "/article server.problem.article",
                                                         "/vote server.problem.vote"});
    CHECK(poll.store.counted.empty());
}

TEST_CASE("what is wrong with a vote is said in the article's language") {
    Poll poll;
    Json body = good_vote("maybe");
    for (const std::string language : {"es", "en"}) {
        body["language"] = language;
        CHECK(body_of(poll.post(body))["errors"][0]["detail"] ==
              read_json_file("assets/texts/server." + language + ".json")["server.problem.vote"]);
    }
}

TEST_CASE("a vote that is broken, written twice or no JSON is refused") {
    Poll poll;
    for (const char* body : {"", "{", "{\"vote\": \"\xff\"}", R"({"vote": "yes", "vote": "no"})"}) {
        CAPTURE(body);
        const auto response = poll.post(std::string(body));
        CHECK(response.status == 400);
        CHECK(body_of(response)["type"] == "/problems/malformed");
    }
    const std::string good = base::write_json(good_vote());
    CHECK(poll.post(good, {{"Content-Type", "text/plain"}}).status == 415);
    CHECK(poll.post(good, {}).status == 415);
    CHECK(poll.store.counted.empty());
}

TEST_CASE("a vote that cannot be stored asks the client to come back") {
    Poll poll;
    poll.store.writable = false;
    const auto response = poll.post(good_vote());
    REQUIRE(response.status == 503);
    CHECK(response.headers.get("Retry-After") == "10");
    CHECK(body_of(response)["detail"] ==
          read_json_file("assets/texts/server.es.json")["server.problem.vote_unavailable"]);
}
