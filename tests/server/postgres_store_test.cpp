#include "server/store/postgres/postgres_store.h"

#include "server/store/postgres/postgres_connection.h"
#include "server/store/sql/migrations.h"
#include "tests/server/file_suite.h"
#include "tests/server/mail_suite.h"
#include "tests/server/postgres_under_test.h"
#include "tests/server/store_suite.h"
#include "tests/server/webhook_suite.h"

using namespace ventanilla;
using namespace ventanilla::store;
using namespace ventanilla::test;

namespace {

std::unique_ptr<Store> opened(const std::string& address, std::string_view site = "site") {
    auto store = open_postgres_store(address, site);
    REQUIRE(store);
    return std::move(*store);
}

// Ends every other connection, as a restart of the database does.
void cut_connections(const std::string& address) {
    connect_to_postgres(address)
        ->prepare("SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
                  "WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()")
        .run();
}

}  // namespace

TEST_CASE("PostgreSQL keeps the promises of a store") {
    const std::string address = PostgresUnderTest::empty_database();
    store_suite([&](std::string_view site) { return opened(address, site); });
}

TEST_CASE("PostgreSQL keeps the promises of a store about mail") {
    const std::string address = PostgresUnderTest::empty_database();
    mail_suite([&](std::string_view site) { return opened(address, site); });
}

TEST_CASE("PostgreSQL keeps the promises of a store about webhooks") {
    const std::string address = PostgresUnderTest::empty_database();
    webhook_suite([&](std::string_view site) { return opened(address, site); });
}

TEST_CASE("PostgreSQL keeps the promises of a store about files") {
    const std::string address = PostgresUnderTest::empty_database();
    const TemporaryFolder uploads;
    file_suite([&](std::string_view site) { return opened(address, site); }, uploads.path());
}

TEST_CASE("two servers on one PostgreSQL database see the same tickets, once each") {
    const std::string address = PostgresUnderTest::empty_database();
    const auto one = opened(address);
    const auto other = opened(address);
    std::vector<std::future<Outcome>> outcomes;
    for (int i = 0; i < 64; ++i) {
        outcomes.push_back(add_later(*one, new_ticket(i)));
        outcomes.push_back(add_later(*other, new_ticket(i)));
    }
    int first = 0;
    for (auto& outcome : outcomes) {
        first += outcome.get().value().repeated ? 0 : 1;
    }
    CHECK(first == 64);
    CHECK(one->list({.limit = 100}).size() == 64);
    CHECK(other->queued_mail_count() == 64);
}

TEST_CASE("two servers started at once on an empty database both start") {
    const std::string address = PostgresUnderTest::empty_database();
    std::vector<std::future<bool>> starts;
    for (int i = 0; i < 4; ++i) {
        starts.push_back(std::async(
            std::launch::async, [&] { return open_postgres_store(address, "site").has_value(); }));
    }
    for (auto& start : starts) {
        CHECK(start.get());
    }
}

TEST_CASE("a server that stops in the middle of a transaction does not stop another one for good") {
    const std::string address = PostgresUnderTest::empty_database();
    const auto store = opened(address);
    REQUIRE(add(*store, new_ticket(1)).has_value());
    const auto stopped = connect_to_postgres(address);
    stopped->begin();
    stopped->prepare("UPDATE tickets SET revision = revision + 1").run();

    Change change = message(1, "¿Hay novedades?");
    CHECK(change_now(*store, change).error() == Fault::kUnavailable);
    CHECK(add(*store, new_ticket(2)).has_value());
    // The database has ended the transaction of the one that stopped by now, or does so soon.
    bool is_changed = false;
    for (int attempt = 0; attempt < 5 && !is_changed; ++attempt) {
        is_changed = change_now(*store, change).has_value();
    }
    CHECK(is_changed);
}

TEST_CASE("a store goes on after the database was started again") {
    const std::string address = PostgresUnderTest::empty_database();
    const auto store = opened(address);
    REQUIRE(add(*store, new_ticket(1)).has_value());
    cut_connections(address);
    CHECK(add(*store, new_ticket(2)).has_value());
    CHECK(store->list({.limit = 10}).size() == 2);
}

TEST_CASE("what PostgreSQL cannot keep is refused, and spoils nothing that waits with it") {
    const std::string address = PostgresUnderTest::empty_database();
    const auto store = opened(address);
    auto bad = new_ticket(1);
    bad.ticket.fields = std::string("a\0b", 3);
    auto refused = add_later(*store, bad);
    auto taken = add_later(*store, new_ticket(2));
    CHECK(refused.get().error() == Fault::kUnavailable);
    CHECK(taken.get().has_value());
}

TEST_CASE("what is answered to a customer is on the disk, whatever the database's own habit is") {
    const std::string address = PostgresUnderTest::empty_database();
    const auto connection = connect_to_postgres(address);
    Statement habit = connection->prepare("SHOW synchronous_commit");
    REQUIRE(habit.step());
    CHECK(habit.text(0) == "on");
}

TEST_CASE("every primary key in PostgreSQL begins with the site") {
    const std::string address = PostgresUnderTest::empty_database();
    opened(address);
    const auto connection = connect_to_postgres(address);
    Statement tables = connection->prepare(
        "SELECT c.relname, coalesce((SELECT a.attname FROM pg_index i JOIN pg_attribute a ON "
        "a.attrelid = c.oid AND a.attnum = i.indkey[0] WHERE i.indrelid = c.oid AND "
        "i.indisprimary), '') FROM pg_class c WHERE c.relkind = 'r' AND c.relnamespace = "
        "'public'::regnamespace AND c.relname <> 'ventanilla_format'");
    int count = 0;
    while (tables.step()) {
        CAPTURE(tables.text(0));
        CHECK(tables.text(1) == "site");
        ++count;
    }
    CHECK(count >= 9);
}

TEST_CASE("another program's PostgreSQL database is refused and left alone") {
    const std::string address = PostgresUnderTest::empty_database();
    connect_to_postgres(address)->prepare("CREATE TABLE tickets (title TEXT)").run();
    const auto store = open_postgres_store(address, "site");
    REQUIRE_FALSE(store);
    CHECK(store.error().contains("another program's database"));
}

TEST_CASE("PostgreSQL tables of a newer version are refused and left alone") {
    const std::string address = PostgresUnderTest::empty_database();
    opened(address);
    connect_to_postgres(address)->prepare("UPDATE ventanilla_format SET version = 99").run();
    const auto store = open_postgres_store(address, "site");
    REQUIRE_FALSE(store);
    CHECK(store.error().contains("a newer version of Ventanilla made it"));
    CHECK_FALSE(open_postgres_reader(address, "site"));
}

TEST_CASE("a database that cannot be reached is one clear sentence, without the password") {
    const auto store =
        open_postgres_store("postgresql://ana:geheim@127.0.0.1:1/help?connect_timeout=2", "site");
    REQUIRE_FALSE(store);
    CHECK(store.error().starts_with("the PostgreSQL database cannot be used: "));
    CHECK_FALSE(store.error().contains("geheim"));
    CHECK_FALSE(store.error().contains('\n'));
}
