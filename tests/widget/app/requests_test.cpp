// What becomes of a request after it was sent: seen by whoever has its mailbox, answered, closed, opened again.
#include <catch2/catch_test_macros.hpp>

#include "tests/widget/app/host.h"

using namespace ventanilla;
using app::NodeKind;
using app::ScreenId;
using test::Host;

namespace {

constexpr const char* kTrackingCode = "7KQ2-M9XD-4HTR-B8VK";
constexpr const char* kRequestAddress = "/es/solicitudes/7KQ2-M9XD-4HTR-B8VK";
constexpr const char* kRequestPath = "/api/v1/requests/7KQ2-M9XD-4HTR-B8VK";

std::string request_json(const std::string& status, int revision, const std::string& events,
                         const std::string& more = {}) {
    return R"({"tracking_code":"7KQ2-M9XD-4HTR-B8VK","status":")" + status +
           R"(","received_at":"2026-11-21T10:00:00.000Z","revision":)" + std::to_string(revision) +
           R"(,"fields":{"kind":"query","message":"No va el wifi","email":"ana@example.com"})" +
           more + R"(,"events":[)" + events + "]}";
}

constexpr const char* kTeamAnswer =
    R"({"number":1,"at":"2026-11-22T09:00:00.000Z","kind":"message","actor":"team","author":"Lucía","text":"Apaga el router.\n\nEspera un minuto."},
       {"number":2,"at":"2026-11-22T09:00:00.000Z","kind":"status","actor":"team","before":"new","after":"waiting"})";

test::HelpOrigin site_with(const std::string& request, bool keeps = true) {
    test::HelpOrigin origin = test::small_site();
    origin.keeps = keeps;
    origin.files[kRequestPath] = request;
    return origin;
}

void write_into(Host& host, const std::string& field, const std::string& value) {
    const app::Node* node = host.find(NodeKind::kField, field);
    REQUIRE(node != nullptr);
    host.tell(app::Typed{node->key, value, node->revision + 1});
}

void answer_with(Host& host, int status, const std::string& body = "{}") {
    host.ticket_answers.push_back({0, status, body});
}

// She is at the request and has shown that it is hers.
void open_request(Host& host) {
    host.tell(app::Navigate{kRequestAddress});
    answer_with(host, 202);
    host.press("Enviarme el código");
    write_into(host, "request.digits", "123 456");
    answer_with(host, 200, R"({"token":"secret","expires_at":"2026-12-22T09:00:00.000Z"})");
    host.press("Abrir la solicitud");
}

// Ready to be sent.
void write_request(Host& host) {
    host.press("Escribir a una persona");
    host.choose("Una consulta");
    host.fill("email", "ana@example.com");
    host.fill("message", "Hola");
}

}  // namespace

TEST_CASE("a tracking code leads to its request, however it is typed, and a wrong one is said to "
          "be wrong") {
    Host host;
    host.follow("Mis solicitudes");
    CHECK(host.screen().title == "Mis solicitudes");
    CHECK(host.address == "/es/solicitudes");
    write_into(host, "request.code", "7KQ2-M9XD-4HTR-B8VX");
    host.press("Ver la solicitud");
    CHECK(host.find(NodeKind::kField, "request.code")->error.starts_with("Este no es un código"));
    CHECK(host.focused.back() == "request.code");
    write_into(host, "request.code", " 7kq2 m9xd 4htr b8vk");
    CHECK(host.find(NodeKind::kField, "request.code")->error.empty());
    host.press("Ver la solicitud");
    CHECK(host.address == kRequestAddress);
    CHECK(host.screen().title == "Tu solicitud");
    CHECK(host.posts.empty());
}

TEST_CASE("nobody sees a request before six digits from its mailbox have opened it") {
    const auto origin = site_with(request_json("waiting", 2, kTeamAnswer));
    Host host({}, kRequestAddress, origin);
    CHECK_FALSE(host.shows("Apaga el router"));
    answer_with(host, 202);
    host.press("Enviarme el código");
    CHECK(host.posts.back().path == std::string(kRequestPath) + "/code");
    CHECK(host.focused.back() == "request.digits");
    CHECK(host.announced.back().starts_with("Si hay una solicitud"));
    CHECK(host.find(NodeKind::kField, "request.digits")->input == app::Input::kOneTimeCode);

    write_into(host, "request.digits", "000000");
    answer_with(host, 403);
    host.press("Abrir la solicitud");
    CHECK(host.find(NodeKind::kField, "request.digits")->error.starts_with("No son las seis"));
    CHECK(host.focused.back() == "request.digits");
    answer_with(host, 410);
    host.press("Abrir la solicitud");
    CHECK(host.find(NodeKind::kField, "request.digits")->error.starts_with("Estas cifras ya no"));

    write_into(host, "request.digits", "123456");
    answer_with(host, 200, R"({"token":"secret"})");
    host.press("Abrir la solicitud");
    CHECK(host.posts.back().body == R"({"code":"123456"})");
    CHECK(host.shows("Apaga el router."));
    CHECK(host.shows("Espera un minuto."));
    CHECK(host.shows("Lucía"));
    CHECK(host.shows("Esperamos tu respuesta"));
    CHECK(host.shows("No va el wifi"));
    CHECK(host.focused.back() == "title");
}

TEST_CASE("what she has opened is open until the tab is closed, and stands in the list") {
    const auto origin = site_with(request_json("waiting", 2, kTeamAnswer));
    Host host({}, {}, origin);
    open_request(host);
    Host again(host.saved, {}, origin);
    CHECK(again.shows("Apaga el router."));
    again.press("Volver");
    again.tell(app::Navigate{"/es/solicitudes"});
    again.follow(kTrackingCode);
    CHECK(again.shows("Apaga el router."));
}

TEST_CASE("a token that is good no longer asks for digits again and keeps what she has written") {
    auto origin = site_with(request_json("waiting", 2, kTeamAnswer));
    Host host({}, {}, origin);
    open_request(host);
    write_into(host, "request.reply", "Sigue igual");
    answer_with(host, 401);
    host.press("Enviar la respuesta");
    CHECK(host.shows("volver a demostrar"));
    CHECK_FALSE(host.shows("Apaga el router."));
    answer_with(host, 202);
    host.press("Enviarme el código");
    write_into(host, "request.digits", "123456");
    answer_with(host, 200, R"({"token":"other"})");
    host.press("Abrir la solicitud");
    CHECK(host.posts.back().token == "other");
    CHECK(host.posts.back().body == R"({"text":"Sigue igual"})");
}

TEST_CASE(
    "a reply whose answer is cut is sent again with the same key and the same bytes, by itself") {
    const auto origin = site_with(request_json("waiting", 2, kTeamAnswer));
    Host host({}, {}, origin);
    open_request(host);
    host.press("Enviar la respuesta");
    CHECK(host.find(NodeKind::kField, "request.reply")->error ==
          "Escribe tu respuesta antes de enviarla.");
    write_into(host, "request.reply", "Ya lo he hecho\ny nada");
    const std::size_t before = host.posts.size();
    answer_with(host, 0);
    host.press("Enviar la respuesta");
    CHECK(host.find(NodeKind::kField, "request.reply")->read_only);
    CHECK(host.shows("Aún no sabemos si tu respuesta ha llegado"));
    CHECK(host.focused.back() == "unsent");
    answer_with(host, 503);
    host.wake();
    answer_with(host, 201);
    host.wake();
    REQUIRE(host.posts.size() == before + 3);
    CHECK(host.posts[before].key.size() >= 16);
    CHECK(host.posts[before].key == host.posts[before + 1].key);
    CHECK(host.posts[before].key == host.posts[before + 2].key);
    CHECK(host.posts[before].body == host.posts[before + 2].body);
    CHECK(host.posts[before].path == std::string(kRequestPath) + "/messages");
    CHECK(host.announced.back() == "Hemos recibido tu respuesta.");
    CHECK(host.find(NodeKind::kField, "request.reply")->value.empty());
    CHECK_FALSE(host.find(NodeKind::kField, "request.reply")->read_only);

    SECTION("the next one is another") {
        write_into(host, "request.reply", "Una cosa más");
        answer_with(host, 201);
        host.press("Enviar la respuesta");
        CHECK(host.posts.back().key != host.posts[before].key);
    }
}

TEST_CASE("a reply that was under way when the tab was loaded anew is sent on") {
    const auto origin = site_with(request_json("waiting", 2, kTeamAnswer));
    Host host({}, {}, origin);
    open_request(host);
    write_into(host, "request.reply", "Sigue igual");
    host.online = false;
    host.press("Enviar la respuesta");
    Host again(host.saved, {}, origin);
    REQUIRE(again.posts.size() == 1);
    CHECK(again.posts.front().key == host.posts.back().key);
    CHECK(again.posts.front().body == host.posts.back().body);
}

TEST_CASE(
    "an answer of the team is shown and announced when it comes, and pauses grow while none does") {
    auto origin = site_with(request_json("new", 0, ""));
    Host host({}, {}, origin);
    open_request(host);
    CHECK(host.shows("Todavía no hay respuesta"));
    for (int i = 0; i < 8; ++i) {
        host.wake();
    }
    REQUIRE(host.waits.size() == 9);
    CHECK(host.waits[0] == 15);
    CHECK(host.waits[1] == 30);
    CHECK(host.waits[8] == 300);
    host.announced.clear();
    origin.files[kRequestPath] = request_json("waiting", 2, kTeamAnswer);
    host.wake();
    CHECK(host.announced == std::vector<std::string>{"Hay novedades en tu solicitud."});
    CHECK(host.shows("Apaga el router."));
    CHECK(host.waits.back() == 15);
    host.announced.clear();
    host.wake();
    CHECK(host.announced.empty());

    SECTION("nobody looks any more once she has gone") {
        host.press("Volver");
        const std::size_t waits = host.waits.size();
        host.wake();
        host.wake();
        CHECK(host.waits.size() == waits);
    }
}

TEST_CASE("she sees by when the first answer is owed, until it is there") {
    auto origin = site_with(request_json("new", 0, "", R"(,"due_at":"2026-11-24T18:00:00.000Z")"));
    Host host({}, {}, origin);
    open_request(host);
    CHECK(host.find(NodeKind::kDetail, "receipt.due")->value == "2026-11-24T18:00:00.000Z");
    origin.files[kRequestPath] =
        request_json("waiting", 2, kTeamAnswer, R"(,"due_at":"2026-11-24T18:00:00.000Z")");
    host.wake();
    CHECK(host.find(NodeKind::kDetail, "receipt.due") == nullptr);
}

TEST_CASE("a receipt says by when the first answer is owed, where the site has promised it") {
    Host host;
    write_request(host);
    answer_with(
        host, 201,
        R"({"tracking_code":"7KQ2-M9XD-4HTR-B8VK","received_at":"2026-11-23T10:00:00Z","due_at":"2026-11-24T18:00:00Z"})");
    host.press("Enviar");
    CHECK(host.find(NodeKind::kDate, "due")->value == "2026-11-24T18:00:00Z");
    Host again(host.saved);
    CHECK(again.find(NodeKind::kDate, "due")->value == "2026-11-24T18:00:00Z");
}

TEST_CASE("a receipt can be saved where the server keeps one, also after a reload") {
    Host host;
    write_request(host);
    answer_with(
        host, 201,
        R"({"tracking_code":"7KQ2-M9XD-4HTR-B8VK","received_at":"2026-11-23T10:00:00Z","receipt_token":"secret"})");
    host.press("Enviar");
    Host again(host.saved);
    again.press("Guardar el recibo");
    CHECK(again.downloaded ==
          std::vector<std::string>{
              "7KQ2-M9XD-4HTR-B8VK.txt /api/v1/requests/7KQ2-M9XD-4HTR-B8VK/receipt secret"});
    CHECK(again.focused.empty());

    again.online = false;
    again.press("Guardar el recibo");
    CHECK(again.focused.back() == "trouble");
    CHECK(again.shows("El fallo es nuestro"));
    again.tell(app::ConnectionChanged{false});
    again.press("Guardar el recibo");
    CHECK(again.find(NodeKind::kNotice, "trouble")->text.contains("No tienes conexión"));
    again.online = true;
    again.tell(app::ConnectionChanged{true});
    again.press("Guardar el recibo");
    CHECK(again.find(NodeKind::kNotice, "trouble") == nullptr);
}

TEST_CASE("where the server keeps no receipt, none can be saved") {
    Host host;
    write_request(host);
    host.press("Enviar");
    CHECK_FALSE(host.shows("Guardar el recibo"));
}

TEST_CASE("what is there stays on the screen where the network goes") {
    const auto origin = site_with(request_json("waiting", 2, kTeamAnswer));
    Host host({}, {}, origin);
    open_request(host);
    host.online = false;
    host.wake();
    CHECK(host.shows("Apaga el router."));
    CHECK(host.screen().id == ScreenId::kRequest);
}

TEST_CASE("a request that cannot be loaded says why and is tried again") {
    auto origin = site_with(request_json("waiting", 2, kTeamAnswer));
    Host host({}, kRequestAddress, origin);
    answer_with(host, 202);
    host.press("Enviarme el código");
    write_into(host, "request.digits", "123456");
    answer_with(host, 200, R"({"token":"secret"})");
    host.broken = true;
    host.press("Abrir la solicitud");
    CHECK(host.screen().id == ScreenId::kError);
    host.broken = false;
    host.press("Intentarlo de nuevo");
    CHECK(host.shows("Apaga el router."));
}

TEST_CASE("she closes a request, opens it again, and says whether she was helped in one press") {
    auto origin = site_with(request_json("waiting", 2, kTeamAnswer));
    Host host({}, {}, origin);
    open_request(host);
    origin.files[kRequestPath] = request_json(
        "closed", 3,
        std::string(kTeamAnswer) +
            R"(,{"number":3,"at":"2026-11-22T10:00:00.000Z","kind":"status","actor":"customer","after":"closed"})");
    answer_with(host, 200);
    host.press("Cerrar la solicitud");
    CHECK(host.posts.back().body == R"({"status":"closed"})");
    CHECK(host.posts.back().token == "secret");
    CHECK(host.shows("Cerrada el"));
    CHECK(host.focused.back() == "title");

    origin.files[kRequestPath] =
        request_json("closed", 4, kTeamAnswer, R"(,"satisfaction":"good")");
    answer_with(host, 200);
    host.press("Sí, me ha servido");
    CHECK(host.posts.back().path == std::string(kRequestPath) + "/satisfaction");
    CHECK(host.posts.back().body == R"({"answer":"good"})");
    CHECK(host.shows("Gracias por decírnoslo."));
    write_into(host, "request.comment", "Muy amables");
    answer_with(host, 200);
    host.press("Enviar el comentario");
    CHECK(host.posts.back().body == R"({"answer":"good","comment":"Muy amables"})");

    answer_with(host, 409);
    host.press("Abrirla de nuevo");
    CHECK(host.posts.back().body == R"({"status":"open"})");
    CHECK(host.shows("ha cambiado mientras tanto"));
    CHECK(host.focused.back() == "trouble");
}

TEST_CASE("an address of no tracking code leads nowhere") {
    for (const char* path : {"/es/solicitudes/", "/es/solicitudes/7KQ2", "/es/solicitudes/..%2f",
                             "/es/solicitudes/7KQ2-M9XD-4HTR-B8VX"}) {
        const Host host({}, path);
        CHECK(host.screen().id == ScreenId::kError);
        CHECK(host.posts.empty());
    }
}

TEST_CASE("a page without a server behind it says so") {
    Host host({}, kRequestAddress);
    answer_with(host, 405);
    host.press("Enviarme el código");
    CHECK(host.shows("no hay ningún servidor"));
    CHECK(host.focused.back() == "trouble");
}

TEST_CASE("a receipt leads to what becomes of the request") {
    Host host;
    write_request(host);
    host.press("Enviar");
    host.follow("Mis solicitudes");
    host.follow(kTrackingCode);
    CHECK(host.address == kRequestAddress);
}
