// widget/app/found.h
//
// What a search says of itself, on the screen and aloud.
//
//   turn.ask(Announce{count_of_hits(model)});   // "4 resultados, con los filtros elegidos"
#pragma once

#include <string>

#include "widget/app/model.h"

namespace ventanilla::app {

// How many hits there are to see, and whether they are narrowed. Precondition, as below: the catalog is there.
std::string count_of_hits(const Model& model);

// That there is none, and what else can be done.
std::string nothing_found(const Model& model);

}  // namespace ventanilla::app
