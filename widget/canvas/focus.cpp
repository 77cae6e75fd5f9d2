#include "widget/canvas/focus.h"

#include <algorithm>

namespace ventanilla::canvas {
namespace {

bool stands_for_group(const Page& page, Stop stop) {
    const Target& target = target_at(page, stop);
    if (target.role != Role::kRadio || target.chosen) {
        return true;
    }
    for (Stop other = 0; other < stop_count(page); ++other) {
        const Target& peer = target_at(page, other);
        if (peer.role == Role::kRadio && peer.group == target.group) {
            if (peer.chosen || other < stop) {
                return false;
            }
        }
    }
    return true;
}

bool can_stop(const Page& page, Stop stop) {
    return !target_at(page, stop).disabled && stands_for_group(page, stop);
}

Stop step_from(Stop stop, int step, Stop count) {
    return step > 0 ? (stop + 1) % count : (stop + count - 1) % count;
}

// The first target at or below a place; the title's is after the way back.
Stop first_after(const Page& page, const Place& place) {
    const bool is_title = place.key == "title";
    const Stop head = page.head.targets.size();
    if (is_title) {
        return std::min<Stop>(head, page.head.targets.size() > 1 ? 1 : head);
    }
    Stop stop = head;
    while (stop < stop_count(page)) {
        const auto& rects = target_at(page, stop).rects;
        if (!rects.empty() && rects.front().y >= place.rect.y) {
            break;
        }
        ++stop;
    }
    return stop;
}

}  // namespace

std::size_t stop_count(const Page& page) {
    return page.head.targets.size() + page.body.targets.size();
}

bool in_head(const Page& page, Stop stop) {
    return stop < page.head.targets.size();
}

const Target& target_at(const Page& page, Stop stop) {
    return in_head(page, stop) ? page.head.targets[stop]
                               : page.body.targets[stop - page.head.targets.size()];
}

std::optional<Stop> find_stop(const Page& page, std::string_view key) {
    std::optional<Stop> within;
    for (Stop stop = 0; stop < stop_count(page); ++stop) {
        const Target& target = target_at(page, stop);
        if (target.key == key) {
            return stop;
        }
        const bool inside = std::ranges::find(target.around, key) != target.around.end();
        if (inside && !target.disabled && (!within || (target.chosen && target.group == key))) {
            within = stop;
        }
    }
    return within;
}

const Place* find_place(const Page& page, std::string_view key) {
    for (const Layer* layer : {&page.head, &page.body}) {
        const auto place = std::ranges::find(layer->places, key, &Place::key);
        if (place != layer->places.end()) {
            return &*place;
        }
    }
    return nullptr;
}

std::optional<Stop> next_stop(const Page& page, std::optional<Stop> from, const Place* place,
                              int step) {
    const Stop count = stop_count(page);
    if (count == 0) {
        return std::nullopt;
    }
    Stop stop = 0;
    if (from) {
        stop = step_from(*from, step, count);
    } else if (place != nullptr) {
        const Stop after = first_after(page, *place);
        stop = step > 0 ? after % count : step_from(after, -1, count);
    } else if (step < 0) {
        stop = count - 1;
    }
    for (Stop tried = 0; tried < count; ++tried) {
        if (can_stop(page, stop)) {
            return stop;
        }
        stop = step_from(stop, step, count);
    }
    return std::nullopt;
}

Stop next_in_group(const Page& page, Stop from, int step) {
    const Target& target = target_at(page, from);
    Stop stop = from;
    do {
        stop = step_from(stop, step, stop_count(page));
    } while (target_at(page, stop).role != Role::kRadio ||
             target_at(page, stop).group != target.group);
    return stop;
}

}  // namespace ventanilla::canvas
