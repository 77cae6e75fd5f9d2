#include "cli/tickets.h"

#include <algorithm>
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
    added.ticket.email = "ana@example.com";
    added.ticket.received = store::Time(std::chrono::milliseconds(1'790'000'000'000 + number));
    added.mails.resize(1);
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

TEST_CASE("the team answers from the terminal, and the customer's mail waits to be sent") {
    const Tickets tickets;
    const test::Run result = tickets({"reply", code_of(1), "¿Qué luces ves?", "--author", "Lucía"});
    CHECK(result.log.empty());
    CHECK(result.code == 0);
    CHECK(result.out == code_of(1) + ": waiting\n");
    const auto store = store::open_sqlite_store(tickets.folder.path(), "faro-fibra");
    REQUIRE(store);
    const auto mails = (*store)->queued_mail(10);
    REQUIRE(mails.size() == 3);
    CHECK(mails.back().mail.to == "ana@example.com");
    CHECK(mails.back().mail.text.contains("¿Qué luces ves?"));
    const std::string shown = tickets({"show", code_of(1)}).out;
    CHECK(shown.contains("message (team: Lucía)\n  ¿Qué luces ves?\n"));
    CHECK(shown.contains("  new -> waiting\n"));
}

TEST_CASE("a text is read from the input where it is a hyphen") {
    const Tickets tickets;
    const test::Run noted = run(
        "assets", {"tickets", "note", code_of(1), "-", "--data", tickets.folder.path().string()},
        "Primera línea\nSegunda\n");
    CHECK(noted.code == 0);
    CHECK(tickets({"show", code_of(1)}).out.contains("  Primera línea\nSegunda\n"));
}

TEST_CASE("the team answers while a server runs on the same data") {
    const Tickets tickets;
    const auto server = store::open_sqlite_store(tickets.folder.path(), "faro-fibra");
    REQUIRE(server);
    CHECK(tickets({"set", code_of(1), "--assignee", "Lucía", "--priority", "urgent", "--tags",
                   "vip fibra", "--status", "solved"})
              .code == 0);
    const auto ticket = (*server)->find(code_of(1));
    REQUIRE(ticket);
    CHECK(ticket->assignee == "Lucía");
    CHECK(ticket->priority == "urgent");
    CHECK(ticket->tags == "fibra vip");
    CHECK(ticket->status == "solved");
    add(**server, 3, "Después");
    CHECK(tickets({"show", code_of(3)}).code == 0);
}

TEST_CASE("what is done every day has short ways") {
    const Tickets tickets;
    CHECK(tickets({"assign", code_of(1), "Lucía"}).code == 0);
    CHECK(tickets({"solve", code_of(1)}).code == 0);
    const std::string shown = tickets({"show", code_of(1), "--json"}).out;
    CHECK(shown.contains(R"("assignee":"Lucía")"));
    CHECK(shown.contains(R"("status":"solved")"));
    CHECK(tickets({"assign", code_of(1), ""}).code == 0);
    CHECK(tickets({"show", code_of(1), "--json"}).out.contains(R"("assignee":"")"));
    CHECK(tickets({"assign", code_of(1)}).code == 2);
}

TEST_CASE("a change that makes no sense is refused in words, and changes nothing") {
    const Tickets tickets;
    CHECK(tickets({"reply", code_of(1), "  "}).log.starts_with("text: Write a message"));
    CHECK(tickets({"reply", "1234", "Hola"}).log.contains("no tracking code"));
    CHECK(tickets({"note", code_of(9), "Hola"}).log.contains("no request with the code"));
    CHECK(tickets({"set", code_of(1), "--status", "nonsense"}).code == 2);
    CHECK(tickets({"set", code_of(1), "--assignee", std::string(101, 'a')})
              .log.starts_with("assignee: "));
    const auto json = base::parse_json(tickets({"show", code_of(1), "--json"}).out);
    REQUIRE(json.has_value());
    CHECK(base::array_at(*json, "events").empty());
}

TEST_CASE("all that is kept of a customer is printed, one request a line") {
    const Tickets tickets;
    CHECK(tickets({"note", code_of(1), "Una nota"}).code == 0);
    const std::string all = tickets({"export", "--email", "Ana@Example.com"}).out;
    CHECK(std::ranges::count(all, '\n') == 2);
    CHECK(all.contains("Una nota"));
    CHECK(tickets({"export", "--email", "eva@example.com"}).out.empty());
}

TEST_CASE("requests are erased one by one, or all of a customer's") {
    const Tickets tickets;
    CHECK(tickets({"erase", code_of(1)}).out == "Erased: 1\n");
    CHECK(tickets({"erase", code_of(1)}).code == 1);
    CHECK(tickets({"show", code_of(1)}).code == 1);
    CHECK(tickets({"erase", "--email", "ANA@example.com"}).out == "Erased: 1\n");
    CHECK(tickets({"export"}).out.empty());
    CHECK(tickets({"erase"}).code == 2);
    CHECK(tickets({"erase", code_of(1), "--email", "ana@example.com"}).code == 2);
}

TEST_CASE("a key is shown once, listed without its secret, and removed") {
    const Tickets tickets;
    const auto keys = [&](std::vector<std::string> words) {
        words.insert(words.begin(), "keys");
        words.insert(words.end(), {"--data", tickets.folder.path().string()});
        return run("assets", words);
    };
    const test::Run made =
        keys({"add", "desk", "--scope", "tickets:write", "--scope", "tickets:read"});
    CHECK(made.code == 0);
    const std::string secret = made.out.substr(0, made.out.size() - 1);
    CHECK(secret.starts_with("vtn_"));
    CHECK(secret.size() == 68);
    CHECK(keys({"add", "desk", "--scope", "tickets:read"}).code == 1);
    CHECK(keys({"add", "other", "--scope", "everything"}).code == 2);
    const std::string list = keys({"list"}).out;
    CHECK(list.contains("tickets:read tickets:write  desk\n"));
    CHECK_FALSE(list.contains(secret));
    CHECK(keys({"remove", "desk"}).code == 0);
    CHECK(keys({"remove", "desk"}).code == 1);
    CHECK(keys({"list"}).out.empty());
}
