// A tour through every screen of the app and every state that it can be in, as customers come to them: the real app on
// the real site, with a network that fails where a screen tells of that. Without a browser, and the same each time.
#pragma once

#include <string>
#include <vector>

#include "widget/app/screen.h"

namespace ventanilla::test {

struct Stop {
    std::string name;  // unique
    app::Screen screen;
};

std::vector<Stop> tour(const std::string& language);

}  // namespace ventanilla::test
