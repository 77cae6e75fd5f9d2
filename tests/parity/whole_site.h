// The demo site, and on top of it what the app can show but the demo does without: a box to tick, a channel that is a
// page, and an article of every kind of block (tests/parity/site). Published as the server does, without a browser's
// files.
#pragma once

#include <string>

#include "tests/widget/app/host.h"
#include "widget/html/portal.h"

namespace ventanilla::test {

struct WholeSite {
    HelpOrigin origin;
    html::Portal portal;
};

// In "es" or "en". Tests run in the repository's root.
const WholeSite& whole_site(const std::string& language);

}  // namespace ventanilla::test
