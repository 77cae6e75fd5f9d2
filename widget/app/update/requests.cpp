// Requests that were sent before: she shows by six digits from her mailbox that one is hers, reads what has become of it,
// answers, closes it or opens it again, and says whether she was helped. docs/decisions/0028-my-requests.md
#include <algorithm>

#include "core/base/blank.h"
#include "core/base/json.h"
#include "core/ticket/tracking_code.h"
#include "widget/app/chosen_files.h"
#include "widget/app/correspondence.h"
#include "widget/app/update/turn.h"

namespace ventanilla::app {
namespace {

using base::Json;
using ticket::Status;

constexpr int kFirstLook =
    15;  // seconds until the next one; twice as long each time nothing is new
constexpr int kRarestLook = 300;
constexpr int kMostRepliesCounted = 6;

// What a turn changes is kept.
class Opened {
public:
    explicit Opened(Turn& turn)
        : turn_(turn), all(read_correspondence(turn.model.session.requests)) {}
    ~Opened() { turn_.model.session.requests = write_correspondence(all); }
    Opened(const Opened&) = delete;
    Opened& operator=(const Opened&) = delete;

private:
    Turn& turn_;

public:
    Correspondence all;
};

// The one that a function is about.
struct Case {
    Turn& turn;
    const std::string& code;
    Exchange& exchange;

    [[nodiscard]] bool is_seen() const { return request_of(turn.model.session.route) == code; }
    [[nodiscard]] bool waits_for(Purpose purpose) const {
        return is_pending(turn.model, purpose, code);
    }

    void lead_to(const char* node) const {
        if (is_seen()) {
            turn.ask(Focus{node});
        }
    }
    void say(std::string_view key) const {
        turn.ask(Announce{turn.model.library.catalog->messages.text(key)});
    }
};

std::string path_of(const std::string& code, std::string_view what = {}) {
    return "/api/v1/requests/" + code + std::string(what);
}

void load(const Case& at) {
    if (!at.waits_for(Purpose::kThread)) {
        at.exchange.load = LoadState::kWaiting;
        at.turn.ask(Get{path_of(at.code), at.exchange.token}, {Purpose::kThread, at.code});
    }
}

// The token is good no longer. What she has written stays.
void lock(const Case& at) {
    at.exchange.token.clear();
    at.exchange.told.clear();
    at.exchange.asked = false;
    at.exchange.load.reset();
    at.exchange.trouble = "request.locked";
}

// As soon as something happens behind what is known; after a while in any case, since not everything lets streams through.
void look_later(const Case& at, bool is_new) {
    int& pause = at.exchange.pause;
    pause = is_new ? kFirstLook : std::min(std::max(pause, kFirstLook) * 2, kRarestLook);
    if (at.turn.model.keeps && !at.waits_for(Purpose::kLook)) {
        const auto thread = read_thread(at.exchange.told);
        const std::string after = std::to_string(thread ? thread->revision : 0);
        at.turn.ask(Wait{pause, path_of(at.code, "/events?after=" + after), at.exchange.token},
                    {Purpose::kLook, at.code});
    }
}

bool has_news(const Thread& before, const Thread& now) {
    return std::ranges::any_of(now.happenings, [&](const Happening& happening) {
        return happening.number > before.revision && !happening.is_hers;
    });
}

void take_thread(const Case& at, const Answered& answered) {
    const auto thread = answered.status == 200 ? read_thread(answered.body) : std::nullopt;
    const auto before = read_thread(at.exchange.told);
    if (answered.status == 401) {
        lock(at);
    } else if (thread) {
        if (before && has_news(*before, *thread) && at.is_seen()) {
            at.say("request.news");
        }
        at.exchange.told = answered.body;
        at.exchange.load.reset();
        look_later(at, !before || thread->revision > before->revision);
    } else {
        at.exchange.load = answered.status == 0 ? LoadState::kOffline : LoadState::kFailed;
        look_later(at, false);
    }
}

// What is said of an answer that is none of those that an address has of its own.
const char* trouble_of(int status) {
    switch (status) {
    case 404:
    case 405:
    case 501:
        return "request.nobody";  // a host of files, without a server behind it
    case 409:
        return "request.not_now";
    case 413:
    case 422:
        return "request.refused";
    case 429:
        return "request.busy";
    default:
        return "request.offline";
    }
}

void fail(const Case& at, int status) {
    if (status == 401) {
        return lock(at);
    }
    at.exchange.trouble = trouble_of(status);
    at.lead_to("trouble");
}

bool is_done(int status) {
    return status >= 200 && status < 300;
}

void take_mailed(const Case& at, int status) {
    if (!is_done(status)) {
        return fail(at, status);
    }
    at.exchange.asked = true;
    at.lead_to("request.digits");
    at.say("request.asked");
}

void take_token(const Case& at, const Answered& answered) {
    const auto json = base::parse_json(answered.body);
    const std::string_view token = json ? base::string_at(*json, "token") : std::string_view();
    if (is_done(answered.status) && !token.empty()) {
        at.exchange.token = token;
        at.exchange.asked = false;
        at.exchange.digits = {{}, at.exchange.digits.revision + 1};
        return at.lead_to("title");
    }
    const bool is_wrong = answered.status == 403 || answered.status == 422;
    if (!is_wrong && answered.status != 410) {
        return fail(at, answered.status);
    }
    at.exchange.trouble = is_wrong ? "request.wrong_digits" : "request.old_digits";
    at.lead_to("request.digits");
}

void post(const Case& at, std::string_view what, const Json& body, Purpose purpose) {
    at.exchange.trouble.clear();
    at.turn.ask(Post{path_of(at.code, what), {}, base::write_json(body), at.exchange.token},
                {purpose, at.code});
}

// The reply as it was frozen, with its key: however often it is sent, it counts once.
void send_reply(const Case& at) {
    if (is_busy(at.turn.model, at.code) || at.exchange.token.empty()) {
        return;
    }
    if (at.exchange.key.empty()) {
        at.turn.ask(Random{16}, {Purpose::kReplyKey, at.code});
    } else {
        at.turn.ask(Post{path_of(at.code, "/messages"), at.exchange.key, at.exchange.body,
                         at.exchange.token},
                    {Purpose::kReply, at.code});
    }
}

void reply(const Case& at) {
    if (at.exchange.body.empty()) {
        if (base::is_blank(at.exchange.reply.value)) {
            at.exchange.trouble = "request.empty";
            return at.lead_to("request.reply");
        }
        Json body = {{"text", at.exchange.reply.value}};
        if (auto attachments = attachments_in(at.exchange.files); !attachments.empty()) {
            body["attachments"] = std::move(attachments);
        }
        at.exchange.body = base::write_json(body);
    }
    at.exchange.trouble.clear();
    at.exchange.attempts = 0;
    at.turn.model.uploaded = -1;
    send_reply(at);
}

// Nobody knows whether it has arrived.
void wait_for_reply(const Case& at) {
    at.exchange.trouble = "request.unsent";
    if (at.exchange.attempts++ == 0) {
        at.lead_to("unsent");
    }
    if (at.turn.model.keeps && !at.waits_for(Purpose::kReplyRetry)) {
        at.turn.ask(Wait{2 << std::min(at.exchange.attempts, kMostRepliesCounted)},
                    {Purpose::kReplyRetry, at.code});
    }
}

void take_reply(const Case& at, const Answered& answered) {
    const int status = answered.status;
    const bool is_refused = status == 404 || status == 413 || status == 422;
    if (!is_done(status) && !is_refused) {
        return status == 401 ? lock(at) : wait_for_reply(at);
    }
    at.exchange.body.clear();
    at.exchange.key.clear();
    const auto problem = base::parse_json(answered.body);
    if (is_refused && problem && are_files_gone(*problem)) {
        at.exchange.files.clear();
        at.exchange.trouble = "files.gone";
        return at.lead_to("trouble");
    }
    if (is_refused) {
        return fail(at, status);
    }
    at.exchange.files.clear();
    at.exchange.trouble.clear();
    at.exchange.reply = {{}, at.exchange.reply.revision + 1};
    at.say("request.replied");
    load(at);
}

void take_deed(const Case& at, int status) {
    if (!is_done(status)) {
        return fail(at, status);
    }
    at.exchange.comment = {{}, at.exchange.comment.revision + 1};
    at.say("request.done");
    at.lead_to("title");
    load(at);
}

void set_status(const Case& at, Status status) {
    const auto thread = read_thread(at.exchange.told);
    if (thread && can_set(ticket::Actor::kCustomer, thread->status, status)) {
        post(at, "/status", {{"status", name(status)}}, Purpose::kDeed);
    }
}

// With a comment alone the answer stays as it is.
void rate(const Case& at, std::string_view deed) {
    const auto thread = read_thread(at.exchange.told);
    if (!thread || !can_rate(thread->status)) {
        return;
    }
    Json body = Json::object();
    body["answer"] = deed == kComment ? thread->satisfaction : std::string(deed);
    if (!base::is_blank(at.exchange.comment.value)) {
        body["comment"] = at.exchange.comment.value;
    }
    post(at, "/satisfaction", body, Purpose::kDeed);
}

void open(const Case& at) {
    if (base::is_blank(at.exchange.digits.value)) {
        at.exchange.trouble = "request.wrong_digits";
        return at.lead_to("request.digits");
    }
    post(at, "/token", {{"code", at.exchange.digits.value}}, Purpose::kToken);
}

// Answers where it leads to, if it leads anywhere.
std::string find(Turn& turn, Correspondence& all) {
    const auto code = ticket::normalise_tracking_code(all.code.value);
    all.code_missed = !code;
    if (!code) {
        turn.ask(Focus{"request.code"});
        return {};
    }
    all.code = {{}, all.code.revision + 1};
    return *code;
}

void save_file(const Case& at, std::string_view number) {
    const auto thread = read_thread(at.exchange.told);
    for (const SentFile& file : thread ? thread->files : std::vector<SentFile>()) {
        if (std::to_string(file.number) == number) {
            at.turn.ask(Download{path_of(at.code, "/attachments/" + std::string(number)),
                                 at.exchange.token, file.name},
                        {Purpose::kFile, at.code});
        }
    }
}

void act(const Case& at, std::string_view deed) {
    if (deed == kMailDigits) {
        post(at, "/code", Json::object(), Purpose::kDigits);
    } else if (deed == kOpen) {
        open(at);
    } else if (deed == kReply) {
        reply(at);
    } else if (deed == kClose) {
        set_status(at, Status::kClosed);
    } else if (deed == kReopen) {
        set_status(at, Status::kOpen);
    } else if (deed.starts_with(kDropFile) && at.exchange.body.empty()) {
        remove_file(at.exchange.files, deed.substr(kDropFile.size()));
        at.lead_to("request.files");
    } else if (deed.starts_with(kSaveFile)) {
        save_file(at, deed.substr(kSaveFile.size()));
    } else if (deed == kReload) {
        at.exchange.load.reset();
    } else {
        rate(at, deed);
    }
}

// Each change of a text takes away what was said of it.
void edit(Exchange& exchange, const Typed& typed) {
    const EditedText text{typed.value, typed.revision};
    if (typed.key == "request.digits") {
        exchange.digits = text;
        exchange.trouble.clear();
    } else if (typed.key == "request.reply" && exchange.body.empty()) {
        exchange.reply = text;
        exchange.trouble.clear();
    } else if (typed.key == "request.files" && exchange.body.empty()) {
        add_files(exchange.files, typed.value);
        exchange.trouble.clear();
    } else if (typed.key == "request.comment") {
        exchange.comment = text;
    }
}

void take(const Case& at, Purpose purpose, const Answered& answered) {
    switch (purpose) {
    case Purpose::kThread:
        return take_thread(at, answered);
    case Purpose::kLook:
        return at.is_seen() && !at.exchange.token.empty() ? load(at) : void();
    case Purpose::kReplyKey:
        at.exchange.key = answered.body;
        return send_reply(at);
    case Purpose::kReplyRetry:
        return at.exchange.body.empty() ? void() : send_reply(at);
    case Purpose::kFile:
        return is_done(answered.status) ? void() : fail(at, answered.status);
    case Purpose::kDigits:
        return take_mailed(at, answered.status);
    case Purpose::kToken:
        return take_token(at, answered);
    case Purpose::kReply:
        return take_reply(at, answered);
    default:
        return take_deed(at, answered.status);
    }
}

}  // namespace

std::string request_of(const Route& route) {
    const auto code =
        route.page == Page::kRequest ? ticket::normalise_tracking_code(route.id) : std::nullopt;
    return code.value_or(std::string());
}

bool is_busy(const Model& model, std::string_view code) {
    return std::ranges::any_of(model.pending, [&](const auto& each) {
        return each.second.purpose >= Purpose::kReplyKey && each.second.file == code;
    });
}

void edit_request(Turn& turn, const Typed& typed) {
    Opened opened(turn);
    if (typed.key == "request.code") {
        opened.all.code = {typed.value, typed.revision};
        opened.all.code_missed = false;
    } else if (const std::string code = request_of(turn.model.session.route); !code.empty()) {
        edit(opened.all.requests[code], typed);
    }
}

void do_with_request(Turn& turn, std::string_view deed) {
    std::string found;
    {
        Opened opened(turn);
        const std::string code = request_of(turn.model.session.route);
        if (deed == kFind) {
            found = find(turn, opened.all);
        } else if (!code.empty() && !is_busy(turn.model, code)) {
            act({turn, code, opened.all.requests[code]}, deed);
        }
    }
    if (!found.empty()) {
        go(turn, {Page::kRequest, found, {}});
    }
}

void forget_chosen_files(Turn& turn) {
    Draft& draft = turn.model.session.draft;
    if (!draft.files.empty() && draft.body.empty()) {
        draft.files.clear();
        draft.trouble = "files.gone";
    }
    Opened opened(turn);
    for (auto& [code, exchange] : opened.all.requests) {
        if (!exchange.files.empty() && exchange.body.empty()) {
            exchange.files.clear();
            exchange.trouble = "files.gone";
        }
    }
}

void request_told(Turn& turn, const Pending& pending, const Answered& answered) {
    Opened opened(turn);
    take({turn, pending.file, opened.all.requests[pending.file]}, pending.purpose, answered);
}

void look_at_request(Turn& turn) {
    const std::string code = request_of(turn.model.session.route);
    if (code.empty()) {
        return;
    }
    Opened opened(turn);
    const auto found = opened.all.requests.find(code);
    if (found == opened.all.requests.end() || found->second.token.empty()) {
        return;
    }
    const Case at{turn, code, found->second};
    const bool has_failed = at.exchange.load.value_or(LoadState::kWaiting) != LoadState::kWaiting;
    if (at.exchange.told.empty()) {
        if (!has_failed) {
            load(at);
        }
    } else if (turn.model.keeps && !at.waits_for(Purpose::kLook)) {
        load(at);  // she is back at it
    }
    if (!at.exchange.body.empty() && at.exchange.trouble.empty()) {
        send_reply(at);
    }
}

void come_back_to_requests(Turn& turn) {
    Opened opened(turn);
    for (auto& [code, exchange] : opened.all.requests) {
        exchange.load.reset();
        if (!exchange.body.empty()) {
            send_reply({turn, code, exchange});
        }
    }
}

}  // namespace ventanilla::app
