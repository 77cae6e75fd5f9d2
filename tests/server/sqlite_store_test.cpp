#include "server/store/sqlite/sqlite_store.h"

#include <sys/resource.h>
#include <sys/stat.h>

#include <algorithm>
#include <csignal>
#include <fstream>
#include <iterator>

#include "server/store/sql/migrations.h"
#include "server/store/sqlite/data_folder.h"
#include "server/store/sqlite/sqlite_connection.h"
#include "tests/server/file_suite.h"
#include "tests/server/mail_suite.h"
#include "tests/server/store_suite.h"
#include "tests/server/temporary_folder.h"
#include "tests/server/webhook_suite.h"

using namespace ventanilla;
using namespace ventanilla::store;
using namespace ventanilla::test;

namespace {

unsigned mode_of(const std::filesystem::path& file) {
    struct stat status{};
    REQUIRE(::stat(file.c_str(), &status) == 0);
    return status.st_mode & 0777U;
}

// No file of this process grows past `bytes` while it lives: the nearest thing to a full disk.
class FileSizeLimit {
public:
    explicit FileSizeLimit(rlim_t bytes) {
        ::getrlimit(RLIMIT_FSIZE, &before_);
        std::signal(SIGXFSZ, SIG_IGN);
        const rlimit limit{bytes, before_.rlim_max};
        ::setrlimit(RLIMIT_FSIZE, &limit);
    }
    ~FileSizeLimit() { ::setrlimit(RLIMIT_FSIZE, &before_); }
    FileSizeLimit(const FileSizeLimit&) = delete;
    FileSizeLimit& operator=(const FileSizeLimit&) = delete;

private:
    rlimit before_{};
};

// The database of a folder, behind the store's back.
class Behind {
public:
    explicit Behind(const TemporaryFolder& folder)
        : connection(connect_to_sqlite(folder.path() / kDatabaseName, FileAccess::kWrite)) {}

    void run(std::string_view sql) const { connection->prepare(sql).run(); }
    std::int64_t integer(std::string_view sql) const {
        Statement statement = connection->prepare(sql);
        return first(statement, [](const Statement& row) { return row.integer(0); }).value();
    }

    std::unique_ptr<Connection> connection;
};

bool healthy(Store& store) {
    std::promise<bool> answer;
    store.check([&](bool is) { answer.set_value(is); });
    return answer.get_future().get();
}

}  // namespace

TEST_CASE("SQLite keeps the promises of a store") {
    const TemporaryFolder folder;
    store_suite([&](std::string_view site) {
        auto store = open_sqlite_store(folder.path() / "data", site);
        REQUIRE(store);
        return std::move(*store);
    });
}

TEST_CASE("SQLite keeps the promises of a store about files") {
    const TemporaryFolder folder;
    file_suite(
        [&](std::string_view site) { return open_sqlite_store(folder.path(), site).value(); },
        folder.path());
}

TEST_CASE("SQLite keeps the promises of a store about mail") {
    const TemporaryFolder folder;
    mail_suite(
        [&](std::string_view site) { return open_sqlite_store(folder.path(), site).value(); });
}

TEST_CASE("SQLite keeps the promises of a store about webhooks") {
    const TemporaryFolder folder;
    webhook_suite(
        [&](std::string_view site) { return open_sqlite_store(folder.path(), site).value(); });
}

TEST_CASE("equal files are one, named by the SHA-256 of their bytes, for their owner alone") {
    const TemporaryFolder folder;
    const auto store = open_sqlite_store(folder.path(), "site").value();
    CHECK(keep(*store, folder.path(), "one", "the same") == false);
    CHECK(keep(*store, folder.path(), "two", "the same") == false);
    const auto files = folder.path() / kFilesName;
    CHECK(mode_of(files) == 0700);
    std::vector<std::string> names;
    for (const auto& entry : std::filesystem::directory_iterator(files)) {
        names.push_back(entry.path().filename().string());
    }
    CHECK(names == std::vector<std::string>{server::sha256_hex("the same")});
}

TEST_CASE("what was coming in when a server died is gone with the next start") {
    const TemporaryFolder folder;
    open_sqlite_store(folder.path(), "site").value().reset();
    std::ofstream(uploads_folder(folder.path()) / "half") << "half a file";
    open_sqlite_store(folder.path(), "site").value().reset();
    CHECK(std::filesystem::is_empty(uploads_folder(folder.path())));
}

TEST_CASE("folder and files are for their owner alone") {
    const TemporaryFolder folder;
    const auto data = folder.path() / "made" / "data";
    auto store = open_sqlite_store(data, "site");
    REQUIRE(store);
    REQUIRE(add(**store, new_ticket(1)).has_value());
    CHECK(mode_of(data) == 0700);
    for (const char* name :
         {"ventanilla.db", "ventanilla.db-wal", "ventanilla.db-shm", "ventanilla.lock"}) {
        CAPTURE(name);
        CHECK(mode_of(data / name) == 0600);
    }
}

TEST_CASE("a second server on the same folder is refused until the first one is gone") {
    const TemporaryFolder folder;
    auto first = open_sqlite_store(folder.path(), "site");
    REQUIRE(first);
    const auto second = open_sqlite_store(folder.path(), "site");
    REQUIRE_FALSE(second);
    CHECK(second.error().starts_with("another server is running on the data folder"));
    first->reset();
    CHECK(open_sqlite_store(folder.path(), "site").has_value());
}

TEST_CASE("others read while the server runs, and while none does") {
    const TemporaryFolder folder;
    CHECK_FALSE(open_sqlite_reader(folder.path(), "site"));

    auto store = open_sqlite_store(folder.path(), "site");
    REQUIRE(store);
    auto reader = open_sqlite_reader(folder.path(), "site");
    REQUIRE(reader);
    REQUIRE(add(**store, new_ticket(1)).has_value());
    CHECK((*reader)->list({.limit = 10}).size() == 1);

    store->reset();
    CHECK((*reader)->list({.limit = 10}).size() == 1);
    reader = open_sqlite_reader(folder.path(), "site");
    REQUIRE(reader);
    CHECK((*reader)->find(new_ticket(1).ticket.tracking_code));
}

TEST_CASE("an empty database is brought to the newest version, and stays there") {
    const TemporaryFolder folder;
    {
        const DataFolder made(folder.path());
    }
    const Behind database(folder);
    CHECK_THROWS(require_newest_version(*database.connection));
    migrate(*database.connection);
    CHECK(database.integer("PRAGMA user_version") == newest_version());
    migrate(*database.connection);
    CHECK_NOTHROW(require_newest_version(*database.connection));
}

TEST_CASE("a database from before votes were counted keeps its requests and counts from now on") {
    const TemporaryFolder folder;
    REQUIRE(add(*open_sqlite_store(folder.path(), "site").value(), new_ticket(1)).has_value());
    {
        const Behind database(folder);
        for (const char* sql : {"DROP TABLE votes",
                                "DROP TABLE ticket_events",
                                "DROP TABLE access_codes",
                                "DROP TABLE access_tokens",
                                "DROP TABLE addresses",
                                "DROP TABLE api_keys",
                                "DROP TABLE secrets",
                                "DROP TABLE file_chunks",
                                "DROP TABLE files",
                                "DROP TABLE webhook_calls",
                                "DROP TABLE webhooks",
                                "ALTER TABLE mail_queue DROP COLUMN follows_up",
                                "ALTER TABLE mail_queue DROP COLUMN held",
                                "DROP INDEX tickets_by_update",
                                "ALTER TABLE tickets DROP COLUMN quarantine",
                                "DROP INDEX tickets_by_email",
                                "ALTER TABLE tickets DROP COLUMN email",
                                "ALTER TABLE tickets DROP COLUMN priority",
                                "ALTER TABLE tickets DROP COLUMN queue",
                                "ALTER TABLE tickets DROP COLUMN assignee",
                                "ALTER TABLE tickets DROP COLUMN tags",
                                "ALTER TABLE tickets DROP COLUMN satisfaction",
                                "ALTER TABLE tickets DROP COLUMN due",
                                "ALTER TABLE tickets DROP COLUMN updated",
                                "ALTER TABLE tickets DROP COLUMN revision",
                                "PRAGMA user_version = 1"}) {
            database.run(sql);
        }
    }
    const auto reader = open_sqlite_reader(folder.path(), "site");
    REQUIRE_FALSE(reader);
    CHECK(reader.error().contains("start the server once to bring it up to date"));
    const auto store = open_sqlite_store(folder.path(), "site");
    REQUIRE(store);
    CHECK((*store)->list({.limit = 10}).size() == 1);
    CHECK(count_later(**store, {"wifi", "es", {.yes = 1}}).get());
    CHECK((*store)->votes({}).size() == 1);
}

TEST_CASE("a day's votes on an article in a language take one row, however many they are") {
    const TemporaryFolder folder;
    auto store = open_sqlite_store(folder.path(), "site");
    REQUIRE(store);
    for (int i = 0; i < 10; ++i) {
        CHECK(count_later(**store, {"wifi", "es", {.yes = i % 2, .no = (i + 1) % 2}}).get());
    }
    CHECK(count_later(**store, {"wifi", "es", {.yes = 1}}, kSomeDay + std::chrono::days(1)).get());
    store->reset();
    const Behind database(folder);
    CHECK(database.integer("SELECT count(*) FROM votes") == 2);
}

TEST_CASE("of an erased ticket no byte is left in the data folder") {
    const TemporaryFolder folder;
    auto store = open_sqlite_store(folder.path(), "site");
    REQUIRE(store);
    auto ticket = new_ticket(1);
    ticket.ticket.email = "needle-in-the-haystack@example.org";
    ticket.ticket.fields = R"({"message":")" + std::string(20'000, 'a') + R"(needle"})";
    ticket.mails[0].to = ticket.ticket.email;
    ticket.files = {{"one", "picture.png"}};
    CHECK(keep(**store, uploads_folder(folder.path()), "one", "a picture of the needle") == false);
    REQUIRE(add(**store, ticket).has_value());
    REQUIRE(add(**store, new_ticket(2)).has_value());
    REQUIRE(change_now(**store, message(1, "another needle")));
    const auto has_needle = [&] {
        return std::ranges::any_of(
            std::filesystem::recursive_directory_iterator(folder.path()), [](const auto& file) {
                if (file.is_directory()) {
                    return false;
                }
                std::ifstream stream(file.path(), std::ios::binary);
                const std::string bytes((std::istreambuf_iterator<char>(stream)), {});
                return bytes.contains("needle");
            });
    };
    CHECK(has_needle());
    std::promise<bool> erased;
    (*store)->erase(ticket.ticket.tracking_code, ticket.ticket.received,
                    [&](auto result) { erased.set_value(result.value()); });
    CHECK(erased.get_future().get());
    CHECK_FALSE(has_needle());
}

TEST_CASE("every primary key begins with the site") {
    const TemporaryFolder folder;
    {
        const DataFolder made(folder.path());
    }
    const Behind database(folder);
    migrate(*database.connection);
    Statement tables =
        database.connection->prepare("SELECT name FROM sqlite_schema WHERE type = 'table'");
    int count = 0;
    while (tables.step()) {
        Statement key =
            database.connection->prepare("SELECT name FROM pragma_table_info($1) WHERE pk = 1");
        REQUIRE(key.with(tables.text(0)).step());
        CAPTURE(tables.text(0));
        CHECK(key.text(0) == "site");
        ++count;
    }
    CHECK(count >= 4);
}

TEST_CASE("a database of a newer version is refused and left alone") {
    const TemporaryFolder folder;
    REQUIRE(open_sqlite_store(folder.path(), "site").has_value());
    {
        const Behind database(folder);
        database.run("PRAGMA user_version = 99");
    }
    const auto store = open_sqlite_store(folder.path(), "site");
    REQUIRE_FALSE(store);
    CHECK(store.error().find("a newer version of Ventanilla made it") != std::string::npos);
    CHECK_FALSE(open_sqlite_reader(folder.path(), "site"));
}

TEST_CASE("another program's database is refused and left alone") {
    const TemporaryFolder folder;
    {
        const DataFolder made(folder.path());
    }
    {
        const Behind database(folder);
        database.run("CREATE TABLE bookmarks (address TEXT)");
    }
    const auto store = open_sqlite_store(folder.path(), "site");
    REQUIRE_FALSE(store);
    CHECK(store.error().find("another program's database") != std::string::npos);
}

TEST_CASE("a file that is no database is a clear error") {
    const TemporaryFolder folder;
    std::ofstream(folder.path() / kDatabaseName) << std::string(5000, 'x');
    const auto store = open_sqlite_store(folder.path(), "site");
    REQUIRE_FALSE(store);
    CHECK(store.error().find("file is not a database") != std::string::npos);
}

TEST_CASE("a folder that cannot be made is a clear error") {
    const TemporaryFolder folder;
    std::ofstream(folder.path() / "file") << "no folder";
    const auto store = open_sqlite_store(folder.path() / "file" / "data", "site");
    REQUIRE_FALSE(store);
    CHECK(store.error().starts_with("cannot make the data folder"));
}

TEST_CASE("a full disk refuses tickets, loses none that was stored, and heals") {
    const TemporaryFolder folder;
    auto opened = open_sqlite_store(folder.path(), "site");
    REQUIRE(opened);
    Store& store = **opened;
    REQUIRE(add(store, new_ticket(1)).has_value());
    CHECK(healthy(store));
    {
        const FileSizeLimit full(64 * 1024);
        auto large = new_ticket(2);
        large.ticket.fields = std::string(200'000, 'x');
        CHECK(add(store, large).error() == Fault::kUnavailable);
        CHECK(store.list({.limit = 10}).size() == 1);
        CHECK_FALSE(count_later(store, {std::string(200'000, 'x'), "es", {.yes = 1}}).get());
        CHECK(store.votes({}).empty());
    }
    CHECK(add(store, new_ticket(2)).has_value());
    CHECK(healthy(store));
    CHECK(store.list({.limit = 10}).size() == 2);
}
