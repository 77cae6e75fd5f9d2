#include <catch2/catch_test_macros.hpp>

#include "tests/widget/app/host.h"

using namespace ventanilla;
using test::Host;

TEST_CASE("a customer reads what happens with what she writes, and who gets it") {
    Host host({}, "/es/privacidad");
    CHECK(host.screen().title == "Qué pasa con lo que escribes");
    CHECK(host.shows("Lo que escribes se guarda solo en esta pestaña"));
    CHECK(host.shows("lo ves antes de enviar y lo puedes quitar"));
    CHECK(host.shows("el equipo de Faro Fibra la recibe por correo"));
    CHECK(host.shows("la búsqueda se hace en tu dispositivo. Lo que buscas solo va"));
    CHECK(host.shows("no usa cookies"));
}

TEST_CASE("from there she writes to a person") {
    Host host({}, "/es/privacidad");
    host.press("Escribir a una persona");
    CHECK(host.screen().id == app::ScreenId::kForm);
}

TEST_CASE("from the form she reads it, and comes back to what she wrote") {
    Host host({}, "/es/contacto");
    host.choose("Una consulta");
    host.fill("message", "¿Cómo cambio mi tarifa?");
    host.press("Qué pasa con lo que escribes");
    CHECK(host.address == "/es/privacidad");
    host.press("Volver");
    CHECK(host.find(app::NodeKind::kField, "field.message")->value == "¿Cómo cambio mi tarifa?");
    CHECK(host.find(app::NodeKind::kChoice, "field.kind")->value == "query");
}
