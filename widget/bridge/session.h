// widget/bridge/session.h
//
// One running app behind the door: bytes in, JSON out.
#pragma once

#include <string>
#include <string_view>

#include "widget/app/app.h"

namespace ventanilla::bridge {

class Session {
public:
    // Answers {"screen": ..., "effects": [...]}. A message that is not understood changes nothing.
    std::string dispatch(std::string_view message_json);
    std::string deliver(app::EffectId effect, int status, std::string body);

    [[nodiscard]] const app::Model& model() const { return model_; }

private:
    std::string take(const app::Message& message);
    [[nodiscard]] std::string answer(const app::Effects& effects) const;

    app::Model model_;
};

}  // namespace ventanilla::bridge
