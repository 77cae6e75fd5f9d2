#include "widget/html/screen_html.h"

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

bool needs_script(const Node& node) {
    const auto* press = node.message ? std::get_if<app::Press>(&*node.message) : nullptr;
    return press != nullptr &&
           (press->command == app::Command::kCopyCode || press->command == app::Command::kClose);
}

class ScreenWriter {
public:
    ScreenWriter(HtmlWriter& html, const ScreenForms& forms) : html_(html), forms_(forms) {}

    void nodes(const std::vector<Node>& nodes) {
        for (const Node& node : nodes) {
            this->node(node);
        }
    }

    // A button; in a form of its own where it stands in none.
    void action(const Node& node) {
        if (needs_script(node)) {
            return;
        }
        const auto* navigate = node.message ? std::get_if<app::Navigate>(&*node.message) : nullptr;
        // What a guide has found out goes along to the form: the server sees to that.
        if (navigate != nullptr && navigate->path != forms_.contact) {
            const auto form = html_.element(
                "form", {{"class", "act"}, {"method", "get"}, {"action", Address(navigate->path)}});
            html_.leaf("button", {{"class", class_of(node)}, {"type", "submit"}}, node.text);
        } else if (in_form_) {
            button(node);
        } else {
            const auto form = own_form(Attributes{{"class", "act"}});
            kept();
            button(node);
        }
    }

private:
    HtmlWriter::Element own_form(Attributes attributes) {
        add(attributes, "method", forms_.posts ? "post" : "get");
        add(attributes, "action", Address(forms_.action));
        return html_.element("form", attributes);
    }

    void kept() {
        for (const auto& [name, value] : forms_.kept) {
            html_.empty("input", {{"type", "hidden"}, {"name", name}, {"value", value}});
        }
    }

    void button(const Node& node) {
        html_.leaf(
            "button",
            {{"class", class_of(node)}, {"type", "submit"}, {"name", "press"}, {"value", node.key}},
            node.text);
    }

    void node(const Node& node) {
        switch (node.kind) {
        case NodeKind::kGroup:
            return container("section", node);
        case NodeKind::kHeading:
            return heading(node);
        case NodeKind::kText:
            return html_.leaf("p", node.text);
        case NodeKind::kSearch:
            return write_search(html_, node, forms_);
        case NodeKind::kList: {
            const auto list = html_.element("ul", {{"role", "list"}, {"aria-label", node.text}});
            return nodes(node.children);
        }
        case NodeKind::kItem:
            return item(node);
        case NodeKind::kAction:
            return action(node);
        case NodeKind::kLink:
            return way_out(node);
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
                html_.element("article", {{"class", "article"}, {"aria-labelledby", "title"}});
            return write_document(html_, node.document,
                                  {.contact = forms_.contact,
                                   .table_name = forms_.messages.text("portal.document.table")});
        }
        case NodeKind::kProgress:
            return progress(node);
        case NodeKind::kNotice:
            return notice(node);
        case NodeKind::kDetails:
            return container("dl", node);
        case NodeKind::kDetail: {
            const auto pair = html_.element("div");
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
        const auto element = node.text.empty() ? html_.element(name)
                                               : html_.element(name, {{"aria-label", node.text}});
        nodes(node.children);
    }

    void heading(const Node& node) {
        if (node.number <= 2) {
            html_.leaf("h2", node.text);
        } else if (node.number == 3) {
            html_.leaf("h3", node.text);
        } else {
            html_.leaf("h4", node.text);
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
        const auto item = html_.element("li");
        {
            const auto link = html_.element("a", {{"href", Address(node.href)}});
            node.runs.empty() ? html_.text(node.text) : runs(node.runs);
        }
        if (!node.detail.empty()) {
            const auto paragraph = html_.element("p");
            runs(node.detail);
        } else if (!node.hint.empty()) {
            html_.leaf("p", node.hint);
        }
    }

    void way_out(const Node& node) {
        const auto place = html_.element("div", {{"class", "way-out"}});
        html_.leaf("a", {{"href", Address(node.href)}}, node.text);
        if (!node.hint.empty()) {
            html_.leaf("p", {{"class", "hours"}}, node.hint);
        }
    }

    // Enter in a field presses the form's first button: that must be the one that sends it.
    void form(const Node& node) {
        const auto form = own_form(Attributes{{"aria-label", node.text}, {"novalidate", ""}});
        for (const Node& child : node.children) {
            if (child.kind == NodeKind::kAction && child.emphasis == app::Emphasis::kPrimary) {
                html_.leaf("button",
                           {{"class", "unseen"},
                            {"type", "submit"},
                            {"name", "press"},
                            {"value", child.key},
                            {"tabindex", "-1"},
                            {"aria-hidden", "true"}},
                           child.text);
            }
        }
        kept();
        in_form_ = true;
        nodes(node.children);
        in_form_ = false;
    }

    void progress(const Node& node) {
        const auto place = html_.element("div", {{"class", "progress"}});
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
            html_.element("div", {{"class", kTones[static_cast<std::size_t>(node.tone)]},
                                  {"role", node.tone == app::Tone::kError ? "alert" : "status"}});
        if (!node.text.empty()) {
            html_.leaf("p", node.text);
        }
        nodes(node.children);
    }

    // In large letters for the eyes; for the ears one letter after the other.
    void code(const Node& node) {
        const auto paragraph = html_.element("p", {{"class", "code"}});
        html_.leaf("span", {{"class", "label"}}, node.text);
        html_.leaf("strong", {{"aria-hidden", "true"}}, node.value);
        std::string spelled;
        for (const char c : node.value) {
            spelled += spelled.empty() ? "" : " ";
            spelled += c;
        }
        html_.leaf("span", {{"class", "unseen"}}, spelled);
    }

    void date(const Node& node) {
        const auto paragraph = html_.element("p", {{"class", "date"}});
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

void write_head(HtmlWriter& html, const app::Screen& screen, const ScreenForms& forms) {
    if (screen.back) {
        ScreenWriter(html, forms).action(*screen.back);
    }
    html.leaf("h1", {{"id", "title"}, {"tabindex", "-1"}}, screen.title);
}

}  // namespace ventanilla::html
