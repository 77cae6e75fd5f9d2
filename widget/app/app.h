// widget/app/app.h
//
// The app as two pure functions, in the style of the Elm architecture.
//
//   Step step = update(std::move(model), Typed{"search", "router", 7});
//   run(step.effects);
//   draw(view(step.model));
#pragma once

#include "widget/app/effect.h"
#include "widget/app/message.h"
#include "widget/app/model.h"
#include "widget/app/screen.h"

namespace ventanilla::app {

struct Step {
    Model model;
    Effects effects;
};

// Any message in any state is safe: one that fits nothing changes nothing.
Step update(Model model, const Message& message);

Screen view(const Model& model);

}  // namespace ventanilla::app
