#include <algorithm>

#include "core/base/json.h"
#include "core/ticket/context.h"
#include "widget/app/chosen_files.h"
#include "widget/app/update/turn.h"

namespace ventanilla::app {
namespace {

using base::Json;

std::string request_body(const Model& model, const ticket::Form& form) {
    const Draft& draft = model.session.draft;
    Json body = {{"language", model.language},
                 {"form", form.id},
                 {"fields", ticket::to_json(ticket::to_send(form, draft_values(draft)))}};
    if (draft.transcript) {
        body["transcript"] = guide::to_json(*draft.transcript);
    }
    ticket::Values context = host_values(model);
    context.merge(trail_values(model));
    if (draft.with_page && !model.page.empty()) {
        context.emplace(ticket::kPage, model.page);
    }
    if (!context.empty()) {
        body["context"] = ticket::to_json(context);
    }
    if (auto attachments = attachments_in(draft.files); !attachments.empty()) {
        body["attachments"] = std::move(attachments);
    }
    return base::write_json(body);
}

void show_faults(Turn& turn, const std::string& first_field) {
    turn.model.session.draft.checked = true;
    turn.ask(Focus{"field." + first_field});
    turn.ask(Announce{turn.model.library.catalog->messages.text("form.check")});
}

}  // namespace

void prepare_draft(Turn& turn) {
    const Session& session = turn.model.session;
    if (session.route.page == Page::kContact && session.draft.key.empty() &&
        !is_pending(turn.model, Purpose::kDraftKey, {})) {
        turn.ask(Random{16}, {Purpose::kDraftKey, {}});
    }
}

void fill_if_empty(Draft& draft, const std::string& id, const std::string& value) {
    EditedText& field = draft.fields[id];
    if (field.value.empty()) {
        field = {value, field.revision + 1};
    }
}

void edit_field(Turn& turn, const std::string& id, const std::string& value,
                std::uint32_t revision) {
    const auto& catalog = turn.model.library.catalog;
    Draft& draft = turn.model.session.draft;
    if (!catalog || catalog->form.find_field(id) == nullptr || draft.state != SendState::kEditing) {
        return;
    }
    if (!std::exchange(draft.begun, true)) {
        turn.ask(Emit{"ticket-draft"});
    }
    draft.fields[id] = {value, revision};
    draft.edited = id;
    draft.trouble.clear();
    std::erase_if(draft.refused,
                  [&](const ticket::FieldFault& fault) { return fault.field == id; });
}

void choose_files(Turn& turn, const std::string& chosen) {
    Draft& draft = turn.model.session.draft;
    if (draft.state == SendState::kEditing) {
        draft.trouble.clear();
        add_files(draft.files, chosen);
    }
}

void leave_out_file(Turn& turn, const std::string& id) {
    Draft& draft = turn.model.session.draft;
    if (draft.state == SendState::kEditing) {
        remove_file(draft.files, id);
        turn.ask(Focus{kFiles});
    }
}

void send(Turn& turn) {
    const auto& catalog = turn.model.library.catalog;
    Draft& draft = turn.model.session.draft;
    if (!catalog || turn.model.session.route.page != Page::kContact ||
        draft.state == SendState::kSending) {
        return;
    }
    if (draft.state == SendState::kEditing) {
        const auto faults = ticket::check_values(
            catalog->form, ticket::to_send(catalog->form, draft_values(draft)));
        if (!faults.empty()) {
            show_faults(turn, faults.front().field);
            return;
        }
        draft.refused.clear();
        draft.body = request_body(turn.model, catalog->form);
    }
    draft.state = SendState::kSending;
    draft.trouble.clear();
    draft.attempts = 0;
    turn.model.uploaded = -1;
    turn.ask(Announce{catalog->messages.text("form.sending")});
    if (!draft.key.empty()) {
        hand_over(turn, draft);
    }
}

void write_another(Turn& turn) {
    Session& session = turn.model.session;
    if (session.draft.state == SendState::kWaiting) {
        turn.model.outbox.push_back(std::exchange(session.draft, {}));
        turn.ask(Focus{"title"});
    }
}

void receive_key(Turn& turn, const std::string& hex) {
    Draft& draft = turn.model.session.draft;
    draft.key = hex;
    if (draft.state == SendState::kSending) {
        hand_over(turn, draft);
    }
}

}  // namespace ventanilla::app
