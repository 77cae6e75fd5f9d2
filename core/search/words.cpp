#include "core/search/words.h"

#include "core/text/fold.h"

namespace ventanilla::search {
namespace {

// Between spaces, folded. Articles, prepositions, pronouns and the verbs with which a question is
// put; never a word that can be what the question is about.
constexpr std::string_view kSpanish =
    " a al algo alguien algun alguna algunas alguno algunos ante "
    "antes aquel aquella aquello aqui asi aun aunque"
    " ayuda ayudar bajo bien cada como con contra cual cuales "
    "cualquier cuando cuanto cuya cuyo da dar de debe"
    " debo del desde donde dos durante e el ella ellas ellos en "
    "entonces entre era eran eres es esa esas ese eso"
    " esos esta estaba estan estar estas este esto estos estoy "
    "favor fue gracias ha haber habia hace haceis hacen hacer haces hacia"
    " hago han has hasta hay he hola la las le les lo los mas me "
    "mi mis mucho muy nada necesito necesita ni no nos"
    " nosotros nuestra nuestro o os otra otro otros para pero "
    "poco podeis podemos poder podria por porque puede"
    " pueden puedes puedo pues que quiere quiero quien saber se "
    "sea segun ser si sido siempre sin sobre sois"
    " solo somos son soy su sus tal tambien tampoco tan tanto te "
    "teneis tenemos tener tengo ti tiene tienen"
    " tienes toda todas todo todos tras tu tus u un una unas uno "
    "unos usted ustedes va vamos van vez vosotros"
    " voy y ya yo ";
constexpr std::string_view kEnglish = " a about after all also am an and any are as at be because "
                                      "been before being but by can cannot cant could"
                                      " did do does doesnt doing dont each for from get getting "
                                      "had has have having he hello help her here hi him his"
                                      " how i id if im in into is it its ive just know like many "
                                      "me more most much must my need no nor not now of on"
                                      " once only or other our out over own please same she should "
                                      "so some such tell than thanks that thats the their"
                                      " them then there these they this those through to too under "
                                      "until up very want was way we were what"
                                      " whats when where which while who whom why will with within "
                                      "without wont would you your yours ";

// Words that put a question when they follow a stop word in its beginning, and are a matter of their own elsewhere.
constexpr std::string_view kSpanishFrame =
    " busco encontrar encuentro forma funciona funcionan manera modo paso pasa pregunta problema "
    "problemas sabe sabes solucionar ver ";
constexpr std::string_view kEnglishFrame =
    " best find looking problem problems question see show solve trouble try trying use way ways "
    "work works ";

bool holds(std::string_view words, std::string_view key) {
    std::string spaced(1, ' ');
    spaced += key;
    spaced += ' ';
    return words.find(spaced) != std::string_view::npos;
}

// That of the language; empty where there is none.
std::string_view list_of(std::string_view language, std::string_view spanish,
                         std::string_view english) {
    return language.starts_with("es")   ? spanish
           : language.starts_with("en") ? english
                                        : std::string_view();
}

}  // namespace

std::string word_key(std::string_view word) {
    std::string key = text::fold(word);
    for (const std::string_view apostrophe : {"'", "\u2019"}) {
        for (std::size_t at = key.find(apostrophe); at != std::string::npos;
             at = key.find(apostrophe, at)) {
            key.erase(at, apostrophe.size());
        }
    }
    return key;
}

std::string word_spelling(std::string_view word) {
    std::string spelling = text::lower(word);
    for (std::size_t at = spelling.find("\u2019"); at != std::string::npos;
         at = spelling.find("\u2019", at)) {
        spelling.replace(at, 3, "'");
    }
    return spelling;
}

bool is_stop_word(std::string_view key, std::string_view language) {
    return holds(list_of(language, kSpanish, kEnglish), key);
}

StopWordSet stop_word_set(std::string_view key) {
    std::uint32_t hash = 0;
    for (const char byte : key) {
        hash = (hash + static_cast<unsigned char>(byte)) * 0x9E3779B1;
    }
    return StopWordSet{1} << (hash >> 29U);
}

bool Frame::says_nothing(std::string_view key) {
    if (is_stop_word(key, language_)) {
        begun_ = true;
        return true;
    }
    over_ = over_ || !begun_ || !holds(list_of(language_, kSpanishFrame, kEnglishFrame), key);
    return !over_;
}

}  // namespace ventanilla::search
