// examples/native/script.h
//
// Plays a customer: reads steps from a file and feeds them as events of the mouse and the keyboard, each once what
// it is about is drawn. For tests without a person, and for pictures.
//
//   click KEY        moves the mouse to the target with this key, scrolling there, and presses it
//   type TEXT        into what has the focus
//   key NAME         tab, enter, escape, space, down
//   wait KEY         until a node with this key is drawn
//   say KEY          prints the node's value
//   scroll STEPS     turns the wheel
//   picture FILE     writes what is drawn as PNG
//   quit
#pragma once

#include <deque>
#include <optional>
#include <string>

#include "widget/app/screen.h"
#include "widget/canvas/canvas.h"

namespace ventanilla::native {

class Script {
public:
    // Fails the program with a sentence if the file cannot be read or a step is none.
    explicit Script(const std::string& file);

    // Before each frame, after the back end's own events: true while there is more to come.
    bool play(const canvas::Canvas& canvas, const app::Screen& screen, double now);
    // After each frame, with what is drawn still in the back buffer.
    void after_frame(int width, int height);

private:
    struct Step {
        std::string verb;
        std::string rest;
    };
    bool play_step(const canvas::Canvas& canvas, const app::Screen& screen);
    bool click(const canvas::Canvas& canvas, const std::string& key);
    void move_mouse(canvas::Point to);

    std::deque<Step> steps_;
    std::string picture_;
    canvas::Point mouse_ = {-1, -1};  // the real one is elsewhere
    std::optional<int> held_;         // the key that is down, as Dear ImGui numbers it
    double since_ = 0;                // when the step was begun to be tried
    int pause_ = 0;                   // frames until the next step
    int pressed_frames_ = 0;          // of the mouse's button
};

}  // namespace ventanilla::native
