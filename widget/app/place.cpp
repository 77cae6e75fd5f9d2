#include "widget/app/place.h"

#include <algorithm>

namespace ventanilla::app {

const Place* find_place(std::string_view name) {
    const auto found = std::ranges::find(places(), name, &Place::name);
    return found == places().end() ? nullptr : &*found;
}

Route route_of(const Place& place) {
    return {Page::kPlace, std::string(place.name), {}};
}

}  // namespace ventanilla::app
