#include "server/store/sql/sql_store.h"

#include <algorithm>
#include <mutex>
#include <utility>

#include "server/store/sql/migrations.h"
#include "server/store/sql/writer.h"

namespace ventanilla::store {
namespace {

// Each connection sees tables that this program knows, also where another one brought them up to date meanwhile.
Connect checked(Connect connect) {
    return [connect = std::move(connect)] {
        auto connection = connect();
        require_newest_version(*connection);
        return connection;
    };
}

// One connection for reading, shared by all threads.
class SharedSession {
public:
    SharedSession(Connect connect, std::string_view site) : session_(std::move(connect), site) {
        session_.connection();  // what is wrong with the database is known at once
    }

    template <typename Ask>
    auto ask(Ask&& question) {
        const std::lock_guard lock(mutex_);
        try {
            return question(session_.rows());
        } catch (const DatabaseError& error) {
            if (!error.is_lost()) {
                throw;
            }
        }
        // The database was started again, perhaps: once more, on a connection of now.
        session_.lose();
        return question(session_.rows());
    }

private:
    std::mutex mutex_;
    Session session_;
};

// Whether it is between her and the team: then nobody asks how it was before.
bool is_exchange(const Event& event) {
    return event.kind == "message" || event.kind == "status" || event.kind == "satisfaction";
}

// All that follows from what has happened to a ticket.
void tell_all(Rows& rows, const Ticket& ticket, Time now, const std::vector<Event>& events,
              const std::vector<Mail>& mails) {
    if (std::ranges::any_of(events, is_exchange)) {
        rows.mail.forget_follow_up(ticket.tracking_code);
    }
    for (const Mail& mail : mails) {
        rows.mail.add(ticket.tracking_code, mail, now);
    }
    const auto lets_out = [](const Event& event) {
        return event.kind == "quarantine" && event.after.empty();
    };
    if (std::ranges::any_of(events, lets_out)) {
        rows.mail.release(ticket.tracking_code, now);
        rows.webhooks.tell(ticket.tracking_code, 0, kCreated, now);
    }
    int number = ticket.revision - static_cast<int>(events.size());
    for (const Event& event : events) {
        ++number;
        if (const auto type = call_type(event); !type.empty()) {
            rows.webhooks.tell(ticket.tracking_code, number, type, now);
        }
    }
}

// With what it has told whom. False: there is no such ticket.
bool erase_ticket(Rows& rows, const std::string& code, Time now) {
    const auto ticket = rows.tickets.find(code);
    if (!ticket) {
        return false;
    }
    rows.files.erase(code);
    rows.webhooks.forget(code);
    rows.tickets.erase(code);
    rows.webhooks.tell(code, ticket->revision + 1, kErased, now);
    return true;
}

// The questions of a reader, for whatever is one.
template <typename Base>
class Asking : public Base {
public:
    Asking(Connect connect, std::string_view site) : session_(std::move(connect), site) {}

    std::optional<Ticket> find(std::string_view tracking_code) override {
        return session_.ask([&](Rows& rows) { return rows.tickets.find(tracking_code); });
    }
    std::vector<Ticket> list(const TicketFilter& filter) override {
        return session_.ask([&](Rows& rows) { return rows.tickets.list(filter); });
    }
    int quarantined_count() override {
        return session_.ask([&](Rows& rows) { return rows.tickets.quarantined_count(); });
    }
    std::vector<Event> events(std::string_view tracking_code, int after) override {
        return session_.ask([&](Rows& rows) { return rows.tickets.events(tracking_code, after); });
    }
    std::vector<std::string> updated(Time since) override {
        return session_.ask([&](Rows& rows) { return rows.tickets.updated(since); });
    }
    std::vector<Attachment> attachments(std::string_view tracking_code) override {
        return session_.ask([&](Rows& rows) { return rows.files.of(tracking_code); });
    }
    std::optional<std::string> bytes(const Attachment& attachment) override {
        return session_.ask([&](Rows& rows) { return rows.files.read(attachment); });
    }
    std::vector<QueuedMail> queued_mail(int limit) override {
        return session_.ask([&](Rows& rows) { return rows.mail.queued(limit); });
    }
    int queued_mail_count() override {
        return session_.ask([&](Rows& rows) { return rows.mail.count(); });
    }
    std::optional<AccessToken> find_token(std::string_view token_hash, Time now) override {
        return session_.ask([&](Rows& rows) { return rows.access.find_token(token_hash, now); });
    }
    std::optional<ApiKey> find_key(std::string_view key_hash) override {
        return session_.ask([&](Rows& rows) { return rows.access.find_key(key_hash); });
    }
    std::vector<ApiKey> keys() override {
        return session_.ask([&](Rows& rows) { return rows.access.keys(); });
    }
    std::vector<Course> courses(Time since, Time until) override {
        return session_.ask([&](Rows& rows) { return rows.tickets.courses(since, until); });
    }
    std::vector<ArticleVotes> votes(Day since) override {
        return session_.ask([&](Rows& rows) { return rows.votes.votes(since); });
    }

protected:
    SharedSession& session() { return session_; }

private:
    SharedSession session_;
};

using SqlReader = Asking<Reader>;

// Of a store: asks with one of its connections and writes with the other.
class SqlWebhooks final : public Webhooks {
public:
    SqlWebhooks(SharedSession& session, Writer& writer) : session_(session), writer_(writer) {}

    std::vector<Webhook> all() override {
        return session_.ask([](Rows& rows) { return rows.webhooks.all(); });
    }
    std::vector<Call> waiting(std::string_view webhook, int limit) override {
        return session_.ask([&](Rows& rows) { return rows.webhooks.waiting(webhook, limit); });
    }
    std::vector<Call> log(std::string_view webhook, int limit) override {
        return session_.ask([&](Rows& rows) { return rows.webhooks.log(webhook, limit); });
    }
    bool add(const Webhook& webhook) override {
        return write([&](Rows& rows) { return rows.webhooks.add(webhook); }).value_or(false);
    }
    bool change(const Webhook& webhook) override {
        return write([&](Rows& rows) { return rows.webhooks.change(webhook); }).value_or(false);
    }
    bool remove(std::string_view name) override {
        return write([&](Rows& rows) { return rows.webhooks.remove(name); }).value_or(false);
    }
    std::optional<bool> claim(const Call& call, Time until) override {
        return write([&](Rows& rows) { return rows.webhooks.claim(call, until); });
    }
    bool record(const Call& call) override {
        return writer_.apply([&](Rows& rows) { rows.webhooks.record(call); });
    }
    std::optional<int> send_again(std::string_view webhook, std::string_view tracking_code,
                                  int number, Time now) override {
        return write([&](Rows& rows) {
            return rows.webhooks.send_again(webhook, tracking_code, number, now);
        });
    }

private:
    template <typename Apply>
    auto write(Apply apply) -> std::optional<std::invoke_result_t<Apply, Rows&>> {
        std::optional<std::invoke_result_t<Apply, Rows&>> result;
        const bool written = writer_.apply([&](Rows& rows) { result = apply(rows); });
        return written ? result : std::nullopt;
    }

    SharedSession& session_;
    Writer& writer_;
};

class SqlStore final : public Asking<Store> {
public:
    SqlStore(Connect write, Connect read, std::string_view site)
        : Asking<Store>(std::move(read), site), writer_(Session(std::move(write), site)) {}

    void add(NewTicket ticket, Done<Outcome> done) override {
        write<Outcome>(
            [ticket = std::move(ticket)](Rows& rows) {
                Outcome outcome = rows.tickets.add(ticket, rows.files.are_free(ticket.files));
                if (outcome && !outcome->repeated) {
                    rows.files.attach(ticket.ticket.tracking_code, 0, ticket.files);
                    tell_all(rows, outcome->ticket, ticket.ticket.received, {}, ticket.mails);
                    if (ticket.ticket.quarantine.empty()) {
                        rows.webhooks.tell(ticket.ticket.tracking_code, 0, kCreated,
                                           ticket.ticket.received);
                    }
                }
                return outcome;
            },
            std::unexpected(Fault::kUnavailable), std::move(done));
    }
    void change(Change change, Done<Outcome> done) override {
        write<Outcome>(
            [change = std::move(change)](Rows& rows) {
                Outcome outcome = rows.tickets.change(change, rows.files.are_free(change.files));
                if (outcome && !outcome->repeated) {
                    const int count = static_cast<int>(change.events.size());
                    rows.files.attach(change.tracking_code, outcome->ticket.revision - count + 1,
                                      change.files);
                    tell_all(rows, outcome->ticket, outcome->ticket.updated, change.events,
                             change.mails);
                }
                return outcome;
            },
            std::unexpected(Fault::kUnavailable), std::move(done));
    }
    void erase(std::string tracking_code, Time now,
               Done<std::expected<bool, Fault>> done) override {
        write<std::expected<bool, Fault>>(
            [code = std::move(tracking_code), now](Rows& rows) {
                return std::expected<bool, Fault>(erase_ticket(rows, code, now));
            },
            std::unexpected(Fault::kUnavailable), std::move(done), true);
    }
    void expire(Time now, Time before, Done<std::optional<int>> done) override {
        write<std::optional<int>>(
            [now, before](Rows& rows) {
                rows.access.expire(now);
                rows.files.expire(now - kUploadLife);
                rows.webhooks.expire(now - kCallLog);
                const auto over = rows.tickets.over(before, kMaxExpired);
                for (const std::string& code : over) {
                    erase_ticket(rows, code, now);
                }
                return std::optional<int>(static_cast<int>(over.size()));
            },
            std::nullopt, std::move(done), true);
    }
    void keep_file(Upload upload, std::filesystem::path bytes,
                   Done<std::expected<bool, Fault>> done) override {
        write<std::expected<bool, Fault>>(
            [upload = std::move(upload), bytes = std::move(bytes)](Rows& rows) {
                return rows.files.keep(upload, bytes);
            },
            std::unexpected(Fault::kUnavailable), std::move(done));
    }
    void count(ArticleVotes votes, Day day, Done<bool> done) override {
        writer_.submit(
            {[votes = std::move(votes), day](Rows& rows) { rows.votes.count(votes, day); },
             std::move(done)});
    }
    void keep_code(AccessCode code, Mail mail, Done<bool> done) override {
        writer_.submit({[code = std::move(code), mail = std::move(mail)](Rows& rows) {
                            if (rows.access.keep_code(code, mail.to)) {
                                rows.mail.add(code.tracking_code, mail, code.sent);
                            }
                        },
                        std::move(done)});
    }
    void redeem_code(AccessToken token, std::string code_hash, Time now,
                     Done<std::optional<Redeemed>> done) override {
        write<std::optional<Redeemed>>(
            [token = std::move(token), code_hash = std::move(code_hash), now](Rows& rows) {
                return rows.access.redeem_code(token, code_hash, now);
            },
            std::nullopt, std::move(done));
    }
    void keep_token(AccessToken token, Done<bool> done) override {
        writer_.submit({[token = std::move(token)](Rows& rows) { rows.access.keep_token(token); },
                        std::move(done)});
    }
    void check(Done<bool> done) override {
        writer_.submit({[](Rows& rows) { rows.access.touch(); }, std::move(done)});
    }

    bool mail_sent(std::int64_t id) override {
        return writer_.apply([id](Rows& rows) { rows.mail.sent(id); });
    }
    bool mail_failed(std::int64_t id, std::string_view error, Time next_attempt) override {
        return writer_.apply([&](Rows& rows) { rows.mail.failed(id, error, next_attempt); });
    }
    bool mail_due_now(Time now) override {
        return writer_.apply([now](Rows& rows) { rows.mail.due_now(now); });
    }
    std::optional<bool> claim_mail(const QueuedMail& mail, Time until) override {
        bool claimed = false;
        const bool written =
            writer_.apply([&](Rows& rows) { claimed = rows.mail.claim(mail, until); });
        return written ? std::optional(claimed) : std::nullopt;
    }
    bool add_key(const ApiKey& key) override {
        bool added = false;
        return writer_.apply([&](Rows& rows) { added = rows.access.add_key(key); }) && added;
    }
    bool remove_key(std::string_view name) override {
        bool removed = false;
        return writer_.apply([&](Rows& rows) { removed = rows.access.remove_key(name); }) &&
               removed;
    }
    Webhooks& webhooks() override { return webhooks_; }
    std::optional<std::string> secret(std::string_view name, std::string_view fresh) override {
        std::string secret;
        const bool written =
            writer_.apply([&](Rows& rows) { secret = rows.access.secret(name, fresh); });
        return written ? std::optional(std::move(secret)) : std::nullopt;
    }

private:
    // `done` gets what `apply` came to once that is durable, and `otherwise` if it never will be.
    template <typename T, typename Apply>
    void write(Apply apply, T otherwise, Done<T> done, bool purges = false) {
        auto result = std::make_shared<T>(std::move(otherwise));
        const auto none = std::make_shared<T>(*result);
        writer_.submit({[apply = std::move(apply), result](Rows& rows) { *result = apply(rows); },
                        [result, none, done = std::move(done)](bool committed) {
                            done(std::move(committed ? *result : *none));
                        },
                        purges});
    }

    SqlWebhooks webhooks_{this->session(), writer_};
    Writer writer_;  // last: it answers what waits before anything else goes
};

}  // namespace

std::unique_ptr<Reader> make_sql_reader(Connect read, std::string_view site) {
    return std::make_unique<SqlReader>(checked(std::move(read)), site);
}

std::unique_ptr<Store> make_sql_store(Connect write, Connect read, std::string_view site,
                                      Role role) {
    if (role == Role::kServer) {
        migrate(*write());
    }
    return std::make_unique<SqlStore>(checked(std::move(write)), checked(std::move(read)), site);
}

}  // namespace ventanilla::store
