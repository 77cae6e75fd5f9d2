// widget/app/screens/filters.h
//
// What the results of a search can be narrowed to: for each facet a row of links, "Conexión 4". The link of the one that
// is chosen takes it back.
//
//   append(nodes, filters(model));
//
// Nothing while she types, for the hits matter then; nothing where few hits are read sooner than a choice is made; and no
// facet of which all hits have the same.
#pragma once

#include <vector>

#include "widget/app/model.h"
#include "widget/app/screen.h"

namespace ventanilla::app {

// Precondition: the catalog is there.
std::vector<Node> filters(const Model& model);

}  // namespace ventanilla::app
