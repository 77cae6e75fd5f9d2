// Copies of the database that are good, and what becomes of those that are not.
#include "server/store/sqlite/backup.h"

#include <sys/stat.h>

#include <array>
#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <fstream>
#include <future>
#include <iterator>

#include "core/ticket/tracking_code.h"
#include "server/store/sqlite/data_folder.h"
#include "server/store/sqlite/file_copies.h"
#include "server/store/sqlite/sqlite_connection.h"
#include "server/store/sqlite/sqlite_store.h"
#include "tests/server/file_suite.h"
#include "tests/server/temporary_folder.h"

using namespace ventanilla;
using namespace ventanilla::store;
namespace fs = std::filesystem;

namespace {

constexpr const char* kSite = "faro";

std::string code_of(std::uint8_t number) {
    std::array<std::uint8_t, 16> random{};
    random.fill(number);
    return ticket::make_tracking_code(random);
}

std::unique_ptr<Store> open_store(const fs::path& folder) {
    auto store = open_sqlite_store(folder, kSite);
    REQUIRE(store.has_value());
    return std::move(*store);
}

void add(Store& store, std::uint8_t number) {
    NewTicket added;
    added.ticket.tracking_code = code_of(number);
    added.ticket.fields = "{}";
    added.idempotency_key = "0123456789abcdef" + std::to_string(number);
    std::promise<bool> done;
    store.add(std::move(added), [&](const auto& stored) { done.set_value(stored.has_value()); });
    REQUIRE(done.get_future().get());
}

bool holds(const fs::path& folder, std::uint8_t number) {
    auto reader = open_sqlite_reader(folder, kSite);
    REQUIRE(reader.has_value());
    return (*reader)->find(code_of(number)).has_value();
}

std::string bytes_of(const fs::path& file) {
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
}

void write(const fs::path& file, const std::string& bytes) {
    std::ofstream(file, std::ios::binary) << bytes;
}

// A data folder with two requests, and a copy of it.
struct Kept {
    Kept() {
        const auto store = open_store(data);
        add(*store, 1);
        add(*store, 2);
        REQUIRE(back_up(data, copy).has_value());
    }
    test::TemporaryFolder folder;
    fs::path data = folder.path() / "data";
    fs::path copy = folder.path() / "copy.db";
};

}  // namespace

TEST_CASE("a backup of a running server holds what was stored when it began, for its owner alone") {
    const test::TemporaryFolder folder;
    const fs::path data = folder.path() / "data";
    const fs::path copy = folder.path() / "copy.db";
    const auto store = open_store(data);
    add(*store, 1);
    const auto first = back_up(data, copy);
    REQUIRE(first.has_value());
    CHECK(first->tickets == 1);
    add(*store, 2);
    const auto second = back_up(data, copy);  // in the place of the first
    REQUIRE(second.has_value());
    CHECK(second->tickets == 2);
    struct stat status{};
    REQUIRE(::stat(copy.c_str(), &status) == 0);
    CHECK((status.st_mode & 0777U) == 0600U);
    // One file, with nothing beside it.
    CHECK(std::distance(fs::directory_iterator(folder.path()), fs::directory_iterator()) == 2);
}

TEST_CASE("what was backed up is there after it was restored, in a new folder or an old one") {
    const Kept kept;
    const fs::path other = kept.folder.path() / "other";
    const bool is_old = GENERATE(false, true);
    if (is_old) {
        add(*open_store(other), 3);
    }
    const auto restored = restore(kept.copy, other);
    REQUIRE(restored.has_value());
    CHECK(restored->tickets == 2);
    CHECK(restored->replaced.empty() == !is_old);
    CHECK(holds(other, 1));
    CHECK(holds(other, 2));
    CHECK_FALSE(holds(other, 3));
    const auto store = open_store(other);
    add(*store, 4);
}

TEST_CASE("what a restored backup takes the place of can be restored itself, its log included") {
    const Kept kept;
    {
        // As a server leaves it that was killed: all of it in the log.
        const auto store = open_store(kept.data);
        add(*store, 3);
        fs::create_directory(kept.folder.path() / "killed");
        for (const char* name : {"ventanilla.db", "ventanilla.db-wal"}) {
            fs::copy_file(kept.data / name, kept.folder.path() / "killed" / name);
        }
    }
    const fs::path killed = kept.folder.path() / "killed";
    const auto first = restore(kept.copy, killed);
    REQUIRE(first.has_value());
    CHECK_FALSE(holds(killed, 3));
    const auto back = restore(first->replaced, killed);
    REQUIRE(back.has_value());
    CHECK(holds(killed, 3));
    CHECK(back->replaced != first->replaced);
}

TEST_CASE("nothing is restored under a running server") {
    const Kept kept;
    const auto store = open_store(kept.data);
    const auto restored = restore(kept.copy, kept.data);
    REQUIRE_FALSE(restored.has_value());
    CHECK(restored.error().contains("another server is running"));
    add(*store, 3);
}

TEST_CASE(
    "a file that is damaged, cut, empty or another program's is refused, and nothing is touched") {
    const Kept kept;
    const std::string good = bytes_of(kept.copy);
    std::string damaged = good;
    damaged.replace(damaged.size() / 2, 4096, std::string(4096, '\xFF'));
    for (const std::string& bad :
         {std::string(), std::string("not a database"), good.substr(0, good.size() / 2), damaged}) {
        write(kept.copy, bad);
        const auto restored = restore(kept.copy, kept.data);
        REQUIRE_FALSE(restored.has_value());
        CHECK(restored.error().contains(kept.copy.string()));
        CHECK(holds(kept.data, 2));
        for (const auto& entry : fs::directory_iterator(kept.data)) {
            CHECK_FALSE(entry.path().string().contains(".new"));
            CHECK_FALSE(entry.path().string().contains("replaced"));
        }
    }
}

TEST_CASE("a backup of a newer version is refused, and says so") {
    const Kept kept;
    connect_to_sqlite(kept.copy, FileAccess::kWriteBeside)
        ->prepare("PRAGMA user_version = 99")
        .run();
    const auto restored = restore(kept.copy, kept.data);
    REQUIRE_FALSE(restored.has_value());
    CHECK(restored.error().contains("newer version"));
    CHECK(holds(kept.data, 2));
}

TEST_CASE("a backup that cannot be written leaves the one before as it was") {
    const Kept kept;
    const auto before = bytes_of(kept.copy);
    const auto nowhere = back_up(kept.data, kept.folder.path() / "missing" / "copy.db");
    REQUIRE_FALSE(nowhere.has_value());
    CHECK(nowhere.error().contains("missing"));
    write(kept.data / kDatabaseName, "not a database");
    CHECK_FALSE(back_up(kept.data, kept.copy).has_value());
    CHECK(bytes_of(kept.copy) == before);
    CHECK_FALSE(back_up(kept.folder.path() / "none", kept.copy).has_value());
}

TEST_CASE("what is attached goes with a backup, comes back with it, and goes from it once erased") {
    const test::TemporaryFolder folder;
    const fs::path data = folder.path() / "data";
    const fs::path copy = folder.path() / "copy.db";
    const std::string name = server::sha256_hex("a picture");
    auto store = open_store(data);
    REQUIRE(test::keep(*store, uploads_folder(data), "one", "a picture") == false);
    REQUIRE(test::add(*store, test::ticket_with(1, {{"one", "a.png"}})));
    REQUIRE(back_up(data, copy));
    CHECK(bytes_of(files_beside(copy) / name) == "a picture");

    const fs::path elsewhere = folder.path() / "elsewhere";
    REQUIRE(restore(copy, elsewhere));
    {
        const auto restored = open_store(elsewhere);
        const auto files = restored->attachments(test::new_ticket(1).ticket.tracking_code);
        REQUIRE(files.size() == 1);
        CHECK(restored->bytes(files[0]) == "a picture");
    }
    test::erase_now(*store, test::new_ticket(1).ticket.tracking_code);
    REQUIRE(back_up(data, copy));
    CHECK(fs::is_empty(files_beside(copy)));
}

TEST_CASE("a backup whose file is damaged or missing is not restored, and says which one") {
    const test::TemporaryFolder folder;
    const fs::path data = folder.path() / "data";
    const fs::path copy = folder.path() / "copy.db";
    const std::string name = server::sha256_hex("a picture");
    {
        const auto store = open_store(data);
        REQUIRE(test::keep(*store, uploads_folder(data), "one", "a picture") == false);
    }
    REQUIRE(back_up(data, copy));
    write(files_beside(copy) / name, "another picture");
    const auto damaged = restore(copy, folder.path() / "elsewhere");
    REQUIRE_FALSE(damaged);
    CHECK(damaged.error().contains(name + " is damaged"));
    fs::remove(files_beside(copy) / name);
    const auto missing = restore(copy, folder.path() / "elsewhere");
    REQUIRE_FALSE(missing);
    CHECK(missing.error().contains(name + " is not there"));
}

TEST_CASE("files of what a restore replaces are kept beside it") {
    const test::TemporaryFolder folder;
    const fs::path data = folder.path() / "data";
    const fs::path empty = folder.path() / "empty.db";
    open_store(folder.path() / "other").reset();
    REQUIRE(back_up(folder.path() / "other", empty));
    {
        const auto store = open_store(data);
        REQUIRE(test::keep(*store, uploads_folder(data), "one", "a picture") == false);
        REQUIRE(test::add(*store, test::ticket_with(1, {{"one", "a.png"}})));
    }
    const auto restored = restore(empty, data);
    REQUIRE(restored);
    open_store(data)->expire({}, {}, [](auto) {});  // sweeps
    REQUIRE(restore(restored->replaced, data));
    const auto store = open_store(data);
    const auto files = store->attachments(test::new_ticket(1).ticket.tracking_code);
    REQUIRE(files.size() == 1);
    CHECK(store->bytes(files[0]) == "a picture");
}
