#include "server/votes/vote_service.h"

#include <chrono>
#include <string>
#include <utility>

#include "server/api/json_body.h"
#include "server/http/content_negotiation.h"
#include "server/http/problem.h"
#include "server/votes/vote_request.h"

namespace ventanilla::votes {

VoteService::VoteService(const site::Site& site, const api::Texts& texts, store::Store& store,
                         std::function<store::Time()> clock)
    : site_(site), texts_(texts), store_(store), clock_(std::move(clock)) {}

http::Handler VoteService::handler() {
    return [this](const http::Request& request, http::Respond respond) {
        submit(request, std::move(respond));
    };
}

void VoteService::submit(const http::Request& request, http::Respond respond) {
    const std::string language =
        http::choose_language(request.headers.get("Accept-Language"), site_.languages);
    const text::Messages& messages = api::texts_in(texts_, language, site_.languages.front());
    if (auto refusal = api::refuse_other_content(request, messages)) {
        respond(std::move(*refusal));
        return;
    }
    auto votes = read_vote_request(site_, texts_, language, request.body);
    if (!votes) {
        respond(http::problem_response(votes.error()));
        return;
    }
    const text::Messages& spoken = api::texts_in(texts_, votes->language, site_.languages.front());
    store_.count(
        std::move(*votes), std::chrono::floor<std::chrono::days>(clock_()),
        [&spoken, respond = std::move(respond)](bool counted) {
            respond(counted ? http::no_content()
                            : api::unavailable(spoken.text("server.problem.vote_unavailable")));
        });
}

}  // namespace ventanilla::votes
