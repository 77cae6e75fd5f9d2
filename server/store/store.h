// server/store/store.h
//
// Where tickets are kept. One interface for every database; one suite of tests runs on each of them
// (tests/server/store_suite.h). A ticket and the mail that announces it are stored together or not at all, and are
// durable when the callback says so.
#pragma once

#include <chrono>
#include <cstdint>
#include <expected>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

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
};

struct Mail {
    std::string to;
    std::string subject;
    std::string text;
    std::string reply_to;
};

struct NewTicket {
    Ticket ticket;
    Mail announcement;
    std::string idempotency_key;  // 16..128 visible ASCII characters
    std::string body_hash;        // SHA-256 of what the client sent, to tell a repetition from another request
};

enum class Fault {
    kKeyReused,    // the idempotency key belongs to another request
    kCodeTaken,    // the tracking code exists: make another one
    kUnavailable,  // the database cannot be written to now (full disk, ...)
};

// A ticket that lies in the database. `repeated`: it was there already, with the same key and body.
struct Stored {
    Ticket ticket;
    bool repeated = false;
};

struct QueuedMail {
    std::int64_t id = 0;
    Mail mail;
    int attempts = 0;
    Time next_attempt;
    std::string last_error;
};

class Store {
  public:
    virtual ~Store() = default;

    // Returns at once; `done` is called from a thread of the store when the outcome is durable.
    virtual void add(NewTicket ticket, std::function<void(std::expected<Stored, Fault>)> done) = 0;

    virtual std::optional<Ticket> find(std::string_view tracking_code) = 0;
    // Newest first.
    virtual std::vector<Ticket> list(int limit) = 0;

    // Mail that waits, the longest waiting first.
    virtual std::vector<QueuedMail> queued_mail(int limit) = 0;
    virtual void mail_sent(std::int64_t id) = 0;
    virtual void mail_failed(std::int64_t id, std::string_view error, Time next_attempt) = 0;

    // True while the database answers and can be written to.
    virtual bool healthy() = 0;
};

}  // namespace ventanilla::store
