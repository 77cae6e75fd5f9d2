#include "server/portal/portal_pages.h"

#include <catch2/catch_test_macros.hpp>
#include <map>
#include <string>

#include "cli/checked_site.h"
#include "cli/publish/publish.h"
#include "cli/share_folder.h"
#include "core/site/address.h"
#include "server/api/form_data.h"
#include "server/crypto/crypto.h"
#include "server/http/router.h"
#include "server/tickets/ticket_service.h"
#include "tests/cli/crawler.h"
#include "tests/server/memory_store.h"
#include "tests/server/site_under_test.h"
#include "widget/app/place.h"

using namespace ventanilla;

namespace {

using Fields = std::map<std::string, std::string>;

// The demo, published once for all who browse it.
struct Demo {
    site::Site site = *cli::check_site("assets/demo", cli::read_texts("assets")).site;
    publish::Publication publication = publish::publish(
        site,
        {.embed_script = "f(\"__VENTANILLA_SITE__\")",
         .embed_rules_script = {},
         .inline_script = {},
         .panel_script = {},
         .panel_style = {},
         .worker_script = {},
         .portal_style = {},
         .portal_loader = "// portal",
         .take_over_script = "// take-over",
         .idle_script = {},
         .reading_script = {},
         .reading_style = {},
         .cores = {{"en", "wasm"}, {"es", "wasm"}},
         .annexes = {{"en", "annex"}, {"es", "annex"}},
         .canvas_script = {},
         .canvas_core = {},
         .canvas_fonts = {},
         .host_page = {}},
        cli::read_texts("assets"), cli::read_synonym_packs("assets"), publish::Host::kOurServer);
};

const Demo& demo() {
    static const Demo demo;
    return demo;
}

// The demo's pages as a browser without JavaScript meets them.
struct Browser {
    api::Texts texts = test::product_texts();
    test::MemoryStore store;
    requests::RequestMail letters{demo().site, texts};
    store::Time time = server::now();
    forms::FormTokens tokens{"secret", [this] { return time; }};
    tickets::TicketService service{demo().site, texts, store, letters, tokens, {}};
    http::Handler store_ticket = service.handler();
    http::Handler give_token = service.token_handler();
    portal::PortalPages pages{demo().publication.portals, demo().publication.files,
                              [this](const http::Request& request, http::Respond respond) {
                                  const bool is_token = request.path == "/api/v1/form-token";
                                  (is_token ? give_token : store_ticket)(request,
                                                                         std::move(respond));
                              },
                              &server::random_bytes, tokens};
    http::Router router{http::StaticTable(demo().publication.files), pages.routes(), {}};

    http::Response ask(const std::string& method, const std::string& address,
                       const std::string& body = {}, const std::string& origin = {}) {
        const std::size_t question = address.find('?');
        http::Request request{.method = method,
                              .path = address.substr(0, question),
                              .query = question == std::string::npos ? std::string()
                                                                     : address.substr(question + 1),
                              .headers = {{"Host", "help.example"}},
                              .body = body};
        if (!origin.empty()) {
            request.headers.add("Origin", origin);
        }
        http::Response answer;
        router.handle(request, [&](http::Response got) { answer = std::move(got); });
        return answer;
    }
    http::Response get(const std::string& address) { return ask("GET", address); }
    // A form that only moves on.
    http::Response press(const std::string& path, const std::string& fields) {
        return get(path + "?" + fields);
    }
    http::Response post(const std::string& address, const Fields& fields) {
        std::string body;
        for (const auto& [name, value] : fields) {
            body += (body.empty() ? "" : "&") + site::percent_encode(name) + "=" +
                    site::percent_encode(value);
        }
        return ask("POST", address, body);
    }
};

bool says(const http::Response& page, std::string_view text) {
    return page.body && page.body->find(text) != std::string::npos;
}

std::string location(const http::Response& answer) {
    return std::string(answer.headers.get("Location"));
}

// The value of a hidden field.
std::string kept(const http::Response& page, const std::string& name) {
    const std::string begin = "<input type=\"hidden\" name=\"" + name + "\" value=\"";
    const std::size_t at = page.body->find(begin);
    return at == std::string::npos
               ? std::string()
               : page.body->substr(at + begin.size(),
                                   page.body->find('"', at + begin.size()) - at - begin.size());
}

Fields complaint(const std::string& key) {
    return {{"key", key},
            {"field.kind", "query"},
            {"field.message", "¿Cómo cambio mi tarifa?\r\nGracias."},
            {"field.name", "Ana"},
            {"field.email", "ana@ejemplo.es"},
            {"press", "send"}};
}

}  // namespace

TEST_CASE("without JavaScript a search lists what it found and keeps the query in its box") {
    Browser browser;
    const auto page = browser.get("/es/buscar?q=no+tengo+interent");
    CHECK(page.status == 200);
    CHECK(says(page, "value=\"no tengo interent\""));
    CHECK(says(page, "href=\"/es/articulos/no-tengo-internet"));
    CHECK(says(page, "<mark>internet</mark>"));
    CHECK(says(page, "href=\"/en/search?q=no%20tengo%20interent\""));
}

TEST_CASE("without JavaScript a search is narrowed by links, in the other language to the same "
          "category") {
    Browser browser;
    const auto all = browser.get("/es/buscar?q=internet");
    CHECK(says(all, "aria-labelledby=\"filter_category-name\""));
    CHECK(says(all, "<span id=\"filter_category-name\">Tema</span>"));
    CHECK(says(all, "href=\"/es/buscar?q=internet&amp;category=Wifi\""));
    CHECK_FALSE(says(all, "aria-current=\"true\""));
    CHECK(says(all, "href=\"/es/articulos/no-tengo-internet"));

    const auto narrowed = browser.get("/es/buscar?q=internet&category=Wifi");
    CHECK(says(narrowed, "con los filtros elegidos"));
    CHECK(says(narrowed, "href=\"/es/buscar?q=internet\" aria-current=\"true\""));
    CHECK(says(narrowed, "href=\"/en/search?q=internet&amp;category=Wi-Fi\""));
    CHECK_FALSE(says(narrowed, "href=\"/es/articulos/no-tengo-internet"));
}

TEST_CASE("an empty search leads to the first page") {
    Browser browser;
    for (const char* address : {"/es/buscar?q=+", "/es/buscar?q=&category=Wifi"}) {
        const auto answer = browser.get(address);
        CHECK(answer.status == 303);
        CHECK(location(answer) == "/es/");
    }
}

TEST_CASE("each step of a guide is a page of its own, with the answers in its address") {
    Browser browser;
    CHECK(says(browser.get("/es/guias/no-internet"), "¿Tiene el router alguna luz encendida?"));
    const auto answered = browser.press("/es/guias/no-internet", "answer=on&press=continue");
    CHECK(answered.status == 303);
    CHECK(location(answered) == "/es/guias/no-internet/on");
    const auto next = browser.get(location(answered));
    CHECK(says(next, "Mira las luces 2 y 3"));
    CHECK(says(next, "href=\"/en/guides/no-internet/on\""));
    CHECK(says(next, "<p>No tengo internet</p>"));
    CHECK(location(browser.press("/es/guias/no-internet/on", "press=back")) ==
          "/es/guias/no-internet");
}

TEST_CASE("the server leads from any page to the same page in another language") {
    Browser browser;
    const auto lead = [&](const std::string& language, const std::string& path) {
        return browser.get("/language/" + language + "?of=" + site::percent_encode(path));
    };
    const std::map<std::string, std::string> pairs = {
        {"/es/", "/en/"},
        {"/es/buscar?q=luz roja", "/en/search?q=luz%20roja"},
        {"/es/buscar?q=luz&category=M%C3%B3vil", "/en/search?q=luz&category=Mobile"},
        {"/es/buscar?q=luz&category=Jardín", "/en/search?q=luz"},
        {"/es/articulos/luces-del-router", "/en/articles/router-lights"},
        {"/es/articulos/luces-del-router#la-luz-roja", "/en/articles/router-lights"},
        {"/es/temas/wifi", "/en/topics/wi-fi"},
        {"/es/guias/no-internet/on", "/en/guides/no-internet/on"},
        {"/es/contacto", "/en/contact"},
        {"/es/privacidad", "/en/privacy"}};
    for (const auto& [spanish, english] : pairs) {
        INFO(spanish);
        const auto answer = lead("en", spanish);
        CHECK(answer.status == 303);
        CHECK(location(answer) == english);
    }
    CHECK(location(lead("es", "/en/guides/no-internet/on")) == "/es/guias/no-internet/on");

    // Never out of the site.
    for (const std::string elsewhere :
         {"", "//evil.example/", "https://evil.example/", "/es//evil.example", "/es/nothing-here",
          "\\evil.example"}) {
        INFO(elsewhere);
        CHECK(location(lead("en", elsewhere)) == "/en/");
    }
    CHECK(lead("fr", "/es/").status == 404);
}

TEST_CASE("a step without an answer says so and stays where it is") {
    Browser browser;
    const auto page = browser.press("/es/guias/no-internet", "press=continue");
    CHECK(page.status == 422);
    CHECK(says(page, "role=\"alert\""));
    CHECK(says(page, "href=\"#answer-input\""));
}

TEST_CASE("answers that a guide does not offer lead to the last step that there is") {
    Browser browser;
    browser.get("/es/guias/no-internet");
    const auto answer = browser.get("/es/guias/no-internet/on/nonsense");
    CHECK(answer.status == 303);
    CHECK(location(answer) == "/es/guias/no-internet/on");
}

TEST_CASE("what was tried in a guide goes along with the form, unless it is struck out") {
    Browser browser;
    const auto to_form = browser.press("/es/guias/no-internet/on", "press=person.contact");
    CHECK(to_form.status == 303);
    const auto form = browser.get(location(to_form));
    CHECK(says(form, "Sí, al menos una"));
    CHECK(says(form, "href=\"/en/contact?from=%2Fen%2Fguides%2Fno-internet%2Fon\""));
    CHECK(kept(form, "from") == "/es/guias/no-internet/on");

    Fields fields = complaint(kept(form, "key"));
    fields["from"] = kept(form, "from");
    SECTION("sent as it is") {
        CHECK(browser.post("/es/contacto", fields).status == 200);
        CHECK(browser.store.added.at(0).ticket.transcript.find("\"on\"") != std::string::npos);
    }
    SECTION("struck out, with the rest of the form kept") {
        fields["press"] = "strike.guide";
        const auto without = browser.post("/es/contacto", fields);
        CHECK(kept(without, "from").empty());
        CHECK(says(without, "value=\"ana@ejemplo.es\""));
        CHECK(browser.store.added.empty());
    }
}

TEST_CASE("a place is a page in every language, which search engines may list") {
    Browser browser;
    for (const html::Portal& portal : demo().publication.portals) {
        for (const app::Place& place : app::places()) {
            const auto address = [&](const html::Portal& in) {
                return site::page_address(in.language, in.messages, place.path);
            };
            INFO(address(portal));
            const auto page = browser.get(address(portal));
            CHECK(page.status == 200);
            CHECK(says(page, "data-screen=\"" + std::string(place.name) + "\""));
            CHECK(says(page, "rel=\"canonical\" href=\"" + address(portal)));
            CHECK_FALSE(says(page, "noindex"));
            for (const html::Portal& other : demo().publication.portals) {
                CHECK(says(page, "hreflang=\"" + other.language + "\" href=\"" + address(other)));
            }
            CHECK(location(browser.press(address(portal), "press=back")) == portal.home);
        }
    }
}

TEST_CASE("she reads what happens with what she writes, and comes back to what she wrote") {
    Browser browser;
    const std::string from = "/es/guias/no-internet/on";
    Fields fields = complaint(kept(browser.get("/es/contacto?from=" + from), "key"));
    fields["from"] = from;
    fields["press"] = "privacy";
    const auto privacy = browser.post("/es/contacto", fields);
    CHECK(privacy.status == 200);
    CHECK(says(privacy, "data-screen=\"privacy\""));
    CHECK(privacy.headers.get("Cache-Control") == "private, no-cache");
    for (const auto& [name, value] : fields) {
        if (name != "press") {
            INFO(name);
            CHECK_FALSE(kept(privacy, name).empty());
        }
    }
    fields["at"] = kept(privacy, "at");
    for (const char* way : {"back", "person.contact"}) {
        INFO(way);
        fields["press"] = way;
        const auto form = browser.post("/es/contacto", fields);
        CHECK(says(form, "¿Cómo cambio mi tarifa?\nGracias."));
        CHECK(says(form, "value=\"ana@ejemplo.es\""));
        CHECK(kept(form, "key") == fields["key"]);
        CHECK(kept(form, "from") == from);
    }
    CHECK(browser.store.added.empty());
}

TEST_CASE("a kind of request shows the fields that it needs") {
    Browser browser;
    CHECK_FALSE(says(browser.get("/es/contacto"), "name=\"field.service\""));
    const auto page = browser.post("/es/contacto", {{"field.kind", "fault"}});
    CHECK(page.status == 200);
    CHECK(says(page, "name=\"field.service\""));
    CHECK_FALSE(says(page, "role=\"alert\""));
}

TEST_CASE("a form that lacks something comes back with what was written and where to mend it") {
    Browser browser;
    Fields fields = complaint(kept(browser.get("/es/contacto"), "key"));
    fields["field.email"] = "ana";
    const auto page = browser.post("/es/contacto", fields);
    CHECK(page.status == 422);
    CHECK(says(page, "href=\"#field_email-input\""));
    CHECK(says(page, "¿Cómo cambio mi tarifa?\nGracias."));
    CHECK(kept(page, "key") == fields["key"]);
    CHECK(browser.store.added.empty());
}

TEST_CASE(
    "a form that comes back suggests what may spare her the rest, and the next one does not") {
    Browser browser;
    Fields fields = complaint(kept(browser.get("/es/contacto"), "key"));
    fields["field.message"] = "El wifi va muy lento en casa.\r\nGracias.";
    fields["field.email"] = "ana";
    const auto page = browser.post("/es/contacto", fields);
    CHECK(says(page, "¿Te ayuda algo de esto?"));
    CHECK(says(page, "href=\"/es/articulos/wifi-lento\""));
    CHECK(says(page, "<p>Revisa lo que está marcado antes de enviar.</p>"));
    fields["press"] = "strike.page";
    CHECK(says(browser.post("/es/contacto", fields), "¿Te ayuda algo de esto?"));

    CHECK_FALSE(says(browser.get("/es/contacto"), "¿Te ayuda algo de esto?"));
    fields["field.message"] = "Quisiera felicitar a la chica que me ha atendido.";
    CHECK_FALSE(says(browser.post("/es/contacto", fields), "¿Te ayuda algo de esto?"));
}

TEST_CASE("a form sent twice is one ticket with one receipt") {
    Browser browser;
    const Fields fields = complaint(kept(browser.get("/es/contacto"), "key"));
    const auto receipt = browser.post("/es/contacto", fields);
    CHECK(receipt.status == 200);
    CHECK(receipt.headers.get("Cache-Control") == "no-store");
    REQUIRE(browser.store.added.size() == 1);
    CHECK(says(receipt, browser.store.added.at(0).ticket.tracking_code));
    CHECK(*browser.post("/es/contacto", fields).body == *receipt.body);
    CHECK(browser.store.added.size() == 1);
}

TEST_CASE(
    "going back from the receipt and writing something else is another request, once she says so") {
    Browser browser;
    Fields fields = complaint(kept(browser.get("/es/contacto"), "key"));
    browser.post("/es/contacto", fields);
    fields["field.message"] = "Y otra cosa.";
    const auto asked = browser.post("/es/contacto", fields);
    CHECK(says(asked, "Y otra cosa."));
    CHECK(browser.store.added.size() == 1);
    fields["key"] = kept(asked, "key");
    const auto receipt = browser.post("/es/contacto", fields);
    REQUIRE(browser.store.added.size() == 2);
    CHECK(says(receipt, browser.store.added.at(1).ticket.tracking_code));
}

TEST_CASE("while requests cannot be stored, the page keeps what was written and sends it once") {
    Browser browser;
    const Fields fields = complaint(kept(browser.get("/es/contacto"), "key"));
    browser.store.next_faults = {store::Fault::kUnavailable};
    const auto page = browser.post("/es/contacto", fields);
    CHECK(page.status == 503);
    CHECK(says(page, "¿Cómo cambio mi tarifa?"));
    CHECK(kept(page, "field.kind") == "query");
    CHECK(kept(page, "key") == fields.at("key"));
    CHECK(browser.post("/es/contacto", fields).status == 200);
    CHECK(browser.store.added.size() == 1);
}

TEST_CASE("what a customer typed stands on the page as text") {
    Browser browser;
    const std::string attack = "\"><script>alert(1)</script>";
    const auto results = browser.get("/es/buscar?q=" + site::percent_encode(attack));
    CHECK_FALSE(says(results, "<script>"));
    Fields fields = complaint("");
    fields["field.message"] = "</textarea>" + attack;
    fields["field.email"] = attack;
    const auto form = browser.post("/es/contacto", fields);
    CHECK_FALSE(says(form, "<script>"));
    CHECK_FALSE(says(form, "</textarea>\""));
}

TEST_CASE("a form that is no form is refused with a reason") {
    Browser browser;
    CHECK(browser.ask("POST", "/es/contacto", "field.message=%FF").status == 400);
    std::string many;
    for (std::size_t i = 0; i <= api::kMaxPairs; ++i) {
        many += "a=1&";
    }
    CHECK(browser.ask("POST", "/es/contacto", many).status == 400);
    CHECK(browser.ask("POST", "/es/contacto", "key=short&press=nothing").status == 200);
}

TEST_CASE("everyone may read these pages, and only our own pages may send their forms") {
    Browser browser;
    int forms = 0;
    for (const http::Route& route : browser.pages.routes()) {
        CHECK(route.access() ==
              (route.method() == "GET" ? http::Access::anyone() : http::Access::own_pages()));
        forms += route.method() == "POST" ? 1 : 0;
    }
    CHECK(forms > 0);
    CHECK(browser.ask("POST", "/es/contacto", "press=send", "https://evil.example").status == 403);
}

TEST_CASE("these pages name no id twice and have one first heading") {
    Browser browser;
    for (const std::string address :
         {"/es/buscar?q=wifi", "/en/search?q=zzzz", "/es/guias/no-internet/on", "/en/contact",
          "/es/contacto/enviada"}) {
        INFO(address);
        const auto page = browser.get(address);
        const std::vector<std::string> ids = test::attribute_values(*page.body, "id");
        CHECK(std::set<std::string>(ids.begin(), ids.end()).size() == ids.size());
        const std::size_t heading = page.body->find("<h1");
        CHECK(heading != std::string::npos);
        CHECK(page.body->find("<h1", heading + 1) == std::string::npos);
    }
}

TEST_CASE("without JavaScript a machine is known by what people do not do") {
    Browser browser;
    const auto form = browser.get("/es/contacto");
    CHECK(says(form, "name=\"website\""));
    Fields fields = complaint(kept(form, "key"));
    fields["stamp"] = kept(form, "stamp");
    fields["website"] = "";
    std::string why;
    SECTION("a person takes her time, and leaves empty what she does not see") {
        browser.time += std::chrono::seconds(3);
    }
    SECTION("a quick one is let through") {}
    SECTION("a field is filled in that is not to be seen") {
        browser.time += std::chrono::seconds(3);
        fields["website"] = "https://a.example";
        why = "trap";
    }
    SECTION("it is quick, and all links") {
        fields["field.message"] = "[url=a] http://a.example http://b.example http://c.example";
        why = "fast links markup";
    }
    SECTION("the form was never asked for") {
        fields.erase("stamp");
        fields["field.message"] = "http://a.example http://b.example http://c.example";
        why = "unseen links";
    }
    // She is told the same in any case.
    CHECK(browser.post("/es/contacto", fields).status == 200);
    REQUIRE(browser.store.added.size() == 1);
    const store::NewTicket& added = browser.store.added.front();
    CHECK(added.ticket.quarantine == why);
    CHECK(added.mails.front().is_held == !why.empty());
}
