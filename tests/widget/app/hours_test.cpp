// What a site says before a customer asks: hours, a notice, when to expect an answer; and callbacks.
#include <algorithm>
#include <catch2/catch_test_macros.hpp>

#include "core/base/json.h"
#include "tests/widget/app/host.h"

using namespace ventanilla;
using app::NodeKind;
using app::ScreenId;
using test::Host;

namespace {

constexpr const char* kCallback = "/es/contacto?field.kind=fault";

// The small site with another catalog.
template <typename Change>
test::HelpOrigin changed(Change change) {
    test::HelpOrigin origin = test::small_site();
    std::string& file = origin.files.at(origin.catalog);
    site::Catalog catalog = site::catalog_from_json(base::parse_json(file).value()).value();
    change(catalog);
    file = base::write_json(site::to_json(catalog));
    return origin;
}

// Somebody answers on Mondays from 9 to 18, by telephone and by mail; and calls back.
const test::HelpOrigin& site_with_hours() {
    static const test::HelpOrigin kSite = changed([](site::Catalog& catalog) {
        const site::Timetable monday{.week = {0, 0, 540, 1, 1080, 2, 6 * site::kMinutesADay, 3},
                                     .around = {},
                                     .texts = {"Abre hoy a las 9:00",
                                               "Abierto ahora, hasta las 18:00", "Cerrado ahora",
                                               "Abre mañana a las 9:00"}};
        catalog.channels[0].open = monday;
        catalog.channels[1].open = monday;
        catalog.channels.push_back(
            {site::ChannelKind::kCallback, "Llamadme vosotros", "", kCallback, monday});
        catalog.form.answers = {{"es", "Respondemos en un día laborable."}};
    });
    return kSite;
}

test::HelpOrigin site_with_notice(site::CatalogNotice notice) {
    return changed([&](site::Catalog& catalog) { catalog.notice = std::move(notice); });
}

const site::CatalogNotice kNotice = {
    .text = "Hay una avería en Vigo.", .is_warning = true, .article = "sin-internet"};

// By the site's clocks.
app::Clock clock_at(std::string_view now) {
    return {.now = site::minutes_of(now).value(), .utc = 0};
}

std::string hint_of(Host& host, const std::string& label) {
    std::string hint = "no such channel";
    app::for_each_node(host.screen(), [&](const app::Node& node) {
        if (node.kind == NodeKind::kLink && node.text == label) {
            hint = node.hint;
        }
    });
    return hint;
}

bool has_notice(Host& host) {
    const app::Screen screen = host.screen();
    const std::size_t place = screen.nodes.front().kind == NodeKind::kSearch ? 1 : 0;
    return screen.nodes.size() > place && screen.nodes[place].key == "notice";
}

std::ptrdiff_t times_announced(const Host& host, const std::string& text) {
    return std::ranges::count(host.announced, text);
}

}  // namespace

// 23 November 2026 is a Monday.

TEST_CASE("a channel says whether somebody answers, before the hours as the site writes them") {
    Host host({}, {}, site_with_hours());
    CHECK(hint_of(host, "Llamar al 900 000 000") == "De 8 a 22 h");
    host.tell(clock_at("2026-11-23T10:00"));
    CHECK(hint_of(host, "Llamar al 900 000 000") == "Abierto ahora, hasta las 18:00 · De 8 a 22 h");
    CHECK(hint_of(host, "Llamadme vosotros") == "Abierto ahora, hasta las 18:00");
    host.press("Escribir a una persona");
    CHECK(hint_of(host, "Escribir un correo") == "Abierto ahora, hasta las 18:00");
    host.tell(clock_at("2026-11-22T10:00"));
    CHECK(hint_of(host, "Escribir un correo") == "Abre mañana a las 9:00");
    host.tell(clock_at("2026-11-23T19:00"));
    CHECK(hint_of(host, "Escribir un correo") == "Cerrado ahora");
}

TEST_CASE("without a clock, or with one that makes no sense, nothing is said about now") {
    Host host({}, {}, site_with_hours());
    host.tell(clock_at("2026-11-23T10:00"));
    const app::Clock none{.now = 0, .utc = site::minutes_of("2026-11-23T09:00").value()};
    for (const std::int64_t wrong : {std::int64_t{-1}, INT64_MIN, INT64_MAX}) {
        host.tell(none);
        host.tell(app::Clock{.now = wrong, .utc = wrong});
        CHECK(hint_of(host, "Llamar al 900 000 000") == "De 8 a 22 h");
        CHECK(hint_of(host, "Llamadme vosotros").empty());
    }
}

TEST_CASE("a site without hours says the same with a clock as without") {
    Host host;
    const std::string before = host.drawn();
    host.tell(clock_at("2026-11-23T10:00"));
    CHECK(host.drawn() == before);
}

TEST_CASE("a notice stands before all but the search box where it saves a search or a message, and "
          "leads on") {
    const test::HelpOrigin origin = site_with_notice(kNotice);
    Host host({}, {}, origin);
    CHECK(has_notice(host));
    CHECK(host.find(NodeKind::kNotice)->text == "Hay una avería en Vigo.");
    CHECK(host.find(NodeKind::kNotice)->tone == app::Tone::kWarning);
    host.type("wifi");
    CHECK(host.screen().id == ScreenId::kResults);
    CHECK(has_notice(host));
    host.press("Escribir a una persona");
    CHECK(has_notice(host));
    host.follow("No tengo internet: qué hacer");
    CHECK(host.screen().id == ScreenId::kArticle);
    CHECK(!has_notice(host));
}

TEST_CASE("a notice without an article, or of one that this language lacks, has no link") {
    for (const char* article : {"", "none"}) {
        const test::HelpOrigin origin =
            site_with_notice({.text = "Hoy cerramos antes.", .article = article});
        Host host({}, {}, origin);
        CHECK(host.find(NodeKind::kNotice)->children.empty());
        CHECK(host.find(NodeKind::kNotice)->tone == app::Tone::kInfo);
    }
}

TEST_CASE("a notice is announced once, to whoever sees the panel") {
    const test::HelpOrigin origin = site_with_notice(kNotice);
    Host host({}, {}, origin);
    CHECK(times_announced(host, kNotice.text) == 0);
    host.tell(app::Shown{});
    CHECK(times_announced(host, kNotice.text) == 1);
    host.type("wifi");
    host.press("Escribir a una persona");
    host.tell(app::Shown{});
    CHECK(times_announced(host, kNotice.text) == 1);
}

TEST_CASE("a notice with limits is shown between them, and not by who does not know the time") {
    site::CatalogNotice notice = kNotice;
    notice.from = site::minutes_of("2026-11-23T08:00").value();
    notice.until = site::minutes_of("2026-11-23T12:00").value();
    const test::HelpOrigin origin = site_with_notice(notice);
    Host host({}, {}, origin);
    host.tell(app::Shown{});
    CHECK(!has_notice(host));
    const auto shown_at = [&](const char* utc) {
        host.tell(app::Clock{.now = 0, .utc = site::minutes_of(utc).value()});
        return has_notice(host);
    };
    CHECK(!shown_at("2026-11-23T07:59:59Z"));
    CHECK(times_announced(host, kNotice.text) == 0);
    CHECK(shown_at("2026-11-23T08:00:00Z"));
    CHECK(times_announced(host, kNotice.text) == 1);
    CHECK(shown_at("2026-11-23T11:59:00Z"));
    CHECK(!shown_at("2026-11-23T12:00:00Z"));
}

TEST_CASE("when to expect an answer is said before sending, and on the receipt") {
    constexpr const char* kAnswers = "Respondemos en un día laborable.";
    Host host({}, {}, site_with_hours());
    host.press("Escribir a una persona");
    CHECK(host.shows(kAnswers));
    host.choose("Una consulta");
    host.fill("email", "ana@example.com");
    host.fill("message", "¿Cuándo llega el técnico?");
    host.press("Enviar");
    CHECK(host.screen().id == ScreenId::kReceipt);
    CHECK(host.shows(kAnswers));
    Host other;
    other.press("Escribir a una persona");
    CHECK(!other.shows(kAnswers));
}

TEST_CASE("a callback leads to the form, filled in, and keeps what was written") {
    Host host({}, {}, site_with_hours());
    host.press("Escribir a una persona");
    host.choose("Una consulta");
    host.fill("message", "No sé qué más probar.");
    // Who is at the form asks for it there.
    CHECK(hint_of(host, "Llamadme vosotros") == "no such channel");
    host.press("Volver");
    host.follow("Llamadme vosotros");
    CHECK(host.screen().id == ScreenId::kForm);
    CHECK(host.address == "/es/contacto");
    CHECK(host.find(NodeKind::kChoice, "field.kind")->value == "fault");
    CHECK(host.find(NodeKind::kField, "field.line") != nullptr);
    CHECK(host.find(NodeKind::kField, "field.message")->value == "No sé qué más probar.");
    CHECK(host.focused.back() == "title");
}

TEST_CASE("a callback stands with the telephone on every screen but the form") {
    for (const char* path : {"/es/", "/es/articulos/factura", "/es/guias/no-internet", "/es/nada",
                             "/es/contacto/enviada", "/es/privacidad", "/es/temas/conexion"}) {
        Host host({}, path, site_with_hours());
        CAPTURE(path);
        CHECK(hint_of(host, "Llamadme vosotros").empty());
    }
}

TEST_CASE("an address of the form fills in what the form takes, and nothing else") {
    Host host({}, kCallback);
    CHECK(host.screen().id == ScreenId::kForm);
    CHECK(host.find(NodeKind::kChoice, "field.kind")->value == "fault");
    Host other({}, "/es/contacto?field.kind=flood&field.nothing=x&field.message=Hola%20a+todos");
    CHECK(other.find(NodeKind::kChoice, "field.kind")->value.empty());
    CHECK(other.find(NodeKind::kField, "field.message")->value == "Hola a todos");
}

TEST_CASE("a request whose outcome is not known is not changed by a callback") {
    Host host({}, {}, site_with_hours());
    host.press("Escribir a una persona");
    host.choose("Una consulta");
    host.fill("email", "ana@example.com");
    host.fill("message", "Hola");
    host.online = false;
    host.press("Enviar");
    host.online = true;
    host.press("Volver");
    host.follow("Llamadme vosotros");
    CHECK(host.find(NodeKind::kChoice, "field.kind")->value == "query");
}
