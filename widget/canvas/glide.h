// widget/canvas/glide.h
//
// A page that a finger has pushed goes on by itself for a while. Distances in CSS pixels, times in seconds.
//
//   glide.drag(distance, now);   // while the finger moves
//   glide.release(now);
//   scroll(glide.step(now));     // in each frame, while glide.moves()
#pragma once

namespace ventanilla::canvas {

class Glide {
public:
    void drag(float distance, double now);
    void release(double now);
    void stop();

    // The distance since the last step, or since the release.
    float step(double now);
    [[nodiscard]] bool moves() const { return moves_; }

private:
    float speed_ = 0;  // a second
    double last_ = 0;
    bool moves_ = false;
};

}  // namespace ventanilla::canvas
