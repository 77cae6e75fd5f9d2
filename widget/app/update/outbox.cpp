// The outbox: requests that were sent and of which nobody knows yet that they are stored. Each lies on the device until
// the server has it, is sent again by itself, always with the same key and the same bytes, and so arrives once.
#include <algorithm>

#include "core/base/json.h"
#include "widget/app/chosen_files.h"
#include "widget/app/receipt.h"
#include "widget/app/update/turn.h"

namespace ventanilla::app {
namespace {

using base::Json;

constexpr std::string_view kTokenPath = "/api/v1/form-token";
constexpr std::string_view kTicketsPath = "/api/v1/tickets";
constexpr int kMostAttemptsCounted = 8;
constexpr int kLongestPause = 300;  // seconds
constexpr std::size_t kMostWaiting = 50;

// Null: it was stored, taken back, or is of another time.
Draft* find_request(Model& model, const std::string& key) {
    const auto is_it = [&](const Draft& draft) { return draft.key == key && !draft.body.empty(); };
    if (is_it(model.session.draft)) {
        return &model.session.draft;
    }
    const auto found = std::ranges::find_if(model.outbox, is_it);
    return found == model.outbox.end() ? nullptr : &*found;
}

bool is_in_form(const Session& session, const Draft& draft) {
    return &draft == &session.draft;
}

bool is_seen(const Session& session, const Draft& draft) {
    return is_in_form(session, draft) && session.route.page == Page::kContact;
}

// What it is sent with comes first, and is good for a while.
void deliver(Turn& turn, const Draft& draft) {
    if (!is_pending(turn.model, Purpose::kFormToken, draft.key) &&
        !is_pending(turn.model, Purpose::kTicket, draft.key)) {
        turn.ask(Post{std::string(kTokenPath), draft.key, "{}"}, {Purpose::kFormToken, draft.key});
    }
}

void forget(Turn& turn, const std::string& key) {
    if (turn.model.keeps) {
        turn.ask(Keep{key, {}});
    }
}

// Twice as long each time. Many who lost the same server do not come back to it in the same second: the key is random.
int pause_after(const Draft& draft) {
    const int pause = 2 << std::min(draft.attempts, kMostAttemptsCounted);
    return std::min(pause + pause * (draft.key.back() % 8) / 16, kLongestPause);
}

void wait(Turn& turn, Draft& draft, std::string_view trouble, int seconds) {
    const bool was_by_her = draft.state == SendState::kSending;
    draft.state = SendState::kWaiting;
    draft.trouble = trouble;
    if (turn.model.keeps && !is_pending(turn.model, Purpose::kRetry, draft.key)) {
        turn.ask(Wait{std::max(seconds, pause_after(draft))}, {Purpose::kRetry, draft.key});
    }
    ++draft.attempts;
    if (was_by_her && is_seen(turn.model.session, draft)) {
        turn.ask(Focus{"waiting"});
    }
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

// It is hers again, to be changed.
void take_back(Turn& turn, Draft& draft, std::string_view trouble) {
    if (is_in_form(turn.model.session, draft)) {
        forget(turn, draft.key);
    }
    draft.state = SendState::kEditing;
    draft.uncertain = false;
    draft.body.clear();
    draft.trouble = trouble;
}

void lead_to(Turn& turn, const Draft& draft, std::string node) {
    if (is_seen(turn.model.session, draft)) {
        turn.ask(Focus{std::move(node)});
    }
}

// Faults of fields are our own server's word that nothing is stored.
void mend_fields(Turn& turn, Draft& draft, std::vector<ticket::FieldFault> faults) {
    take_back(turn, draft, "form.check");
    draft.refused = std::move(faults);
    draft.checked = true;
    lead_to(turn, draft, "field." + draft.refused.front().field);
    turn.ask(Announce{turn.model.library.catalog->messages.text("form.check")});
}

// The key belongs to a ticket with another text, sent from this form in another window: what stands here now would be
// a further one, and only she knows whether it should.
void take_new_key(Turn& turn, Draft& draft) {
    take_back(turn, draft, "form.sent_before");
    draft.key.clear();
    lead_to(turn, draft, "trouble");
}

// Our own server tells the seconds, as its Retry-After does.
int seconds_in(const Json* problem) {
    constexpr std::int64_t kLongest = 86'400;
    return problem == nullptr ? 0
                              : static_cast<int>(std::clamp<std::int64_t>(
                                    base::integer_at(*problem, "retry_after"), 0, kLongest));
}

// When she may try again, as far as a sentence says it.
std::string_view busy_for(int seconds) {
    constexpr int kMinute = 60;
    return seconds <= kMinute ? "form.busy" : "form.busy_minutes";
}

// Why a ticket was turned away for good, in an answer that only comes where nothing is stored; empty: the answer does not
// say what became of it. Proxies answer too: 408 or 403 may hide a ticket that was stored behind them.
std::string_view reason_of(const Answered& answered, const Json* problem) {
    switch (answered.status) {
    case 404:
    case 405:
    case 501:
        return "form.nobody";  // a host of files, without a server behind it
    case 413:
        return "form.refused";
    case 429:
        return busy_for(seconds_in(problem));
    case 401:  // what it was sent with is too old by now
    case 408:
        return "";
    default:
        break;
    }
    const bool is_ours = problem != nullptr && answered.status >= 400 && answered.status < 500 &&
                         base::integer_at(*problem, "status") == answered.status;
    return is_ours ? "form.refused" : "";
}

void receive_refusal(Turn& turn, Draft& draft, Purpose purpose, const Answered& answered) {
    const auto json = base::parse_json(answered.body);
    const Json* problem = json ? &*json : nullptr;
    if (problem != nullptr && answered.status == 422) {
        if (base::string_at(*problem, "type") == "/problems/idempotency-key-reused") {
            return take_new_key(turn, draft);
        }
        if (are_files_gone(*problem)) {
            draft.files.clear();
            take_back(turn, draft, "files.gone");
            return lead_to(turn, draft, "trouble");
        }
        auto faults = faults_in(turn.model.library.catalog->form, *problem);
        if (!faults.empty()) {
            return mend_fields(turn, draft, std::move(faults));
        }
    }
    const std::string_view reason = reason_of(answered, problem);
    const int seconds = seconds_in(problem);
    const bool is_busy = answered.status == 429;
    if (turn.model.keeps && is_busy) {
        wait(turn, draft, "form.later", seconds);
    } else if (reason.empty() || draft.uncertain) {
        // A refusal says nothing of an earlier sending whose answer was lost.
        draft.uncertain = draft.uncertain || purpose == Purpose::kTicket;
        wait(turn, draft, is_busy ? reason : "", seconds);
    } else {
        take_back(turn, draft, reason);
        lead_to(turn, draft, "trouble");
    }
}

void receive_receipt(Turn& turn, Draft& draft, const Json& answer) {
    Session& session = turn.model.session;
    const bool is_seen_by_her = is_seen(session, draft);
    session.receipt = write_receipt(answer, draft.body);
    turn.model.receipt_is_new = !is_seen_by_her;
    forget(turn, draft.key);
    turn.ask(Emit{"ticket-sent"});
    if (is_in_form(session, draft)) {
        draft = {};
        // Back from the receipt must not lead to a form that was sent.
        std::erase_if(session.behind,
                      [](const Route& route) { return route.page == Page::kContact; });
    } else {
        turn.model.outbox.erase(turn.model.outbox.begin() + (&draft - turn.model.outbox.data()));
    }
    if (is_seen_by_her) {
        replace(turn, {Page::kReceipt, {}, {}});
    } else {
        turn.ask(Announce{turn.model.library.catalog->messages.fill(
            "outbox.sent", {{"code", base::string_at(answer, "tracking_code")}})});
    }
}

void receive_answer(Turn& turn, Draft& draft, Purpose purpose, const Answered& answered) {
    const auto answer = base::parse_json(answered.body);
    const bool is_token = purpose == Purpose::kFormToken;
    const std::string_view told =
        answer && answered.status >= 200 && answered.status < 300
            ? base::string_at(*answer, is_token ? "token" : "tracking_code")
            : std::string_view();
    if (told.empty()) {
        receive_refusal(turn, draft, purpose, answered);
    } else if (is_token) {
        turn.ask(Post{std::string(kTicketsPath), draft.key, draft.body, std::string(told)},
                 {Purpose::kTicket, draft.key});
    } else {
        receive_receipt(turn, draft, *answer);
    }
}

}  // namespace

void hand_over(Turn& turn, const Draft& draft) {
    if (turn.model.keeps) {
        turn.ask(Keep{draft.key, write_waiting(draft)}, {Purpose::kKept, draft.key});
    }
    deliver(turn, draft);
}

void send_outbox(Turn& turn) {
    if (!turn.model.keeps) {
        return;  // she does it herself
    }
    const Session& session = turn.model.session;
    if (!session.draft.body.empty() && !session.draft.key.empty()) {
        hand_over(turn, session.draft);
    }
    for (const Draft& draft : turn.model.outbox) {
        if (!draft.body.empty()) {
            hand_over(turn, draft);
        }
    }
}

void take_waiting(Turn& turn, const std::vector<std::string>& texts) {
    Session& session = turn.model.session;
    for (const std::string& text : texts) {
        auto draft = read_waiting(text);
        const bool is_known = draft && (draft->key == session.draft.key ||
                                        find_request(turn.model, draft->key) != nullptr);
        if (draft && !is_known && turn.model.outbox.size() < kMostWaiting) {
            turn.model.outbox.push_back(std::move(*draft));
            deliver(turn, turn.model.outbox.back());
        }
    }
}

void sending_answered(Turn& turn, const Pending& pending, const Answered& message) {
    Draft* draft = find_request(turn.model, pending.file);
    if (draft == nullptr) {
        return;
    }
    if (pending.purpose <= Purpose::kTicket) {
        receive_answer(turn, *draft, pending.purpose, message);
    } else if (pending.purpose == Purpose::kKept) {
        draft->unkept = message.status != 200;
    } else {
        deliver(turn, *draft);
    }
}

void refresh_outbox(Turn& turn) {
    Session& session = turn.model.session;
    if (session.route.page == Page::kReceipt) {
        turn.model.receipt_is_new = false;
    }
    // What cannot be sent as it is comes into the form, once nothing else stands there.
    const auto refused = std::ranges::find(turn.model.outbox, SendState::kEditing, &Draft::state);
    if (refused != turn.model.outbox.end() && !session.draft.begun && session.draft.body.empty()) {
        session.draft = std::move(*refused);
        session.draft.begun = true;
        turn.model.outbox.erase(refused);
        forget(turn, session.draft.key);
    }
}

}  // namespace ventanilla::app
