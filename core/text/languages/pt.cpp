#include <stemmers/stem_UTF_8_portuguese.h>

#include "core/text/base_forms.h"
#include "core/text/language.h"

namespace ventanilla::text {
namespace {

struct Change {
    std::string_view from;
    std::string_view to;
};

// Endings whose plural has another stem; first those typed without their marks. Irregular ones are left.
constexpr Change kPlurals[] = {{"coes", "ção"}, {"oes", "ão"}, {"cao", "ção"}, {"ao", "ão"},
                               {"ções", "ção"}, {"ões", "ão"}, {"ães", "ão"},  {"ais", "al"},
                               {"veis", "vel"}, {"éis", "el"}, {"eis", "il"},  {"óis", "ol"},
                               {"ois", "ol"},   {"uis", "ul"}, {"ns", "m"}};

std::string plain_form(std::string_view word) {
    constexpr std::size_t kShortestRoot = 2;  // bytes
    for (const auto& [plural, singular] : kPlurals) {
        if (word.ends_with(plural) && word.size() >= plural.size() + kShortestRoot) {
            return std::string(word.substr(0, word.size() - plural.size())).append(singular);
        }
    }
    return std::string(word);
}

// "cartoes" for "cartao": its stem does not begin so.
void add_plural(std::string_view word, BaseForms& forms) {
    constexpr Change kSingulars[] = {{"ao", "oes"}, {"al", "ais"}, {"el", "eis"}, {"il", "eis"},
                                     {"ol", "ois"}, {"ul", "uis"}, {"m", "ns"}};
    for (const auto& [singular, plural] : kSingulars) {
        std::string_view root = word;
        if (cut(root, {singular})) {
            forms.add(root, {plural});
        }
    }
}

// "faturinha", "boletinhos", "cafezinho", "mensagenzinha", "barquinho".
void add_diminutive(std::string_view word, BaseForms& forms) {
    cut(word, {"s"});
    const std::string_view gender = word.substr(word.size() - 1);
    if (!cut(word, {"inho", "inha"})) {
        return;
    }
    std::string_view root = word;
    if (cut(root, {"z"})) {
        forms.add(root, {"", gender});
        if (cut(root, {"n"})) {
            forms.add(root, {"m"});
        }
    } else if (cut(root, {"qu"})) {
        forms.add(std::string(root) + "c", {gender});
    } else if (root.ends_with("gu") && cut(root, {"u"})) {
        forms.add(root, {gender});
    }
    forms.add(word, {gender, "e", ""});
}

std::vector<std::string> base_forms(std::string_view word) {
    BaseForms forms(word);
    add_plural(word, forms);
    add_diminutive(word, forms);
    return std::move(forms).take();
}

}  // namespace

const Language& pt_language() {
    static constexpr Language kLanguage{
        .tag = "pt",
        .stemmer = {portuguese_UTF_8_create_env, portuguese_UTF_8_close_env, portuguese_UTF_8_stem},
        .stop_words =
            " a agora ainda ajuda ajudar algo alguem algum alguma algumas alguns ante antes ao aos"
            " apenas aquela aquelas aquele aqueles aqui aquilo as assim ate bem boa bom cada com"
            " como consegue conseguem conseguimos conseguir consigo contra cuja cujo da dao das de"
            " dela delas dele deles depois desde dessa dessas desse desses desta destas deste"
            " destes deve devem devo disso disto do dos durante e ela elas ele eles em enquanto"
            " entao entre era eram essa essas esse esses esta estamos estao estar estas estava"
            " estavam este estes estou eu faco favor faz fazem fazemos fazer fez foi foram gostaria"
            " ha isso isto ja la lhe lhes mais mas me mesmo meu meus mim minha minhas muita muitas"
            " muito muitos na nada nao nas nem nenhum nenhuma nessa nesse nesta neste no nos nossa"
            " nossas nosso nossos num numa o obrigada obrigado oi ola onde os ou outra outras outro"
            " outros para pela pelas pelo pelos pode podem podemos poder poderia podia pois por"
            " porque posso pouco pra precisa precisam precisamos preciso quais qual qualquer quando"
            " quanta quantas quanto quantos que queira quem quer querem queremos queria quero se"
            " seja sem sempre ser sera seu seus si sido so sob sobre somos sou sua suas tal talvez"
            " tambem tampouco tanto te tem temos tenha tenho ter teu teus ti tinha toda todas todo"
            " todos tu tua tuas tudo um uma umas uns vai vamos vao vem voce voces vos vou ",
        .frame_words =
            " achar acho acontece aconteceu busco dia duvida duvidas encontrar encontro forma"
            " funciona funcionam jeito maneira modo noite passo pergunta problema problemas procuro"
            " resolver sabe saber solucionar tarde tentando tentar tento ver ",
        .link_words =
            " acessar acesse artigo artigos clicando clicar clique confira consulte detalhes"
            " explicacao guia guias info informacao informacoes instrucoes leia lendo ler link"
            " links pagina paginas proxima proximas saiba secao seguinte seguintes topico veja"
            " visite ",
        .plain_form = plain_form,
        .base_forms = base_forms,
    };
    return kLanguage;
}

}  // namespace ventanilla::text
