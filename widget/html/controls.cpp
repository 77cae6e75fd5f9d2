#include "widget/html/controls.h"

#include <algorithm>

namespace ventanilla::html {
namespace {

using app::Input;
using app::Node;

std::string_view type_of(Input input) {
    switch (input) {
    case Input::kEmail:
        return "email";
    case Input::kTelephone:
        return "tel";
    case Input::kDate:
        return "date";
    case Input::kText:
    case Input::kLongText:
    case Input::kOneTimeCode:
    case Input::kFile:  // drawn by itself
        break;
    }
    return "text";
}

// What a browser may fill in by itself.
std::string_view purpose_of(const Node& node) {
    if (node.input == Input::kEmail) {
        return "email";
    }
    if (node.input == Input::kTelephone) {
        return "tel";
    }
    if (node.input == Input::kOneTimeCode) {
        return "one-time-code";
    }
    return node.key.ends_with(".name") ? "name" : "";
}

void describe(Attributes& attributes, const Node& node) {
    std::string ids;
    if (!node.error.empty()) {
        ids = id_of(node.key, "-error");
    }
    if (!node.hint.empty()) {
        ids += (ids.empty() ? "" : " ") + id_of(node.key, "-hint");
    }
    if (!ids.empty()) {
        add(attributes, "aria-describedby", ids);
    }
    if (!node.error.empty()) {
        add(attributes, "aria-invalid", "true");
    }
}

void write_hint(HtmlWriter& html, const Node& node) {
    if (!node.hint.empty()) {
        html.leaf("p", {{"class", "hint"}, {"id", id_of(node.key, "-hint")}}, node.hint);
    }
}

void write_error(HtmlWriter& html, const Node& node) {
    if (!node.error.empty()) {
        html.leaf("p", {{"class", "error"}, {"id", id_of(node.key, "-error")}}, node.error);
    }
}

// Whoever has no script attaches nothing: a style sheet hides it from her.
void write_files(HtmlWriter& html, const Node& node) {
    const auto files = html.element("div", {{"data-key", node.key}, {"class", "files"}});
    Attributes attributes = {{"class", "action secondary"},
                             {"type", "button"},
                             {"data-target", "true"},
                             {"id", control_id(node.key)}};
    describe(attributes, node);
    html.leaf("button", attributes, node.text);
    html.empty("input", {{"type", "file"}, {"multiple", ""}, {"hidden", ""}});
    write_hint(html, node);
    write_error(html, node);
}

void write_option(HtmlWriter& html, const Node& choice, const Node& option) {
    const auto label = html.element("label", {{"data-key", option.key}, {"class", "option"}});
    Attributes attributes = {
        {"type", "radio"}, {"data-target", "true"}, {"name", choice.key}, {"value", option.value}};
    if (&option == &choice.children.front()) {
        add(attributes, "id", control_id(choice.key));
    }
    if (option.value == choice.value) {
        add(attributes, "checked", "");
    }
    html.empty("input", attributes);
    html.leaf("span", option.text);
}

}  // namespace

std::string id_of(std::string_view key, std::string_view part) {
    std::string id(key);
    std::ranges::replace_if(
        id,
        [](char c) {
            return (c < '0' || c > '9') && (c < 'a' || c > 'z') && (c < 'A' || c > 'Z') &&
                   c != '_' && c != '-';
        },
        '_');
    return id + std::string(part);
}

std::string control_id(std::string_view key) {
    return id_of(key, "-input");
}

void write_search(HtmlWriter& html, const Node& node, const ScreenForms& forms) {
    if (forms.search.empty()) {
        // Without a launcher it leads to the list of all topics.
        const auto paragraph = html.element("p", {{"class", "search-link"}});
        html.leaf(
            "a",
            {{"href", Address("#" + std::string(kTopics))}, {"data-ventanilla-route", forms.home}},
            node.text);
        return;
    }
    const std::string id = control_id(node.key);
    const auto form = html.element("form", {{"data-key", node.key},
                                            {"class", "search"},
                                            {"role", "search"},
                                            {"aria-label", node.text},
                                            {"method", "get"},
                                            {"action", Address(forms.search)}});
    html.leaf("label", {{"class", "unseen"}, {"for", id}}, node.text);
    html.empty("input", {{"id", id},
                         {"data-target", "true"},
                         {"type", "search"},
                         {"name", "q"},
                         {"value", node.value},
                         {"placeholder", node.hint},
                         {"autocomplete", "off"},
                         {"autocapitalize", "none"},
                         {"enterkeyhint", "search"}});
}

void write_field(HtmlWriter& html, const Node& node) {
    if (node.input == Input::kFile) {
        return write_files(html, node);
    }
    const auto field = html.element("div", {{"data-key", node.key}, {"class", "field"}});
    const std::string id = control_id(node.key);
    html.leaf("label", {{"for", id}}, node.text);
    write_hint(html, node);
    Attributes attributes = {{"id", id}, {"data-target", "true"}, {"name", node.key}};
    if (const std::string_view purpose = purpose_of(node); !purpose.empty()) {
        add(attributes, "autocomplete", purpose);
    }
    if (node.input == Input::kOneTimeCode) {
        add(attributes, "inputmode", "numeric");
    }
    if (node.required) {
        add(attributes, "required", "");
    }
    if (node.read_only) {
        add(attributes, "readonly", "");
    }
    describe(attributes, node);
    if (node.input == Input::kLongText) {
        add(attributes, "rows", "4");
        const auto area = html.element("textarea", attributes);
        // The parser drops a line end that stands first.
        html.text("\n" + node.value);
    } else {
        add(attributes, "type", type_of(node.input));
        add(attributes, "value", node.value);
        html.empty("input", attributes);
    }
    write_error(html, node);
}

void write_choice(HtmlWriter& html, const Node& node, const ScreenForms& forms) {
    const std::string legend = id_of(node.key, "-legend");
    Attributes attributes = {
        {"data-key", node.key}, {"role", "radiogroup"}, {"aria-labelledby", legend}};
    if (node.required) {
        add(attributes, "aria-required", "true");
    }
    if (node.read_only) {
        add(attributes, "disabled", "");
    }
    describe(attributes, node);
    {
        const auto group = html.element("fieldset", attributes);
        Attributes named = {{"id", legend}};
        if (node.text == forms.title) {
            add(named, "class", "unseen");
        }
        html.leaf("legend", named, node.text);
        write_hint(html, node);
        for (const Node& option : node.children) {
            write_option(html, node, option);
        }
        write_error(html, node);
    }
    if (node.read_only) {
        // A group that cannot be changed is not sent by itself.
        html.empty("input", {{"type", "hidden"}, {"name", node.key}, {"value", node.value}});
    } else if (forms.reveals.contains(node.key)) {
        const auto without = html.element("noscript");
        html.leaf("button", {{"class", "action secondary"}, {"type", "submit"}},
                  forms.messages.text("portal.form.reveal"));
    }
}

void write_check(HtmlWriter& html, const Node& node) {
    const auto field = html.element("div", {{"data-key", node.key}, {"class", "field"}});
    {
        const auto label = html.element("label", {{"class", "option"}});
        Attributes attributes = {{"type", "checkbox"},
                                 {"id", control_id(node.key)},
                                 {"data-target", "true"},
                                 {"name", node.key},
                                 {"value", "true"}};
        if (node.value == "true") {
            add(attributes, "checked", "");
        }
        if (node.required) {
            add(attributes, "required", "");
        }
        if (node.read_only) {
            add(attributes, "disabled", "");
        }
        describe(attributes, node);
        html.empty("input", attributes);
        html.leaf("span", node.text);
    }
    if (node.read_only) {
        html.empty("input", {{"type", "hidden"}, {"name", node.key}, {"value", node.value}});
    }
    write_hint(html, node);
    write_error(html, node);
}

}  // namespace ventanilla::html
