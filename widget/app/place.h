// widget/app/place.h
//
// A place is a screen with an address of its own that keeps nothing: a function of the model, and one file. To add
// "hours":
//
//   widget/app/places/hours.cpp   Screen hours_screen(const Model& model), with the id ScreenId{"hours"}
//   assets/texts/app.*.json       "path.hours", the word that is its address, and "hours.title"
//   assets/texts/place.*.json     its other texts, which are fetched when the first place is opened
//   tests/widget/app/places/hours_test.cpp
//
// The build finds the file (places.cpp.in). Its route, addresses, sessions, its pages without JavaScript and the tests
// of all screens follow from the table that it makes.
#pragma once

#include <span>
#include <string_view>

#include "widget/app/model.h"
#include "widget/app/screen.h"

namespace ventanilla::app {

struct Place {
    std::string_view name;  // of its file, its screen and its route: saved with sessions
    std::string_view path;  // key of the word that is its address
};

// In alphabetical order.
std::span<const Place> places();

// Precondition: the catalog is there. A place that there is not is a missing screen.
Screen place_screen(std::string_view name, const Model& model);

// Null if there is none.
const Place* find_place(std::string_view name);

Route route_of(const Place& place);

}  // namespace ventanilla::app
