#include "widget/html/screen_html.h"

#include <algorithm>

#include "widget/html/controls.h"
#include "widget/html/dates.h"
#include "widget/html/document_html.h"

namespace ventanilla::html {
namespace {

using app::Node;
using app::NodeKind;

constexpr std::string_view kEmphases[] = {"action primary", "action secondary", "action quiet"};
std::string_view class_of(const Node& action) {
    return kEmphases[static_cast<std::size_t>(action.emphasis)];
}

constexpr std::string_view kTones[] = {"notice info", "notice success", "notice warning",
                                       "notice error"};

// A browser prints pages by itself; an article has a button for it that reading.js presses.
constexpr std::string_view kPrintReceipt = "print";

bool needs_script(const Node& node) {
    const auto* press = node.message ? std::get_if<app::Press>(&*node.message) : nullptr;
    return press != nullptr &&
           (press->command == app::Command::kCopyCode || press->command == app::Command::kClose ||
            node.key == kPrintReceipt);
}

// The script that is there to read with does it (web/reading/).
bool is_of_reading(const Node& node) {
    const auto* press = node.message ? std::get_if<app::Press>(&*node.message) : nullptr;
    return press != nullptr &&
           (press->command == app::Command::kShare || press->command == app::Command::kPrint);
}

Attributes keyed(const Node& node) {
    return {{"data-key", node.key}};
}

// Ids of the forms for buttons that stand in none: one leads to another page, one acts on this one.
constexpr std::string_view kLeadsOn = "leads-on";
constexpr std::string_view kActs = "acts";

class ScreenWriter {
public:
    ScreenWriter(HtmlWriter& html, const ScreenForms& forms) : html_(html), forms_(forms) {}

    void nodes(const std::vector<Node>& nodes) {
        for (const Node& node : nodes) {
            this->node(node);
        }
    }

    // A button of the form around it; where there is none, of one of those that write_form_parts() made.
    void action(const Node& node) {
        if (needs_script(node)) {
            return;
        }
        if (is_of_reading(node)) {
            return html_.leaf(
                "button", {{"data-key", node.key}, {"class", class_of(node)}, {"type", "button"}},
                node.text);
        }
        const auto* navigate = node.message ? std::get_if<app::Navigate>(&*node.message) : nullptr;
        // What a guide has found out goes along to the form, and what a form holds to wherever it leads: the server
        // sees to that.
        const bool goes_along =
            in_form_ || (navigate != nullptr && navigate->path == forms_.contact);
        if (navigate != nullptr && (!goes_along || forms_.action.empty())) {
            return way_on(node, navigate->path);
        }
        if (forms_.action.empty()) {
            return;
        }
        Attributes attributes = {{"data-key", node.key},
                                 {"class", class_of(node)},
                                 {"type", "submit"},
                                 {"name", "press"},
                                 {"value", node.key}};
        if (!in_form_) {
            add(attributes, "form", kActs);
        }
        html_.leaf("button", attributes, node.text);
    }

    void form_parts(const Node& node) {
        if (node.kind != NodeKind::kForm) {
            return;
        }
        const std::string id = id_of(node.key, "-form");
        kept(Attributes{{"form", id}});
        trap(id);
        // Enter in a field presses the form's first button: that must be the one that sends it.
        for (const Node& child : node.children) {
            if (child.kind == NodeKind::kAction && child.emphasis == app::Emphasis::kPrimary) {
                html_.leaf("button",
                           {{"form", id},
                            {"class", "unseen"},
                            {"type", "submit"},
                            {"name", "press"},
                            {"value", child.key},
                            {"tabindex", "-1"},
                            {"aria-hidden", "true"}},
                           child.text);
            }
        }
    }

    void loose_forms() {
        html_.leaf("form", {{"id", kLeadsOn}, {"method", "get"}}, "");
        if (!forms_.action.empty()) {
            const auto acts = own_form(Attributes{{"id", kActs}});
            kept();
        }
    }

private:
    HtmlWriter::Element own_form(Attributes attributes) {
        add(attributes, "method", forms_.posts ? "post" : "get");
        add(attributes, "action", Address(forms_.action));
        return html_.element("form", attributes);
    }

    void kept(const Attributes& more = {}) {
        for (const auto& [name, value] : forms_.kept) {
            Attributes attributes = {{"type", "hidden"}, {"name", name}, {"value", value}};
            attributes.insert(attributes.end(), more.begin(), more.end());
            html_.empty("input", attributes);
        }
    }

    // What fills in all that it finds fills in this one.
    void trap(const std::string& form) {
        if (forms_.trap.empty()) {
            return;
        }
        const auto label = html_.element("label", {{"class", "unseen"}, {"aria-hidden", "true"}});
        html_.text(forms_.messages.text("portal.form.trap"));
        html_.empty("input", {{"form", form},
                              {"class", "unseen"},
                              {"type", "text"},
                              {"name", forms_.trap},
                              {"value", ""},
                              {"autocomplete", "off"},
                              {"tabindex", "-1"}});
    }

    void way_on(const Node& node, const std::string& path) {
        if (forms_.search.empty()) {
            // On a static host the launcher can do more than the page that the link leads to.
            html_.leaf("a",
                       {{"class", class_of(node)},
                        {"href", Address(path)},
                        {"data-ventanilla-route", path}},
                       node.text);
        } else {
            html_.leaf("button",
                       {{"data-key", node.key},
                        {"class", class_of(node)},
                        {"type", "submit"},
                        {"form", kLeadsOn},
                        {"formaction", Address(path)}},
                       node.text);
        }
    }

    void node(const Node& node) {
        switch (node.kind) {
        case NodeKind::kGroup:
            return container("section", node);
        case NodeKind::kHeading:
            return heading(node);
        case NodeKind::kText:
            return html_.leaf("p", keyed(node), node.text);
        case NodeKind::kSearch:
            return write_search(html_, node, forms_);
        case NodeKind::kList: {
            const auto list = html_.element(
                "ul", {{"data-key", node.key}, {"role", "list"}, {"aria-label", node.text}});
            return nodes(node.children);
        }
        case NodeKind::kItem:
            return item(node);
        case NodeKind::kAction:
            return action(node);
        case NodeKind::kLink:
            return way_out(node);
        case NodeKind::kFilter:
            return filter(node);
        case NodeKind::kForm:
            return form(node);
        case NodeKind::kField:
            return write_field(html_, node);
        case NodeKind::kChoice:
            return write_choice(html_, node, forms_);
        case NodeKind::kCheck:
            return write_check(html_, node);
        case NodeKind::kDocument: {
            const auto article =
                html_.element("article", {{"data-key", node.key}, {"aria-labelledby", "title"}});
            return write_document(html_, node.document,
                                  {.language = forms_.language,
                                   .contact = forms_.contact,
                                   .key = node.key,
                                   .texts = forms_.has_reading ? &forms_.messages : nullptr});
        }
        case NodeKind::kProgress:
            return progress(node);
        case NodeKind::kNotice:
            return notice(node);
        case NodeKind::kDetails:
            return container("dl", node);
        case NodeKind::kDetail: {
            const auto pair = html_.element("div", keyed(node));
            html_.leaf("dt", node.text);
            const auto description = html_.element("dd");
            if (node.input == app::Input::kDate) {
                html_.leaf("time", {{"datetime", node.value}},
                           long_date(forms_.messages, node.value));
            } else {
                html_.text(node.value);
            }
            return;
        }
        case NodeKind::kCode:
            return code(node);
        case NodeKind::kDate:
            return date(node);
        case NodeKind::kOption:
            return;  // drawn by its choice
        }
    }

    void container(TagName name, const Node& node) {
        Attributes attributes = keyed(node);
        if (!node.text.empty()) {
            add(attributes, "aria-label", node.text);
        }
        if (forms_.search.empty() && node.key == kTopics) {
            add(attributes, "id", std::string(kTopics));
        }
        if (!node.children.empty() && std::ranges::all_of(node.children, is_of_reading)) {
            add(attributes, "hidden", "");
        }
        const auto element = html_.element(name, attributes);
        nodes(node.children);
    }

    void heading(const Node& node) {
        if (node.number <= 2) {
            html_.leaf("h2", keyed(node), node.text);
        } else if (node.number == 3) {
            html_.leaf("h3", keyed(node), node.text);
        } else {
            html_.leaf("h4", keyed(node), node.text);
        }
    }

    void runs(const std::vector<search::Run>& runs) {
        for (const search::Run& run : runs) {
            if (run.marked) {
                html_.leaf("mark", run.text);
            } else {
                html_.text(run.text);
            }
        }
    }

    void item(const Node& node) {
        const auto item = html_.element("li", keyed(node));
        {
            const auto link =
                html_.element("a", {{"data-target", "true"}, {"href", Address(node.href)}});
            node.runs.empty() ? html_.text(node.text) : runs(node.runs);
        }
        if (!node.value.empty()) {
            html_.leaf("p", {{"class", "trail"}}, node.value);
        }
        if (!node.detail.empty()) {
            const auto paragraph = html_.element("p");
            runs(node.detail);
        } else if (!node.hint.empty()) {
            html_.leaf("p", node.hint);
        }
    }

    void way_out(const Node& node) {
        const auto place = html_.element("div", {{"data-key", node.key}, {"class", "way-out"}});
        Attributes link = {{"data-target", "true"}, {"href", Address(node.href)}};
        if (forms_.search.empty() && node.href.starts_with(forms_.contact)) {
            add(link, "data-ventanilla-route", node.href);
        }
        html_.leaf("a", link, node.text);
        if (!node.hint.empty()) {
            html_.leaf("p", node.hint);
        }
    }

    void filter(const Node& node) {
        const std::string name = id_of(node.key, "-name");
        const auto filter = html_.element("div", {{"data-key", node.key},
                                                  {"class", "filter"},
                                                  {"role", "group"},
                                                  {"aria-labelledby", name}});
        html_.leaf("span", {{"id", name}}, node.text);
        for (const Node& value : node.children) {
            const auto place = html_.element("span", keyed(value));
            Attributes attributes = {{"data-target", "true"}, {"href", Address(value.href)}};
            if (!value.value.empty()) {
                add(attributes, "aria-current", value.value);
            }
            html_.leaf("a", attributes, value.text);
        }
    }

    void form(const Node& node) {
        if (forms_.action.empty()) {
            return;  // nobody takes it
        }
        const auto form = own_form(Attributes{{"data-key", node.key},
                                              {"id", id_of(node.key, "-form")},
                                              {"aria-label", node.text},
                                              {"novalidate", ""}});
        in_form_ = true;
        nodes(node.children);
        in_form_ = false;
    }

    void progress(const Node& node) {
        const auto place = html_.element("div", {{"data-key", node.key}, {"class", "progress"}});
        const std::string id = id_of(node.key, "-bar");
        html_.leaf("label", {{"for", id}}, node.text);
        Attributes attributes = {{"id", id}, {"max", "100"}};
        if (node.number >= 0) {
            add(attributes, "value", std::to_string(node.number));
        }
        const auto bar = html_.element("progress", attributes);
    }

    void notice(const Node& node) {
        const auto place =
            html_.element("div", {{"data-key", node.key},
                                  {"class", kTones[static_cast<std::size_t>(node.tone)]},
                                  {"role", node.tone == app::Tone::kError ? "alert" : "status"}});
        const auto content = html_.element("div");
        if (!node.text.empty()) {
            html_.leaf("p", node.text);
        }
        nodes(node.children);
    }

    // In large letters for the eyes; for the ears one letter after the other.
    void code(const Node& node) {
        const auto paragraph = html_.element("p", {{"data-key", node.key}, {"class", "code"}});
        html_.leaf("span", {{"class", "label"}}, node.text);
        html_.text(" ");
        html_.leaf("strong", {{"aria-hidden", "true"}}, node.value);
        std::string spelled;
        for (const char c : node.value) {
            spelled += spelled.empty() ? "" : " ";
            spelled += c;
        }
        html_.leaf("span", {{"class", "unseen"}}, spelled);
    }

    void date(const Node& node) {
        const auto paragraph = html_.element("p", {{"data-key", node.key}, {"class", "date"}});
        html_.leaf("span", {{"class", "label"}}, node.text);
        html_.text(" ");
        html_.leaf("time", {{"datetime", node.value}}, long_date(forms_.messages, node.value));
    }

    HtmlWriter& html_;
    const ScreenForms& forms_;
    bool in_form_ = false;
};

}  // namespace

void write_nodes(HtmlWriter& html, const std::vector<Node>& nodes, const ScreenForms& forms) {
    ScreenWriter(html, forms).nodes(nodes);
}

void write_form_parts(HtmlWriter& html, const app::Screen& screen, const ScreenForms& forms) {
    if (forms.search.empty()) {
        return;
    }
    ScreenWriter writer(html, forms);
    writer.loose_forms();
    for (const Node& each : screen.nodes) {
        app::for_each_node(each, [&writer](const Node& node) { writer.form_parts(node); });
    }
}

void write_head(HtmlWriter& html, const app::Screen& screen, const ScreenForms& forms) {
    const auto head = html.element("header");
    if (screen.eyebrow != forms.above) {
        html.leaf("p", screen.eyebrow);
    }
    html.leaf("h1", {{"id", "title"}, {"data-key", "title"}, {"tabindex", "-1"}}, screen.title);
    if (screen.back) {
        ScreenWriter(html, forms).action(*screen.back);
    }
}

}  // namespace ventanilla::html
