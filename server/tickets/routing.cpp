#include "server/tickets/routing.h"

#include <chrono>
#include <set>

#include "core/base/json.h"
#include "core/ticket/submission.h"
#include "server/time/zones.h"

namespace ventanilla::tickets {
namespace {

using base::Json;

Json values_of(const TicketRequest& request) {
    Json values = {{"fields", ticket::to_json(request.fields)},
                   {"language", request.language},
                   {"context", ticket::to_json(request.context)}};
    if (request.transcript) {
        values["guide"] = request.transcript->guide;
        values["outcome"] = request.transcript->outcome;
    }
    return values;
}

std::optional<store::Time> due_of(const site::Site& site, const site::Promise& promise,
                                  store::Time received) {
    const auto hours = site.hours.find(site.routing.hours);
    const auto now = server::wall_time(site.time_zone, received);
    if (hours == site.hours.end() || !now) {
        return std::nullopt;
    }
    const auto due = site::due_after(hours->second, now->count(), promise);
    return due ? server::instant(site.time_zone, server::WallTime(*due)) : std::nullopt;
}

}  // namespace

void route(const site::Site& site, const TicketRequest& request, store::Ticket& ticket) {
    const Json values = values_of(request);
    std::optional<ticket::Priority> priority;
    std::optional<site::Promise> answer;
    std::set<std::string> tags;
    for (const site::RoutingRule& rule : site.routing.rules) {
        if (rule.when && !rule.when->holds(values)) {
            continue;
        }
        if (ticket.queue.empty()) {
            ticket.queue = rule.queue;
        }
        priority = priority ? priority : rule.priority;
        answer = answer ? answer : rule.answer;
        tags.insert(rule.tags.begin(), rule.tags.end());
    }
    if (priority) {
        ticket.priority = name(*priority);
    }
    for (const std::string& tag : tags) {
        ticket.tags += (ticket.tags.empty() ? "" : " ") + tag;
    }
    if (answer) {
        ticket.due = due_of(site, *answer, ticket.received);
    }
}

}  // namespace ventanilla::tickets
