// widget/canvas/focus.h
//
// What takes the focus on a page: the targets of head and body, in the order of the Tab key.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "widget/canvas/page.h"

namespace ventanilla::canvas {

// Counts the head's targets, then the body's.
using Stop = std::size_t;

std::size_t stop_count(const Page& page);
const Target& target_at(const Page& page, Stop stop);
bool in_head(const Page& page, Stop stop);

// The target with this key; else the first one within the node with this key, of radio buttons the chosen one.
std::optional<Stop> find_stop(const Page& page, std::string_view key);

// A node that is no target, or has none in it.
const Place* find_place(const Page& page, std::string_view key);

// The next (`step` 1) or previous (-1) one that Tab leads to, around the ends; of the radio buttons of a choice the
// chosen one, or the first, stands for all. `from` may be a node's place: what follows or precedes it.
std::optional<Stop> next_stop(const Page& page, std::optional<Stop> from, const Place* place,
                              int step);

// The next radio button of the same choice, around its ends.
Stop next_in_group(const Page& page, Stop from, int step);

}  // namespace ventanilla::canvas
