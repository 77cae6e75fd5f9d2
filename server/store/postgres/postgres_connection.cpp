#include "server/store/postgres/postgres_connection.h"

#include <libpq-fe.h>
#include <poll.h>

#include <array>
#include <charconv>
#include <chrono>
#include <utility>
#include <vector>

namespace ventanilla::store {
namespace {

using Clock = std::chrono::steady_clock;

// Longer than the server's own limits below: what it says is clearer than a silence.
constexpr std::chrono::seconds kPatience{20};

// One server that is stopped in the middle of a transaction must not stop the others for long.
constexpr const char* kManners =
    "SET synchronous_commit = on; SET lock_timeout = '3s'; SET statement_timeout = '12s'; "
    "SET idle_in_transaction_session_timeout = '5s'; SET client_min_messages = warning";

// The same for every server of ours ("Vent"), so that one at a time changes the tables.
constexpr const char* kMigrationLock = "SELECT pg_advisory_xact_lock(1449487988)";

struct Clear {
    void operator()(PGresult* result) const { PQclear(result); }
};
using Answer = std::unique_ptr<PGresult, Clear>;

// libpq's messages end with a line break, and go on with hints in further lines.
std::string first_line(const char* message) {
    const std::string text(message);
    return text.substr(0, text.find('\n'));
}

// The server ends the connection with these: shutdown, crash of another one, idle too long, connection trouble.
bool ends_connection(std::string_view state) {
    return state.starts_with("57P") || state.starts_with("08") || state == "25P03";
}

// One connection, and the patience to wait for what it answers.
class Wire {
public:
    explicit Wire(const std::string& address) {
        // What the address says goes before what comes first here.
        const std::array<const char*, 4> names = {"connect_timeout", "fallback_application_name",
                                                  "dbname", nullptr};
        const std::array<const char*, 4> values = {"5", "ventanilla", address.c_str(), nullptr};
        connection_.reset(PQconnectdbParams(names.data(), values.data(), 1));
        if (connection_ == nullptr || PQstatus(connection_.get()) != CONNECTION_OK) {
            fail_lost();
        }
        PQsetClientEncoding(connection_.get(), "UTF8");
        PQsetNoticeProcessor(connection_.get(), [](void*, const char*) {}, nullptr);
        PQsetnonblocking(connection_.get(), 1);
    }

    // Sends what `send` sends, and waits for the last answer to it.
    template <typename Send>
    Answer ask(const Send& send) {
        if (send(connection_.get()) != 1) {
            fail_lost();
        }
        const auto until = Clock::now() + kPatience;
        for (int unsent = PQflush(connection_.get()); unsent != 0;
             unsent = PQflush(connection_.get())) {
            wait(unsent < 0 ? 0 : POLLIN | POLLOUT, until);
        }
        Answer last;
        while (true) {
            while (PQisBusy(connection_.get()) == 1) {
                wait(POLLIN, until);
            }
            Answer next(PQgetResult(connection_.get()));
            if (next == nullptr) {
                break;
            }
            if (last == nullptr || is_fine(*last)) {
                last = std::move(next);
            }
        }
        if (last == nullptr || !is_fine(*last)) {
            fail(last.get());
        }
        return last;
    }

    Answer execute(const std::string& sql) {
        return ask([&](PGconn* connection) { return PQsendQuery(connection, sql.c_str()); });
    }

    bool in_transaction() const { return PQtransactionStatus(connection_.get()) != PQTRANS_IDLE; }

private:
    struct Finish {
        void operator()(PGconn* connection) const { PQfinish(connection); }
    };

    static bool is_fine(const PGresult& result) {
        const ExecStatusType status = PQresultStatus(&result);
        return status == PGRES_TUPLES_OK || status == PGRES_COMMAND_OK;
    }

    void wait(int events, Clock::time_point until) {
        const auto left =
            std::chrono::duration_cast<std::chrono::milliseconds>(until - Clock::now()).count();
        pollfd waiting{
            .fd = PQsocket(connection_.get()), .events = static_cast<short>(events), .revents = 0};
        if (events == 0 || left <= 0) {
            fail_lost();
        }
        if (::poll(&waiting, 1, static_cast<int>(left)) < 0 && errno != EINTR) {
            fail_lost();
        }
        if ((waiting.revents & (POLLIN | POLLERR | POLLHUP)) != 0 &&
            PQconsumeInput(connection_.get()) != 1) {
            fail_lost();
        }
    }

    [[noreturn]] void fail_lost() const {
        const std::string message = first_line(PQerrorMessage(connection_.get()));
        throw DatabaseError(DatabaseError::Kind::kLost,
                            message.empty() ? "the server does not answer" : message);
    }
    [[noreturn]] void fail(const PGresult* result) const {
        const char* state =
            result == nullptr ? nullptr : PQresultErrorField(result, PG_DIAG_SQLSTATE);
        if (state == nullptr || PQstatus(connection_.get()) != CONNECTION_OK ||
            ends_connection(state)) {
            fail_lost();
        }
        throw DatabaseError(DatabaseError::Kind::kRefused,
                            first_line(PQresultErrorMessage(result)));
    }

    std::unique_ptr<PGconn, Finish> connection_;
};

class PostgresStatement final : public StatementDriver {
public:
    PostgresStatement(Wire& wire, std::string name) : wire_(wire), name_(std::move(name)) {}

    void reset() override {
        rows_.reset();
        row_ = -1;
    }
    void bind_text(int index, std::string_view value) override { bind(index, value, kBinary); }
    void bind_bytes(int index, std::string_view value) override { bind(index, value, kBinary); }
    void bind_integer(int index, std::int64_t value) override {
        bind(index, std::to_string(value), kText);
    }

    bool step() override {
        if (rows_ == nullptr) {
            rows_ = wire_.ask([this](PGconn* connection) { return send(connection); });
        }
        return ++row_ < PQntuples(rows_.get());
    }

    [[nodiscard]] std::string text(int column) const override {
        return {PQgetvalue(rows_.get(), row_, column),
                static_cast<std::size_t>(PQgetlength(rows_.get(), row_, column))};
    }
    [[nodiscard]] std::string bytes(int column) const override {
        std::size_t size = 0;
        const std::unique_ptr<unsigned char, decltype(&PQfreemem)> bytes(
            PQunescapeBytea(
                reinterpret_cast<const unsigned char*>(PQgetvalue(rows_.get(), row_, column)),
                &size),
            &PQfreemem);
        return {reinterpret_cast<const char*>(bytes.get()), size};
    }
    [[nodiscard]] std::int64_t integer(int column) const override {
        const std::string digits = text(column);
        std::int64_t value = 0;
        std::from_chars(digits.data(), digits.data() + digits.size(), value);
        return value;
    }

private:
    // Texts go as they are, by their length: nothing ends them early, and the server checks them.
    static constexpr int kText = 0;
    static constexpr int kBinary = 1;

    void bind(int index, std::string_view value, int format) {
        const auto place = static_cast<std::size_t>(index - 1);
        if (values_.size() <= place) {
            values_.resize(place + 1);
            formats_.resize(place + 1);
        }
        values_[place] = value;
        formats_[place] = format;
    }

    int send(PGconn* connection) const {
        std::vector<const char*> starts;
        std::vector<int> lengths;
        for (const std::string& value : values_) {
            starts.push_back(value.data());
            lengths.push_back(static_cast<int>(value.size()));
        }
        return PQsendQueryPrepared(connection, name_.c_str(), static_cast<int>(values_.size()),
                                   starts.data(), lengths.data(), formats_.data(), kText);
    }

    Wire& wire_;
    std::string name_;
    std::vector<std::string> values_;
    std::vector<int> formats_;
    Answer rows_;
    int row_ = -1;
};

std::string replaced(std::string text, std::string_view what, std::string_view by) {
    for (std::size_t at = text.find(what); at != std::string::npos;
         at = text.find(what, at + by.size())) {
        text.replace(at, what.size(), by);
    }
    return text;
}

// From SQLite's words for types. Texts compare by their bytes there.
std::string in_own_words(std::string sql) {
    sql = replaced(std::move(sql), " STRICT, WITHOUT ROWID", "");
    sql = replaced(std::move(sql), " STRICT", "");
    sql = replaced(std::move(sql), " TEXT ", " TEXT COLLATE \"C\" ");
    sql = replaced(std::move(sql), " BLOB ", " BYTEA ");
    return replaced(std::move(sql), " INTEGER ", " BIGINT ");
}

class PostgresConnection final : public Connection {
public:
    explicit PostgresConnection(const std::string& address) : wire_(address) {
        wire_.execute(kManners);
    }

    Statement prepare(std::string_view sql) override {
        std::string name = "s" + std::to_string(++statements_);
        wire_.ask([&, sql = std::string(sql)](PGconn* connection) {
            return PQsendPrepare(connection, name.c_str(), sql.c_str(), 0, nullptr);
        });
        return Statement(std::make_unique<PostgresStatement>(wire_, std::move(name)));
    }

    void begin() override { wire_.execute("BEGIN"); }
    void commit() override {
        // A transaction in which something was refused "commits" by rolling back.
        const Answer answer = wire_.execute("COMMIT");
        if (std::string_view(PQcmdStatus(answer.get())) != "COMMIT") {
            throw DatabaseError(DatabaseError::Kind::kRefused, "the transaction was rolled back");
        }
    }
    void roll_back() override {
        if (wire_.in_transaction()) {
            wire_.execute("ROLLBACK");
        }
    }

    void purge() override {
        wire_.execute("VACUUM tickets, ticket_events, mail_queue, access_codes, access_tokens, "
                      "addresses, files, file_chunks");
    }

    int begin_migration() override {
        begin();
        wire_.execute(kMigrationLock);
        return version();
    }
    void change_shape(const std::string& sql, int version) override {
        wire_.execute(in_own_words(sql));
        wire_.execute("CREATE TABLE IF NOT EXISTS ventanilla_format (version BIGINT NOT NULL);"
                      "DELETE FROM ventanilla_format;"
                      "INSERT INTO ventanilla_format VALUES (" +
                      std::to_string(version) + ")");
    }
    int version() override {
        if (!has_table("ventanilla_format")) {
            if (has_table("tickets")) {
                throw std::runtime_error("it is another program's database");
            }
            return 0;
        }
        Statement version = prepare("SELECT version FROM ventanilla_format");
        return static_cast<int>(version.step() ? version.integer(0) : 0);
    }

private:
    bool has_table(const std::string& name) {
        Statement found = prepare("SELECT 1 WHERE to_regclass('" + name + "') IS NOT NULL");
        return found.step();
    }

    Wire wire_;
    int statements_ = 0;
};

}  // namespace

std::unique_ptr<Connection> connect_to_postgres(const std::string& address) {
    return std::make_unique<PostgresConnection>(address);
}

}  // namespace ventanilla::store
