#include <stemmers/stem_UTF_8_spanish.h>

#include "core/text/base_forms.h"
#include "core/text/language.h"

namespace ventanilla::text {
namespace {

// "lucecita" was a "luz", "tacita" a "taza".
std::string with_z(std::string_view root) {
    return std::string(root.substr(0, root.size() - 1)) + "z";
}

// "facturita", "cochecitos", "florecilla", "camioncito", "amiguito", "poquito".
void add_diminutive(std::string_view word, BaseForms& forms) {
    cut(word, {"s"});
    const std::string_view gender = word.substr(word.size() - 1);
    if (!cut(word, {"ito", "ita", "illo", "illa"})) {
        return;
    }
    std::string_view root = word;
    if (cut(root, {"ec"})) {
        forms.add(root, {"e", gender, ""});
        if (root.ends_with('c')) {
            forms.add(with_z(root));
        }
    }
    root = word;
    if (cut(root, {"c"})) {
        forms.add(root, {""});
        forms.add(with_z(word), {gender});
    } else if (cut(root, {"qu"})) {
        forms.add(std::string(root) + "c", {gender, "e"});
    } else if (root.ends_with("gu") && cut(root, {"u"})) {
        forms.add(root, {gender});
    }
    forms.add(word, {gender, "e", ""});
}

// "reinicialo", "enviamelo": Snowball's stemmer knows pronouns after infinitives and gerunds alone.
void add_imperative(std::string_view word, BaseForms& forms) {
    constexpr std::size_t kShortestVerb = 5;
    std::string_view verb = word;
    if (!cut(verb, {"lo", "la", "los", "las", "le", "les", "me", "nos"})) {
        return;
    }
    for (int pronoun = 0; pronoun < 2; ++pronoun) {
        if (verb.ends_with('a') && verb.size() >= kShortestVerb) {
            forms.add(verb, {""});
        }
        cut(verb, {"me", "se", "nos"});
    }
}

// "devuelven" and "cierra" belong to "devolver" and "cerrar", "busque" to "buscar": stems do not say so.
void add_other_vowel(std::string_view word, BaseForms& forms) {
    struct Change {
        std::string_view from;
        std::string_view to;
    };
    constexpr Change kChanges[] = {{"ue", "o"}, {"ie", "e"}, {"qu", "c"}, {"o", "ue"}, {"e", "ie"}};
    std::string_view root = word;
    if (!cut(root, {"ar", "er", "ir", "an", "en", "as", "es", "a", "e", "o"})) {
        return;
    }
    for (const auto& [from, to] : kChanges) {
        const std::size_t at = root.rfind(from);
        if (at != std::string_view::npos && at > 0) {
            std::string form(word);
            forms.add(form.replace(at, from.size(), to));
            return;
        }
    }
}

// Words in -rte, none of which is an infinitive with "te" after it.
constexpr std::string_view kNoPronoun =
    " acierte advierte baluarte comparte concierte contraparte convierte departe descarte"
    " deserte despierte divierte encarte ensarte estandarte imparte injerte inserte invierte"
    " liberte pervierte reconvierte reinserte reparte revierte subvierte ";

// "registrarte", "devolvermelo": pronouns that Snowball's stemmer does not know.
std::string plain_form(std::string_view word) {
    constexpr std::size_t kShortestVerb = 5;  // bytes
    std::string_view verb = word;
    if (!cut(verb, {"te"})) {
        const bool has_two = cut(verb, {"lo", "la", "los", "las", "le", "les"}) &&
                             cut(verb, {"me", "te", "se", "nos", "os"});
        if (!has_two) {
            return std::string(word);
        }
    }
    if (verb.size() < kShortestVerb || is_listed(kNoPronoun, word)) {
        return std::string(word);
    }
    struct Ending {
        std::string_view written;
        std::string_view plain;
    };
    constexpr Ending kEndings[] = {
        {"ar", "ar"}, {"er", "er"},     {"ir", "ir"},     {"ár", "ar"},     {"ér", "er"},
        {"ír", "ir"}, {"ando", "ando"}, {"ándo", "ando"}, {"endo", "endo"}, {"éndo", "endo"}};
    for (const auto& [written, plain] : kEndings) {
        if (verb.ends_with(written)) {
            return std::string(verb.substr(0, verb.size() - written.size())).append(plain);
        }
    }
    return std::string(word);
}

bool is_soft(std::string_view word, std::size_t at) {
    return at < word.size() && (word[at] == 'e' || word[at] == 'i');
}

// Of the letter at `at`, as most of Latin America and the south of Spain say it.
Sound sound(std::string_view word, std::size_t at) {
    const char letter = word[at];
    const char next = at + 1 < word.size() ? word[at + 1] : '\0';
    switch (letter) {
    case 'h':
        return {};
    case 'v':
    case 'w':
        return {'b'};
    case 'z':
        return {'s'};
    case 'x':
        return {'s'};
    case 'c':
        return next == 'h' ? Sound{'C', 2} : is_soft(word, at + 1) ? Sound{'s'} : Sound{'k'};
    case 'q':
        return next == 'u' && is_soft(word, at + 2) ? Sound{'k', 2} : Sound{'k'};
    case 'g':
        return next == 'u' && is_soft(word, at + 2) ? Sound{'g', 2}
               : is_soft(word, at + 1)              ? Sound{'j'}
                                                    : Sound{'g'};
    case 'l':
        return next == 'l' ? Sound{'y', 2} : Sound{'l'};
    case 'm':
        return next == 'b' || next == 'p' || next == 'v' ? Sound{'n'} : Sound{'m'};
    default:
        return {letter};
    }
}

std::vector<std::string> base_forms(std::string_view word) {
    BaseForms forms(word);
    add_diminutive(word, forms);
    add_imperative(word, forms);
    add_other_vowel(word, forms);
    return std::move(forms).take();
}

}  // namespace

const Language& es_language() {
    static constexpr Language kLanguage{
        .tag = "es",
        .stemmer = {spanish_UTF_8_create_env, spanish_UTF_8_close_env, spanish_UTF_8_stem},
        .stop_words =
            " a al algo alguien algun alguna algunas alguno algunos ante antes aquel aquella"
            " aquello aqui asi aun aunque ayuda ayudame ayudar ayudarme ayudeme bajo bien"
            " cada como con contra cual cuales cualquier cuando cuanto cuya cuyo da dar de"
            " debe debo decir del desde digame dime donde dos durante e el ella ellas ellos"
            " en entonces entre era eran eres es esa esas ese eso esos esta estaba estan"
            " estar estas este esto estos estoy favor fue gracias gustaria ha haber habia"
            " hace haceis hacen hacer haces hacia hago han has hasta hay he hola la las le"
            " les lo los mas me mi mis mucho muy nada necesita necesito ni no nos nosotros"
            " nuestra nuestro o os otra otro otros para pero poco podeis podemos poder podria"
            " por porque puede pueden puedes puedo pues que queria querria quien quiere"
            " quiero quisiera saber se sea segun ser si sido siempre sin sobre sois solo"
            " somos son soy su sus tal tambien tampoco tan tanto te teneis tenemos tener"
            " tengo ti tiene tienen tienes toda todas todo todos tras tu tus u un una unas"
            " uno unos usted ustedes va vamos van vez vosotros voy y ya yo ",
        .frame_words =
            " busco encontrar encuentro forma funciona funcionan manera modo paso pasa pregunta"
            " problema problemas sabe sabes solucionar ver ",
        .link_words =
            " accede articulo articulos clic click consulta consultar detalles encontraras enlace"
            " enlaces explicacion guia guias haz indicaciones info informacion instrucciones leer"
            " leyendo link mira mirar pagina paginas pincha pinchando pulsa pulsando seccion"
            " seguir siguiente siguientes sigue tema visita ",
        .plain_form = plain_form,
        .base_forms = base_forms,
        .sound = sound,
    };
    return kLanguage;
}

}  // namespace ventanilla::text
