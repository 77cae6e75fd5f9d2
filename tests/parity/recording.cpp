#include "tests/parity/recording.h"

#include <map>
#include <set>

#include "core/base/json.h"
#include "core/base/json_writer.h"
#include "tests/parity/whole_site.h"
#include "tests/widget/canvas/drawn.h"
#include "widget/bridge/message_json.h"
#include "widget/bridge/screen_json.h"
#include "widget/html/drawn_screen.h"
#include "widget/html/page_frame.h"

namespace ventanilla::test {
namespace {

using base::Json;

std::string html_of(const Stop& stop, const html::Portal& portal) {
    const html::ScreenForms forms{.action = portal.home,
                                  .title = stop.screen.title,
                                  .above = html::site_line(portal),
                                  .search = portal.search,
                                  .home = portal.home,
                                  .contact = portal.contact,
                                  .messages = portal.messages,
                                  .posts = stop.screen.id == app::ScreenId::kForm};
    html::HtmlWriter html;
    html::write_screen(html, portal, {.screen = stop.screen, .forms = forms});
    return std::move(html).finish();
}

// Parents before children, each after its elder siblings. The layout notes a node after what is in it.
class InReadingOrder {
public:
    InReadingOrder(const canvas::Layer& layer, const std::set<std::string>& keys) {
        for (const canvas::Place& place : layer.places) {
            if (keys.contains(place.key)) {
                inside_[place.around.empty() ? "" : place.around.front()].push_back(place.key);
            }
        }
        add("");
    }

    Json nodes = Json::array();

private:
    void add(const std::string& around) {
        for (const std::string& key : inside_[around]) {
            nodes.push_back(Json::array({key, around}));
            add(key);
        }
    }

    std::map<std::string, std::vector<std::string>> inside_;
};

void add_headings(const std::vector<article::Block>& blocks, const std::string& document,
                  std::set<std::string>& keys) {
    for (const article::Block& block : blocks) {
        if (block.kind == article::BlockKind::kHeading) {
            keys.insert(app::heading_key(document, block.anchor));
        }
        add_headings(block.children, document, keys);
    }
}

std::set<std::string> keys_of(const app::Screen& screen) {
    std::set<std::string> keys = {"title"};
    app::for_each_node(screen, [&](const app::Node& node) {
        keys.insert(node.key);
        add_headings(node.document.blocks, node.key, keys);
    });
    return keys;
}

// As ARIA calls it.
std::string role_of(const canvas::Target& target) {
    switch (target.role) {
    case canvas::Role::kButton:
        return "button";
    case canvas::Role::kLink:
        return "link";
    case canvas::Role::kRadio:
        return "radio";
    case canvas::Role::kCheck:
        return "checkbox";
    case canvas::Role::kInput:
        return target.input->kind == canvas::InputKind::kSearch ? "searchbox" : "textbox";
    case canvas::Role::kPane:
        break;
    }
    return "";
}

// A pane, which is scrolled by itself, is named by nobody.
std::string name_of(const canvas::Target& target) {
    const std::string role = role_of(target);
    if (role.empty()) {
        return role;
    }
    const bool invalid = target.input && target.input->invalid;
    return role + " \"" + target.name + "\"" + (target.chosen ? " [checked]" : "") +
           (target.disabled ? " [disabled]" : "") + (invalid ? " [invalid]" : "");
}

Json control_of(const canvas::Target& target) {
    Json control = {{"key", target.key}, {"name", name_of(target)}};
    if (!target.disabled && target.message) {
        control["use"] = bridge::to_json(*target.message);
    } else if (!target.address.empty()) {
        control["use"] = target.address;
    }
    if (target.input && !target.input->read_only) {
        control["types"] = true;
    }
    if (target.submits) {
        control["enter"] = bridge::to_json(*target.submits);
    }
    return control;
}

Json part_of(const canvas::Layer& layer, const app::Screen& screen) {
    Json controls = Json::array();
    for (const canvas::Target& target : layer.targets) {
        controls.push_back(control_of(target));
    }
    return {{"nodes", InReadingOrder(layer, keys_of(screen)).nodes},
            {"controls", std::move(controls)},
            {"text", text_of(layer)}};
}

Json canvas_of(const Stop& stop) {
    Drawn drawn;
    drawn.show(stop.screen);
    const canvas::Page& page = drawn.canvas.page();
    return {{"head", part_of(page.head, stop.screen)}, {"body", part_of(page.body, stop.screen)}};
}

}  // namespace

std::string recording_of(const Stop& stop, const std::string& language) {
    base::JsonWriter json;
    json.begin_object();
    json.member("name", stop.name);
    json.name("screen");
    json.raw(bridge::to_json_text(stop.screen));
    json.member("html", html_of(stop, whole_site(language).portal));
    json.name("canvas");
    json.value(canvas_of(stop));
    json.end_object();
    return json.take();
}

}  // namespace ventanilla::test
