// The body of a vote: one count on an article of the site, or refused with a status, a reason and places that exist.

#include <cstdint>
#include <string_view>

#include "core/base/json.h"
#include "server/votes/vote_request.h"
#include "tests/fuzz/require.h"
#include "tests/server/site_under_test.h"

using namespace ventanilla;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const site::Site kSite = test::site_under_test();
    static const api::Texts kTexts = test::product_texts();
    const std::string_view body(reinterpret_cast<const char*>(data), size);
    const auto votes = votes::read_vote_request(kSite, kTexts, "es", body);
    if (!votes) {
        const http::Problem& problem = votes.error();
        REQUIRE(problem.status == 400 || problem.status == 422);
        REQUIRE(!problem.detail.empty());
        REQUIRE((problem.status == 422) == !problem.errors.empty());
        REQUIRE(base::parse_json(*http::problem_response(problem).body).has_value());
        return 0;
    }
    REQUIRE(kSite.find_article(votes->language, votes->article) != nullptr);
    const store::VoteCounts& counts = votes->counts;
    REQUIRE(counts.yes + counts.no + counts.unanswered + counts.unclear + counts.wrong == 1);
    return 0;
}
