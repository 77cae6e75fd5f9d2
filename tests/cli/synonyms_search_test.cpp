// What a customer finds who asks in other words than the site's.
#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <filesystem>
#include <string>
#include <vector>

#include "tests/cli/folders.h"
#include "tests/cli/site_search.h"
#include "tests/server/temporary_folder.h"

using namespace ventanilla;

namespace {

struct Page {
    std::string id;
    std::string title;
    std::string body;
};

const std::vector<Page> kShop = {
    {"password", "Restablecer la contraseña", "Te enviamos un enlace."},
    {"wifi-password", "La clave del wifi", "Está debajo del aparato."},
    {"computer", "Conectar tu ordenador a la red", "Con un cable o sin él."},
    {"mobile", "Configurar el móvil", "En los ajustes."},
    {"bill", "Descargar la factura", "En tu cuenta. Para pagarla, llama por teléfono móvil."},
    {"order", "Cancelar tu orden de compra", "Antes de que salga."},
    {"delivery", "Envío a domicilio", "Tarda dos días."},
    {"refund", "Cuándo llega el reembolso", "En cinco días."},
    {"appointment", "Pedir cita con un asesor", "Elige el día."},
    {"car", "Asegurar tu coche", "Con o sin franquicia."},
    {"parking", "Dónde hay aparcamiento", "Detrás de la tienda."},
    {"fridge", "El frigorífico no enfría", "Comprueba el enchufe."},
    {"washing", "La lavadora hace ruido", "Nivélala."},
    {"shirt", "Cambiar una camiseta", "Con la etiqueta."},
    {"identity", "Renovar el documento de identidad", "Con una foto reciente."},
    {"broken", "El aparato está averiado", "Lo miramos gratis."},
    {"important", "Información importante", "Léela antes."},
};

// The index of a shop that writes as in Spain. `settings` stand in site.json, `own` in synonyms/es.txt.
search::Index index_of(const std::string& settings = "", const std::string& own = "") {
    test::TemporaryFolder folder;
    test::make_site(folder.path());
    std::string site = test::read_file(folder.path() / "site.json");
    site.insert(site.find("\"popular\""), settings);
    test::write_file(folder.path() / "site.json", site);
    if (!own.empty()) {
        test::write_file(folder.path() / "synonyms/es.txt", own);
    }
    int number = 0;  // an address that says nothing finds nothing
    for (const Page& page : kShop) {
        test::write_file(folder.path() / "articles/es" / (page.id + ".md"),
                         "---\nid: " + page.id + "\ntitle: " + page.title + "\nslug: p" +
                             std::to_string(++number) +
                             "\nsummary: Lo que hay que hacer.\nupdated: 2026-11-03\n---\n\n" +
                             page.body + "\n");
    }
    return test::index_at(folder.path());
}

std::vector<std::string> found(const search::Index& index, const std::string& query) {
    return test::found(index, {.text = query});
}

bool finds(const search::Index& index, const std::string& query, const std::string& id) {
    const std::vector<std::string> ids = found(index, query);
    return std::ranges::find(ids, id) != ids.end();
}

}  // namespace

TEST_CASE("who asks in the words of another country finds the article first") {
    const std::vector<std::pair<std::string, std::string>> table = {
        {"computadora", "computer"},
        {"conectar la compu", "computer"},
        {"celular", "mobile"},
        {"boleta", "bill"},
        {"bajar el recibo", "bill"},
        {"despacho", "delivery"},
        {"delivery", "delivery"},
        {"reintegro", "refund"},
        {"sacar turno", "appointment"},
        {"agendar hora", "appointment"},
        {"seguro para mi carro", "car"},
        {"auto", "car"},
        {"estacionamiento", "parking"},
        {"parqueadero", "parking"},
        {"la heladera no enfria", "fridge"},
        {"nevera", "fridge"},
        {"lavarropas", "washing"},
        {"remera", "shirt"},
        {"playera", "shirt"},
        {"cedula", "identity"},
        {"dni", "identity"},
        {"descompuesto", "broken"},
        {"malogrado", "broken"},
        {"olvide mi password", "password"},
    };
    const search::Index index = index_of();
    for (const auto& [query, id] : table) {
        INFO(query);
        const std::vector<std::string> ids = found(index, query);
        CHECK((ids.empty() ? "nothing" : ids.front()) == id);
    }
}

TEST_CASE(
    "a word of the title itself stays first, and the other word's article is found after it") {
    const search::Index index = index_of();
    const std::vector<std::string> ids = found(index, "clave");
    REQUIRE(ids.size() >= 2);
    CHECK(ids[0] == "wifi-password");
    CHECK(ids[1] == "password");
    CHECK(found(index, "contraseña").front() == "password");
    CHECK(found(index, "orden de compra").front() == "order");
}

TEST_CASE("the pack is led astray by no stem, and by no word in passing") {
    const search::Index index = index_of();
    CHECK_FALSE(finds(index, "computadora", "order"));
    CHECK_FALSE(finds(index, "monto", "important"));
    CHECK_FALSE(finds(index, "celular", "bill"));
}

TEST_CASE("a site can do without the pack") {
    const search::Index index = index_of("\"synonyms\": { \"regional\": false },\n  ");
    CHECK(found(index, "computadora").empty());
    CHECK_FALSE(finds(index, "clave", "password"));
    CHECK(finds(index, "ordenador", "computer"));
}

TEST_CASE("the site's own list decides what its words find") {
    const search::Index index = index_of("", "computadora, aparato\n");
    CHECK(finds(index, "computadora", "broken"));
    CHECK_FALSE(finds(index, "computadora", "computer"));
    CHECK(finds(index, "compu", "computer"));
}
