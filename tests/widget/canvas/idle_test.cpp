#include <catch2/catch_test_macros.hpp>

#include "tests/widget/canvas/drawn.h"
#include "tests/widget/canvas/sample_screens.h"

using namespace ventanilla;
using app::NodeKind;
using test::Drawn;

namespace {

app::Screen still_screen() {
    return test::screen_with({test::node(NodeKind::kText, "text", "Nada se mueve.")});
}

}  // namespace

TEST_CASE("nothing needs a frame while nothing changes") {
    Drawn drawn;
    drawn.show(still_screen());
    const int requested = drawn.platform.frames_requested;
    for (int i = 0; i < 60; ++i) {
        CHECK_FALSE(drawn.canvas.needs_frame());
        drawn.frame();
    }
    CHECK(drawn.platform.frames_requested == requested);
}

TEST_CASE("a new screen, another theme, a moved focus, a picture and another pixel ratio each need "
          "a frame, once") {
    Drawn drawn;
    drawn.show(still_screen());
    const auto needs_one = [&] {
        const bool needed = drawn.canvas.needs_frame();
        drawn.settle();
        return needed && !drawn.canvas.needs_frame();
    };
    drawn.canvas.set_screen(still_screen());
    CHECK(needs_one());
    drawn.canvas.set_options({.accent = "#123456", .dark = true});
    CHECK(needs_one());
    drawn.canvas.focus("person");
    CHECK(needs_one());
    drawn.canvas.refresh();
    CHECK(needs_one());
    drawn.canvas.set_fonts(test::fonts_at(2));
    CHECK(needs_one());
}

TEST_CASE("a bar of unknown length moves, and needs frames until it goes") {
    app::Node waiting = test::node(NodeKind::kProgress, "waiting", "Buscando");
    waiting.number = -1;
    Drawn drawn;
    drawn.show(test::screen_with({std::move(waiting)}));
    CHECK(drawn.canvas.needs_frame());
    drawn.canvas.set_options({.still = true});
    drawn.settle();
    CHECK_FALSE(drawn.canvas.needs_frame());
    drawn.canvas.set_options({});
    drawn.show(still_screen());
    CHECK_FALSE(drawn.canvas.needs_frame());
}
