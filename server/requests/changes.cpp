#include "server/requests/changes.h"

#include <utility>

#include "server/api/json_body.h"
#include "server/files/attachments.h"

namespace ventanilla::requests {
namespace {

// Each time one of those who write at the same moment is through.
constexpr int kAttempts = 100;

http::Problem problem_of(store::Fault fault, const Speech& speech) {
    const text::Messages& messages = speech.messages();
    switch (fault) {
    case store::Fault::kNoTicket:
        return no_ticket(speech);
    case store::Fault::kKeyReused:
        return {.status = 422,
                .type = "/problems/idempotency-key-reused",
                .title = messages.text("server.problem.key_reused.title"),
                .detail = messages.text("server.problem.key_reused")};
    case store::Fault::kNoFile:
        return files::missing_file(messages);
    case store::Fault::kChanged:
        return {.status = 412,
                .type = "/problems/changed",
                .title = messages.text("server.problem.changed.title"),
                .detail = messages.text("server.problem.changed")};
    case store::Fault::kCodeTaken:
    case store::Fault::kUnavailable:
        break;
    }
    return unavailable(speech);
}

}  // namespace

struct Changes::Attempt {
    Speech speech;
    std::string code;
    Make make;
    std::function<void(Changed)> done;
    int count = 0;
};

void Changes::change(const Speech& speech, std::string code, Make make,
                     std::function<void(Changed)> done) {
    run(std::make_shared<Attempt>(
        Attempt{speech, std::move(code), std::move(make), std::move(done)}));
}

void Changes::run(const std::shared_ptr<Attempt>& attempt) {
    ++attempt->count;
    Read<store::Change> change = std::unexpected(unavailable(attempt->speech));
    try {
        const auto ticket = store_.find(attempt->code);
        change = ticket ? attempt->make(*ticket)
                        : Read<store::Change>(std::unexpected(no_ticket(attempt->speech)));
        if (change && !change->revision) {
            change->revision = ticket->revision;
        } else {
            attempt->count = kAttempts;  // the caller has said what it must be
        }
    } catch (const std::exception&) {
        // The database does not answer.
    }
    if (!change) {
        attempt->done(std::unexpected(std::move(change.error())));
        return;
    }
    store_.change(std::move(*change), [this, attempt](const store::Store::Outcome& outcome) {
        if (outcome) {
            attempt->done(*outcome);
            return;
        }
        const bool is_again = outcome.error() == store::Fault::kChanged &&
                              attempt->count < kAttempts &&
                              pool_.submit([this, attempt] { run(attempt); });
        if (!is_again) {
            attempt->done(std::unexpected(problem_of(outcome.error(), attempt->speech)));
        }
    });
}

http::Response refusal(const http::Problem& problem) {
    return problem.status == 503 ? api::unavailable(problem.detail)
                                 : http::problem_response(problem);
}

http::Problem no_ticket(const Speech& speech) {
    return {.status = 404, .detail = speech.messages().text("server.problem.no_ticket")};
}

http::Problem unavailable(const Speech& speech) {
    return {.status = 503, .detail = speech.messages().text("server.problem.unavailable")};
}

}  // namespace ventanilla::requests
