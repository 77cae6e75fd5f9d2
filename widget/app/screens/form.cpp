#include <algorithm>

#include "widget/app/chosen_files.h"
#include "widget/app/receipt.h"
#include "widget/app/screens/nodes.h"
#include "widget/app/screens/screens.h"

namespace ventanilla::app {
namespace {

Input input_of(ticket::FieldType type) {
    switch (type) {
    case ticket::FieldType::kLongText:
        return Input::kLongText;
    case ticket::FieldType::kEmail:
        return Input::kEmail;
    case ticket::FieldType::kTelephone:
        return Input::kTelephone;
    case ticket::FieldType::kDate:
        return Input::kDate;
    default:
        return Input::kText;
    }
}

NodeKind kind_of(ticket::FieldType type) {
    switch (type) {
    case ticket::FieldType::kChoice:
        return NodeKind::kChoice;
    case ticket::FieldType::kCheck:
        return NodeKind::kCheck;
    default:
        return NodeKind::kField;
    }
}

// What is wrong with each field: found here once a sending was tried, or by the server.
std::vector<ticket::FieldFault> faults_of(const Model& model) {
    const Draft& draft = model.session.draft;
    std::vector<ticket::FieldFault> faults = draft.refused;
    if (draft.checked && draft.state == SendState::kEditing) {
        const ticket::Form& form = model.library.catalog->form;
        std::ranges::copy(ticket::check_values(form, ticket::to_send(form, draft_values(draft))),
                          std::back_inserter(faults));
    }
    return faults;
}

Node field_node(const Model& model, const ticket::Field& field,
                const std::vector<ticket::FieldFault>& faults) {
    const site::Catalog& catalog = *model.library.catalog;
    const Draft& draft = model.session.draft;
    Node node;
    node.kind = kind_of(field.type);
    node.key = "field." + field.id;
    node.input = input_of(field.type);
    node.required = field.required;
    node.read_only = draft.state != SendState::kEditing;
    node.number = field.max_length;
    node.hint = ticket::in_language(field.help, catalog.language);
    node.text = ticket::in_language(field.label, catalog.language);
    if (!field.required) {
        node.text = catalog.messages.fill("form.optional", {{"label", node.text}});
    }
    if (const auto text = draft.fields.find(field.id); text != draft.fields.end()) {
        node.value = text->second.value;
        node.revision = text->second.revision;
    }
    if (const auto fault = std::ranges::find(faults, field.id, &ticket::FieldFault::field);
        fault != faults.end()) {
        node.error = catalog.messages.text(ticket::message_key(fault->code));
    }
    for (const ticket::Option& each : field.options) {
        node.children.push_back(
            option(node.key + "." + each.id,
                   std::string(ticket::in_language(each.label, catalog.language)), each.id));
    }
    return node;
}

// Below the field in which she tells what it is about, which they leave where it is.
void add_suggestions(const Model& model, std::vector<Node>& nodes) {
    const Draft& draft = model.session.draft;
    if (draft.suggestions.hits.empty() || draft.state != SendState::kEditing) {
        return;
    }
    std::vector<Node> items;
    for (const search::Hit& hit : draft.suggestions.hits) {
        items.push_back(hit_item(suggestion_key(hit.id), hit));
    }
    nodes.push_back(titled_list(
        "suggestions", model.library.catalog->messages.text("form.suggested"), std::move(items)));
}

// What becomes of it and what she can do stands before the fields, which are frozen.
std::vector<Node> waiting_nodes(const Model& model) {
    const Draft& draft = model.session.draft;
    const text::Messages& messages = model.library.catalog->messages;
    if (draft.state != SendState::kWaiting) {
        return {};
    }
    const std::string_view why = model.keeps ? "form.waiting" : "form.unknown";
    std::vector<Node> nodes =
        nodes_of(notice("waiting", model.keeps ? Tone::kWarning : Tone::kError,
                        messages.text(draft.trouble.empty() ? why : draft.trouble)),
                 action("send.again", messages.text("form.send_again"), Press{Command::kSend},
                        Emphasis::kPrimary));
    if (model.keeps) {
        nodes.insert(
            nodes.begin() + 1,
            text_node("waiting.kept", messages.text(draft.unkept ? "form.unkept" : "form.kept")));
        nodes.push_back(action("another", messages.text("form.another"),
                               Press{Command::kWriteAnother}, Emphasis::kQuiet));
    }
    return nodes;
}

Attached attached_to(const Model& model) {
    const Draft& draft = model.session.draft;
    if (draft.body.empty()) {
        return {.transcript = draft.transcript,
                .page = draft.with_page ? model.page : std::string(),
                .values = host_values(model),
                .trail = trail_values(model),
                .can_be_struck = true};
    }
    Receipt frozen = what_was_sent(draft.body);
    return {.transcript = std::move(frozen.transcript),
            .page = std::move(frozen.page),
            .values = std::move(frozen.values),
            .trail = std::move(frozen.trail),
            .files = std::move(frozen.files)};
}

std::vector<Node> trouble_nodes(const Model& model) {
    const Draft& draft = model.session.draft;
    const text::Messages& messages = model.library.catalog->messages;
    if (draft.state == SendState::kSending) {
        return nodes_of(progress("sending", messages.text("form.sending"), model.uploaded));
    }
    if (draft.trouble.empty() || draft.state == SendState::kWaiting) {
        return {};
    }
    return nodes_of(notice("trouble", Tone::kError, messages.text(draft.trouble)));
}

}  // namespace

Screen form_screen(const Model& model) {
    const site::Catalog& catalog = *model.library.catalog;
    const text::Messages& messages = catalog.messages;
    const Draft& draft = model.session.draft;
    const auto faults = faults_of(model);

    Node form;
    form.kind = NodeKind::kForm;
    form.key = "form";
    form.text = messages.text("form.name");
    if (draft.state != SendState::kSending) {
        form.message = Press{Command::kSend};
    }
    append(form.children, waiting_nodes(model));
    const ticket::Values values = draft_values(draft);
    const ticket::Field* story = ticket::story_field(catalog.form, values);
    for (const ticket::Field* field : ticket::visible_fields(catalog.form, values)) {
        form.children.push_back(field_node(model, *field, faults));
        if (field == story) {
            add_suggestions(model, form.children);
        }
    }
    if (draft.state == SendState::kEditing && model.attaches) {
        append(form.children, file_nodes(messages, kFiles, draft.files, {kFiles, {}}));
    }
    append(form.children, attached_nodes(model, attached_to(model)));
    append(form.children, trouble_nodes(model));
    append(form.children, answers_nodes(catalog));
    if (draft.state == SendState::kEditing) {
        form.children.push_back(
            action("send", messages.text("form.send"), Press{Command::kSend}, Emphasis::kPrimary));
        const Route privacy{Page::kPlace, "privacy", {}};
        form.children.push_back(action("privacy", messages.text("privacy.title"),
                                       Navigate{address_of(catalog, privacy)}, Emphasis::kQuiet));
    }
    std::vector<Node> nodes = notice_nodes(model);
    const bool waits = model.keeps && draft.state == SendState::kWaiting;
    if (!waits) {
        nodes.push_back(text_node("form.intro", messages.text("form.intro")));
    }
    nodes.push_back(std::move(form));
    return {ScreenId::kForm, catalog.language,
            messages.text(waits ? "form.waiting.title" : "form.title"), way_to_channels(model),
            std::move(nodes)};
}

}  // namespace ventanilla::app
