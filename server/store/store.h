// server/store/store.h
//
// Where tickets and votes are kept. One interface for every database; one suite of tests runs on each of them
// (tests/server/store_suite.h). A ticket and the mail that announces it are stored together or not
// at all, and are durable when the callback says so. Why one thread writes:
// docs/decisions/0005-one-writer.md.
//
//   store->add(std::move(ticket), [](std::expected<Stored, Fault> outcome) { ... });
#pragma once

#include <chrono>
#include <cstdint>
#include <expected>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server/store/votes.h"

namespace ventanilla::store {

using Time = std::chrono::sys_time<std::chrono::milliseconds>;  // UTC

struct Ticket {
    std::string tracking_code;
    std::string language;
    std::string form;
    std::string fields;      // JSON object: field id -> value
    std::string transcript;  // JSON object of guide::Transcript, or empty
    std::string context;     // JSON object: what the page added, such as its address; or empty
    std::string status = "new";
    Time received;

    friend bool operator==(const Ticket&, const Ticket&) = default;
};

struct Mail {
    std::string to;
    std::string subject;
    std::string text;
    std::string reply_to;

    friend bool operator==(const Mail&, const Mail&) = default;
};

struct NewTicket {
    Ticket ticket;
    Mail announcement;
    std::string idempotency_key;  // 16..128 visible ASCII characters
    std::string
        body_hash;  // SHA-256 of what the client sent: tells a repetition from another request
};

enum class Fault {
    kKeyReused,    // the idempotency key belongs to another request
    kCodeTaken,    // the tracking code exists: make another one
    kUnavailable,  // the database cannot be written to now (full disk, stopping ...)
};

// A ticket that lies in the database. `repeated`: it was there already, with the same key and body.
struct Stored {
    Ticket ticket;
    bool repeated = false;
};

struct QueuedMail {
    std::int64_t id = 0;        // never given to another mail, even after this one was sent
    std::string tracking_code;  // of the ticket that it announces
    Mail mail;
    int attempts = 0;  // that failed
    Time next_attempt;
    std::string last_error;
};

// What may be asked without writing; safe from every thread. Throws std::runtime_error when the
// database does not answer.
class Reader {
public:
    virtual ~Reader() = default;

    virtual std::optional<Ticket> find(std::string_view tracking_code) = 0;
    // Newest first.
    virtual std::vector<Ticket> list(int limit) = 0;

    // Mail that waits, in order of its next attempt, then of age.
    virtual std::vector<QueuedMail> queued_mail(int limit) = 0;
    virtual int queued_mail_count() = 0;

    // What was said from that day on, in all since Day{}, in order of article and language.
    virtual std::vector<ArticleVotes> votes(Day since) = 0;
};

// Safe from every thread. A store that is destroyed answers everything that was asked first.
class Store : public Reader {
public:
    using Added = std::function<void(std::expected<Stored, Fault>)>;

    // Returns at once; `done` is called exactly once, mostly from a thread of the store, when the
    // outcome is durable. It must not throw, nor wait for this store.
    virtual void add(NewTicket ticket, Added done) = 0;

    // Adds to what was said on that day; `done` as in add().
    virtual void count(ArticleVotes votes, Day day, std::function<void(bool counted)> done) = 0;

    // These wait until it is durable; false if it could not be written.
    [[nodiscard]] virtual bool mail_sent(std::int64_t id) = 0;
    [[nodiscard]] virtual bool mail_failed(std::int64_t id, std::string_view error,
                                           Time next_attempt) = 0;
    // What waits is due now, however often it failed: after a start, perhaps with better settings.
    [[nodiscard]] virtual bool mail_due_now(Time now) = 0;

    // Proves that the database answers and can be written to; `done` as in add().
    virtual void check(std::function<void(bool healthy)> done) = 0;
};

}  // namespace ventanilla::store
