// Screens with every kind of node, and with every text of the product.
#pragma once

#include <string>
#include <vector>

#include "widget/app/screen.h"

namespace ventanilla::test {

app::Screen screen_with(std::vector<app::Node> nodes);

// One of each kind, with whatever can be said in it.
app::Screen every_kind();

// The product's texts in a language ("es"), as each kind of node that has a name.
app::Screen every_text(const std::string& language);

app::Node node(app::NodeKind kind, std::string key, std::string text);

}  // namespace ventanilla::test
