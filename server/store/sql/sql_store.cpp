#include "server/store/sql/sql_store.h"

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
    std::vector<Event> events(std::string_view tracking_code, int after) override {
        return session_.ask([&](Rows& rows) { return rows.tickets.events(tracking_code, after); });
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

private:
    SharedSession session_;
};

using SqlReader = Asking<Reader>;

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
                    for (const Mail& mail : ticket.mails) {
                        rows.mail.add(ticket.ticket.tracking_code, mail, ticket.ticket.received);
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
                    for (const Mail& mail : change.mails) {
                        rows.mail.add(change.tracking_code, mail, outcome->ticket.updated);
                    }
                }
                return outcome;
            },
            std::unexpected(Fault::kUnavailable), std::move(done));
    }
    void erase(std::string tracking_code, Done<std::expected<bool, Fault>> done) override {
        write<std::expected<bool, Fault>>(
            [code = std::move(tracking_code)](Rows& rows) {
                rows.files.erase(code);
                return std::expected<bool, Fault>(rows.tickets.erase(code));
            },
            std::unexpected(Fault::kUnavailable), std::move(done), true);
    }
    void expire(Time now, Time before, Done<std::optional<int>> done) override {
        write<std::optional<int>>(
            [now, before](Rows& rows) {
                rows.access.expire(now);
                rows.files.expire(now - kUploadLife);
                const auto over = rows.tickets.over(before, kMaxExpired);
                for (const std::string& code : over) {
                    rows.files.erase(code);
                    rows.tickets.erase(code);
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
