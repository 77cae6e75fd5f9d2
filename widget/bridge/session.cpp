#include "widget/bridge/session.h"

#include "core/base/json.h"
#include "widget/bridge/message_json.h"
#include "widget/bridge/screen_json.h"

namespace ventanilla::bridge {

std::string Session::dispatch(std::string_view message_json) {
    const auto json = base::parse_json(message_json);
    const auto message = json ? message_from_json(*json) : std::nullopt;
    return message ? take(*message) : answer({});
}

std::string Session::deliver(app::EffectId effect, int status, std::string body) {
    return take(app::Answered{effect, status, std::move(body)});
}

std::string Session::take(const app::Message& message) {
    return answer(app::update(model_, message));
}

std::string Session::answer(const app::Effects& effects) const {
    return R"({"screen":)" + to_json_text(app::view(model_)) + R"(,"effects":)" +
           to_json_text(effects) + "}";
}

}  // namespace ventanilla::bridge
