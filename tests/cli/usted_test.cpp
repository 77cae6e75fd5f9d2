#include <algorithm>
#include <array>
#include <catch2/catch_test_macros.hpp>
#include <set>
#include <string>
#include <string_view>

#include "cli/publish/wordings.h"
#include "cli/share_folder.h"
#include "core/text/fold.h"
#include "core/text/tokenize.h"
#include "tests/cli/console.h"
#include "tests/cli/folders.h"
#include "tests/server/temporary_folder.h"

using namespace ventanilla;

namespace {

// Folded words with which our texts say tú and never anything else.
const std::set<std::string, std::less<>> kTuWords{
    "abres",      "ayudarte", "proponerte",   "acortalo",  "borralo",     "borras",   "buscas",
    "cierras",    "cierres",  "compruebalas", "contigo",   "cuentanoslo", "copiala",  "copiaste",
    "dejalo",     "dices",    "dinos",        "elegiste",  "elige",       "eliges",   "eligelos",
    "empieza",    "empieces", "enviala",      "envialo",   "envias",      "enviaste", "escribelo",
    "escribenos", "escribes", "escribiste",   "espera",    "habla",       "habias",   "haces",
    "has",        "haz",      "intentalo",    "leela",     "lees",        "leiste",   "llamanos",
    "necesitas",  "pide",     "pierdas",      "prefieres", "presiona",    "probaste", "prueba",
    "puedas",     "puedes",   "pulsa",        "quedate",   "querias",     "quieres",  "quita",
    "quitalo",    "regresa",  "rellena",      "respondes", "subelo",      "revisa",   "revisalo",
    "te",         "ti",       "tienes",       "tu",        "tus",         "tuyo",     "veas",
    "veras",      "ves",      "vuelvas",      "vuelve"};

// Words that say tú where a sentence begins with them, and may be a third person's elsewhere.
constexpr auto kTuBeginnings =
    std::to_array<std::string_view>({"Abre", "Busca", "Completa", "Deja", "Envía", "Escribe",
                                     "Estás", "Guarda", "Lee", "Mira", "Usa"});

bool begins_a_sentence(std::string_view text, std::string_view word) {
    const std::size_t at = text.find(std::string(word) + " ");
    return at != std::string_view::npos && (at == 0 || text[at - 1] == ' ');
}

bool says_tu(std::string_view text) {
    const std::string folded = text::fold(text);
    return std::ranges::any_of(
               text::tokenize(folded),
               [](const text::Token& token) { return kTuWords.contains(token.word); }) ||
           std::ranges::any_of(
               kTuBeginnings, [&](std::string_view word) { return begins_a_sentence(text, word); });
}

// The product's texts in the language of a site that addresses its customers so.
text::Messages texts(const std::string& language, site::FormOfAddress form) {
    site::Site site;
    site.languages = {language};
    site.form_of_address = form;
    return publish::worded(site, cli::read_texts("assets")).messages(language);
}

}  // namespace

TEST_CASE("no text says tú to whom the site says usted") {
    for (const char* language : {"es", "es-419", "es-MX"}) {
        std::size_t changed = 0;
        const text::Messages informal = texts(language, site::FormOfAddress::kTu);
        const text::Messages formal = texts(language, site::FormOfAddress::kUsted);
        for (const auto& [key, text] : formal.entries()) {
            INFO(language << " " << key << ": " << text);
            CHECK_FALSE(says_tu(text));
            changed += text != informal.text(key) ? 1 : 0;
        }
        CHECK(changed > 80);
    }
}

TEST_CASE("a text has its form with usted only where the one with tú would say tú") {
    for (const char* language : {"es", "es-419"}) {
        const text::Messages formal = texts(language, site::FormOfAddress::kUsted);
        const text::Messages informal = texts(language, site::FormOfAddress::kTu);
        for (const auto& [key, text] : informal.entries()) {
            INFO(language << " " << key << ": " << text);
            CHECK(says_tu(text) == (formal.text(key) != text));
        }
    }
}

TEST_CASE("a site says how it addresses its customers in Spanish") {
    const auto with = [](const std::string& form) {
        test::TemporaryFolder folder;
        test::make_site(folder.path());
        std::string settings = test::read_file(folder.path() / "site.json");
        settings.insert(settings.find("  \"name\""), "  \"form_of_address\": \"" + form + "\",\n");
        test::write_file(folder.path() / "site.json", settings);
        return test::run("assets", {"texts", folder.path().string()});
    };
    CHECK(with("usted").out.find("\"form.title\": \"Escríbanos\"") != std::string::npos);
    CHECK(with("tú").out.find("\"form.title\": \"Escríbenos\"") != std::string::npos);
    CHECK(with("vos").log.find("site.json:4:22: error[site-form-of-address]: The form of address "
                               "is \"tú\" or \"usted\".") != std::string::npos);
}
