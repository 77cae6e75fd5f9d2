#include "server/requests/team_changes.h"

#include <utility>

#include "core/ticket/thread.h"

namespace ventanilla::requests {
namespace {

using ticket::EventKind;
using ticket::Status;

store::Event team_event(store::Time at, EventKind kind, const std::string& author) {
    return {.at = at,
            .kind = std::string(name(kind)),
            .actor = std::string(name(ticket::Actor::kTeam)),
            .author = author};
}

store::Event setting(store::Time at, EventKind kind, const std::string& author,
                     std::string_view after) {
    store::Event event = team_event(at, kind, author);
    event.after = after;
    return event;
}

// What is sent when it has that status now.
void add_follow_up(store::Change& change, const store::Ticket& ticket, Status now,
                   const RequestMail& mail) {
    if (now != Status::kSolved) {
        return;
    }
    if (auto later = mail.follow_up(ticket)) {
        change.mails.push_back(std::move(*later));
    }
}

}  // namespace

store::Change team_message(const store::Ticket& ticket, const TeamMessage& message, store::Time now,
                           const RequestMail& mail) {
    store::Change change{.tracking_code = ticket.tracking_code,
                         .events = {team_event(now, EventKind::kMessage, message.author)}};
    change.events.front().text = message.text;
    change.files = message.files;
    const Status before = ticket::status(ticket.status).value_or(Status::kOpen);
    const Status after =
        message.status.value_or(ticket::after_message(ticket::Actor::kTeam, before));
    if (ticket::can_set(ticket::Actor::kTeam, before, after)) {
        change.events.push_back(
            setting(now, EventKind::kStatus, message.author, ticket::name(after)));
    }
    if (auto told = mail.answer(ticket, message.text, message.files, after)) {
        change.mails.push_back(std::move(*told));
    }
    add_follow_up(change, ticket, after, mail);
    return change;
}

store::Change team_note(const store::Ticket& ticket, const TeamMessage& note, store::Time now) {
    store::Change change{.tracking_code = ticket.tracking_code,
                         .events = {team_event(now, EventKind::kNote, note.author)}};
    change.events.front().text = note.text;
    change.files = note.files;
    return change;
}

Read<store::Change> team_settings(const Speech& speech, const store::Ticket& ticket,
                                  const Settings& settings, store::Time now,
                                  const RequestMail& mail) {
    store::Change change{.tracking_code = ticket.tracking_code, .events = {}};
    const auto set = [&](EventKind kind, const std::string& before, std::string_view after) {
        if (before != after) {
            change.events.push_back(setting(now, kind, settings.author, after));
        }
    };
    if (settings.status && ticket::name(*settings.status) != ticket.status) {
        const Status before = ticket::status(ticket.status).value_or(Status::kOpen);
        if (!ticket::can_set(ticket::Actor::kTeam, before, *settings.status)) {
            return std::unexpected(
                http::Problem{.status = 409,
                              .type = "/problems/not-now",
                              .title = speech.messages().text("server.problem.not_now.title"),
                              .detail = speech.messages().text("server.problem.not_now")});
        }
        set(EventKind::kStatus, ticket.status, ticket::name(*settings.status));
        if (auto told = mail.status(ticket, *settings.status)) {
            change.mails.push_back(std::move(*told));
        }
        add_follow_up(change, ticket, *settings.status, mail);
    }
    if (settings.priority) {
        set(EventKind::kPriority, ticket.priority, ticket::name(*settings.priority));
    }
    if (settings.queue) {
        set(EventKind::kQueue, ticket.queue, *settings.queue);
    }
    if (settings.assignee) {
        set(EventKind::kAssignee, ticket.assignee, *settings.assignee);
    }
    if (settings.tags) {
        set(EventKind::kTags, ticket.tags, *settings.tags);
    }
    if (settings.is_released) {
        set(EventKind::kQuarantine, ticket.quarantine, "");
    }
    return change;
}

}  // namespace ventanilla::requests
