// widget/bridge/screen_json.h
//
// Screens and effects as JSON text (docs/screen-protocol.md), written straight into a string: on each key typed,
// this costs more than the search does if it goes through a tree.
#pragma once

#include <string>

#include "core/search/asking/query.h"
#include "widget/app/effect.h"
#include "widget/app/screen.h"

namespace ventanilla::bridge {

std::string to_json_text(const app::Screen& screen);
std::string to_json_text(const app::Effects& effects);
std::string to_json_text(const search::Answer& answer);

}  // namespace ventanilla::bridge
