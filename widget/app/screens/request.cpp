#include <algorithm>

#include "widget/app/correspondence.h"
#include "widget/app/screens/nodes.h"
#include "widget/app/screens/screens.h"

namespace ventanilla::app {
namespace {

using ticket::EventKind;
using ticket::Status;

Node field(std::string key, std::string label, const EditedText& text) {
    Node node;
    node.kind = NodeKind::kField;
    node.key = std::move(key);
    node.text = std::move(label);
    node.value = text.value;
    node.revision = text.revision;
    return node;
}

Node form(std::string key, std::string name, Message message, std::vector<Node> children) {
    Node node;
    node.kind = NodeKind::kForm;
    node.key = std::move(key);
    node.text = std::move(name);
    node.message = std::move(message);
    node.children = std::move(children);
    return node;
}

Node date(std::string key, std::string label, std::string at) {
    Node node;
    node.kind = NodeKind::kDate;
    node.key = std::move(key);
    node.text = std::move(label);
    node.value = std::move(at);
    return node;
}

// Said at the field instead.
bool is_of_digits(std::string_view trouble) {
    return trouble == "request.wrong_digits" || trouble == "request.old_digits";
}

void add_trouble(const text::Messages& messages, const Exchange& exchange,
                 std::vector<Node>& nodes) {
    const bool is_shown_at_field =
        is_of_digits(exchange.trouble) || exchange.trouble == "request.empty";
    if (!exchange.trouble.empty() && !is_shown_at_field) {
        nodes.push_back(notice("trouble", Tone::kError, messages.text(exchange.trouble)));
    }
}

Node code_line(const text::Messages& messages, const std::string& code) {
    return detail("code", messages.text("requests.code"), code);
}

// She has to show first that it is hers.
std::vector<Node> locked_nodes(const text::Messages& messages, const std::string& code,
                               const Exchange& exchange) {
    std::vector<Node> nodes = nodes_of(
        details("standing", messages.text("request.title"), nodes_of(code_line(messages, code))));
    add_trouble(messages, exchange, nodes);
    const auto mail = [&](const char* text, Emphasis emphasis) {
        return action("mail", messages.text(text), Chose{kRequestDeed, kMailDigits}, emphasis);
    };
    if (!exchange.asked) {
        nodes.push_back(text_node("proof", messages.text("request.proof")));
        nodes.push_back(mail("request.mail_digits", Emphasis::kPrimary));
        return nodes;
    }
    nodes.push_back(text_node("asked", messages.text("request.asked")));
    Node digits = field("request.digits", messages.text("request.digits"), exchange.digits);
    digits.input = Input::kOneTimeCode;
    digits.required = true;
    if (is_of_digits(exchange.trouble)) {
        digits.error = messages.text(exchange.trouble);
    }
    const std::string open = messages.text("request.open");
    const Chose press{kRequestDeed, kOpen};
    nodes.push_back(
        form("digits", open, press,
             nodes_of(std::move(digits), action("open", open, press, Emphasis::kPrimary),
                      mail("request.mail_again", Emphasis::kQuiet))));
    return nodes;
}

Node standing(const text::Messages& messages, const std::string& code, const Thread& thread) {
    const auto said = [&](const char* key, const std::string& at) {
        Node node = detail(key, messages.text(key), at);
        node.input = Input::kDate;
        return node;
    };
    std::vector<Node> lines =
        nodes_of(detail("status", messages.text("request.status"),
                        messages.text("request.status." + std::string(name(thread.status)))),
                 code_line(messages, code), said("receipt.received", thread.received));
    if (thread.status == Status::kNew && !thread.due.empty()) {
        lines.push_back(said("receipt.due", thread.due));
    }
    return details("standing", messages.text("request.title"), std::move(lines));
}

// As it was written: each line a paragraph.
void add_lines(const std::string& key, std::string_view text, std::vector<Node>& nodes) {
    int line = 0;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        if (end > 0) {
            nodes.push_back(
                text_node(key + "." + std::to_string(++line), std::string(text.substr(0, end))));
        }
        text.remove_prefix(std::min(end + 1, text.size()));
    }
}

// Those that came with one message, each with a button that saves it.
void add_sent_files(const text::Messages& messages, const Thread& thread, int happening,
                    std::vector<Node>& nodes) {
    for (const SentFile& file : thread.files) {
        if (file.happening == happening) {
            const std::string number = std::to_string(file.number);
            nodes.push_back(action(
                "file." + number,
                messages.fill("files.save", {{"name", file.name}, {"size", size_text(file.size)}}),
                Chose{kRequestDeed, std::string(kSaveFile) + number}, Emphasis::kQuiet));
        }
    }
}

Node message(const text::Messages& messages, const Thread& thread, const Happening& happening) {
    const std::string key = "event." + std::to_string(happening.number);
    std::vector<Node> nodes =
        nodes_of(date(key + ".at", messages.text("request.sent_on"), happening.at));
    add_lines(key, happening.text, nodes);
    add_sent_files(messages, thread, happening.number, nodes);
    const std::string& author = happening.author;
    Node group = titled_group(key,
                              happening.is_hers ? messages.text("request.you")
                              : author.empty()  ? messages.text("request.team")
                                                : author,
                              std::move(nodes));
    group.children.front().number = 3;
    return group;
}

// What a status says that no message beside it says.
bool is_worth_telling(const Happening& happening) {
    if (happening.kind != EventKind::kStatus) {
        return false;
    }
    return happening.after == name(Status::kSolved) || happening.after == name(Status::kClosed);
}

Node history(const text::Messages& messages, const Thread& thread) {
    std::vector<Node> nodes;
    for (const Happening& happening : thread.happenings) {
        if (happening.kind == EventKind::kMessage) {
            nodes.push_back(message(messages, thread, happening));
        } else if (is_worth_telling(happening)) {
            nodes.push_back(date("event." + std::to_string(happening.number),
                                 messages.text("request.happened." + happening.after),
                                 happening.at));
        }
    }
    if (nodes.empty()) {
        nodes.push_back(text_node("nothing", messages.text("request.nothing")));
    }
    return titled_group("messages", messages.text("request.messages"), std::move(nodes));
}

Node reply_form(const Model& model, const Exchange& exchange, bool is_over, bool is_busy) {
    const text::Messages& messages = model.library.catalog->messages;
    const bool is_frozen = !exchange.body.empty();
    Node text = field("request.reply", messages.text("request.reply"), exchange.reply);
    text.input = Input::kLongText;
    text.number = static_cast<int>(ticket::kMaxMessageLength);
    text.read_only = is_frozen;
    text.required = true;
    if (is_over) {
        text.hint = messages.text("request.reply.over");
    }
    if (exchange.trouble == "request.empty") {
        text.error = messages.text(exchange.trouble);
    }
    const Chose press{kRequestDeed, kReply};
    std::vector<Node> nodes = nodes_of(std::move(text));
    if (!is_frozen && model.attaches) {
        append(nodes, file_nodes(messages, "request.files", exchange.files,
                                 {kRequestDeed, std::string(kDropFile)}));
    }
    if (is_frozen && !exchange.trouble.empty()) {
        nodes.push_back(notice("unsent", Tone::kWarning,
                               messages.text(model.keeps ? "request.unsent" : "form.unknown")));
    }
    if (is_busy) {
        nodes.push_back(progress("sending", messages.text("request.sending"), model.uploaded));
    } else {
        nodes.push_back(action("reply",
                               messages.text(is_frozen ? "form.send_again" : "request.reply.send"),
                               press, is_over ? Emphasis::kSecondary : Emphasis::kPrimary));
    }
    return form("answer", messages.text("request.reply"), press, std::move(nodes));
}

// One question, one press; a comment if she likes.
Node rating(const text::Messages& messages, const Exchange& exchange, const Thread& thread) {
    std::vector<Node> nodes;
    if (thread.satisfaction.empty()) {
        nodes = nodes_of(
            action("rating.good", messages.text("rating.good"), Chose{kRequestDeed, kGood}),
            action("rating.bad", messages.text("rating.bad"), Chose{kRequestDeed, kBad}));
    } else {
        nodes = nodes_of(text_node("rating.thanks", messages.text("rating.thanks")));
        const bool has_comment =
            std::ranges::any_of(thread.happenings, [](const Happening& happening) {
                return happening.kind == EventKind::kSatisfaction && !happening.text.empty();
            });
        if (!has_comment) {
            Node comment =
                field("request.comment", messages.text("rating.comment"), exchange.comment);
            comment.input = Input::kLongText;
            comment.number = static_cast<int>(ticket::kMaxMessageLength);
            const Chose press{kRequestDeed, kComment};
            nodes.push_back(
                form("comment", messages.text("rating.comment"), press,
                     nodes_of(std::move(comment),
                              action("comment.send", messages.text("rating.send"), press))));
        }
    }
    return titled_group("rating", messages.text("rating.title"), std::move(nodes));
}

std::vector<Node> thread_nodes(const Model& model, const std::string& code,
                               const Exchange& exchange, const Thread& thread) {
    const site::Catalog& catalog = *model.library.catalog;
    const text::Messages& messages = catalog.messages;
    const bool is_over = can_rate(thread.status);
    std::vector<Node> nodes = nodes_of(standing(messages, code, thread));
    if (exchange.body.empty()) {
        add_trouble(messages, exchange, nodes);
    }
    if (is_over) {
        nodes.push_back(rating(messages, exchange, thread));
    }
    nodes.push_back(history(messages, thread));
    nodes.push_back(reply_form(model, exchange, is_over, is_busy(model, code)));
    if (can_set(ticket::Actor::kCustomer, thread.status, Status::kOpen)) {
        nodes.push_back(
            action("reopen", messages.text("request.reopen"), Chose{kRequestDeed, kReopen}));
    }
    if (can_set(ticket::Actor::kCustomer, thread.status, Status::kClosed)) {
        nodes.push_back(action("close-request", messages.text("request.close"),
                               Chose{kRequestDeed, kClose}, Emphasis::kQuiet));
    }
    append(nodes, sent_nodes(catalog, thread.fields));
    add_sent_files(messages, thread, 0, nodes);
    return nodes;
}

}  // namespace

Screen request_screen(const Model& model) {
    const site::Catalog& catalog = *model.library.catalog;
    const std::string code = request_of(model.session.route);
    if (code.empty()) {
        return missing_screen(model);
    }
    if (!catalog.texts.empty()) {
        return waiting_screen(model, ScreenId::kRequest, catalog.texts,
                              catalog.messages.text("requests.title"));
    }
    const std::string title = catalog.messages.text("request.title");
    const Exchange exchange = read_correspondence(model.session.requests).requests[code];
    if (exchange.token.empty()) {
        return {ScreenId::kRequest, catalog.language, title, way_to_form(model),
                locked_nodes(catalog.messages, code, exchange)};
    }
    const auto thread = read_thread(exchange.told);
    if (!thread) {
        return waiting_screen(model, ScreenId::kRequest,
                              exchange.load.value_or(LoadState::kWaiting), title);
    }
    return {ScreenId::kRequest, catalog.language, title, way_to_form(model),
            thread_nodes(model, code, exchange, *thread)};
}

}  // namespace ventanilla::app
