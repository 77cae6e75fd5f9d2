// core/site/routing.h
//
// Whose a new request is to answer, how urgent it is, and by when an answer is owed: what the site says of it.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/logic/condition.h"
#include "core/site/opening.h"
#include "core/ticket/thread.h"

namespace ventanilla::site {

// Of an answer: so much time in which somebody answers, or the end of a working day.
struct Promise {
    Minutes work = 0;  // of open time; 0: `days` holds
    int days = 0;      // working days after the one on which it came

    friend bool operator==(const Promise&, const Promise&) = default;
};

struct RoutingRule {
    std::optional<logic::Condition> when;  // nothing: always
    std::string queue = {};                // empty: it says nothing of that
    std::optional<ticket::Priority> priority = {};
    std::optional<Promise> answer = {};
    std::vector<std::string> tags = {};
};

struct Routing {
    std::string hours;  // of which Hours a promise counts; empty: none is given
    std::map<std::string, std::string> queues;  // by name: the e-mail address that is told
    std::vector<RoutingRule> rules;  // of each thing the first rule says it that holds; tags add up
};

// By when an answer is owed to what comes at `now`; both by the clocks where the team is. Nothing where nobody answers
// within ten years.
std::optional<Minutes> due_after(const Hours& hours, Minutes now, const Promise& promise);

}  // namespace ventanilla::site
