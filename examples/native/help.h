// examples/native/help.h
//
// The app inside a native program: takes the canvas's messages, runs the app's effects, shows its screens.
#pragma once

#include <deque>
#include <string>
#include <utility>

#include "examples/native/network.h"
#include "widget/app/app.h"
#include "widget/canvas/canvas.h"
#include "widget/canvas/platform_glfw.h"

namespace ventanilla::native {

// What the site's panel page says: where its catalog is, and its colour.
struct Site {
    std::string catalog;
    std::string accent;
};
// Reads it from the help origin; without a catalog, nothing answered there.
Site find_site(const Network& network, const std::string& origin, const std::string& language);

class Help {
public:
    // `origin`: of the help, or "file:" and a folder.
    Help(Network& network, std::string origin, canvas::GlfwPlatform& platform,
         canvas::Canvas& canvas)
        : network_(network), origin_(std::move(origin)), platform_(platform), canvas_(canvas) {}

    // At a route, or where the help begins.
    void start(const std::string& language, const std::string& catalog,
               const std::string& path = {});
    // What the customer did and what the network answered since the last call.
    void catch_up();

    [[nodiscard]] app::Screen screen() const { return app::view(model_); }
    [[nodiscard]] bool closed() const { return closed_; }

private:
    void tell(const app::Message& message);
    void run(const app::Effect& effect);
    void fetch_pictures();

    Network& network_;
    std::string origin_;
    canvas::GlfwPlatform& platform_;
    canvas::Canvas& canvas_;
    app::Model model_;
    std::deque<app::Message> waiting_;
    bool closed_ = false;
};

}  // namespace ventanilla::native
