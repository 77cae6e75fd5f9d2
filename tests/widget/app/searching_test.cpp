// What she sees of a search while parts of the index are on their way, or cannot be had.
#include <algorithm>
#include <catch2/catch_test_macros.hpp>

#include "tests/widget/app/host.h"

using namespace ventanilla;
using app::Node;
using app::NodeKind;
using test::Host;

namespace {

Host customer() {
    return Host({}, {}, test::searchable_site());
}

std::vector<std::string> hits(Host& host) {
    std::vector<std::string> titles;
    if (const Node* list = host.find(NodeKind::kList, "hits")) {
        for (const Node& item : list->children) {
            std::string& title = titles.emplace_back();
            for (const search::Run& run : item.runs) {
                title += run.text;
            }
        }
    }
    return titles;
}

bool all_say(const std::vector<std::string>& titles, const std::string& word) {
    return !titles.empty() && std::ranges::all_of(titles, [&](const std::string& title) {
        return title.find(word) != std::string::npos;
    });
}

}  // namespace

TEST_CASE("before anything is known of a search, it says that it searches") {
    Host host = customer();
    host.hold = true;
    host.type("zapote");
    CHECK(host.find(NodeKind::kProgress, "search.waiting") != nullptr);
    CHECK(hits(host).empty());
    host.release();
    CHECK(host.find(NodeKind::kProgress) == nullptr);
    CHECK(all_say(hits(host), "zapote"));
}

TEST_CASE("the hits that she reads stay while those of another word are on their way") {
    Host host = customer();
    host.type("zapote");
    const std::vector<std::string> read = hits(host);
    REQUIRE(all_say(read, "zapote"));
    host.announced.clear();

    host.hold = true;
    host.type("tornillo");
    CHECK(hits(host) == read);
    CHECK(host.find(NodeKind::kProgress) == nullptr);
    CHECK_FALSE(host.shows("Intentarlo de nuevo"));

    host.release();
    CHECK(all_say(hits(host), "tornillo"));
    CHECK(host.announced.back() == "5 resultados");
}

TEST_CASE("a part of the index that cannot be had is asked for again when she wants it to be") {
    Host host = customer();
    host.type("zapote");
    host.online = false;
    host.type("tornillo");
    CHECK(hits(host).empty());
    CHECK(host.shows("No hemos podido cargar el buscador."));

    host.press("Intentarlo de nuevo");
    CHECK(host.shows("No hemos podido cargar el buscador."));
    host.online = true;
    host.press("Intentarlo de nuevo");
    CHECK(all_say(hits(host), "tornillo"));
    CHECK_FALSE(host.shows("Intentarlo de nuevo"));
}

TEST_CASE("results that lack a part say so, and offer to fetch it") {
    Host host = customer();
    host.type("zapote");
    host.broken = true;
    host.type("zapote tornillo");
    CHECK(all_say(hits(host), "zapote"));
    CHECK(host.shows("No hemos podido cargar todos los resultados."));

    host.broken = false;
    host.press("Intentarlo de nuevo");
    CHECK_FALSE(hits(host).empty());
    CHECK_FALSE(host.shows("No hemos podido cargar todos los resultados."));
}

TEST_CASE("what failed comes by itself when the network is back") {
    Host host = customer();
    host.online = false;
    host.type("tornillo");
    CHECK(host.shows("Intentarlo de nuevo"));
    host.online = true;
    host.tell(app::ConnectionChanged{true});
    CHECK(all_say(hits(host), "tornillo"));
}

TEST_CASE("a query that was mended says what it was taken for, and leads to what was written") {
    Host host;
    host.type("no tengo interent");
    CHECK(host.shows("Mostramos resultados de «no tengo internet»."));
    CHECK(host.announced.back() == "2 resultados de «no tengo internet»");

    host.follow("Buscar solo «no tengo interent»");
    CHECK_FALSE(host.shows("Mostramos resultados"));
    CHECK(host.address == "/es/buscar?q=%22no%20tengo%20interent%22");
    CHECK(host.find(NodeKind::kSearch)->value == "\"no tengo interent\"");
    CHECK(host.focused.back() == "title");
    host.press("Volver");
    CHECK(host.find(NodeKind::kSearch)->value == "no tengo interent");
}
