#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include "core/base/json.h"

#include "tests/widget/app/host.h"

using namespace ventanilla;
using app::NodeKind;
using app::ScreenId;
using test::Host;

namespace {

void fill_query(Host& host) {
    host.press("Escribir a una persona");
    host.choose("Una consulta");
    host.fill("email", "ana@example.com");
    host.fill("message", "¿Cuándo llega el técnico?");
}

}  // namespace

TEST_CASE("a request that was stored shows its code, and what was sent") {
    Host host;
    fill_query(host);
    host.press("Enviar");
    REQUIRE(host.posts.size() == 1);
    CHECK(host.posts[0].path == "/api/v1/tickets");
    CHECK(host.posts[0].key.size() == 32);
    CHECK(host.screen().id == ScreenId::kReceipt);
    CHECK(host.find(NodeKind::kCode)->value == "7KQ2-M9XD-4HTR-B8VK");
    CHECK(host.shows("¿Cuándo llega el técnico?"));
    CHECK(host.emitted.back() == "ticket-sent");

    host.press("Copiar el código");
    CHECK(host.copied == "7KQ2-M9XD-4HTR-B8VK");
    host.press("Volver");
    CHECK(host.screen().id == ScreenId::kHome);
}

TEST_CASE("a field is asked for only with the kind of request that needs it") {
    Host host;
    host.press("Escribir a una persona");
    CHECK(host.find(NodeKind::kField, "field.line") == nullptr);
    host.choose("Una avería");
    CHECK(host.find(NodeKind::kField, "field.line") != nullptr);
    host.fill("line", "600 000 000");
    host.choose("Una consulta");
    host.fill("email", "ana@example.com");
    host.fill("message", "Hola");
    host.press("Enviar");
    REQUIRE(host.posts.size() == 1);
    CHECK(host.posts[0].body.find("600 000 000") == std::string::npos);
}

TEST_CASE("what is missing is said at the field, and the focus goes to the first one") {
    Host host;
    host.press("Escribir a una persona");
    host.choose("Una consulta");
    CHECK(host.find(NodeKind::kField, "field.email")->error.empty());
    host.press("Enviar");
    CHECK(host.posts.empty());
    CHECK(host.focused.back() == "field.email");
    CHECK_FALSE(host.find(NodeKind::kField, "field.email")->error.empty());
    host.fill("email", "ana@example.com");
    CHECK(host.find(NodeKind::kField, "field.email")->error.empty());
    CHECK_FALSE(host.find(NodeKind::kField, "field.message")->error.empty());
}

TEST_CASE("a lost answer is retried with the same key and the same body, and counts once") {
    Host host;
    fill_query(host);
    host.ticket_answers.push_back({0, 0, {}});
    host.press("Enviar");
    CHECK(host.screen().id == ScreenId::kForm);
    CHECK(host.find(NodeKind::kNotice, "waiting") != nullptr);
    CHECK(host.find(NodeKind::kField, "field.message")->read_only);

    host.tell(app::Typed{"field.message", "otra cosa", 99});  // frozen
    host.press("Enviar de nuevo");
    REQUIRE(host.posts.size() == 2);
    CHECK(host.posts[0].key == host.posts[1].key);
    CHECK(host.posts[0].body == host.posts[1].body);
    CHECK(host.screen().id == ScreenId::kReceipt);
    CHECK(host.stored == 1);
}

TEST_CASE("what the server refuses stands at its field and can be mended, with the same key") {
    Host host;
    fill_query(host);
    host.ticket_answers.push_back(
        {0, 422, R"({"title":"x","errors":[{"pointer":"/fields/email","code":"field.email"}]})"});
    host.press("Enviar");
    CHECK_FALSE(host.find(NodeKind::kField, "field.email")->error.empty());
    CHECK_FALSE(host.find(NodeKind::kField, "field.email")->read_only);
    CHECK(host.focused.back() == "field.email");
    host.fill("email", "ana@example.org");
    CHECK(host.find(NodeKind::kField, "field.email")->error.empty());
    host.press("Enviar");
    CHECK(host.posts[0].key == host.posts[1].key);
    CHECK(host.screen().id == ScreenId::kReceipt);
}

TEST_CASE("a server that is busy keeps what was written") {
    Host host;
    fill_query(host);
    host.ticket_answers.push_back({0, 429, "{}"});
    host.press("Enviar");
    CHECK(host.find(NodeKind::kNotice, "trouble")->text.find("demasiados mensajes") !=
          std::string::npos);
    CHECK(host.find(NodeKind::kField, "field.message")->value == "¿Cuándo llega el técnico?");
}

TEST_CASE("a customer who is to wait reads for how long, and what she wrote is still there") {
    const std::vector<std::pair<int, std::string>> waits = {
        {1, "un minuto"}, {60, "un minuto"}, {61, "unos minutos"}, {300, "unos minutos"}};
    for (const auto& [seconds, words] : waits) {
        CAPTURE(seconds);
        Host host;
        fill_query(host);
        host.ticket_answers.push_back(
            {0, 429, "{\"status\": 429, \"retry_after\": " + std::to_string(seconds) + "}"});
        host.press("Enviar");
        CHECK(host.find(NodeKind::kNotice, "trouble")->text.contains(words));
        CHECK(host.focused.back() == "trouble");
        CHECK(host.find(NodeKind::kField, "field.message")->value == "¿Cuándo llega el técnico?");
        host.press("Enviar");
        CHECK(host.screen().id == ScreenId::kReceipt);
        CHECK(host.posts[0].key == host.posts[1].key);
    }
}

TEST_CASE("sending twice at once posts once") {
    Host host;
    fill_query(host);
    host.hold = true;
    host.press("Enviar");
    host.tell(app::Press{app::Command::kSend});
    CHECK(host.posts.size() == 1);
    host.release();
    CHECK(host.screen().id == ScreenId::kReceipt);
}

TEST_CASE("a request waits for its key if that comes late") {
    Host host;
    host.hold_random = true;
    fill_query(host);
    host.press("Enviar");
    CHECK(host.posts.empty());
    host.release();
    CHECK(host.posts.size() == 1);
    CHECK_FALSE(host.posts[0].key.empty());
}

TEST_CASE("what goes along is shown, and what she strikes out does not go") {
    Host host;
    host.follow("No tengo internet");
    host.choose("Una roja");
    host.press("Continuar");
    host.press("Escribirnos con lo que has probado");
    CHECK(host.shows("https://www.farofibra.example/tarifas"));
    host.press("Quitar la dirección de la página");
    host.press("Quitar lo que he probado");
    CHECK_FALSE(host.shows("https://www.farofibra.example/tarifas"));
    host.fill("line", "600 000 000");
    host.fill("email", "ana@example.com");
    host.fill("message", "Hola");
    host.press("Enviar");
    REQUIRE(host.posts.size() == 1);
    CHECK(host.posts[0].body.find("transcript") == std::string::npos);
    CHECK(host.posts[0].body.find("farofibra.example/tarifas") == std::string::npos);
}

TEST_CASE("what the page knows goes along as it is shown, unless she strikes it out") {
    const bool is_struck = GENERATE(false, true);
    Host host;
    host.tell(app::HostContext{.page = "https://www.farofibra.example/tarifas",
                               .suggested = {},
                               .values = {{"plan", "Fibra 600"},
                                          {"page", "https://elsewhere.example/"},
                                          {"broken", "a\nb"}}});
    fill_query(host);
    CHECK(host.shows("Fibra 600"));
    CHECK_FALSE(host.shows("https://elsewhere.example/"));
    if (is_struck) {
        host.press("Quitar los datos que añade esta página");
        CHECK_FALSE(host.shows("Fibra 600"));
    }
    host.press("Enviar");
    REQUIRE(host.posts.size() == 1);
    const auto body = base::parse_json(host.posts[0].body);
    base::Json expected = {{"page", "https://www.farofibra.example/tarifas"}};
    if (!is_struck) {
        expected["plan"] = "Fibra 600";
    }
    CHECK(base::object_at(*body, "context") == expected);
}

TEST_CASE("the guide's transcript goes along as keys") {
    Host host;
    host.follow("No tengo internet");
    host.choose("Una roja");
    host.press("Continuar");
    host.press("Escribirnos con lo que has probado");
    host.fill("line", "600 000 000");
    host.fill("email", "ana@example.com");
    host.fill("message", "Hola");
    host.press("Enviar");
    REQUIRE(host.posts.size() == 1);
    const auto body = base::parse_json(host.posts[0].body);
    const auto transcript = guide::transcript_from_json(base::object_at(*body, "transcript"));
    REQUIRE(transcript.has_value());
    CHECK(transcript->outcome == "call");
    CHECK(transcript->lines == std::vector<guide::TranscriptLine>{{"lights", "red"}});
}

TEST_CASE("a draft survives a reload, and a sending that was cut is still frozen") {
    Host host;
    fill_query(host);
    {
        Host reloaded(host.saved);
        CHECK(reloaded.screen().id == ScreenId::kForm);
        CHECK(reloaded.find(NodeKind::kField, "field.message")->value ==
              "¿Cuándo llega el técnico?");
    }
    host.hold = true;
    host.press("Enviar");
    Host reloaded(host.saved);
    CHECK(reloaded.find(NodeKind::kField, "field.message")->read_only);
    reloaded.press("Enviar de nuevo");
    CHECK(reloaded.posts[0].key == host.posts[0].key);
    CHECK(reloaded.posts[0].body == host.posts[0].body);
}

TEST_CASE("a refusal after a lost answer does not thaw what may be stored already") {
    Host host;
    fill_query(host);
    host.ticket_answers.push_back({0, 0, {}});
    host.ticket_answers.push_back({0, 429, "{}"});
    host.press("Enviar");
    host.press("Enviar de nuevo");
    CHECK(host.find(NodeKind::kField, "field.message")->read_only);
    host.press("Enviar de nuevo");
    CHECK(host.screen().id == ScreenId::kReceipt);
    CHECK(host.posts[0].body == host.posts[2].body);
    CHECK(host.stored == 1);
}

TEST_CASE("an answer that does not say what became of the request keeps it frozen") {
    const auto answer =
        GENERATE(app::Answered{0, 408, R"({"status":408})"},
                 app::Answered{0, 403, "<html>No</html>"}, app::Answered{0, 400, "{}"},
                 app::Answered{0, 502, {}}, app::Answered{0, 200, "<html>Hello</html>"});
    Host host;
    fill_query(host);
    host.ticket_answers.push_back(answer);
    host.press("Enviar");
    CHECK(host.find(NodeKind::kField, "field.message")->read_only);
    CHECK(host.focused.back() == "waiting");
    host.press("Enviar de nuevo");
    CHECK(host.posts[0].body == host.posts[1].body);
    CHECK(host.posts[0].key == host.posts[1].key);
    CHECK(host.screen().id == ScreenId::kReceipt);
}

TEST_CASE("a key that another window has spent is exchanged, and Send makes it another request") {
    Host host;
    fill_query(host);
    host.ticket_answers.push_back(
        {0, 422, R"({"type":"/problems/idempotency-key-reused","status":422})"});
    host.press("Enviar");
    CHECK_FALSE(host.find(NodeKind::kField, "field.message")->read_only);
    CHECK(host.find(NodeKind::kNotice, "trouble")->text.find("otra ventana") != std::string::npos);
    host.press("Enviar");
    CHECK(host.posts[0].key != host.posts[1].key);
    CHECK(host.screen().id == ScreenId::kReceipt);
}

TEST_CASE("where no server takes requests, she is told and keeps what she wrote") {
    const int status = GENERATE(404, 405, 501);
    Host host;
    fill_query(host);
    host.ticket_answers.push_back({0, status, "<html></html>"});
    host.press("Enviar");
    CHECK(host.find(NodeKind::kNotice, "trouble")->text.find("ningún servidor") !=
          std::string::npos);
    CHECK_FALSE(host.find(NodeKind::kField, "field.message")->read_only);
    CHECK(host.find(NodeKind::kField, "field.message")->value == "¿Cuándo llega el técnico?");
}

TEST_CASE(
    "what was tried goes along by whichever way she comes to the form, and stands on the receipt") {
    Host host;
    host.follow("No tengo internet");
    host.choose("Una roja");
    host.press("Continuar");
    host.press("Escribir a una persona");
    CHECK(host.shows("Lo que has probado en la guía «No tengo internet»"));
    host.fill("line", "600 000 000");
    host.fill("email", "ana@example.com");
    host.fill("message", "Hola");
    host.press("Enviar");
    CHECK(host.posts[0].body.find("transcript") != std::string::npos);
    CHECK(host.screen().id == ScreenId::kReceipt);
    CHECK(host.shows("Lo que has probado en la guía «No tengo internet»"));
    CHECK(host.shows("https://www.farofibra.example/tarifas"));
}

TEST_CASE("what she searched for and read goes along as it is shown, unless she strikes it out") {
    Host host;
    host.type("wifi lento");
    host.follow("El wifi va lento");
    host.press("Volver");
    host.type("nada que haya");
    host.tell(app::Navigate{"/es/"});
    fill_query(host);
    CHECK(host.shows("Búsquedas"));
    CHECK(host.shows("wifi lento · nada que haya"));
    SECTION("as it is") {
        Host reloaded(host.saved);
        CHECK(reloaded.shows("wifi lento · nada que haya"));
        host.press("Enviar");
        const auto body = base::parse_json(host.posts.at(0).body).value();
        const base::Json& context = base::object_at(body, "context");
        CHECK(base::string_at(context, "searches") == "wifi lento · nada que haya");
        CHECK(base::string_at(context, "articles") == "El wifi va lento");
        CHECK(host.screen().id == ScreenId::kReceipt);
        CHECK(host.shows("wifi lento · nada que haya"));
    }
    SECTION("not at all") {
        host.press("Quitar lo que he mirado");
        CHECK_FALSE(host.shows("wifi lento · nada que haya"));
        host.press("Enviar");
        CHECK_FALSE(host.posts.at(0).body.contains("wifi lento"));
        CHECK_FALSE(host.posts.at(0).body.contains("El wifi va lento"));
    }
}

TEST_CASE("of what she looked up the newest five go along, each once") {
    Host host;
    for (const char* query : {"uno", "dos", "tres", "uno", "cuatro", "cinco", "seis"}) {
        host.type(query);
        host.tell(app::Navigate{"/es/"});
    }
    fill_query(host);
    CHECK(host.shows("tres · uno · cuatro · cinco · seis"));
}
