#include "widget/bridge/screen_json.h"

#include <array>

#include "core/article/document.h"
#include "core/base/json.h"
#include "core/base/json_writer.h"
#include "widget/app/annex.h"
#include "widget/bridge/message_json.h"

namespace ventanilla::bridge {
namespace {

using app::Node;
using app::NodeKind;
using base::JsonWriter;

// In the order of the enumerations in widget/app/screen.h.
constexpr std::array<std::string_view, 21> kKinds = {
    "group",    "heading",  "text",   "search",  "list",   "item",   "action",
    "link",     "filter",   "form",   "field",   "choice", "option", "check",
    "document", "progress", "notice", "details", "detail", "code",   "date"};
constexpr std::array<std::string_view, 3> kEmphases = {"primary", "", "quiet"};
constexpr std::array<std::string_view, 4> kTones = {"", "success", "warning", "error"};
constexpr std::array<std::string_view, 7> kInputs = {"",     "long-text",     "email", "telephone",
                                                     "date", "one-time-code", "file"};

template <typename Names, typename Enum>
std::string_view name_of(const Names& names, Enum value) {
    return names[static_cast<std::size_t>(value)];
}

void write_runs(JsonWriter& json, std::string_view name, const std::vector<search::Run>& runs) {
    if (runs.empty()) {
        return;
    }
    json.name(name);
    json.begin_array();
    for (const search::Run& run : runs) {
        json.begin_array();
        json.string(run.text);
        json.boolean(run.marked);
        json.end_array();
    }
    json.end_array();
}

void write_node(JsonWriter& json, const Node& node);

void write_nodes(JsonWriter& json, std::string_view name, const std::vector<Node>& nodes) {
    if (nodes.empty()) {
        return;
    }
    json.name(name);
    json.begin_array();
    for (const Node& node : nodes) {
        write_node(json, node);
    }
    json.end_array();
}

void write_node(JsonWriter& json, const Node& node) {
    json.begin_object();
    json.member("kind", name_of(kKinds, node.kind));
    json.member("key", node.key);
    json.member("text", node.text);
    json.member("value", node.value);
    json.member("hint", node.hint);
    json.member("error", node.error);
    json.member("href", node.href);
    json.member("revision", node.revision);
    if (node.kind == NodeKind::kProgress) {
        json.name("number");
        json.number(node.number);
    } else {
        json.member("number", node.number);
    }
    json.flag("required", node.required);
    json.flag("read_only", node.read_only);
    json.member("emphasis", name_of(kEmphases, node.emphasis));
    json.member("tone", name_of(kTones, node.tone));
    json.member("input", name_of(kInputs, node.input));
    write_runs(json, "runs", node.runs);
    write_runs(json, "detail", node.detail);
    if (node.kind == NodeKind::kDocument) {
        json.name("document");
        json.value(app::annex::document(node.document));
    }
    if (node.message) {
        json.name("message");
        json.value(to_json(*node.message));
    }
    write_nodes(json, "children", node.children);
    json.end_object();
}

struct EffectWriter {
    JsonWriter& json;

    void operator()(const app::Get& effect) const {
        json.member("e", "get");
        json.member("path", effect.path);
        json.member("token", effect.token);
    }
    void operator()(const app::Post& effect) const {
        json.member("e", "post");
        json.member("path", effect.path);
        json.member("key", effect.key);
        json.member("body", effect.body);
        json.member("token", effect.token);
    }
    void operator()(const app::Download& effect) const {
        json.member("e", "download");
        json.member("path", effect.path);
        json.member("token", effect.token);
        json.member("name", effect.name);
    }
    void operator()(const app::Random& effect) const {
        json.member("e", "random");
        json.member("bytes", effect.bytes);
    }
    void operator()(const app::Save& effect) const {
        json.member("e", "save");
        json.name("text");
        json.string(effect.text);
    }
    void operator()(const app::Keep& effect) const {
        json.member("e", "keep");
        json.member("name", effect.name);
        json.name("text");
        json.string(effect.text);
    }
    void operator()(const app::Wait& effect) const {
        json.member("e", "wait");
        json.name("seconds");
        json.number(effect.seconds);
        if (!effect.path.empty()) {
            json.member("path", effect.path);
            json.member("token", effect.token);
        }
    }
    void operator()(const app::Focus& effect) const {
        json.member("e", "focus");
        json.member("key", effect.key);
    }
    void operator()(const app::Announce& effect) const {
        json.member("e", "announce");
        json.member("text", effect.text);
    }
    void operator()(const app::Emit& effect) const {
        json.member("e", "emit");
        json.member("event", effect.event);
        json.name("detail");
        json.begin_object();
        for (const auto& [name, value] : effect.detail) {
            json.name(name);
            if (const int* number = std::get_if<int>(&value)) {
                json.number(*number);
            } else {
                json.string(*std::get_if<std::string>(&value));
            }
        }
        json.end_object();
    }
    void operator()(const app::ShowAddress& effect) const {
        json.member("e", "show-address");
        json.member("path", effect.path);
        json.flag("step", effect.is_step);
    }
    void operator()(const app::Copy& effect) const {
        json.member("e", "copy");
        json.member("text", effect.text);
    }
    void operator()(const app::Share& effect) const {
        json.member("e", "share");
        json.member("path", effect.path);
        json.member("title", effect.title);
    }
    void operator()(const app::Print& /*effect*/) const { json.member("e", "print"); }
    void operator()(const app::ClosePanel& /*effect*/) const { json.member("e", "close-panel"); }
    void operator()(const app::SwitchLanguage& effect) const {
        json.member("e", "switch-language");
        json.member("path", effect.path);
    }
};

}  // namespace

std::string to_json_text(const app::Screen& screen) {
    JsonWriter json;
    json.begin_object();
    json.member("id", screen.id.name);
    json.member("language", screen.language);
    json.member("title", screen.title);
    json.member("eyebrow", screen.eyebrow);
    if (screen.back) {
        json.name("back");
        write_node(json, *screen.back);
    }
    if (screen.close) {
        json.name("close");
        write_node(json, *screen.close);
    }
    write_nodes(json, "nodes", screen.nodes);
    write_nodes(json, "person", screen.person);
    json.end_object();
    return json.take();
}

std::string to_json_text(const app::Effects& effects) {
    JsonWriter json;
    json.begin_array();
    for (const app::Effect& effect : effects) {
        json.begin_object();
        json.member("id", effect.id);
        std::visit(EffectWriter{json}, effect.what);
        json.end_object();
    }
    json.end_array();
    return json.take();
}

std::string to_json_text(const search::Answer& answer) {
    JsonWriter json;
    json.begin_object();
    json.name("hits");
    json.begin_array();
    for (const search::Hit& hit : answer.hits) {
        json.begin_object();
        json.member("entry", hit.entry);
        json.member("id", hit.id);
        json.member("url", hit.url);
        write_runs(json, "title", hit.title);
        json.member("section", hit.section);
        json.member("anchor", hit.anchor);
        write_runs(json, "excerpt", hit.excerpt);
        json.member("score", hit.score);
        json.end_object();
    }
    json.end_array();
    json.name("wanted");
    json.begin_array();
    for (const search::ShardId shard : answer.wanted) {
        json.number(shard);
    }
    json.end_array();
    json.end_object();
    return json.take();
}

}  // namespace ventanilla::bridge
