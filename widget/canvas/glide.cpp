#include "widget/canvas/glide.h"

#include <algorithm>
#include <cmath>

namespace ventanilla::canvas {
namespace {

constexpr double kSettles = 0.325;  // seconds in which the speed falls to a third, as on phones
constexpr double kRests = 0.1;      // a finger that has rested so long pushes nothing
constexpr float kSlow = 20;
constexpr float kFast = 6000;

}  // namespace

void Glide::drag(float distance, double now) {
    // Browsers tell where a finger is once a frame, and at times twice at the same moment.
    constexpr double kShortest = 0.004;
    const auto since = static_cast<float>(std::max(now - last_, kShortest));
    const bool rested = now - last_ > kRests;
    const float speed = distance / since;
    speed_ = std::clamp(rested ? speed : speed_ * 0.4F + speed * 0.6F, -kFast, kFast);
    last_ = now;
    moves_ = false;
}

void Glide::release(double now) {
    moves_ = now - last_ <= kRests && std::fabs(speed_) > kSlow;
    last_ = now;
}

void Glide::stop() {
    speed_ = 0;
    moves_ = false;
}

float Glide::step(double now) {
    if (!moves_) {
        return 0;
    }
    const double since = std::max(0.0, now - last_);
    last_ = now;
    const double left = std::exp(-since / kSettles);
    const auto distance = static_cast<float>(speed_ * kSettles * (1 - left));
    speed_ *= static_cast<float>(left);
    moves_ = std::fabs(speed_) > kSlow;
    return distance;
}

}  // namespace ventanilla::canvas
