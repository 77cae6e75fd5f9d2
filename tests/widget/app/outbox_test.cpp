// Promise 1: what is sent and has not arrived waits on the device, goes out by itself and arrives once.
#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include "tests/widget/app/host.h"

using namespace ventanilla;
using app::Command;
using app::NodeKind;
using app::ScreenId;
using test::Host;

namespace {

test::HelpOrigin keeping_site() {
    test::HelpOrigin origin = test::small_site();
    origin.keeps = true;
    return origin;
}

void write(Host& host, const std::string& message) {
    host.press("Escribir a una persona");
    host.choose("Una consulta");
    host.fill("email", "ana@example.com");
    host.fill("message", message);
}

void send_offline(Host& host, const std::string& message) {
    write(host, message);
    host.online = false;
    host.tell(app::ConnectionChanged{false});
    host.press("Enviar");
}

void come_online(Host& host) {
    host.online = true;
    host.tell(app::ConnectionChanged{true});
}

std::string notice_of(Host& host, const std::string& key) {
    const app::Node* notice = host.find(NodeKind::kNotice, key);
    return notice == nullptr ? std::string() : notice->text;
}

}  // namespace

TEST_CASE("what cannot be sent says that it waits and where it is kept, and goes out by itself") {
    const auto origin = keeping_site();
    Host host({}, {}, origin);
    send_offline(host, "Hola");
    CHECK(host.screen().title == "Tu mensaje está pendiente de envío");
    CHECK(host.focused.back() == "waiting");
    CHECK(host.shows("Está guardado en este dispositivo"));
    CHECK(host.find(NodeKind::kField, "field.message")->read_only);
    CHECK(host.device.size() == 1);
    CHECK(host.stored == 0);
    come_online(host);
    CHECK(host.screen().id == ScreenId::kReceipt);
    CHECK(host.stored == 1);
    CHECK(host.device.empty());
}

TEST_CASE("it is tried again after pauses that grow, without moving the focus") {
    const auto origin = keeping_site();
    Host host({}, {}, origin);
    send_offline(host, "Hola");
    host.focused.clear();
    host.announced.clear();
    for (int i = 0; i < 12; ++i) {
        host.wake();
    }
    CHECK(host.focused.empty());
    CHECK(host.announced.empty());
    REQUIRE(host.waits.size() == 13);
    CHECK(host.waits[0] >= 2);
    CHECK(host.waits[0] <= 3);
    for (std::size_t i = 1; i < host.waits.size(); ++i) {
        CHECK(host.waits[i] >= host.waits[i - 1]);
    }
    CHECK(host.waits.back() == 300);
    host.online = true;
    host.wake();
    CHECK(host.stored == 1);
    CHECK(host.posts.front().key == host.posts.back().key);
    CHECK(host.posts.front().body == host.posts.back().body);
}

TEST_CASE("a server that is busy says when it is sent again, and it is, by itself") {
    const auto origin = keeping_site();
    Host host({}, {}, origin);
    write(host, "Hola");
    host.ticket_answers.push_back({0, 429, R"({"status":429,"retry_after":1800})"});
    host.press("Enviar");
    CHECK(notice_of(host, "waiting").contains("en la cola"));
    CHECK(host.waits.back() >= 1800);
    host.wake();
    CHECK(host.screen().id == ScreenId::kReceipt);
    CHECK(host.stored == 1);
}

TEST_CASE("a later visit finds what waits on the device and sends it once") {
    const auto origin = keeping_site();
    Host before({}, {}, origin);
    send_offline(before, "Hola");

    Host host({}, {}, origin);  // another tab: nothing is left of the session
    host.device = before.device;
    host.find_kept();
    CHECK(host.screen().id == ScreenId::kHome);
    REQUIRE(host.posts.size() == 1);
    CHECK(before.device.contains(host.posts[0].key));
    CHECK(host.posts[0].body.contains("Hola"));
    CHECK(host.stored == 1);
    CHECK(host.device.empty());
    CHECK(notice_of(host, "sent").contains("7KQ2-M9XD-4HTR-B8VK"));
    CHECK(host.announced.back().contains("7KQ2-M9XD-4HTR-B8VK"));
    CHECK(host.emitted.back() == "ticket-sent");
    host.follow("Ver lo que enviaste");
    CHECK(host.screen().id == ScreenId::kReceipt);
    CHECK(host.shows("Hola"));
    host.press("Volver");
    CHECK(notice_of(host, "sent").empty());
}

TEST_CASE("what waits is sent also where only the first file of the core is there yet") {
    test::HelpOrigin origin = test::annexed_site();
    origin.keeps = true;
    Host before({}, {}, origin);
    send_offline(before, "Hola");
    Host host({}, {}, origin);
    host.device = before.device;
    host.find_kept();
    CHECK(host.stored == 1);
    CHECK(host.device.empty());
}

TEST_CASE("two tabs that send the same request store it once, and both have its code") {
    const auto origin = keeping_site();
    Host one({}, {}, origin);
    send_offline(one, "Hola");
    Host reloaded(one.saved, {}, origin);
    CHECK(one.device.contains(reloaded.posts.at(0).key));
    CHECK(reloaded.screen().id == ScreenId::kReceipt);
    reloaded.device = one.device;
    reloaded.find_kept();
    CHECK(reloaded.stored == 1);
    come_online(one);
    CHECK(one.screen().id == ScreenId::kReceipt);
}

TEST_CASE("where the device keeps nothing she is told to leave the page open") {
    const auto origin = keeping_site();
    Host host({}, {}, origin);
    host.keeps_nothing = true;
    send_offline(host, "Hola");
    CHECK(host.shows("no cierres esta página"));
    CHECK_FALSE(host.shows("Está guardado"));
    come_online(host);
    CHECK(host.screen().id == ScreenId::kReceipt);
}

TEST_CASE("while one waits she can write another, and both arrive") {
    const auto origin = keeping_site();
    Host host({}, {}, origin);
    send_offline(host, "Uno");
    host.press("Escribir otro mensaje");
    CHECK(host.screen().title == "Escríbenos");
    CHECK(host.find(NodeKind::kField, "field.message")->value.empty());
    host.choose("Una consulta");
    host.fill("email", "ana@example.com");
    host.fill("message", "Dos");
    host.press("Enviar");
    CHECK(host.device.size() == 2);
    host.tell(app::Navigate{"/es/"});
    CHECK(notice_of(host, "waiting").contains("2 mensajes"));
    come_online(host);
    CHECK(host.stored == 2);
    CHECK(host.device.empty());
    CHECK(host.screen().id == ScreenId::kHome);
}

TEST_CASE("elsewhere the first screen says that a message waits, and leads to it") {
    const auto origin = keeping_site();
    Host host({}, {}, origin);
    send_offline(host, "Hola");
    host.tell(app::Navigate{"/es/"});
    CHECK(notice_of(host, "waiting").contains("1 mensaje"));
    host.follow("Ver el mensaje");
    CHECK(host.screen().title == "Tu mensaje está pendiente de envío");
}

TEST_CASE("one of an earlier visit that the server refuses comes into the form to be mended") {
    const auto origin = keeping_site();
    Host before({}, {}, origin);
    send_offline(before, "Hola");
    const bool has_begun = GENERATE(false, true);
    Host host({}, {}, origin);
    host.random = 50;
    if (has_begun) {
        write(host, "Otro");
    }
    host.device = before.device;
    host.ticket_answers.push_back(
        {0, 422, R"({"status":422,"errors":[{"pointer":"/fields/email","code":"field.email"}]})"});
    host.find_kept();
    if (has_begun) {
        CHECK(host.find(NodeKind::kField, "field.message")->value == "Otro");
        CHECK(host.device.size() == 1);
        host.press("Enviar");
        CHECK(host.screen().id == ScreenId::kReceipt);
    }
    host.tell(app::Navigate{"/es/"});
    CHECK_FALSE(notice_of(host, "refused").empty());
    host.follow("Ver el mensaje");
    CHECK(host.find(NodeKind::kField, "field.message")->value == "Hola");
    CHECK_FALSE(host.find(NodeKind::kField, "field.email")->error.empty());
    host.fill("email", "ana@example.org");
    host.press("Enviar");
    CHECK(host.screen().id == ScreenId::kReceipt);
    CHECK(host.device.empty());
}

TEST_CASE("what lies on the device and is none of ours is passed over") {
    const auto origin = keeping_site();
    Host host({}, {}, origin);
    host.device = {{"a", "{"}, {"b", "{}"}, {"c", R"({"version":1,"key":"x"})"}, {"d", ""}};
    host.find_kept();
    CHECK(host.posts.empty());
    CHECK(host.screen().id == ScreenId::kHome);
}

TEST_CASE("what the receipt says is what was sent, also where the page is another one by then") {
    const auto origin = keeping_site();
    Host host({}, {}, origin);
    send_offline(host, "Hola");
    host.tell(app::HostContext{.page = "https://www.farofibra.example/otra", .suggested = {}});
    CHECK(host.shows("https://www.farofibra.example/tarifas"));
    come_online(host);
    CHECK(host.shows("https://www.farofibra.example/tarifas"));
    CHECK_FALSE(host.shows("https://www.farofibra.example/otra"));
}

TEST_CASE(
    "what a request is sent with is asked for when it is sent, and again when it is too old") {
    const auto origin = keeping_site();
    Host host({}, {}, origin);
    write(host, "Hola");
    CHECK(host.token_keys.empty());
    host.ticket_answers.push_back({0, 401, R"({"status":401,"type":"/problems/form-token"})"});
    host.press("Enviar");
    REQUIRE(host.token_keys.size() == 1);
    CHECK(host.posts.at(0).token == "for-" + host.token_keys[0]);
    CHECK(host.posts[0].key == host.token_keys[0]);
    CHECK_FALSE(notice_of(host, "waiting").empty());
    host.wake();
    CHECK(host.token_keys.size() == 2);
    CHECK(host.posts.at(1).body == host.posts[0].body);
    CHECK(host.screen().id == ScreenId::kReceipt);
}

TEST_CASE("as long as nothing was sent, a refusal gives the message back") {
    const auto origin = keeping_site();
    Host host({}, {}, origin);
    send_offline(host, "Hola");
    host.online = true;
    host.token_answers.push_back({0, 404, {}});
    host.wake();
    CHECK(host.posts.empty());
    CHECK_FALSE(host.find(NodeKind::kField, "field.message")->read_only);
    CHECK(host.find(NodeKind::kField, "field.message")->value == "Hola");
    host.press("Enviar");
    CHECK(host.screen().id == ScreenId::kReceipt);
}
