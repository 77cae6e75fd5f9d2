// widget/app/app.h
//
// The app as two functions, in the style of the Elm architecture: what they do depends on their arguments alone.
//
//   run(update(model, Typed{"search", "router", 7}));
//   draw(view(model));
#pragma once

#include "widget/app/effect.h"
#include "widget/app/message.h"
#include "widget/app/model.h"
#include "widget/app/screen.h"

namespace ventanilla::app {

// Any message in any state is safe: one that fits nothing changes nothing.
Effects update(Model& model, const Message& message);

Screen view(const Model& model);

}  // namespace ventanilla::app
