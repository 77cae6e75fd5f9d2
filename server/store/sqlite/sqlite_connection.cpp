#include "server/store/sqlite/sqlite_connection.h"

#include <sqlite3.h>

#include <algorithm>
#include <new>

#include "server/store/sql/file_folder.h"
#include "server/store/sqlite/data_folder.h"

namespace ventanilla::store {
namespace {

constexpr int kBusyMilliseconds = 5000;

// Marks the file as ours ("Vent"), so that another program's database is never migrated.
constexpr std::int64_t kApplicationId = 0x56656e74;

// A connection to a file is not lost: the next statement may go through.
[[noreturn]] void fail(sqlite3* connection) {
    throw DatabaseError(DatabaseError::Kind::kRefused, sqlite3_errmsg(connection));
}

struct Close {
    void operator()(sqlite3* connection) const { sqlite3_close_v2(connection); }
};
using Handle = std::unique_ptr<sqlite3, Close>;

Handle open_file(const std::filesystem::path& file, int flags) {
    sqlite3* connection = nullptr;
    const int code =
        sqlite3_open_v2(file.c_str(), &connection, flags | SQLITE_OPEN_NOMUTEX, nullptr);
    Handle handle(connection);
    if (connection == nullptr) {
        throw std::bad_alloc();
    }
    if (code != SQLITE_OK) {
        fail(connection);
    }
    sqlite3_extended_result_codes(connection, 1);
    sqlite3_busy_timeout(connection, kBusyMilliseconds);
    return handle;
}

void execute_on(sqlite3* connection, const std::string& sql) {
    if (sqlite3_exec(connection, sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK) {
        fail(connection);
    }
}

class SqliteStatement final : public StatementDriver {
public:
    explicit SqliteStatement(sqlite3_stmt* statement) : statement_(statement) {}

    void reset() override { sqlite3_reset(statement_.get()); }
    void bind_text(int index, std::string_view value) override {
        check(sqlite3_bind_text64(statement_.get(), index, start(value), value.size(),
                                  SQLITE_TRANSIENT, SQLITE_UTF8));
    }
    void bind_bytes(int index, std::string_view value) override {
        check(sqlite3_bind_blob64(statement_.get(), index, start(value), value.size(),
                                  SQLITE_TRANSIENT));
    }
    void bind_integer(int index, std::int64_t value) override {
        check(sqlite3_bind_int64(statement_.get(), index, value));
    }

    bool step() override {
        const int code = sqlite3_step(statement_.get());
        if (code == SQLITE_ROW) {
            return true;
        }
        if (code != SQLITE_DONE) {
            const std::string message = sqlite3_errmsg(sqlite3_db_handle(statement_.get()));
            reset();  // a failed statement that is left open would keep its locks
            throw DatabaseError(DatabaseError::Kind::kRefused, message);
        }
        return false;
    }

    [[nodiscard]] std::string text(int column) const override { return bytes(column); }
    [[nodiscard]] std::string bytes(int column) const override {
        const void* bytes = sqlite3_column_blob(statement_.get(), column);
        const int size = sqlite3_column_bytes(statement_.get(), column);
        return bytes == nullptr
                   ? std::string()
                   : std::string(static_cast<const char*>(bytes), static_cast<std::size_t>(size));
    }
    [[nodiscard]] std::int64_t integer(int column) const override {
        return sqlite3_column_int64(statement_.get(), column);
    }

private:
    struct Finalize {
        void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
    };

    // Null would be another value than nothing.
    static const char* start(std::string_view value) {
        return value.data() == nullptr ? "" : value.data();
    }
    void check(int code) const {
        if (code != SQLITE_OK) {
            fail(sqlite3_db_handle(statement_.get()));
        }
    }

    std::unique_ptr<sqlite3_stmt, Finalize> statement_;
};

class SqliteConnection final : public Connection {
public:
    SqliteConnection(const std::filesystem::path& file, FileAccess access)
        : access_(access), files_(file.parent_path() / kFilesName),
          connection_(open_file(file, access == FileAccess::kRead ? SQLITE_OPEN_READONLY
                                                                  : SQLITE_OPEN_READWRITE)) {
        sqlite3* connection = connection_.get();
        sqlite3_db_config(connection, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
        sqlite3_db_config(connection, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
        if (access != FileAccess::kWrite) {
            sqlite3_db_config(connection, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
            sqlite3_wal_autocheckpoint(connection, 0);
        }
        if (access != FileAccess::kRead) {
            execute(
                "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;"
                "PRAGMA journal_size_limit = 67108864; PRAGMA secure_delete = ON;");
        }
    }

    Statement prepare(std::string_view sql) override {
        // SQLite numbers "$1" by where it stands first, and "?1" by its number.
        std::string numbered(sql);
        std::ranges::replace(numbered, '$', '?');
        sqlite3_stmt* statement = nullptr;
        if (sqlite3_prepare_v3(connection_.get(), numbered.data(),
                               static_cast<int>(numbered.size()), SQLITE_PREPARE_PERSISTENT,
                               &statement, nullptr) != SQLITE_OK) {
            fail(connection_.get());
        }
        return Statement(std::make_unique<SqliteStatement>(statement));
    }

    void begin() override { execute("BEGIN IMMEDIATE"); }
    void commit() override { execute("COMMIT"); }
    void roll_back() override {
        // SQLite rolls back by itself on a full disk or an input/output error.
        if (sqlite3_get_autocommit(connection_.get()) == 0) {
            execute("ROLLBACK");
        }
    }

    void purge() override {
        if (access_ != FileAccess::kRead) {
            sweep_files();
        }
        tidy();
    }

    void tidy() override {
        // Deleted rows are overwritten with zeros; what stands in the log is an older state.
        if (access_ == FileAccess::kWrite) {
            execute("PRAGMA wal_checkpoint(TRUNCATE)");
        }
    }

    [[nodiscard]] FileFolder* files() override { return &files_; }

    int begin_migration() override {
        begin();
        return version();
    }
    void change_shape(const std::string& sql, int version) override {
        execute(sql);
        execute("PRAGMA application_id = " + std::to_string(kApplicationId));
        execute("PRAGMA user_version = " + std::to_string(version));
    }
    int version() override {
        const std::int64_t version = integer("PRAGMA user_version");
        const std::int64_t owner = integer("PRAGMA application_id");
        const std::int64_t tables = integer("SELECT count(*) FROM sqlite_schema");
        if (owner != kApplicationId && (owner != 0 || version != 0 || tables != 0)) {
            throw std::runtime_error("it is another program's database");
        }
        return static_cast<int>(version);
    }

private:
    // In a transaction, so that nobody takes a file in meanwhile.
    void sweep_files() {
        begin();
        try {
            Statement find = prepare("SELECT 1 FROM files WHERE sha256 = $1");
            files_.sweep([&](const std::string& sha256) {
                return first(find.with(sha256), [](const Statement&) { return true; }).has_value();
            });
        } catch (...) {
            roll_back();
            throw;
        }
        roll_back();
    }

    void execute(const std::string& sql) { execute_on(connection_.get(), sql); }
    std::int64_t integer(std::string_view sql) {
        Statement statement = prepare(sql);
        return statement.step() ? statement.integer(0) : 0;
    }

    FileAccess access_;
    FileFolder files_;
    Handle connection_;
};

}  // namespace

std::unique_ptr<Connection> connect_to_sqlite(const std::filesystem::path& file,
                                              FileAccess access) {
    return std::make_unique<SqliteConnection>(file, access);
}

void copy_sqlite(const std::filesystem::path& from, const std::filesystem::path& to) {
    const Handle source = open_file(from, SQLITE_OPEN_READONLY);
    const Handle copy = open_file(to, SQLITE_OPEN_READWRITE);
    sqlite3_db_config(source.get(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
    sqlite3_backup* backup = sqlite3_backup_init(copy.get(), "main", source.get(), "main");
    if (backup == nullptr) {
        fail(copy.get());
    }
    constexpr int kAllPages = -1;
    sqlite3_backup_step(backup, kAllPages);
    if (sqlite3_backup_finish(backup) != SQLITE_OK) {
        fail(copy.get());
    }
    execute_on(copy.get(), "PRAGMA journal_mode = DELETE");
}

}  // namespace ventanilla::store
