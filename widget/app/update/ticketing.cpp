#include <algorithm>

#include "core/base/json.h"

#include "widget/app/update/turn.h"

namespace ventanilla::app {
namespace {

using base::Json;

constexpr std::string_view kTicketsPath = "/api/v1/tickets";

std::string request_body(const Model& model, const ticket::Form& form) {
    const Draft& draft = model.session.draft;
    Json body = {{"language", model.language},
                 {"form", form.id},
                 {"fields", ticket::to_json(ticket::to_send(form, draft_values(draft)))}};
    if (draft.transcript) {
        body["transcript"] = guide::to_json(*draft.transcript);
    }
    ticket::Values context = host_values(model);
    if (draft.with_page && !model.page.empty()) {
        context["page"] = model.page;
    }
    if (!context.empty()) {
        body["context"] = ticket::to_json(context);
    }
    return base::write_json(body);
}

void post(Turn& turn) {
    const Draft& draft = turn.model.session.draft;
    turn.ask(Post{std::string(kTicketsPath), draft.key, draft.body}, {Purpose::kTicket, {}});
}

void take_back(Draft& draft, std::string_view trouble) {
    draft.state = SendState::kEditing;
    draft.uncertain = false;
    draft.body.clear();
    draft.trouble = trouble;
}

// Problem details: {"errors": [{"pointer": "/fields/email", "code": "field.email"}]}
std::vector<ticket::FieldFault> faults_in(const ticket::Form& form, const Json& problem) {
    constexpr std::string_view kFields = "/fields/";
    std::vector<ticket::FieldFault> faults;
    for (const Json& error : base::array_at(problem, "errors")) {
        const std::string_view pointer = base::string_at(error, "pointer");
        if (!pointer.starts_with(kFields) ||
            form.find_field(pointer.substr(kFields.size())) == nullptr) {
            continue;
        }
        for (int code = 0; code <= static_cast<int>(ticket::FaultCode::kNotAsked); ++code) {
            const auto fault = static_cast<ticket::FaultCode>(code);
            if (ticket::message_key(fault) == base::string_at(error, "code")) {
                faults.push_back({std::string(pointer.substr(kFields.size())), fault});
            }
        }
    }
    return faults;
}

void show_faults(Turn& turn, const std::string& first_field) {
    turn.model.session.draft.checked = true;
    turn.ask(Focus{"field." + first_field});
    turn.ask(Announce{turn.model.library.catalog->messages.text("form.check")});
}

void stay_unknown(Turn& turn, std::string_view trouble) {
    Draft& draft = turn.model.session.draft;
    draft.state = SendState::kUnknown;
    draft.uncertain = true;
    draft.trouble = trouble;
    turn.ask(Focus{"unknown"});
}

// Faults of fields are our own server's word that nothing is stored.
void mend_fields(Turn& turn, std::vector<ticket::FieldFault> faults) {
    Draft& draft = turn.model.session.draft;
    draft.refused = std::move(faults);
    take_back(draft, "form.check");
    show_faults(turn, draft.refused.front().field);
}

// The key belongs to a ticket with another text, sent from this form in another window: what stands here now would be
// a further one, and only she knows whether it should.
void take_new_key(Turn& turn) {
    Draft& draft = turn.model.session.draft;
    take_back(draft, "form.sent_before");
    draft.key.clear();
    turn.ask(Focus{"trouble"});
}

// When she may try again, as far as a sentence says it: our own server tells the seconds, as its Retry-After does.
std::string_view wait_of(const Json* problem) {
    constexpr std::int64_t kMinute = 60;
    const bool is_short =
        problem == nullptr || base::integer_at(*problem, "retry_after") <= kMinute;
    return is_short ? "form.busy" : "form.busy_minutes";
}

// Why a ticket was turned away, in an answer that only comes where nothing is stored; empty: the answer does not say
// what became of it. Proxies answer too: 408 or 403 may hide a ticket that was stored behind them.
std::string_view reason_of(const Answered& answered, const Json* problem) {
    switch (answered.status) {
    case 404:
    case 405:
    case 501:
        return "form.nobody";  // a host of files, without a server behind it
    case 413:
        return "form.refused";
    case 429:
        return wait_of(problem);
    case 408:
        return "";
    default:
        break;
    }
    const bool is_ours = problem != nullptr && answered.status >= 400 && answered.status < 500 &&
                         base::integer_at(*problem, "status") == answered.status;
    return is_ours ? "form.refused" : "";
}

void receive_refusal(Turn& turn, const Answered& answered) {
    Draft& draft = turn.model.session.draft;
    const auto json = base::parse_json(answered.body);
    const Json* problem = json ? &*json : nullptr;
    if (problem != nullptr && answered.status == 422) {
        if (base::string_at(*problem, "type") == "/problems/idempotency-key-reused") {
            return take_new_key(turn);
        }
        auto faults = faults_in(turn.model.library.catalog->form, *problem);
        if (!faults.empty()) {
            return mend_fields(turn, std::move(faults));
        }
    }
    const std::string_view reason = reason_of(answered, problem);
    if (reason.empty() || draft.uncertain) {
        // A refusal says nothing of an earlier sending whose answer was lost.
        stay_unknown(turn, reason.starts_with("form.busy") ? reason : "form.unknown");
    } else {
        take_back(draft, reason);
        turn.ask(Focus{"trouble"});
    }
}

void receive_receipt(Turn& turn, const Json& answer) {
    Session& session = turn.model.session;
    Draft& draft = session.draft;
    session.receipt =
        Receipt{.code = std::string(base::string_at(answer, "tracking_code")),
                .received = std::string(base::string_at(answer, "received_at")),
                .sent = ticket::to_send(turn.model.library.catalog->form, draft_values(draft)),
                .transcript = std::move(draft.transcript),
                .page = draft.with_page ? turn.model.page : std::string(),
                .values = host_values(turn.model)};
    session.draft = {};
    turn.ask(Emit{"ticket-sent"});
    // Back from the receipt must not lead to a form that was sent.
    std::erase_if(session.behind, [](const Route& route) { return route.page == Page::kContact; });
    replace(turn, {Page::kReceipt, {}, {}});
}

}  // namespace

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
    turn.ask(Announce{catalog->messages.text("form.sending")});
    if (!draft.key.empty()) {
        post(turn);
    }
}

void receive_key(Turn& turn, const std::string& hex) {
    Draft& draft = turn.model.session.draft;
    draft.key = hex;
    if (draft.state == SendState::kSending) {
        post(turn);
    }
}

void receive_ticket(Turn& turn, const Answered& answered) {
    Draft& draft = turn.model.session.draft;
    if (!turn.model.library.catalog || draft.state != SendState::kSending) {
        return;
    }
    const auto answer = base::parse_json(answered.body);
    const bool stored = answered.status >= 200 && answered.status < 300 && answer &&
                        !base::string_at(*answer, "tracking_code").empty();
    if (stored) {
        receive_receipt(turn, *answer);
    } else {
        receive_refusal(turn, answered);
    }
}

}  // namespace ventanilla::app
