// server/store/store.h
//
// Where tickets, what happens to them, and votes are kept. One interface for every database; one suite of tests
// runs on each of them (tests/server/store_suite.h). A change, the mail and the calls that tell of it are stored
// together or not at all, and are durable when the callback says so. Why one thread writes:
// docs/decisions/0005-one-writer.md.
//
//   store->add(std::move(ticket), [](std::expected<Stored, Fault> outcome) { ... });
#pragma once

#include <cstdint>
#include <expected>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server/store/access.h"
#include "server/store/file.h"
#include "server/store/mail.h"
#include "server/store/ticket.h"
#include "server/store/votes.h"
#include "server/store/webhook.h"

namespace ventanilla::store {

struct NewTicket {
    Ticket ticket;
    std::vector<Mail> mails;  // that tell of it
    std::vector<Attaching> files = {};
    std::string idempotency_key;  // 16..128 visible ASCII characters
    std::string
        body_hash;  // SHA-256 of what the client sent: tells a repetition from another request
};

// What is to happen to a ticket, all of it or nothing.
struct Change {
    std::string tracking_code;
    std::optional<int> revision = {};  // only while the ticket stands at it
    std::vector<Event> events;  // of kinds that set a field, `after` is set; none: nothing happens
    std::vector<Mail> mails = {};
    std::vector<Attaching> files = {};  // they come with the first event
    std::string idempotency_key = {};   // as of a new ticket; may be empty
    std::string body_hash = {};
};

inline constexpr int kMaxExpired = 100;

enum class Fault {
    kKeyReused,    // the idempotency key belongs to another request
    kCodeTaken,    // the tracking code exists: make another one
    kNoTicket,     // there is none of that tracking code
    kNoFile,       // an upload that is named is not there, or another request's by now
    kChanged,      // the ticket does not stand at that revision any more
    kUnavailable,  // the database cannot be written to now (full disk, stopping ...)
};

// A ticket that lies in the database. `repeated`: it was there already, or had been changed already, with the same
// key and body.
struct Stored {
    Ticket ticket;
    bool repeated = false;
};

// Which tickets are listed: all that match what is not empty, the newest first.
struct TicketFilter {
    std::string status = {};
    std::string queue = {};
    std::string assignee = {};
    std::string email = {};
    std::optional<bool> is_quarantined = {};
    // Those that come after this one in the list: received then, with this code.
    std::optional<Time> received = {};
    std::string tracking_code = {};
    int limit = 20;
};

// What may be asked without writing; safe from every thread. Throws std::runtime_error when the
// database does not answer.
class Reader {
public:
    virtual ~Reader() = default;

    virtual std::optional<Ticket> find(std::string_view tracking_code) = 0;
    virtual std::vector<Ticket> list(const TicketFilter& filter) = 0;
    virtual int quarantined_count() = 0;
    // What happened to a ticket after the event of that number, in order.
    virtual std::vector<Event> events(std::string_view tracking_code, int after) = 0;

    // The codes of tickets to which something has happened since.
    virtual std::vector<std::string> updated(Time since) = 0;

    // What is attached to it, in the order in which it came.
    virtual std::vector<Attachment> attachments(std::string_view tracking_code) = 0;
    // Nothing: the ticket was erased meanwhile.
    virtual std::optional<std::string> bytes(const Attachment& attachment) = 0;

    // How it went with the tickets that were received from one time on and before the other, in order of receipt.
    virtual std::vector<Course> courses(Time since, Time until) = 0;

    // Mail that waits, in order of its next attempt, then of age.
    virtual std::vector<QueuedMail> queued_mail(int limit) = 0;
    virtual int queued_mail_count() = 0;

    // The token, if its time is not over.
    virtual std::optional<AccessToken> find_token(std::string_view token_hash, Time now) = 0;
    virtual std::optional<ApiKey> find_key(std::string_view key_hash) = 0;
    virtual std::vector<ApiKey> keys() = 0;  // by name

    // What was said from that day on, in all since Day{}, in order of article and language.
    virtual std::vector<ArticleVotes> votes(Day since) = 0;
};

// Who opens a store.
enum class Role {
    kServer,   // makes what is missing and brings an older database up to date
    kCommand,  // works beside a server, and leaves the database in the shape it is in
};

// Safe from every thread. A store that is destroyed answers everything that was asked first.
class Store : public Reader {
public:
    template <typename T>
    using Done = std::function<void(T)>;
    using Outcome = std::expected<Stored, Fault>;

    // These return at once; `done` is called exactly once, mostly from a thread of the store, when the
    // outcome is durable. It must not throw, nor wait for this store.
    virtual void add(NewTicket ticket, Done<Outcome> done) = 0;
    virtual void change(Change change, Done<Outcome> done) = 0;
    // Takes the ticket away with all that hangs on it, so that no byte of it stays where it can be helped: not in the
    // database's files, which a copy of them from before is not. False: there is none.
    virtual void erase(std::string tracking_code, Time now,
                       Done<std::expected<bool, Fault>> done) = 0;
    // Keeps a file that lies in `bytes`, durable already, until a request names it or kUploadLife is over; takes it away from
    // there or leaves it. True: it was there already. kKeyReused: something else has that id.
    virtual void keep_file(Upload upload, std::filesystem::path bytes,
                           Done<std::expected<bool, Fault>> done) = 0;
    // Erases as above what is over: codes and tokens that are good no longer at `now`, uploads that no request has named, and of the tickets that are
    // solved or closed and to which nothing has happened since `before`, the oldest kMaxExpired. How many tickets;
    // nothing: it could not be written.
    virtual void expire(Time now, Time before, Done<std::optional<int>> done) = 0;
    // Adds to what was said on that day.
    virtual void count(ArticleVotes votes, Day day, Done<bool> done) = 0;
    // With the mail that tells it to the customer. Neither where kMaxCodesADay or kCodePause forbids it: who asks is
    // not told.
    virtual void keep_code(AccessCode code, Mail mail, Done<bool> done) = 0;
    // Spends the code, if it is the ticket's, for a token; counts the attempt otherwise. Nothing: it could not be
    // written.
    virtual void redeem_code(AccessToken token, std::string code_hash, Time now,
                             Done<std::optional<Redeemed>> done) = 0;
    virtual void keep_token(AccessToken token, Done<bool> done) = 0;
    // Proves that the database answers and can be written to.
    virtual void check(Done<bool> done) = 0;

    // These wait until it is durable; false if it could not be written.
    [[nodiscard]] virtual bool mail_sent(std::int64_t id) = 0;
    [[nodiscard]] virtual bool mail_failed(std::int64_t id, std::string_view error,
                                           Time next_attempt) = 0;
    // What waits is due now, however often it failed: after a start, perhaps with better settings.
    [[nodiscard]] virtual bool mail_due_now(Time now) = 0;
    // Takes a mail that stands in the queue as it was read, until then: no other process sends it meanwhile. False if
    // another one was faster, nothing if it could not be written.
    [[nodiscard]] virtual std::optional<bool> claim_mail(const QueuedMail& mail, Time until) = 0;
    // Lives as long as the store.
    virtual Webhooks& webhooks() = 0;

    [[nodiscard]] virtual bool add_key(const ApiKey& key) = 0;
    [[nodiscard]] virtual bool remove_key(std::string_view name) = 0;
    // The secret of that name: `fresh` where there was none, the same for ever after. Nothing if it could not be written.
    [[nodiscard]] virtual std::optional<std::string> secret(std::string_view name,
                                                            std::string_view fresh) = 0;
};

}  // namespace ventanilla::store
