// server/metrics/metrics.h
//
// What a Prometheus server asks of this one: how many requests were answered, how fast, and what waits. Nothing in it says who
// asked for what: a label is the kind of address and the kind of answer.
//
//   Metrics metrics;
//   handler = metrics.measured(std::move(handler));
//   metrics.text({.waiting_mails = store.queued_mail_count()})
#pragma once

#include <functional>
#include <memory>
#include <string>

#include "server/http/message.h"

namespace ventanilla::metrics {

// What stands in the database.
struct Standing {
    int waiting_mails = 0;
    int quarantined = 0;
};

// Safe from every thread.
class Metrics {
public:
    Metrics();
    ~Metrics();
    Metrics(const Metrics&) = delete;
    Metrics& operator=(const Metrics&) = delete;

    // Counts what the handler answers, and how long that takes. Must outlive it.
    [[nodiscard]] http::Handler measured(http::Handler handler);
    void count_stored_ticket();

    // All of it as it stands, in the Prometheus text format 0.0.4.
    [[nodiscard]] std::string text(const Standing& standing);

private:
    struct Families;

    std::unique_ptr<Families> families_;
};

}  // namespace ventanilla::metrics
