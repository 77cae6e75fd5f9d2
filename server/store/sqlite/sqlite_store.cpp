#include "server/store/sqlite/sqlite_store.h"

#include <mutex>
#include <utility>

#include "server/store/sqlite/data_folder.h"
#include "server/store/sqlite/database.h"
#include "server/store/sqlite/migrations.h"
#include "server/store/sqlite/site_rows.h"
#include "server/store/sqlite/writer.h"

namespace ventanilla::store {
namespace {

// One connection for reading, shared by all threads.
class SharedReader {
public:
    SharedReader(const std::filesystem::path& file, std::string_view site)
        : database_(file, Database::Access::kRead), rows_(checked(database_), site) {}

    template <typename Ask>
    auto ask(Ask&& question) {
        const std::lock_guard lock(mutex_);
        return question(rows_);
    }

private:
    static Database& checked(Database& database) {
        require_newest_version(database);
        return database;
    }

    std::mutex mutex_;
    Database database_;
    RowReader rows_;
};

class SqliteReader final : public Reader {
public:
    SqliteReader(const std::filesystem::path& file, std::string_view site) : reader_(file, site) {}

    std::optional<Ticket> find(std::string_view tracking_code) override {
        return reader_.ask([&](RowReader& rows) { return rows.find(tracking_code); });
    }
    std::vector<Ticket> list(int limit) override {
        return reader_.ask([&](RowReader& rows) { return rows.list(limit); });
    }
    std::vector<QueuedMail> queued_mail(int limit) override {
        return reader_.ask([&](RowReader& rows) { return rows.queued_mail(limit); });
    }
    int queued_mail_count() override {
        return reader_.ask([&](RowReader& rows) { return rows.queued_mail_count(); });
    }
    std::vector<ArticleVotes> votes(Day since) override {
        return reader_.ask([&](RowReader& rows) { return rows.votes(since); });
    }

private:
    SharedReader reader_;
};

// The writing connection, up to date before anything else looks at the file.
Database open_for_writing(const std::filesystem::path& file) {
    Database database(file, Database::Access::kWrite);
    database.execute(
        "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;"
        "PRAGMA journal_size_limit = 67108864;");
    migrate(database);
    return database;
}

class SqliteStore final : public Store {
public:
    SqliteStore(const std::filesystem::path& folder, std::string_view site)
        : folder_(folder), database_(open_for_writing(folder_.database())), rows_(database_, site),
          reader_(folder_.database(), site), writer_(database_, rows_) {}

    void add(NewTicket ticket, Added done) override {
        struct Addition {
            NewTicket ticket;
            std::expected<Stored, Fault> outcome = std::unexpected(Fault::kUnavailable);
        };
        auto addition = std::make_shared<Addition>();
        addition->ticket = std::move(ticket);
        writer_.submit(
            {[addition](RowWriter& rows) { addition->outcome = rows.add(addition->ticket); },
             [addition, done = std::move(done)](bool committed) {
                 done(committed ? std::move(addition->outcome)
                                : std::unexpected(Fault::kUnavailable));
             }});
    }
    void count(ArticleVotes votes, Day day, std::function<void(bool)> done) override {
        writer_.submit(
            {[votes = std::move(votes), day](RowWriter& rows) { rows.count(votes, day); },
             std::move(done)});
    }
    bool mail_sent(std::int64_t id) override {
        return writer_.apply([id](RowWriter& rows) { rows.mail_sent(id); });
    }
    bool mail_failed(std::int64_t id, std::string_view error, Time next_attempt) override {
        return writer_.apply([&](RowWriter& rows) { rows.mail_failed(id, error, next_attempt); });
    }
    bool mail_due_now(Time now) override {
        return writer_.apply([now](RowWriter& rows) { rows.mail_due_now(now); });
    }
    void check(std::function<void(bool)> done) override {
        writer_.submit({[](RowWriter& rows) { rows.touch(); }, std::move(done)});
    }

    std::optional<Ticket> find(std::string_view tracking_code) override {
        return reader_.find(tracking_code);
    }
    std::vector<Ticket> list(int limit) override { return reader_.list(limit); }
    std::vector<QueuedMail> queued_mail(int limit) override { return reader_.queued_mail(limit); }
    int queued_mail_count() override { return reader_.queued_mail_count(); }
    std::vector<ArticleVotes> votes(Day since) override { return reader_.votes(since); }

private:
    DataFolder folder_;
    Database database_;
    RowWriter rows_;
    SqliteReader reader_;
    Writer writer_;  // last: it answers what waits before anything else goes
};

std::string about(const std::filesystem::path& file, const std::exception& error) {
    return "the database " + file.string() + " cannot be opened: " + error.what();
}

}  // namespace

std::expected<std::unique_ptr<Store>, std::string>
open_sqlite_store(const std::filesystem::path& folder, std::string_view site_id) {
    try {
        return std::make_unique<SqliteStore>(folder, site_id);
    } catch (const FolderError& error) {
        return std::unexpected(std::string(error.what()));
    } catch (const std::exception& error) {
        return std::unexpected(about(folder / kDatabaseName, error));
    }
}

std::expected<std::unique_ptr<Reader>, std::string>
open_sqlite_reader(const std::filesystem::path& folder, std::string_view site_id) {
    if (!std::filesystem::exists(folder / kDatabaseName)) {
        return std::unexpected("no requests are kept in " + folder.string() + ": it holds no " +
                               std::string(kDatabaseName));
    }
    try {
        return std::make_unique<SqliteReader>(folder / kDatabaseName, site_id);
    } catch (const std::exception& error) {
        return std::unexpected(about(folder / kDatabaseName, error));
    }
}

}  // namespace ventanilla::store
