#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <functional>
#include <set>
#include <string>
#include <vector>

#include "core/base/json.h"
#include "core/ticket/tracking_code.h"
#include "server/tickets/announcement.h"
#include "server/tickets/ticket_service.h"
#include "tests/core/base/json_edit.h"
#include "tests/server/answers.h"
#include "tests/server/memory_store.h"
#include "tests/server/site_under_test.h"

using namespace ventanilla;
using namespace ventanilla::test;
using base::Json;

namespace {

const Json kGoodFields = {
    {"kind", "fault"}, {"message", "  No va el wifi\nñandú "}, {"email", "ana@example.org"}};
const Json kGoodTranscript = {{"guide", "no-internet"},
                              {"version", 2},
                              {"lines", Json::array({{{"step", "lights"}, {"choice", "red"}}})},
                              {"outcome", "call-us"}};

Json good_body() {
    return {{"language", "es"},
            {"form", "contact"},
            {"fields", kGoodFields},
            {"transcript", kGoodTranscript},
            {"context", {{"page", "https://tienda.example/router?a=1"}}}};
}

// The service on a store in memory, with a fixed clock and predictable codes.
class Counter {
public:
    http::Response post(const std::string& body, http::Headers headers) {
        http::Response answer;
        int answers = 0;
        service_.submit({.method = "POST",
                         .path = "/api/v1/tickets",
                         .query = {},
                         .headers = std::move(headers),
                         .body = body},
                        [&](http::Response response) {
                            answer = std::move(response);
                            ++answers;
                        });
        CHECK(answers == 1);
        return answer;
    }
    http::Response post(const std::string& body, const std::string& key = "0123456789abcdef") {
        return post(body, {{"Content-Type", "application/json"}, {"Idempotency-Key", key}});
    }
    http::Response post(const Json& body) { return post(base::write_json(body)); }

    MemoryStore store;
    int stored = 0;
    site::Site site = site_under_test();

private:
    api::Texts texts_ = product_texts();
    requests::RequestMail letters_{site, texts_};
    std::uint8_t codes_ = 0;
    forms::FormTokens tokens_{"secret"};
    tickets::TicketService service_{
        site,
        texts_,
        store,
        letters_,
        tokens_,
        {.clock = [] { return store::Time(std::chrono::milliseconds(1'795'298'414'123)); },
         .random =
             [this] {
                 std::array<std::uint8_t, 16> bytes{};
                 bytes.back() = ++codes_;
                 return bytes;
             },
         .on_stored = [this](const auto&) { ++stored; }}};
};

}  // namespace

TEST_CASE("a good request is stored, announced and answered with its tracking code") {
    Counter counter;
    const auto response = counter.post(good_body());
    REQUIRE(response.status == 201);
    Json receipt = body_of(response);
    const auto code = receipt["tracking_code"].text();
    CHECK(ticket::normalise_tracking_code(code) == code);
    CHECK(receipt["received_at"] == "2026-11-21T22:00:14.123Z");
    CHECK(receipt["status"] == "new");
    CHECK(receipt.size() == 3);

    REQUIRE(counter.store.added.size() == 1);
    CHECK(counter.stored == 1);
    const auto& added = counter.store.added[0];
    CHECK(added.ticket.tracking_code == code);
    CHECK(base::parse_json(added.ticket.fields).value()["message"] == "No va el wifi\nñandú");
    CHECK(base::parse_json(added.ticket.transcript).value() == kGoodTranscript);
    CHECK(base::parse_json(added.ticket.context).value() == good_body()["context"]);
    CHECK(added.body_hash.size() == 64);
}

TEST_CASE("the announcement says everything in the team's language") {
    Counter counter;
    Json body = good_body();
    body["language"] = "en";
    body["fields"]["urgent"] = true;
    body["context"]["order"] = "FF-1";
    REQUIRE(counter.post(body).status == 201);
    const auto& mail = counter.store.added.at(0).mails.at(0);
    const std::string code = counter.store.added[0].ticket.tracking_code;
    CHECK(mail.to == "equipo@faro.example");
    CHECK(mail.reply_to == "ana@example.org");
    CHECK(mail.subject == "[" + code + "] Una avería");
    CHECK(mail.text == "Ha llegado una solicitud a Faro Fibra.\n"
                       "\n"
                       "Código de seguimiento: " +
                           code +
                           "\n"
                           "Recibida: 2026-11-21, 22:00 (UTC)\n"
                           "Idioma del cliente: en\n"
                           "\n"
                           "¿De qué se trata?\n"
                           "Una avería\n"
                           "\n"
                           "Cuéntanos qué pasa\n"
                           "No va el wifi\nñandú\n"
                           "\n"
                           "Tu correo\n"
                           "ana@example.org\n"
                           "\n"
                           "¿Es urgente?\n"
                           "Sí\n"
                           "\n"
                           "Lo que ya se ha probado con la guía «No tengo internet»:\n"
                           "- ¿Qué luces ves? — Una roja\n"
                           "La guía terminó en: Lo miramos nosotros\n"
                           "\n"
                           "order: FF-1\n"
                           "\n"
                           "Página desde la que se escribe: https://tienda.example/router?a=1\n"
                           "\n"
                           "Si respondes a este correo, tu respuesta llega a ana@example.org.\n");
}

TEST_CASE("a repetition gets the same answer and says that it is one") {
    Counter counter;
    const auto first = counter.post(good_body());
    const auto again = counter.post(good_body());
    CHECK(again.status == 201);
    CHECK(*again.body == *first.body);
    CHECK(first.headers.count("Idempotency-Replayed") == 0);
    CHECK(again.headers.get("Idempotency-Replayed") == "true");
    CHECK(counter.store.added.size() == 1);
    CHECK(counter.stored == 1);
}

TEST_CASE("a key that belongs to another request is refused") {
    Counter counter;
    REQUIRE(counter.post(good_body()).status == 201);
    Json other = good_body();
    other["fields"]["message"] = "Otra cosa";
    const auto response = counter.post(other);
    CHECK(response.status == 422);
    CHECK(body_of(response)["type"] == "/problems/idempotency-key-reused");
}

TEST_CASE("a request without a usable key is refused") {
    Counter counter;
    const std::string body = base::write_json(good_body());
    for (const std::string& key :
         {std::string(), std::string(15, 'k'), std::string(129, 'k'),
          std::string("with a space in it"), std::string("clave-con-eñe-0123")}) {
        CAPTURE(key);
        const auto response = counter.post(body, key);
        CHECK(response.status == 400);
        CHECK(body_of(response)["type"] == "/problems/idempotency-key");
    }
    CHECK(counter.post(body, {{"Content-Type", "application/json"}}).status == 400);
    CHECK(counter
              .post(body, {{"Content-Type", "application/json"},
                           {"Idempotency-Key", std::string(16, 'a')},
                           {"Idempotency-Key", std::string(16, 'b')}})
              .status == 400);
    CHECK(counter.store.added.empty());
    CHECK(counter.post(body, std::string(16, 'k')).status == 201);
    CHECK(counter.post(body, std::string(128, 'k')).status == 201);
}

TEST_CASE("only JSON is taken") {
    Counter counter;
    const std::string body = base::write_json(good_body());
    const auto with_type = [&](const std::string& type) {
        return counter.post(body, {{"Content-Type", type}, {"Idempotency-Key", "0123456789abcdef"}})
            .status;
    };
    for (const char* type :
         {"", "text/plain", "application/x-www-form-urlencoded", "application/jsonp",
          "application/json; charset=latin-1", "multipart/form-data"}) {
        CAPTURE(type);
        CHECK(with_type(type) == 415);
    }
    CHECK(with_type("application/json") == 201);
    CHECK(with_type("Application/JSON; charset=UTF-8") == 201);
}

TEST_CASE("JSON that is broken is refused with its line and column") {
    Counter counter;
    const auto detail = [&](const std::string& body) {
        const auto response = counter.post(body);
        CHECK(response.status == 400);
        return body_of(response)["detail"].text();
    };
    CHECK(detail("{\n  \"language\" \"es\"}").find("línea 2, columna 14") != std::string::npos);
    CHECK(detail("{\"a\": \"\xff\"}").find("línea 1, columna 8") != std::string::npos);
    CHECK(detail("").find("línea 1, columna 1") != std::string::npos);
    CHECK(detail(std::string(30'000, '[')).find("línea 1, columna 65") != std::string::npos);
    CHECK(counter.store.added.empty());
}

TEST_CASE("a member that is written twice is refused instead of losing one of the two") {
    Counter counter;
    std::string body = base::write_json(good_body());
    body.insert(1, R"("language":"en",)");
    const auto response = counter.post(body);
    CHECK(response.status == 400);
    CHECK(body_of(response)["detail"].text().contains("language"));
}

TEST_CASE("a body that says to be compressed is not taken as text") {
    Counter counter;
    CHECK(counter
              .post(base::write_json(good_body()), {{"Content-Type", "application/json"},
                                                    {"Content-Encoding", "gzip"},
                                                    {"Idempotency-Key", "0123456789abcdef"}})
              .status == 415);
}

TEST_CASE("what is wrong with a field is said in the request's language") {
    Counter counter;
    Json body = good_body();
    body["language"] = "en";
    body["fields"] = {{"kind", "party"}, {"email", "ana"}, {"message", "hello"}};
    const auto response = counter.post(body);
    CHECK(errors_of(response) ==
          std::vector<std::string>{"/fields/kind field.choice", "/fields/email field.email"});
    CHECK(body_of(response)["errors"][1]["detail"] ==
          read_json_file("assets/texts/field.en.json")["field.email"]);
    body["language"] = "es";
    CHECK(body_of(counter.post(body))["errors"][1]["detail"] ==
          read_json_file("assets/texts/field.es.json")["field.email"]);
}

TEST_CASE("every kind of fault points to its place") {
    Counter counter;
    const auto errors = [&](const std::function<void(Json&)>& change) {
        Json body = good_body();
        change(body);
        return errors_of(counter.post(body));
    };
    using Errors = std::vector<std::string>;
    CHECK(errors([](Json& b) { b = Json::array(); }) == Errors{" server.problem.object"});
    CHECK(errors([](Json& b) { b = "text"; }) == Errors{" server.problem.object"});
    CHECK(errors([](Json& b) { b["language"] = "fr"; }) ==
          Errors{"/language server.problem.language"});
    CHECK(errors([](Json& b) { base::erase(b, "language"); }) ==
          Errors{"/language server.problem.language"});
    CHECK(errors([](Json& b) { b["form"] = 1; }) == Errors{"/form server.problem.form"});
    CHECK(errors([](Json& b) { b["fields"] = "x"; }) == Errors{"/fields server.problem.object"});
    CHECK(errors([](Json& b) { base::erase(b, "fields"); }) ==
          Errors{"/fields server.problem.object"});
    CHECK(errors([](Json& b) { b["fields"]["message"] = 1; }) ==
          Errors{"/fields/message field.text"});
    CHECK(errors([](Json& b) { b["fields"]["message"] = nullptr; }) ==
          Errors{"/fields/message field.text"});
    CHECK(errors([](Json& b) { base::erase(b["fields"], "message"); }) ==
          Errors{"/fields/message field.required"});
    CHECK(errors([](Json& b) { b["fields"]["message"] = std::string(501, 'x'); }) ==
          Errors{"/fields/message field.too-long"});
    CHECK(errors([](Json& b) { b["fields"]["a/b~c"] = "x"; }) ==
          Errors{"/fields/a~1b~0c field.unknown"});
    CHECK(errors([](Json& b) { b["fields"]["email"] = "a@b.example\r\nBcc: c@d.example"; }) ==
          Errors{"/fields/email field.characters"});
    CHECK(errors([](Json& b) { b["extra"] = 1; }) == Errors{"/extra server.problem.member"});
    CHECK(errors([](Json& b) { b["context"] = 1; }) == Errors{"/context server.problem.context"});
    CHECK(errors([](Json& b) { b["context"]["page"] = Json::object(); }) ==
          Errors{"/context/page server.problem.context"});
    CHECK(errors([](Json& b) { b["context"]["page"] = "a\nb"; }) ==
          Errors{"/context/page server.problem.context"});
    CHECK(errors([](Json& b) { b["context"]["page"] = std::string(2001, 'x'); }) ==
          Errors{"/context/page server.problem.context"});
    CHECK(errors([](Json& b) {
              for (int i = 0; i < 25; ++i) {
                  b["context"]["k" + std::to_string(i)] = "v";
              }
          }) == Errors{"/context server.problem.context"});
    CHECK(counter.store.added.empty());
}

TEST_CASE("a transcript must be one that a guide of the site can have written") {
    Counter counter;
    const auto refused = [&](const std::function<void(Json&)>& change) {
        Json body = good_body();
        change(body["transcript"]);
        return errors_of(counter.post(body)) ==
               std::vector<std::string>{"/transcript server.problem.transcript"};
    };
    CHECK(refused([](Json& t) { t = nullptr; }));
    CHECK(refused([](Json& t) { t = Json::array(); }));
    CHECK(refused([](Json& t) { t["guide"] = "another"; }));
    CHECK(refused([](Json& t) { t["version"] = 3; }));
    CHECK(refused([](Json& t) { t["version"] = "2"; }));
    CHECK(refused([](Json& t) { t["outcome"] = "solved"; }));
    CHECK(refused([](Json& t) { t["lines"][0]["choice"] = "blue"; }));
    CHECK(refused([](Json& t) { t["lines"][0]["step"] = "power"; }));
    CHECK(refused([](Json& t) { t["lines"].push_back({{"step", "lights"}, {"choice", "red"}}); }));
    CHECK(counter.store.added.empty());
}

TEST_CASE("a transcript of an older version is kept, and told by ids where the words are gone") {
    Counter counter;
    Json body = good_body();
    body["transcript"] = {{"guide", "no-internet"},
                          {"version", 1},
                          {"lines", Json::array({{{"step", "cable"}, {"choice", "loose"}},
                                                 {{"step", "lights"}, {"choice", "blue"}}})},
                          {"outcome", ""}};
    REQUIRE(counter.post(body).status == 201);
    const std::string text = counter.store.added.at(0).mails.at(0).text;
    CHECK(text.find("- cable — loose\n- ¿Qué luces ves? — blue\n") != std::string::npos);
}

TEST_CASE("a hostile body gets no more than fifty errors back") {
    Counter counter;
    Json body = good_body();
    for (int i = 0; i < 1000; ++i) {
        body["fields"]["f" + std::to_string(i)] = 1;
    }
    CHECK(errors_of(counter.post(body)).size() == 50);
}

TEST_CASE("a tracking code that exists is exchanged for another one") {
    Counter counter;
    counter.store.next_faults = {store::Fault::kCodeTaken, store::Fault::kCodeTaken};
    CHECK(counter.post(good_body()).status == 201);
    const auto& added = counter.store.added.at(0);
    CHECK(added.mails.at(0).subject.find(added.ticket.tracking_code) != std::string::npos);
}

TEST_CASE("a store that cannot write asks the client to come back") {
    Counter counter;
    counter.store.next_faults = {store::Fault::kUnavailable};
    const auto response = counter.post(good_body());
    CHECK(response.status == 503);
    CHECK(response.headers.get("Retry-After") == "10");
    counter.store.next_faults = std::vector(3, store::Fault::kCodeTaken);
    CHECK(counter.post(good_body()).status == 503);
}

TEST_CASE("every sentence stands in every language, with the same gaps to fill") {
    const std::string language = GENERATE("en", "pt");
    for (const std::string area : {"server", "field", "app", "portal"}) {
        const Json spanish = read_json_file("assets/texts/" + area + ".es.json");
        const Json other = read_json_file("assets/texts/" + area + "." + language + ".json");
        const auto gaps = [](const std::string& text) {
            std::set<std::string> names;
            for (auto at = text.find('{'); at != std::string::npos; at = text.find('{', at + 1)) {
                names.insert(text.substr(at, text.find('}', at) - at));
            }
            return names;
        };
        CHECK(spanish.size() == other.size());
        for (const auto& [key, text] : spanish.members()) {
            CAPTURE(language, key);
            REQUIRE(other.find(key) != nullptr);
            CHECK_FALSE(other.find(key)->text().empty());
            CHECK(gaps(text.text()) == gaps(other.find(key)->text()));
        }
    }
    for (int code = 0; code <= static_cast<int>(ticket::FaultCode::kNotAsked); ++code) {
        const auto key = ticket::message_key(static_cast<ticket::FaultCode>(code));
        CAPTURE(key);
        CHECK(read_json_file("assets/texts/field.es.json").find(key) != nullptr);
    }
}
