// What a customer finds in each language with words that its articles do not have like that.
#include <algorithm>
#include <catch2/catch_test_macros.hpp>

#include "tests/core/search/sample_index.h"

using namespace ventanilla::search;

namespace {

Entry help_article(std::string id, std::string title, std::string text) {
    return {.id = std::move(id),
            .url = "",
            .title = std::move(title),
            .summary = "",
            .tags = {},
            .sections = {{"", "", std::move(text)}}};
}

Index spanish() {
    return open_whole(build_shards(
        "es",
        {help_article("router", "Configurar el router", "Reinicia el router. Conecta el cable."),
         help_article("factura", "Entender la factura", "El recibo llega cada mes al correo."),
         help_article("pago", "Formas de pago", "Puedes pagar con tarjeta."),
         help_article("devolver", "Devolver un pedido", "Te enviamos una etiqueta."),
         help_article("cuenta", "Cerrar la cuenta", "Elimina tus datos y tu historial."),
         help_article("coche", "Asegurar el coche", "La póliza cubre la luz rota."),
         help_article("año", "Resumen del año", "Consumo de los doce meses."),
         help_article("ano", "Higiene del ano", "Consejos de salud.")}));
}

Index portuguese() {
    return open_whole(build_shards(
        "pt-BR",
        {help_article("internet", "Estou sem internet: o que fazer", "Reinicie o roteador."),
         help_article("boleto", "Segunda via do boleto", "A cobrança chega por e-mail todo mês."),
         help_article("senha", "Redefinir a senha", "Clique em Esqueci minha senha e crie outra."),
         help_article("cartoes", "Cartões e contas", "Cadastre um cartão para pagar as faturas."),
         help_article("cancelar", "Cancelar a assinatura", "Você cancela sem multa."),
         help_article("nivel", "Níveis do plano", "Configuração avançada para empresas.")}));
}

std::string first_of(const Index& index, std::string_view text) {
    const auto found = ids(index, text);
    return found.empty() ? "" : found[0];
}

}  // namespace

TEST_CASE("in Spanish, plurals, genders and verbs find each other") {
    const Index index = spanish();
    CHECK(first_of(index, "facturas ") == "factura");
    CHECK(first_of(index, "rotos ") == "coche");
    for (const char* form :
         {"pago ", "pagos ", "pagué ", "pague ", "pagado ", "pagando ", "pagar "}) {
        INFO(form);
        CHECK(first_of(index, form) == "pago");
    }
}

TEST_CASE("in Spanish, a verb is found with the pronouns that are written onto it") {
    const Index index = spanish();
    for (const char* form : {"configurarlo ", "configurarme ", "configurándolo ", "configúralo "}) {
        INFO(form);
        CHECK(first_of(index, form) == "router");
    }
    CHECK(first_of(index, "devolvérmelo ") == "devolver");
    CHECK(first_of(index, "devolvermelo ") == "devolver");
    CHECK(first_of(index, "eliminarte ") == "cuenta");
    const Index addressed =
        open_whole(build_shards("es", {help_article("registro", "Registrarte en la tienda", "")}));
    CHECK(first_of(addressed, "registrarse ") == "registro");
    CHECK(first_of(addressed, "registrarme ") == "registro");
}

TEST_CASE("in Spanish, what is said to a person does not decide what it finds") {
    const Index index = spanish();
    CHECK(first_of(index, "hola, dime cómo puedo pagar, por favor") == "pago");
    CHECK(first_of(index, "quisiera cerrar mi cuenta, ayúdame") == "cuenta");
}

TEST_CASE("in Spanish, a verb whose vowel changes is found by either") {
    const Index index = spanish();
    CHECK(first_of(index, "devuelvo ") == "devolver");
    CHECK(first_of(index, "devuelven ") == "devolver");
    CHECK(first_of(index, "cierro ") == "cuenta");
}

TEST_CASE("in Spanish, a diminutive finds the word that it was made of, and it is marked") {
    const Index index = spanish();
    CHECK(first_of(index, "facturita ") == "factura");
    CHECK(first_of(index, "cochecito ") == "coche");
    CHECK(first_of(index, "lucecitas ") == "coche");
    CHECK(first_of(index, "recibito ") == "factura");
    const auto hits = search(index, {.text = "facturita "}).hits;
    REQUIRE_FALSE(hits.empty());
    CHECK(shown(hits[0].title) == "Entender la [factura]");
}

TEST_CASE("in Spanish, a diminutive that an article has is a word of its own") {
    const Index index = open_whole(
        build_shards("es", {help_article("caja", "Abrir la caja", "De cartón."),
                            help_article("cajita", "La cajita del módem", "Es blanca.")}));
    CHECK(first_of(index, "cajita ") == "cajita");
}

TEST_CASE("in Spanish, ñ is a letter, and a keyboard without it still finds") {
    const Index index = spanish();
    CHECK(ids(index, "año ") == std::vector<std::string>{"año"});
    CHECK(ids(index, "ano ") == std::vector<std::string>{"ano"});
    const Index without =
        open_whole(build_shards("es", {help_article("contraseña", "Cambiar la contraseña", "")}));
    CHECK(first_of(without, "contrasena ") == "contraseña");
    CHECK(first_of(without, "contrasenas ") == "contraseña");
}

TEST_CASE("in Portuguese, a word without its accents finds the article, and so does its plural") {
    const Index index = portuguese();
    CHECK(first_of(index, "cobranca ") == "boleto");
    CHECK(first_of(index, "cobranças ") == "boleto");
    CHECK(first_of(index, "configuracoes ") == "nivel");
    CHECK(first_of(index, "configurações ") == "nivel");
    CHECK(first_of(index, "boletos ") == "boleto");
    CHECK(first_of(index, "fatura ") == "cartoes");
}

TEST_CASE("in Portuguese, plurals that change a word's end find its singular, and the other way") {
    const Index index = open_whole(build_shards(
        "pt", {help_article("cartao", "Cadastrar um cartão", ""),
               help_article("cartoes", "Cartões aceitos", ""),
               help_article("mensagem", "Enviar uma mensagem", ""),
               help_article("nivel", "Níveis", ""), help_article("jardim", "Jardins", "")}));
    for (const char* form : {"cartão ", "cartões ", "cartao ", "cartoes "}) {
        INFO(form);
        CHECK(ids(index, form).size() == 2);
    }
    CHECK(first_of(index, "mensagens ") == "mensagem");
    CHECK(first_of(index, "nível ") == "nivel");
    CHECK(first_of(index, "nivel ") == "nivel");
    CHECK(first_of(index, "jardim ") == "jardim");
}

TEST_CASE("in Portuguese, the forms of a verb find each other") {
    const Index index = portuguese();
    for (const char* form : {"cancelei ", "cancelando ", "cancelado ", "cancelamos ", "cancele "}) {
        INFO(form);
        CHECK(first_of(index, form) == "cancelar");
    }
    CHECK(first_of(index, "reiniciar ") == "internet");
}

TEST_CASE("in Portuguese, how a question is put does not decide what it finds") {
    const Index index = portuguese();
    CHECK(first_of(index, "como faço para redefinir a minha senha?") == "senha");
    CHECK(first_of(index, "olá, bom dia, não consigo pagar a fatura") == "cartoes");
    CHECK(first_of(index, "oi, eu preciso de ajuda com o boleto, por favor") == "boleto");
    CHECK(first_of(index, "quero cancelar") == "cancelar");
    SECTION("and words that say nothing find where there are no others") {
        CHECK(first_of(index, "o que fazer") == "internet");
    }
}

TEST_CASE("in Portuguese, a diminutive finds the word that it was made of") {
    const Index index = portuguese();
    CHECK(first_of(index, "boletinho ") == "boleto");
    CHECK(first_of(index, "continha ") == "cartoes");
}
