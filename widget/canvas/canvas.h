// widget/canvas/canvas.h
//
// The app's screens in Dear ImGui, for whoever has a frame of it: a page that is a canvas, a native program, a game.
//
//   canvas::Fonts fonts(*ImGui::GetIO().Fonts, canvas::embedded_fonts(), scale);
//   canvas::Canvas help(fonts, platform, {.accent = "#0b5c6b", .closable = true});
//   help.set_screen(app::view(model));
//   ...                                            // in each frame, between NewFrame() and Render():
//   help.draw({0, 0, width, height});
//   for (app::Message& message : help.take_messages()) model = step(std::move(model), message);
//
// It draws what it was given and reports messages, as every view does; effects are run by the host, which hands
// Focus to focus(). Why laid out and painted by ourselves: docs/decisions/0008-canvas.md.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "widget/app/screen.h"
#include "widget/canvas/focus.h"
#include "widget/canvas/glide.h"
#include "widget/canvas/page.h"
#include "widget/canvas/paint.h"

namespace ventanilla::canvas {

// What a step of the wheel scrolls, in CSS pixels.
inline constexpr float kWheelStep = 56;

struct Options {
    std::string accent = {};  // "#rrggbb"; else the product's own
    bool dark = false;
    bool closable = false;  // the host can put the help away
    bool still = false;     // nothing moves by itself, for people whom that makes ill
};

class Canvas {
public:
    // `fonts` and `platform` have to live longer.
    Canvas(const Fonts& fonts, Platform& platform, Options options);

    void set_screen(app::Screen screen);
    void set_options(Options options);
    // For another pixel ratio.
    void set_fonts(const Fonts& fonts);
    // What the platform gives has changed, such as a picture that was waited for.
    void refresh();

    // Moves the focus to the node with this key, into view, once it is laid out; an empty key takes it away. `ring`:
    // whether its sign is drawn. Who edits a text sees where, in any case.
    void focus(std::string_view key, bool ring = true);

    // By so many CSS pixels, as far as there is something: down, and across what has the focus, if that is wider
    // than it is drawn.
    void scroll_by(float across, float down);

    // Into a window of its own at `area`, in Dear ImGui's units. Reads the mouse and, if that window has the focus,
    // the keyboard.
    void draw(const Rect& area);

    // False while another draw() without input would draw the same again.
    [[nodiscard]] bool needs_frame() const;

    // What the customer did since the last call, in order.
    [[nodiscard]] std::vector<app::Message> take_messages();

    // As last drawn.
    [[nodiscard]] const Page& page() const { return page_; }
    [[nodiscard]] float scroll() const { return scroll_; }
    [[nodiscard]] const std::string& focused() const { return focus_.key; }
    // Another number when something is elsewhere on the page, which scroll() alone does not make.
    [[nodiscard]] int arrangement() const { return arrangement_; }
    // Where a target is seen on its layer, in CSS pixels, line by line: as much as its pane, which may be scrolled,
    // shows of it. Without width, where that is nothing.
    [[nodiscard]] std::vector<Rect> rects_of(const Target& target) const;
    // Where a target's first line is on the screen, in Dear ImGui's units, seen or not.
    [[nodiscard]] std::optional<Rect> place_on_screen(std::string_view key) const;
    // Whether its middle can be seen, and pressed.
    [[nodiscard]] bool in_view(std::string_view key) const;

private:
    // What has the focus, by key, so that it outlives a new screen.
    struct Focus {
        std::string key;
        std::vector<std::string> around;  // innermost first: who takes it if the node goes
        bool ring = false;                // it was moved by the keyboard or the app
    };
    // What an input was last given or has last reported.
    struct Input {
        std::uint32_t revision = 0;
        std::string value;
    };

    void lay_out_if_needed();
    void keep_focus();
    void paint_all();
    void edit_inputs();
    void take_edit(const Target& target, const Edit& edit);

    void read_pointer();
    void press();
    void drag();
    [[nodiscard]] bool drags() const;
    void leave_focus();
    void read_keys();
    void read_arrows(const std::optional<Stop>& stop);
    void use(Stop stop);
    void move_focus(Stop stop, bool ring);
    void show(const Rect& rect);
    void show_at_top(const Rect& rect);
    void show_in_pane(const Target& target);
    void scroll_down(float distance);
    void scroll_pane(std::string_view key, float distance);

    [[nodiscard]] std::optional<Stop> focused_stop() const;
    [[nodiscard]] std::vector<Rect> moved_rects(const Target& target) const;
    [[nodiscard]] std::optional<Stop> stop_under(Point point) const;
    [[nodiscard]] std::string pane_under(Point point) const;
    [[nodiscard]] Window head_window() const;
    [[nodiscard]] Window body_window() const;
    [[nodiscard]] float most_scroll() const;

    const Fonts* fonts_;
    Platform& platform_;
    Options options_;
    Theme theme_;
    std::optional<app::Screen> screen_;
    Page page_;
    Rect area_;
    bool stale_ = true;       // to be laid out anew
    bool dirty_ = true;       // to be drawn again
    bool elsewhere_ = false;  // the screen is another one than what was laid out last
    int arrangement_ = 0;
    float scroll_ = 0;
    PaneScrolls panes_;

    Focus focus_;
    std::string wanted_focus_;  // asked for, until it is laid out
    bool wanted_ring_ = false;
    std::string input_to_take_;
    std::string input_to_drop_;
    std::map<std::string, Input> inputs_;

    std::optional<Stop> hovered_;
    std::optional<Stop> pressed_;
    bool dragging_ = false;
    Size dragged_;
    std::string dragged_pane_;  // once it is clear that the finger goes sideways
    Glide glide_;

    std::vector<app::Message> messages_;
};

}  // namespace ventanilla::canvas
