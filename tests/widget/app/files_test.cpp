// Files that go with a request, or with a message about one.
#include <catch2/catch_test_macros.hpp>

#include "core/base/json.h"
#include "core/ticket/attachment.h"
#include "tests/widget/app/host.h"

using namespace ventanilla;
using app::NodeKind;
using app::ScreenId;
using base::Json;
using test::Host;

namespace {

constexpr const char* kGone = R"({"status":422,"type":"/problems/upload-missing"})";
constexpr const char* kWithFiles = "/es/solicitudes/7KQ2-M9XD-4HTR-B8VK";

test::HelpOrigin attaching_site() {
    test::HelpOrigin origin = test::small_site();
    origin.keeps = true;
    origin.attaches = true;
    return origin;
}

std::string id_of(int number) {
    std::string id(ticket::kUploadIdDigits, 'a');
    id.replace(0, 1, std::to_string(number));
    return id;
}

// What the host reports once she has chosen this file.
Json file(int number, const std::string& name, std::int64_t size = 2048) {
    return {{"upload", id_of(number)}, {"name", name}, {"size", size}};
}

void choose_files(Host& host, const Json& files, const std::string& field = "files") {
    const app::Node* node = host.find(NodeKind::kField, field);
    REQUIRE(node != nullptr);
    REQUIRE(node->input == app::Input::kFile);
    host.tell(app::Typed{node->key, base::write_json(files), 0});
}

void write_query(Host& host) {
    host.press("Escribir a una persona");
    host.choose("Una consulta");
    host.fill("email", "ana@example.com");
    host.fill("message", "Mira la foto");
}

// The names in the body of the last post, in order.
std::vector<std::string> sent_names(const Host& host) {
    std::vector<std::string> names;
    const auto body = base::parse_json(host.posts.back().body);
    REQUIRE(body);
    for (const Json& each : base::array_at(*body, "attachments")) {
        names.emplace_back(base::string_at(each, "name"));
    }
    return names;
}

void open_with_files(Host& host) {
    host.tell(app::Navigate{kWithFiles});
    host.ticket_answers.push_back({0, 202, "{}"});
    host.press("Enviarme el código");
    const app::Node* digits = host.find(NodeKind::kField, "request.digits");
    REQUIRE(digits != nullptr);
    host.tell(app::Typed{digits->key, "123456", digits->revision + 1});
    host.ticket_answers.push_back({0, 200, R"({"token":"secret"})"});
    host.press("Abrir la solicitud");
}

test::HelpOrigin site_with_request() {
    test::HelpOrigin origin = attaching_site();
    origin.files["/api/v1/requests/7KQ2-M9XD-4HTR-B8VK"] =
        R"({"tracking_code":"7KQ2-M9XD-4HTR-B8VK","status":"waiting","received_at":"2026-11-21T10:00:00.000Z","revision":1,
            "fields":{"kind":"query","message":"No va el wifi","email":"ana@example.com"},
            "events":[{"number":1,"at":"2026-11-22T09:00:00.000Z","kind":"message","actor":"team","author":"Lucía","text":"Haz esto."}],
            "attachments":[{"number":1,"event":0,"name":"foto.png","type":"image/png","size":2048,"sha256":"aa"},
                           {"number":2,"event":1,"name":"pasos.pdf","type":"application/pdf","size":3145729,"sha256":"bb"}]})";
    return origin;
}

}  // namespace

TEST_CASE("she is told how many files of which size go along before she chooses any") {
    const auto origin = attaching_site();
    Host host({}, {}, origin);
    write_query(host);
    const app::Node* field = host.find(NodeKind::kField, "files");
    REQUIRE(field != nullptr);
    CHECK(field->hint.find("Hasta 5, de 10 MB") != std::string::npos);
    CHECK(field->number == 5);
    CHECK(ticket::kMaxAttachments == 5);
    CHECK(ticket::kMaxAttachmentBytes == 10 * 1024 * 1024);
}

TEST_CASE("a host that cannot upload offers no files") {
    Host host;
    write_query(host);
    CHECK(host.find(NodeKind::kField, "files") == nullptr);
}

TEST_CASE("chosen files go with the request, in order, but for those that she takes out again") {
    const auto origin = attaching_site();
    Host host({}, {}, origin);
    write_query(host);
    choose_files(host, Json::array({file(1, "foto.png"), file(2, "otra.png", 1)}));
    choose_files(host, Json::array({file(3, "router.jpg", 3'000'000)}));
    CHECK(host.find(NodeKind::kField, "files")->number == 2);
    CHECK(host.shows("Quitar router.jpg (3 MB)"));
    host.press("Quitar otra.png (1 KB)");
    CHECK(host.focused.back() == "files");
    host.press("Enviar");
    CHECK(sent_names(host) == std::vector<std::string>{"foto.png", "router.jpg"});
    CHECK(host.screen().id == ScreenId::kReceipt);
    CHECK(host.shows("foto.png"));
    CHECK(host.shows("router.jpg"));
    CHECK_FALSE(host.shows("otra.png"));
    host.press("Volver");
    host.press("Escribir a una persona");
    CHECK_FALSE(host.shows("foto.png"));
}

TEST_CASE("a file that is too large, empty or one too many is said to be, and the rest stays") {
    const auto origin = attaching_site();
    Host host({}, {}, origin);
    write_query(host);
    choose_files(host, Json::array({file(1, "foto.png"), file(2, "película.mp4", 10'485'761)}));
    CHECK(host.find(NodeKind::kField, "files")->error ==
          "película.mp4 pesa más de 10 MB y no cabe.");
    CHECK(host.shows("Quitar foto.png (2 KB)"));
    choose_files(host, Json::array({file(3, "nada.txt", 0)}));
    CHECK(host.find(NodeKind::kField, "files")->error == "nada.txt está vacío.");
    choose_files(host, Json::array({file(4, "4.png"), file(5, "5.png"), file(6, "6.png"),
                                    file(7, "7.png", 10'485'760)}));
    CHECK(host.find(NodeKind::kField, "files")->error.empty());
    choose_files(host, Json::array({file(8, "8.png")}));
    CHECK(host.find(NodeKind::kField, "files")->error.find("8.png se queda fuera") !=
          std::string::npos);
    host.press("Enviar");
    CHECK(sent_names(host) ==
          std::vector<std::string>{"foto.png", "4.png", "5.png", "6.png", "7.png"});
}

TEST_CASE(
    "what a host reports that is no file changes nothing, and a strange name becomes a plain one") {
    const auto origin = attaching_site();
    Host host({}, {}, origin);
    write_query(host);
    choose_files(host, Json{{"files", 1}});
    choose_files(host, Json::array({Json("x"), Json{{"upload", "../x"}, {"size", 3}}}));
    CHECK(host.find(NodeKind::kGroup, "files.chosen") == nullptr);
    choose_files(host, Json::array({file(1, "a/b\n.png")}));
    host.press("Enviar");
    CHECK(sent_names(host) == std::vector<std::string>{"file"});
}

TEST_CASE("what is sent again is sent with the same files, and they cannot be changed meanwhile") {
    const auto origin = attaching_site();
    Host host({}, {}, origin);
    write_query(host);
    choose_files(host, Json::array({file(1, "foto.png")}));
    host.online = false;
    host.press("Enviar");
    CHECK(host.find(NodeKind::kField, "files") == nullptr);
    CHECK(host.shows("foto.png"));
    CHECK_FALSE(host.shows("Quitar foto.png"));
    host.online = true;
    host.ticket_answers.push_back({0, 0, {}});
    host.wake();
    const std::string before = host.posts.at(0).body;
    host.tell(app::Typed{"files", base::write_json(Json::array({file(2, "otra.png")})), 0});
    host.online = true;
    host.wake();
    CHECK(host.posts.back().body == before);
    CHECK(host.stored == 1);
    CHECK(host.screen().id == ScreenId::kReceipt);
}

TEST_CASE("how much has gone is shown while the files are on their way") {
    const auto origin = attaching_site();
    Host host({}, {}, origin);
    write_query(host);
    choose_files(host, Json::array({file(1, "foto.png")}));
    host.hold = true;
    host.press("Enviar");
    CHECK(host.find(NodeKind::kProgress, "sending")->number == -1);
    host.tell(app::Chose{"upload", "43"});
    CHECK(host.find(NodeKind::kProgress, "sending")->number == 43);
    host.tell(app::Chose{"upload", "x"});
    host.release();
    CHECK(host.screen().id == ScreenId::kReceipt);
}

TEST_CASE("where their bytes are gone she is asked for them again, and what she wrote stays") {
    const auto origin = attaching_site();
    Host host({}, {}, origin);
    write_query(host);
    choose_files(host, Json::array({file(1, "foto.png")}));
    host.ticket_answers.push_back({0, 422, kGone});
    host.press("Enviar");
    CHECK(host.screen().id == ScreenId::kForm);
    CHECK(host.shows("ya no están disponibles"));
    CHECK(host.focused.back() == "trouble");
    CHECK(host.find(NodeKind::kField, "field.message")->value == "Mira la foto");
    choose_files(host, Json::array({file(2, "foto.png")}));
    CHECK_FALSE(host.shows("ya no están disponibles"));
    host.press("Enviar");
    CHECK(host.screen().id == ScreenId::kReceipt);
}

TEST_CASE("a page that is loaded anew says that the files chosen before are gone") {
    const auto origin = attaching_site();
    Host host({}, {}, origin);
    write_query(host);
    choose_files(host, Json::array({file(1, "foto.png")}));
    host.tell(app::Typed{"field.message", "Mira la foto, por favor", 9});
    Host again(host.saved, {}, origin);
    CHECK(again.shows("ya no están disponibles"));
    CHECK_FALSE(again.shows("foto.png"));
    CHECK(again.find(NodeKind::kField, "field.message")->value == "Mira la foto, por favor");
}

TEST_CASE(
    "files of a request stand with the message that they came with, and are saved by their names") {
    const auto origin = site_with_request();
    Host host({}, {}, origin);
    open_with_files(host);
    host.press("Guardar pasos.pdf (4 MB)");
    host.press("Guardar foto.png (2 KB)");
    CHECK(host.downloaded ==
          std::vector<std::string>{
              "pasos.pdf /api/v1/requests/7KQ2-M9XD-4HTR-B8VK/attachments/2 secret",
              "foto.png /api/v1/requests/7KQ2-M9XD-4HTR-B8VK/attachments/1 secret"});
    const app::Node* message = host.find(NodeKind::kGroup, "event.1");
    REQUIRE(message != nullptr);
    CHECK(bridge::to_json_text(host.screen()).find("pasos.pdf") != std::string::npos);
}

TEST_CASE("a reply takes files along, once, and says where they are gone") {
    const auto origin = site_with_request();
    Host host({}, {}, origin);
    open_with_files(host);
    const app::Node* field = host.find(NodeKind::kField, "request.reply");
    host.tell(app::Typed{"request.reply", "Aquí está", field->revision + 1});
    choose_files(host, Json::array({file(1, "a.png"), file(2, "b.png")}), "request.files");
    host.press("Quitar a.png (2 KB)");
    host.ticket_answers.push_back({0, 422, kGone});
    host.press("Enviar la respuesta");
    CHECK(sent_names(host) == std::vector<std::string>{"b.png"});
    CHECK(host.shows("ya no están disponibles"));
    CHECK(host.find(NodeKind::kField, "request.reply")->value == "Aquí está");
    choose_files(host, Json::array({file(3, "c.png")}), "request.files");
    host.ticket_answers.push_back({0, 201, "{}"});
    host.press("Enviar la respuesta");
    CHECK(sent_names(host) == std::vector<std::string>{"c.png"});
    CHECK_FALSE(host.shows("c.png"));
    CHECK(host.find(NodeKind::kField, "request.reply")->value.empty());
}
