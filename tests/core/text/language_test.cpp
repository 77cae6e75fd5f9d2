#include "core/text/language.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <filesystem>
#include <set>
#include <sstream>

#include "core/text/fold.h"

using namespace ventanilla::text;

namespace {

std::vector<std::string> words_of(std::string_view list) {
    std::vector<std::string> words;
    std::istringstream stream{std::string(list)};
    for (std::string word; stream >> word;) {
        words.push_back(word);
    }
    return words;
}

bool has_form(const std::vector<std::string>& forms, std::string_view form) {
    return std::ranges::find(forms, form) != forms.end();
}

}  // namespace

TEST_CASE("a language is found by its tag, whatever the region") {
    REQUIRE(find_language("es") != nullptr);
    CHECK(find_language("es")->tag == "es");
    CHECK(find_language("es-MX") == find_language("es"));
    CHECK(find_language("pt_BR") == find_language("pt"));
    CHECK(find_language("est") == nullptr);
    CHECK(find_language("") == nullptr);
}

TEST_CASE("every language that the product speaks has its words") {
    int spoken = 0;
    for (const auto& file : std::filesystem::directory_iterator("assets/texts")) {
        const std::string name = file.path().stem().string();  // "app.es", "app.es.usted"
        INFO(name);
        const std::string variant = name.substr(name.find('.') + 1);
        CHECK(find_language(variant.substr(0, variant.find('.'))) != nullptr);
        ++spoken;
    }
    CHECK(spoken >= 8);
}

TEST_CASE("words that say nothing are listed as they are compared, each once") {
    for (const Language* language : languages()) {
        std::set<std::string> seen;
        for (const std::string_view list :
             {language->stop_words, language->frame_words, language->link_words}) {
            REQUIRE(list.size() > 2);
            CHECK(list.front() == ' ');
            CHECK(list.back() == ' ');
            CHECK(list.find("  ") == std::string_view::npos);
            for (const std::string& word : words_of(list)) {
                INFO(language->tag << ": " << word);
                CHECK(fold(word) == word);
                CHECK(word.find('\'') == std::string::npos);
                CHECK(seen.insert(word).second);
            }
        }
    }
}

TEST_CASE("a word is in a list, or it is not; half a word is not") {
    CHECK(is_listed(" de la ", "de"));
    CHECK(is_listed(" de la ", "la"));
    CHECK(is_listed(" dela los la ", "la"));
    CHECK_FALSE(is_listed(" de la ", "l"));
    CHECK_FALSE(is_listed(" de la ", "de la los"));
}

TEST_CASE("a Spanish diminutive has the word that it was made of") {
    const auto base_forms = find_language("es")->base_forms;
    REQUIRE(base_forms != nullptr);
    for (const auto& [diminutive, base] :
         std::vector<std::pair<std::string, std::string>>{{"facturita", "factura"},
                                                          {"recibitos", "recibo"},
                                                          {"cochecito", "coche"},
                                                          {"cafecito", "cafe"},
                                                          {"camioncito", "camion"},
                                                          {"florecilla", "flor"},
                                                          {"pueblecito", "pueblo"},
                                                          {"lucecita", "luz"},
                                                          {"tacita", "taza"},
                                                          {"poquito", "poco"},
                                                          {"amiguitas", "amiga"},
                                                          {"cablecitos", "cable"},
                                                          {"papelito", "papel"},
                                                          {"paquetito", "paquete"},
                                                          {"problemilla", "problema"}}) {
        INFO(diminutive);
        CHECK(has_form(base_forms(diminutive), base));
    }
}

TEST_CASE("a Spanish verb is stemmed and found without its pronouns") {
    const auto plain_form = find_language("es")->plain_form;
    REQUIRE(plain_form != nullptr);
    CHECK(plain_form("registrarte") == "registrar");
    CHECK(plain_form("devolvérmelo") == "devolver");
    CHECK(plain_form("devolvermelo") == "devolver");
    CHECK(plain_form("configurándote") == "configurando");
    for (const std::string word :
         {"parte", "fuerte", "comparte", "convierte", "modelo", "soportelo"}) {
        CHECK(plain_form(word) == word);
    }
    const auto base_forms = find_language("es")->base_forms;
    CHECK(has_form(base_forms("enviamelas"), "envia"));
    CHECK(has_form(base_forms("reinicialo"), "reinicia"));
    CHECK_FALSE(has_form(base_forms("modelo"), "mode"));
}

TEST_CASE("a Spanish verb whose vowel changes has both") {
    const auto base_forms = find_language("es")->base_forms;
    CHECK(has_form(base_forms("devuelven"), "devolven"));
    CHECK(has_form(base_forms("cierra"), "cerra"));
    CHECK(has_form(base_forms("cerrar"), "cierrar"));
    CHECK(has_form(base_forms("busque"), "busce"));
}

TEST_CASE("a Portuguese plural is stemmed like its singular, typed with marks or without") {
    const auto plain_form = find_language("pt")->plain_form;
    REQUIRE(plain_form != nullptr);
    CHECK(plain_form("cartões") == "cartão");
    CHECK(plain_form("configuracoes") == "configuração");
    CHECK(plain_form("mensagens") == "mensagem");
    CHECK(plain_form("papéis") == "papel");
    CHECK(plain_form("níveis") == "nível");
    CHECK(plain_form("fáceis") == "fácil");
    for (const std::string word : {"mais", "pais", "dois", "boletos", "uns"}) {
        CHECK(plain_form(word) == word);
    }
}

TEST_CASE("a Portuguese diminutive has the word that it was made of") {
    const auto base_forms = find_language("pt")->base_forms;
    REQUIRE(base_forms != nullptr);
    CHECK(has_form(base_forms("faturinha"), "fatura"));
    CHECK(has_form(base_forms("boletinhos"), "boleto"));
    CHECK(has_form(base_forms("cafezinho"), "cafe"));
    CHECK(has_form(base_forms("barquinho"), "barco"));
    CHECK(has_form(base_forms("mensagenzinha"), "mensagem"));
    CHECK(base_forms("boleto").empty());
}

TEST_CASE("forms of a word are few, none twice, and never the word itself") {
    for (const Language* language : languages()) {
        for (const std::string word : {"ecito", "cita", "illo", "s", "e", "lo", "facturecitos",
                                       "qu\xC3\xB1ito", "\xFFito"}) {
            const auto forms = language->base_forms == nullptr ? std::vector<std::string>()
                                                               : language->base_forms(word);
            INFO(language->tag << ": " << word);
            CHECK(forms.size() <= kMostBaseForms);
            CHECK_FALSE(has_form(forms, word));
            CHECK(std::set(forms.begin(), forms.end()).size() == forms.size());
        }
    }
}
