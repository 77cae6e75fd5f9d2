#include "core/ticket/thread.h"

#include <algorithm>

#include "core/base/names.h"
#include "core/text/utf8.h"

namespace ventanilla::ticket {
namespace {

constexpr base::NameTable<Status, 5> kStatusNames{{
    {"new", Status::kNew},
    {"open", Status::kOpen},
    {"waiting", Status::kWaiting},
    {"solved", Status::kSolved},
    {"closed", Status::kClosed},
}};
constexpr base::NameTable<Priority, 4> kPriorityNames{{
    {"low", Priority::kLow},
    {"normal", Priority::kNormal},
    {"high", Priority::kHigh},
    {"urgent", Priority::kUrgent},
}};
constexpr base::NameTable<Actor, 3> kActorNames{{
    {"customer", Actor::kCustomer},
    {"team", Actor::kTeam},
    {"system", Actor::kSystem},
}};
constexpr base::NameTable<EventKind, 9> kEventNames{{
    {"message", EventKind::kMessage},
    {"note", EventKind::kNote},
    {"status", EventKind::kStatus},
    {"priority", EventKind::kPriority},
    {"queue", EventKind::kQueue},
    {"assignee", EventKind::kAssignee},
    {"tags", EventKind::kTags},
    {"satisfaction", EventKind::kSatisfaction},
    {"quarantine", EventKind::kQuarantine},
}};

bool is_over(Status status) {
    return status == Status::kSolved || status == Status::kClosed;
}

}  // namespace

std::string_view name(Status status) {
    return base::name_in(kStatusNames, status);
}
std::string_view name(Priority priority) {
    return base::name_in(kPriorityNames, priority);
}
std::string_view name(Actor actor) {
    return base::name_in(kActorNames, actor);
}
std::string_view name(EventKind kind) {
    return base::name_in(kEventNames, kind);
}
std::optional<Status> status(std::string_view name) {
    return base::value_in(kStatusNames, name);
}
std::optional<Priority> priority(std::string_view name) {
    return base::value_in(kPriorityNames, name);
}
std::optional<EventKind> event_kind(std::string_view name) {
    return base::value_in(kEventNames, name);
}

bool can_set(Actor actor, Status from, Status to) {
    if (from == to || to == Status::kNew) {
        return false;
    }
    if (actor != Actor::kCustomer) {
        return true;
    }
    return to == Status::kClosed || (to == Status::kOpen && is_over(from));
}

Status after_message(Actor author, Status before) {
    if (author == Actor::kTeam) {
        return Status::kWaiting;
    }
    return before == Status::kNew ? Status::kNew : Status::kOpen;
}

bool can_rate(Status status) {
    return is_over(status);
}

bool is_for_customers(EventKind kind) {
    return kind == EventKind::kMessage || kind == EventKind::kStatus ||
           kind == EventKind::kSatisfaction;
}

bool is_name(std::string_view name) {
    return !name.empty() && text::is_valid_utf8(name) &&
           text::count_characters(name) <= kMaxNameLength && std::ranges::none_of(name, [](char c) {
               return static_cast<unsigned char>(c) < 0x20 || c == 0x7f;
           });
}

bool is_tag(std::string_view tag) {
    return is_name(tag) && !tag.contains(' ');
}

}  // namespace ventanilla::ticket
