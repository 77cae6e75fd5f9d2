#include "server/retention/retention.h"

#include <catch2/catch_test_macros.hpp>
#include <string>

#include "tests/server/backend.h"

using namespace ventanilla;
using namespace ventanilla::test;
using std::chrono::days;

namespace {

struct Archive : Backend {
    std::string agent = key("agent", "tickets:read tickets:write");

    std::string sent(const char* status) {
        const std::string code = submit();
        if (status != nullptr) {
            REQUIRE(send("PATCH", "/api/v1/tickets/" + code, agent, {{"status", status}}).status ==
                    200);
        }
        return code;
    }
    bool has(const std::string& code) { return store->find(code).has_value(); }
};

}  // namespace

TEST_CASE("what is solved or closed goes when its days are over, and what is open stays") {
    Archive archive;
    const std::string fresh = archive.sent(nullptr);
    const std::string waiting = archive.sent("waiting");
    const std::string solved = archive.sent("solved");
    const std::string closed = archive.sent("closed");
    const auto start = archive.time;
    CHECK(retention::forget(*archive.store, start + days(30), days(30)) == 0);
    archive.time += days(20);
    const std::string late = archive.sent("closed");
    CHECK(retention::forget(*archive.store, start + days(31), days(30)) == 2);
    CHECK(archive.has(fresh));
    CHECK(archive.has(waiting));
    CHECK(archive.has(late));
    CHECK_FALSE(archive.has(solved));
    CHECK_FALSE(archive.has(closed));
}

TEST_CASE("a request that was written in again counts from then on") {
    Archive archive;
    const std::string code = archive.sent("closed");
    const auto start = archive.time;
    archive.time += days(25);
    CHECK(archive
              .send("POST", "/api/v1/tickets/" + code + "/notes", archive.agent,
                    {{"text", "Una nota"}})
              .status == 201);
    CHECK(retention::forget(*archive.store, start + days(40), days(30)) == 0);
    CHECK(retention::forget(*archive.store, start + days(56), days(30)) == 1);
}

TEST_CASE("without a number of days requests are kept for ever, and codes and tokens still go") {
    Archive archive;
    const std::string code = archive.sent("closed");
    const std::string token = archive.token(code);
    archive.time += days(29);
    CHECK(retention::forget(*archive.store, archive.time, std::nullopt) == 0);
    CHECK(archive.send("GET", "/api/v1/requests/" + code, token).status == 200);
    CHECK(retention::forget(*archive.store, archive.time + days(10'000), std::nullopt) == 0);
    CHECK(archive.has(code));
    CHECK(archive.send("GET", "/api/v1/requests/" + code, token).status == 401);
}

TEST_CASE("however many are over, all of them go") {
    Archive archive;
    for (int i = 0; i < store::kMaxExpired + 20; ++i) {
        archive.sent("closed");
    }
    CHECK(retention::forget(*archive.store, archive.time + days(2), days(1)) ==
          store::kMaxExpired + 20);
    CHECK(archive.store->list({}).empty());
}
