#include "tests/core/search/sample_index.h"

#include <catch2/catch_test_macros.hpp>
#include <utility>

namespace ventanilla::search {

std::vector<Entry> sample_entries() {
    return {
        {.id = "sin-internet",
         .url = "/es/articulos/sin-internet",
         .title = "No tengo internet: qué hacer",
         .summary = "Comprueba el router, los cables y las luces antes de llamar.",

         .tags = {"conexión", "wifi"},
         .sections = {{"", "",
                       "Si la conexión no funciona, mira primero las luces.\nReinicia el router: "
                       "desenchúfalo, espera treinta segundos y enchúfalo otra vez."},
                      {"Mira las luces del router", "", ""},
                      {"Reinicia el router", "", ""}}},
        {.id = "factura",
         .url = "/es/articulos/factura",
         .title = "Dónde ver mis facturas",
         .summary = "",

         .tags = {},
         .sections =
             {{"", "",
               "Entra en tu área de cliente y abre Facturación. Allí están todas las facturas "
               "del año."},
              {"Descargar una factura en PDF", "", ""}}},
        {.id = "cambio-titular",
         .url = "/es/articulos/titular",
         .title = "Cambiar el titular del contrato",
         .summary = "",
         .tags = {},
         .sections = {{"", "",
                       "Necesitas el documento del nuevo titular. La factura siguiente llega a su "
                       "nombre."}}},
        {.id = "contrasena-wifi",
         .url = "/es/articulos/contrasena-wifi",
         .title = "Cambiar la contraseña del wifi",
         .summary = "",
         .tags = {},
         .sections = {{"", "",
                       "Abre la configuración del router en 192.168.1.1 y elige Red inalámbrica. "
                       "Escribe la contraseña nueva dos veces."}}},
        {.id = "velocidad",
         .url = "/es/articulos/velocidad",
         .title = "Internet va lento",
         .summary = "",

         .tags = {},
         .sections =
             {{"", "",
               "Mide la velocidad con cable. Con la red de 5GHz suele ir mejor que con la de "
               "2,4 GHz."},
              {"Prueba de velocidad", "", ""}}},
        {.id = "averia",
         .url = "/es/articulos/averia",
         .title = "Comunicar una avería",
         .summary = "",
         .tags = {},
         .sections = {{"", "", "Un técnico te llama en el mismo día."}}},
    };
}

std::vector<Entry> many_entries() {
    const std::vector<std::string> verbs = {"Ajustar", "Cambiar", "Devolver", "Limpiar", "Reparar"};
    const std::vector<std::string> things = {"zapote",   "cable",  "motor", "pedido",
                                             "tornillo", "filtro", "panel"};
    // Words that look like Spanish ones, each in a few articles.
    const auto rare_word = [](std::size_t number) {
        constexpr std::string_view kFirst = "bcdfglmnprst";
        constexpr std::string_view kSecond = "aeiou";
        std::string word;
        for (int syllable = 0; syllable < 4; ++syllable) {
            word += kFirst[number % kFirst.size()];
            word += kSecond[number / kFirst.size() % kSecond.size()];
            number = number * 31 + 7;
        }
        return word;
    };
    std::vector<Entry> entries;
    for (std::size_t i = 0; i < 1500; ++i) {
        const std::string number = std::to_string(i);
        std::string text;
        for (std::size_t sentence = 0; sentence < 12; ++sentence) {
            text += "Para " + things[(i + sentence) % things.size()] + " hace falta " +
                    rare_word(i * 5 + sentence * 13) + " con " + rare_word(i + sentence * 101) +
                    ".\n";
        }
        text += i == 700 ? "Vale el talismán.\n" : "";
        entries.push_back(
            {.id = "a" + number,
             .url = "/es/articulos/" + number,
             .title = verbs[i % verbs.size()] + " el " + things[i % things.size()] + " " + number,
             .summary = "",
             .tags = {},
             .sections = {{"", "", text}, {"Después", "despues", "Guarda el recibo."}}});
    }
    return entries;
}

std::vector<std::string> build_shards(std::string_view language,
                                      const std::vector<Entry>& entries) {
    IndexBuilder builder{std::string(language)};
    for (const Entry& entry : entries) {
        REQUIRE(builder.add(entry));
    }
    return std::move(builder).finish();
}

Index open_whole(const std::vector<std::string>& shards) {
    auto index = Index::open(shards.at(0));
    REQUIRE(index);
    for (ShardId shard = 1; shard < shards.size(); ++shard) {
        REQUIRE_FALSE(index->add(shard, shards[shard]));
    }
    return std::move(*index);
}

std::vector<std::string> ids(const Answer& answer) {
    std::vector<std::string> found;
    for (const Hit& hit : answer.hits) {
        found.push_back(hit.id);
    }
    return found;
}

std::vector<std::string> ids(const Index& index, std::string_view text) {
    return ids(search(index, {.text = text}));
}

std::string shown(const std::vector<Run>& runs) {
    std::string text;
    for (const Run& run : runs) {
        text += run.marked ? "[" + run.text + "]" : run.text;
    }
    return text;
}

}  // namespace ventanilla::search
