// server/votes/vote_service.h
//
// Counts what readers say of articles: from the HTTP request to the durable count and the answer.
// docs/api.md is its contract with clients. Of a reader it keeps the day.
//
//   VoteService service(site, texts, store);
//   Route("POST", "/api/v1/votes", Access::own_pages(), service.handler());
#pragma once

#include <functional>

#include "core/site/site.h"
#include "server/api/texts.h"
#include "server/http/message.h"
#include "server/store/store.h"
#include "server/time/timestamps.h"

namespace ventanilla::votes {

class VoteService {
public:
    // All three must outlive the service and every request that it has taken.
    VoteService(const site::Site& site, const api::Texts& texts, store::Store& store,
                std::function<store::Time()> clock = server::now);

    // Answers exactly once, now or from a thread of the store.
    void submit(const http::Request& request, http::Respond respond);
    http::Handler handler();

private:
    const site::Site& site_;
    const api::Texts& texts_;
    store::Store& store_;
    std::function<store::Time()> clock_;
};

}  // namespace ventanilla::votes
