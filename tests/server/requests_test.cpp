#include <catch2/catch_test_macros.hpp>
#include <string>
#include <vector>

#include "core/ticket/tracking_code.h"
#include "tests/server/backend.h"

using namespace ventanilla;
using namespace ventanilla::test;
using base::Json;
using namespace std::chrono_literals;

namespace {

// A request for help, its customer and the team.
struct Desk : Backend {
    std::string code = submit();
    std::string mine = "/api/v1/requests/" + code;
    std::string theirs = "/api/v1/tickets/" + code;
    std::string customer = token(code);
    std::string agent = key("Lucía", "tickets:read tickets:write");

    std::string status() { return std::string(base::string_at(thread(), "status")); }
    Json thread() { return body_of(send("GET", mine, customer)); }
    std::vector<std::string> kinds(const Json& thread) {
        std::vector<std::string> kinds;
        for (const Json& event : base::array_at(thread, "events")) {
            kinds.emplace_back(base::string_at(event, "kind"));
        }
        return kinds;
    }
};

}  // namespace

TEST_CASE(
    "a code from her mailbox opens a customer's request, in any spelling of its tracking code") {
    Desk desk;
    const Json thread = desk.thread();
    CHECK(base::string_at(thread, "tracking_code") == desk.code);
    CHECK(base::string_at(thread, "status") == "new");
    CHECK(base::string_at(base::object_at(thread, "fields"), "message") == "No va el wifi");
    std::string loose = desk.code;
    std::erase(loose, '-');
    for (char& c : loose) {
        c = static_cast<char>(std::tolower(c));
    }
    CHECK(desk.send("GET", "/api/v1/requests/" + loose, desk.customer).status == 200);
}

TEST_CASE(
    "some days after it was solved a customer is asked whether it is, where the site says so") {
    Desk desk;
    const auto solve = [&] {
        REQUIRE(desk.send("PATCH", desk.theirs, desk.agent, {{"status", "solved"}}).status == 200);
    };
    solve();
    CHECK(desk.mail("¿está resuelta").text.empty());
    desk.site.follow_up_days = 3;
    REQUIRE(desk.send("PATCH", desk.theirs, desk.agent, {{"status", "open"}}).status == 200);
    solve();
    const store::Mail mail = desk.mail("¿está resuelta");
    CHECK(mail.to == "ana@example.org");
    CHECK(mail.text.contains("¿Te hemos ayudado?"));
    CHECK(desk.store->queued_mail(1000).back().next_attempt == desk.time + std::chrono::days(3));

    REQUIRE(desk.send("POST", desk.mine + "/satisfaction", desk.customer, {{"answer", "good"}})
                .status == 200);
    CHECK(desk.mail("¿está resuelta").text.empty());
    REQUIRE(desk.send("POST", desk.theirs + "/messages", desk.agent,
                      {{"text", "Otra cosa"}, {"status", "solved"}})
                .status == 201);
    CHECK_FALSE(desk.mail("¿está resuelta").text.empty());
}

TEST_CASE(
    "a wrong code opens nothing, and neither does one that is old, spent or tried too often") {
    Backend backend;
    const std::string path = "/api/v1/requests/" + backend.submit();
    const auto open = [&](const std::string& code) {
        return backend.send("POST", path + "/token", "", {{"code", code}}).status;
    };
    const auto wrong = [](std::string code) {
        code.back() = code.back() == '0' ? '1' : '0';
        return code;
    };
    REQUIRE(backend.send("POST", path + "/code", "").status == 202);
    const std::string first = backend.mailed_code();
    CHECK(open(wrong(first)) == 403);
    CHECK(open("12345") == 422);
    CHECK(open("12345a") == 422);
    backend.time += requests::kCodeLife;
    CHECK(open(first) == 410);
    REQUIRE(backend.send("POST", path + "/code", "").status == 202);
    const std::string second = backend.mailed_code();
    CHECK(open(second.substr(0, 3) + " " + second.substr(3)) == 200);
    CHECK(open(second) == 410);
    backend.time += store::kCodePause;
    REQUIRE(backend.send("POST", path + "/code", "").status == 202);
    const std::string third = backend.mailed_code();
    for (int attempt = 0; attempt < store::kMaxCodeAttempts; ++attempt) {
        CHECK(open(wrong(third)) == 403);
    }
    CHECK(open(third) == 410);
}

TEST_CASE("who asks for a code is told the same whether there is such a request or not") {
    Backend backend;
    const auto there = backend.send("POST", "/api/v1/requests/" + backend.submit() + "/code", "");
    const auto none =
        backend.send("POST", "/api/v1/requests/" + ticket::make_tracking_code({}) + "/code", "");
    CHECK(there.status == 202);
    CHECK(none.status == 202);
    CHECK(*there.body == *none.body);
}

TEST_CASE("an answer of the team reaches the customer, and hers the team") {
    Desk desk;
    const auto written =
        desk.send("POST", desk.theirs + "/messages", desk.agent, {{"text", "¿Qué luces ve?"}});
    CHECK(written.status == 201);
    const store::Mail told = desk.mail("respuesta a tu solicitud");
    CHECK(told.to == "ana@example.org");
    CHECK(told.text.contains("¿Qué luces ve?"));
    CHECK(told.reply_to == "equipo@faro.example");
    CHECK(told.text.contains(desk.code));
    CHECK_FALSE(told.text.contains("No va el wifi"));
    CHECK(desk.status() == "waiting");

    CHECK(desk.send("POST", desk.mine + "/messages", desk.customer, {{"text", " Una roja\n"}})
              .status == 201);
    CHECK(desk.mail("Ha escrito el cliente").text.contains("Una roja"));
    CHECK(desk.mail("Ha escrito el cliente").to == "equipo@faro.example");
    CHECK(desk.status() == "open");
    const Json thread = desk.thread();
    CHECK(desk.kinds(thread) == std::vector<std::string>{"message", "status", "message", "status"});
    CHECK(base::string_at(base::array_at(thread, "events")[0], "author") == "Lucía");
    CHECK(base::string_at(base::array_at(thread, "events")[2], "text") == "Una roja");
}

TEST_CASE("mails to the customer lead to her request, where the site says where its help is") {
    Desk desk;
    desk.send("POST", desk.theirs + "/messages", desk.agent, {{"text", "¿Qué luces ve?"}});
    CHECK_FALSE(desk.mail("respuesta a tu solicitud").text.contains("://"));
    desk.site.url = "https://ayuda.faro.example";
    desk.send("PATCH", desk.theirs, desk.agent, {{"status", "solved"}});
    CHECK(desk.mail("está resuelta")
              .text.contains("\nhttps://ayuda.faro.example/es/solicitudes/" + desk.code + "\n"));
    desk.send("POST", desk.mine + "/messages", desk.customer, {{"text", "Sigue igual"}});
    CHECK_FALSE(desk.mail("Ha escrito el cliente").text.contains("ayuda.faro.example"));
}

TEST_CASE("a message that is sent twice is written once") {
    Desk desk;
    const http::Headers key = {{"Idempotency-Key", "0123456789abcdef"}};
    CHECK(
        desk.send("POST", desk.mine + "/messages", desk.customer, {{"text", "Hola"}}, key).status ==
        201);
    CHECK(
        desk.send("POST", desk.mine + "/messages", desk.customer, {{"text", "Hola"}}, key).status ==
        201);
    CHECK(desk.kinds(desk.thread()).size() == 1);
    CHECK(desk.send("POST", desk.mine + "/messages", desk.customer, {{"text", "Adiós"}}, key)
              .status == 422);
    CHECK(desk.ask("POST", desk.mine + "/messages",
                   {{"Host", "help.example"},
                    {"Content-Type", "application/json"},
                    {"Authorization", "Bearer " + desk.customer}},
                   R"({"text":"Hola"})")
              .status == 400);
}

TEST_CASE("customers see neither notes nor who has a request to do") {
    Desk desk;
    CHECK(desk.send("POST", desk.theirs + "/notes", desk.agent, {{"text", "Cliente difícil"}})
              .status == 201);
    CHECK(desk.send("PATCH", desk.theirs, desk.agent,
                    {{"assignee", "Lucía"},
                     {"priority", "urgent"},
                     {"queue", "averías"},
                     {"tags", Json::array({"vip", "fibra", "vip"})}})
              .status == 200);
    const std::string seen = base::write_json(desk.thread());
    for (const char* secret : {"Cliente difícil", "urgent", "averías", "vip", "assignee"}) {
        CAPTURE(secret);
        CHECK_FALSE(seen.contains(secret));
    }
    const Json full = body_of(desk.send("GET", desk.theirs, desk.agent));
    CHECK(base::string_at(full, "assignee") == "Lucía");
    CHECK(base::string_at(full, "priority") == "urgent");
    CHECK(base::array_at(full, "tags").size() == 2);
    CHECK(desk.kinds(full) ==
          std::vector<std::string>{"note", "priority", "queue", "assignee", "tags"});
}

TEST_CASE("a customer closes her request, opens it again, and says whether she was helped") {
    Desk desk;
    const auto set = [&](const char* status) {
        return desk.send("POST", desk.mine + "/status", desk.customer, {{"status", status}}).status;
    };
    CHECK(set("solved") == 409);
    CHECK(set("open") == 409);
    CHECK(desk.send("POST", desk.mine + "/satisfaction", desk.customer, {{"answer", "good"}})
              .status == 409);
    CHECK(set("closed") == 200);
    CHECK(set("closed") == 409);
    CHECK(desk.send("POST", desk.mine + "/satisfaction", desk.customer,
                    {{"answer", "bad"}, {"comment", "Tarde"}})
              .status == 200);
    CHECK(base::string_at(desk.thread(), "satisfaction") == "bad");
    CHECK(set("open") == 200);
    CHECK(desk.mail("la ha abierto de nuevo").to == "equipo@faro.example");
    CHECK(set("nonsense") == 422);
}

TEST_CASE("a message opens a request again that was over") {
    Desk desk;
    CHECK(desk.send("POST", desk.theirs + "/messages", desk.agent,
                    {{"text", "Listo"}, {"status", "solved"}})
              .status == 201);
    CHECK(desk.status() == "solved");
    CHECK(desk.mail("respuesta a tu solicitud").text.contains("resuelta"));
    CHECK(desk.send("POST", desk.mine + "/messages", desk.customer, {{"text", "Sigue igual"}})
              .status == 201);
    CHECK(desk.status() == "open");
}

TEST_CASE("a customer is told of each new status in the language that she wrote in") {
    Desk desk;
    for (const auto& [status, subject] : {std::pair{"solved", "está resuelta"},
                                          {"open", "está abierta de nuevo"},
                                          {"waiting", "esperamos tu respuesta"},
                                          {"closed", "está cerrada"}}) {
        CAPTURE(status);
        CHECK(desk.send("PATCH", desk.theirs, desk.agent, {{"status", status}}).status == 200);
        CHECK(desk.mail(subject).to == "ana@example.org");
    }
    const int mails = desk.store->queued_mail_count();
    CHECK(desk.send("PATCH", desk.theirs, desk.agent, {{"status", "closed"}}).status == 200);
    CHECK(desk.store->queued_mail_count() == mails);
    CHECK(desk.send("PATCH", desk.theirs, desk.agent, {{"status", "new"}}).status == 409);
}

TEST_CASE("whoever changes a request that has moved on is told, if she asked to be") {
    Desk desk;
    const auto read = desk.send("GET", desk.theirs, desk.agent);
    const std::string tag(read.headers.get("ETag"));
    CHECK(desk.send("GET", desk.theirs, desk.agent, {}, {{"If-None-Match", tag}}).status == 304);
    const auto first =
        desk.send("PATCH", desk.theirs, desk.agent, {{"assignee", "Ana"}}, {{"If-Match", tag}});
    CHECK(first.status == 200);
    CHECK(first.headers.get("ETag") != tag);
    CHECK(desk.send("PATCH", desk.theirs, desk.agent, {{"assignee", "Eva"}}, {{"If-Match", tag}})
              .status == 412);
    CHECK(desk.send("PATCH", desk.theirs, desk.agent, {{"assignee", "Eva"}}).status == 200);
    CHECK(desk.send("PATCH", desk.theirs, desk.agent, {{"assignee", "Eva"}},
                    {{"If-Match", "nonsense"}})
              .status == 400);
}

TEST_CASE("the team's list is filtered, comes in pages, and says where it goes on") {
    Backend backend;
    const std::string reader = backend.key("reader", "tickets:read");
    std::vector<std::string> codes;
    for (int i = 0; i < 5; ++i) {
        backend.time += 1s;
        codes.push_back(backend.submit(i == 0 ? "Eva@example.org" : "ana@example.org"));
    }
    const auto list = [&](const std::string& query) {
        return body_of(backend.send("GET", "/api/v1/tickets" + query, reader));
    };
    const Json page = list("?limit=3");
    REQUIRE(base::array_at(page, "tickets").size() == 3);
    CHECK(base::string_at(base::array_at(page, "tickets")[0], "tracking_code") == codes[4]);
    const Json rest = list("?limit=3&cursor=" + std::string(base::string_at(page, "next_cursor")));
    REQUIRE(base::array_at(rest, "tickets").size() == 2);
    CHECK(base::string_at(base::array_at(rest, "tickets")[1], "tracking_code") == codes[0]);
    CHECK(base::string_at(rest, "next_cursor").empty());
    CHECK(base::array_at(list("?email=eva%40EXAMPLE.org"), "tickets").size() == 1);
    CHECK(base::array_at(list("?status=solved"), "tickets").empty());
    for (const char* query : {"?status=nonsense", "?limit=0", "?limit=101", "?limit=x", "?cursor=x",
                              "?cursor=1.x", "?colour=red", "?a=%ff"}) {
        CAPTURE(query);
        CHECK(backend.send("GET", std::string("/api/v1/tickets") + query, reader).status == 400);
    }
}

TEST_CASE("what is wrong with a change is said by member, and nothing is changed") {
    Desk desk;
    const auto faults = [&](const std::string& method, const std::string& path, const Json& body) {
        const auto response = desk.send(method, path, desk.agent, body);
        CHECK(response.status == 422);
        std::vector<std::string> pointers;
        const Json problem = body_of(response);
        for (const Json& error : base::array_at(problem, "errors")) {
            pointers.emplace_back(base::string_at(error, "pointer"));
        }
        return pointers;
    };
    using Pointers = std::vector<std::string>;
    CHECK(faults("PATCH", desk.theirs,
                 {{"status", "x"},
                  {"priority", 1},
                  {"queue", std::string(101, 'a')},
                  {"tags", Json::array({"two words"})},
                  {"colour", "red"}}) ==
          Pointers{"/colour", "/status", "/priority", "/queue", "/tags"});
    CHECK(faults("POST", desk.theirs + "/messages", {{"text", "  "}}) == Pointers{"/text"});
    CHECK(faults("POST", desk.theirs + "/messages", {{"text", std::string(10'001, 'a')}}) ==
          Pointers{"/text"});
    CHECK(faults("POST", desk.theirs + "/messages", {{"text", "a\u0007b"}}) == Pointers{"/text"});
    CHECK(faults("POST", desk.theirs + "/notes", {{"text", "a"}, {"status", "open"}}) ==
          Pointers{"/status"});
    CHECK(faults("POST", desk.theirs + "/notes", Json::array()) == Pointers{"", "/text"});
    CHECK(desk.kinds(desk.thread()).empty());
}

TEST_CASE("a request that is erased is gone for the team and for its customer") {
    Desk desk;
    const std::string eraser = desk.key("eraser", "tickets:erase");
    CHECK(desk.send("DELETE", desk.theirs, desk.agent).status == 403);
    CHECK(desk.send("DELETE", desk.theirs, eraser).status == 204);
    CHECK(desk.send("DELETE", desk.theirs, eraser).status == 404);
    CHECK(desk.send("GET", desk.theirs, desk.agent).status == 404);
    CHECK(desk.send("GET", desk.mine, desk.customer).status == 401);
    CHECK(desk.store->queued_mail_count() == 0);
}

TEST_CASE("a request that there is not is not found, with the right to see all") {
    Desk desk;
    for (const std::string& code : {ticket::make_tracking_code({}), std::string("nonsense")}) {
        CHECK(desk.send("GET", "/api/v1/tickets/" + code, desk.agent).status == 404);
        CHECK(desk.send("PATCH", "/api/v1/tickets/" + code, desk.agent, {{"queue", "a"}}).status ==
              404);
    }
}

TEST_CASE("ten people who write at the same moment are all heard") {
    Desk desk;
    std::vector<std::future<int>> writers;
    for (int i = 0; i < 10; ++i) {
        writers.push_back(std::async(std::launch::async, [&desk, i] {
            return desk
                .send("POST", desk.theirs + "/notes", desk.agent, {{"text", "Nota"}},
                      {{"Idempotency-Key", "0123456789abcde" + std::to_string(i)}})
                .status;
        }));
    }
    for (auto& writer : writers) {
        CHECK(writer.get() == 201);
    }
    CHECK(desk.kinds(body_of(desk.send("GET", desk.theirs, desk.agent))).size() == 10);
}

TEST_CASE("two hundred forged requests with somebody's address send her one mail, without a word "
          "of theirs") {
    Backend backend;
    for (int i = 0; i < 200; ++i) {
        backend.submit("victim@example.org");
    }
    int mails = 0;
    for (const store::QueuedMail& queued : backend.store->queued_mail(1000)) {
        if (queued.mail.to == "victim@example.org") {
            ++mails;
            CHECK_FALSE(queued.mail.text.contains("No va el wifi"));
        }
    }
    CHECK(mails == 1);
}
