// core/ticket/thread.h
//
// What can happen to a request after it was sent, and what comes of it: the words that the database, the API and
// the screens share.
//
//   if (can_set(Actor::kCustomer, Status::kSolved, Status::kOpen)) ...
//   Status now = after_message(Actor::kTeam, Status::kNew);   // kWaiting: it is the customer's turn
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace ventanilla::ticket {

inline constexpr std::size_t kMaxMessageLength = 10'000;  // characters
inline constexpr std::size_t kMaxNameLength = 100;        // of a queue or a person; characters
inline constexpr std::size_t kMaxTags = 20;

enum class Status {
    kNew,      // nobody of the team has answered
    kOpen,     // it is the team's turn
    kWaiting,  // it is the customer's turn
    kSolved,   // the team says so; the customer may say otherwise
    kClosed,
};

enum class Priority { kLow, kNormal, kHigh, kUrgent };

enum class Actor { kCustomer, kTeam, kSystem };

enum class EventKind {
    kMessage,  // both can read it
    kNote,     // for the team alone
    kStatus,
    kPriority,
    kQueue,
    kAssignee,
    kTags,
    kSatisfaction,  // "good" or "bad", and a comment if she likes
    kQuarantine,    // let out of it: `after` is empty
};

std::string_view name(Status status);
std::string_view name(Priority priority);
std::string_view name(Actor actor);
std::string_view name(EventKind kind);
std::optional<Status> status(std::string_view name);
std::optional<Priority> priority(std::string_view name);
std::optional<EventKind> event_kind(std::string_view name);

// May this one say that a request of one status has the other now? A status is never set to itself.
bool can_set(Actor actor, Status from, Status to);

// A message makes it the other's turn, also after the request was closed: nobody is sent away to write a new one.
Status after_message(Actor author, Status before);

// A customer is asked whether she was helped once it is over.
bool can_rate(Status status);

// What customers see of an event; the rest is the team's.
bool is_for_customers(EventKind kind);

// One name of a queue, a person or a tag: without control characters, and short. Tags have no spaces either.
bool is_name(std::string_view name);
bool is_tag(std::string_view tag);

}  // namespace ventanilla::ticket
