#include "tests/widget/canvas/sample_screens.h"

#include <catch2/catch_test_macros.hpp>
#include <fstream>
#include <iterator>

#include "core/base/json.h"
#include "core/text/messages.h"

namespace ventanilla::test {
namespace {

using app::Node;
using app::NodeKind;
using article::Block;
using article::BlockKind;
using article::Inline;
using article::InlineKind;

Inline words(std::string text) {
    return {InlineKind::kText, std::move(text), {}, {}};
}

Inline within(InlineKind kind, std::string text, std::string target = {}) {
    return {kind, {}, std::move(target), {words(std::move(text))}};
}

Block block(BlockKind kind, std::vector<Inline> inlines, std::vector<Block> children = {}) {
    Block result;
    result.kind = kind;
    result.inlines = std::move(inlines);
    result.children = std::move(children);
    return result;
}

Block item(std::string text) {
    return block(BlockKind::kItem, {}, {block(BlockKind::kParagraph, {words(std::move(text))})});
}

Block row(std::string one, std::string other) {
    return block(BlockKind::kRow, {},
                 {block(BlockKind::kCell, {words(std::move(one))}),
                  block(BlockKind::kCell, {words(std::move(other))})});
}

article::Document every_block() {
    Block heading = block(BlockKind::kHeading, {words("Cómo se hace")});
    heading.number = 2;
    heading.anchor = "como-se-hace";
    Block code = block(BlockKind::kCode, {});
    code.text = "ping 192.168.1.1\n  respuesta de una línea que es más larga que la pantalla\n";
    Block numbers = block(BlockKind::kOrderedList, {}, {item("Avisa en casa."), item("Púlsalo.")});
    numbers.number = 9;
    numbers.children.front().children.push_back(
        block(BlockKind::kBulletList, {}, {item("dentro de otra lista")}));
    const std::string long_word =
        "https://www.farofibra.example/una/direccion/que/no/cabe/en/una/linea";
    return {{std::move(heading),
             block(BlockKind::kParagraph,
                   {words("Reinicia el "),
                    within(InlineKind::kStrong, "router"),
                    words(", con "),
                    within(InlineKind::kEmphasis, "calma"),
                    words(" y "),
                    {InlineKind::kCode, "Reset", {}, {}},
                    words(". Mira "),
                    within(InlineKind::kLink, "qué dicen las luces del router en esta página",
                           "/es/articulos/luces"),
                    words(" o "),
                    within(InlineKind::kLink, long_word, long_word),
                    {InlineKind::kBreak, {}, {}, {}},
                    words("Fin."),
                    {InlineKind::kPicture, "El router por detrás", "/media/router.svg", {}}}),
             block(BlockKind::kBulletList, {}, {item("una"), item("otra")}), std::move(numbers),
             block(BlockKind::kQuote, {}, {block(BlockKind::kParagraph, {words("Una cita.")})}),
             std::move(code), block(BlockKind::kRule, {}),
             block(BlockKind::kTable, {},
                   {row("Qué pasa", "Cuándo"),
                    row("La luz 2 parpadea y se queda fija", "Entre 1 y 3 minutos")})}};
}

Node field(app::Input input, const std::string& key, const std::string& text) {
    Node result = node(NodeKind::kField, key, text);
    result.input = input;
    result.hint = "Una pista para " + text;
    result.error = "Falta " + text;
    result.number = 10;
    result.value = "nueve let";
    result.required = true;
    return result;
}

Node choice(const std::string& key, const std::string& text) {
    Node result = node(NodeKind::kChoice, key, text);
    result.value = "b";
    for (const char* id : {"a", "b", "c"}) {
        Node option = node(NodeKind::kOption, key + "." + id, std::string("Respuesta ") + id);
        option.value = id;
        result.children.push_back(std::move(option));
    }
    return result;
}

Node action(const std::string& key, const std::string& text, app::Emphasis emphasis) {
    Node result = node(NodeKind::kAction, key, text);
    result.emphasis = emphasis;
    result.message = app::Press{app::Command::kSend};
    return result;
}

Node list_of_one() {
    Node hit = node(NodeKind::kItem, "hit", {});
    hit.runs = {{"No tengo ", false}, {"internet", true}};
    hit.detail = {{"Comprueba los ", false}, {"cables", true}};
    hit.href = "/es/articulos/sin-internet";
    Node list = node(NodeKind::kList, "hits", "Resultados");
    list.children = {std::move(hit)};
    return list;
}

Node form_with_all() {
    Node form = node(NodeKind::kForm, "form", "Tu mensaje");
    form.message = app::Press{app::Command::kSend};
    form.children = {field(app::Input::kText, "field.name", "Nombre"),
                     field(app::Input::kLongText, "field.message", "Mensaje"),
                     field(app::Input::kEmail, "field.email", "Correo"),
                     field(app::Input::kTelephone, "field.phone", "Teléfono"),
                     field(app::Input::kDate, "field.day", "Día"),
                     choice("field.kind", "¿De qué se trata?"),
                     node(NodeKind::kCheck, "field.agree", "Estoy de acuerdo"),
                     action("send", "Enviar", app::Emphasis::kPrimary)};
    return form;
}

}  // namespace

Node node(NodeKind kind, std::string key, std::string text) {
    Node result;
    result.kind = kind;
    result.key = std::move(key);
    result.text = std::move(text);
    return result;
}

app::Screen screen_with(std::vector<Node> nodes) {
    app::Screen screen(app::ScreenId::kArticle, "es", "Título de la pantalla",
                       {{action("person", "Escribir a una persona", app::Emphasis::kSecondary)}},
                       std::move(nodes));
    screen.eyebrow = "Ayuda de Faro Fibra";
    screen.back = action("back", "Volver", app::Emphasis::kQuiet);
    screen.back->message = app::Press{app::Command::kBack};
    screen.close = action("close", "Cerrar", app::Emphasis::kQuiet);
    screen.close->message = app::Press{app::Command::kClose};
    return screen;
}

app::Screen every_kind() {
    Node search = node(NodeKind::kSearch, "search", "Buscar en la ayuda");
    search.message = app::Press{app::Command::kShowResults};
    Node document = node(NodeKind::kDocument, "document", {});
    document.document = every_block();
    Node waiting = node(NodeKind::kProgress, "waiting", "Buscando");
    waiting.number = -1;
    Node progress = node(NodeKind::kProgress, "progress", "Avance de la guía");
    progress.number = 40;
    Node notice = node(NodeKind::kNotice, "notice", "No sabemos si tu mensaje ha llegado.");
    notice.tone = app::Tone::kError;
    notice.children = {action("again", "Enviar de nuevo", app::Emphasis::kQuiet)};
    Node details = node(NodeKind::kDetails, "details", "Lo enviado");
    details.children = {node(NodeKind::kDetail, "detail", "Correo"),
                        node(NodeKind::kDetail, "detail2", "Mensaje")};
    details.children.front().value = "ines@example.org";
    details.children.back().value = "Dos\nlíneas";
    Node code = node(NodeKind::kCode, "code", "Tu código");
    code.value = "7KQ2-M9XD-4HTR-B8VK";
    Node date = node(NodeKind::kDate, "date", "Recibida el");
    date.value = "2026-11-21";
    Node link = node(NodeKind::kLink, "call", "Llamar al 900 000 000");
    link.href = "tel:+34900000000";
    link.hint = "De 8 a 22 h";
    Node site = node(NodeKind::kLink, "site", "Estado de la red");
    site.href = "https://estado.farofibra.example/";
    Node group = node(NodeKind::kGroup, "group", "Grupo");
    group.children = {node(NodeKind::kHeading, "heading", "Un título"),
                      node(NodeKind::kText, "text", "Un párrafo.")};
    group.children.front().number = 2;
    return screen_with({std::move(search), std::move(group), list_of_one(), std::move(document),
                        std::move(waiting), std::move(progress), std::move(notice),
                        std::move(details), std::move(code), std::move(date), std::move(link),
                        std::move(site), form_with_all(),
                        action("one", "Una", app::Emphasis::kPrimary),
                        action("two", "Otra", app::Emphasis::kPrimary),
                        action("three", "Quieta", app::Emphasis::kQuiet)});
}

app::Screen every_text(const std::string& language) {
    std::ifstream file("assets/texts/app." + language + ".json");
    const std::string bytes{std::istreambuf_iterator<char>(file), {}};
    const auto json = base::parse_json(bytes);
    REQUIRE(json.has_value());
    std::vector<Node> nodes;
    const text::Messages messages(*json);
    for (const auto& [key, text] : messages.entries()) {
        for (const NodeKind kind :
             {NodeKind::kHeading, NodeKind::kText, NodeKind::kItem, NodeKind::kAction,
              NodeKind::kLink, NodeKind::kField, NodeKind::kCheck, NodeKind::kProgress,
              NodeKind::kNotice, NodeKind::kDetail, NodeKind::kCode, NodeKind::kDate}) {
            nodes.push_back(node(kind, key + "." + std::to_string(nodes.size()), text));
        }
    }
    return screen_with(std::move(nodes));
}

}  // namespace ventanilla::test
