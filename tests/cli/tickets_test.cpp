#include "cli/tickets.h"

#include <array>
#include <catch2/catch_test_macros.hpp>
#include <chrono>
#include <future>
#include <string>

#include "core/base/json.h"
#include "core/ticket/tracking_code.h"
#include "server/store/sqlite/sqlite_store.h"
#include "tests/cli/console.h"
#include "tests/server/temporary_folder.h"

using namespace ventanilla;
using test::run;

namespace {

std::string code_of(std::uint8_t number) {
    std::array<std::uint8_t, 16> random{};
    random.fill(number);
    return ticket::make_tracking_code(random);
}

void add(store::Store& store, std::uint8_t number, const std::string& message) {
    store::NewTicket added;
    added.ticket.tracking_code = code_of(number);
    added.ticket.language = "es";
    added.ticket.form = "contact";
    added.ticket.fields =
        base::write_json({{"kind", "fault"}, {"email", "ana@example.com"}, {"message", message}});
    added.ticket.transcript =
        base::write_json({{"guide", "no-internet"},
                          {"version", 1},
                          {"lines", base::Json::array({{{"step", "power"}, {"choice", "on"}}})},
                          {"outcome", ""}});
    added.ticket.received = store::Time(std::chrono::milliseconds(1'790'000'000'000 + number));
    added.idempotency_key = "0123456789abcdef" + std::to_string(number);
    added.body_hash = std::to_string(number);
    std::promise<bool> done;
    store.add(std::move(added), [&](const auto& stored) { done.set_value(stored.has_value()); });
    REQUIRE(done.get_future().get());
}

// A data folder with two of the demo's requests.
struct Tickets {
    Tickets() {
        auto store = store::open_sqlite_store(folder.path(), "faro-fibra");
        REQUIRE(store.has_value());
        add(**store, 1, "No tengo internet");
        add(**store, 2, "Hola\x1b[2J\nadiós");
    }
    test::Run operator()(std::vector<std::string> words) const {
        words.insert(words.begin(), "tickets");
        words.insert(words.end(), {"--data", folder.path().string()});
        return run("assets", words);
    }

    test::TemporaryFolder folder;
};

}  // namespace

TEST_CASE("requests are listed, the newest first") {
    const Tickets tickets;
    const test::Run result = tickets({"list"});
    CHECK(result.code == 0);
    CHECK(result.out.starts_with("CODE "));
    CHECK(result.out.find(code_of(2)) < result.out.find(code_of(1)));
    CHECK(result.out.find("2026-09-21T") != std::string::npos);
    CHECK(tickets({"list", "--limit", "1"}).out.find(code_of(1)) == std::string::npos);
}

TEST_CASE("a program gets requests as JSON") {
    const Tickets tickets;
    const auto list = base::parse_json(tickets({"list", "--json"}).out);
    REQUIRE(list.has_value());
    REQUIRE(list->size() == 2);
    CHECK(base::string_at((*list)[0], "tracking_code") == code_of(2));
    CHECK(base::string_at(base::object_at((*list)[1], "fields"), "message") == "No tengo internet");
}

TEST_CASE("a request is shown by its code, however it was typed") {
    const Tickets tickets;
    std::string typed = code_of(1);
    std::erase(typed, '-');
    const test::Run result = tickets({"show", typed});
    CHECK(result.code == 0);
    CHECK(result.out.find("Code:     " + code_of(1)) != std::string::npos);
    CHECK(result.out.find("  ¿De qué se trata?: Una avería: algo no funciona\n") !=
          std::string::npos);
    CHECK(result.out.find("  Cuéntanos qué pasa: No tengo internet\n") != std::string::npos);
    CHECK(result.out.find("Guide: No tengo internet\n  ¿Tiene el router alguna luz encendida?: "
                          "Sí, al menos una\n") != std::string::npos);
    const auto json = base::parse_json(tickets({"show", code_of(1), "--json"}).out);
    REQUIRE(json.has_value());
    CHECK(base::string_at(*json, "status") == "new");
}

TEST_CASE("a customer's text cannot write to the team's terminal") {
    const std::string shown = Tickets()({"show", code_of(2)}).out;
    CHECK(shown.find('\x1b') == std::string::npos);
    CHECK(shown.find("Hola\uFFFD[2J\n") != std::string::npos);
}

TEST_CASE(
    "a code that is none, one that nobody has and a folder that is not there are told apart") {
    const Tickets tickets;
    const test::Run none = tickets({"show", "1234"});
    CHECK(none.code == 1);
    CHECK(none.log.find("no tracking code") != std::string::npos);
    const test::Run unknown = tickets({"show", code_of(9)});
    CHECK(unknown.code == 1);
    CHECK(unknown.log.find("no request with the code") != std::string::npos);
    const test::Run gone = run("assets", {"tickets", "list", "--data", "/nowhere/at/all"});
    CHECK(gone.code == 1);
    CHECK_FALSE(gone.log.empty());
}
