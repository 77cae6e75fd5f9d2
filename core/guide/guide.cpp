#include "core/guide/guide.h"

#include <algorithm>
#include <utility>

#include "core/base/json.h"
#include "core/guide/names.h"

namespace ventanilla::guide {

using base::Json;

const Choice* Step::find_choice(std::string_view choice) const {
    const auto found = std::ranges::find(choices, choice, &Choice::id);
    return found == choices.end() ? nullptr : &*found;
}

const Step* Guide::find_step(std::string_view step) const {
    const auto found = std::ranges::find(steps, step, &Step::id);
    return found == steps.end() ? nullptr : &*found;
}

Json to_json(const Guide& guide) {
    Json steps = Json::object();
    for (const Step& step : guide.steps) {
        Json json = {{"kind", base::name_in(kKindNames, step.kind)}};
        if (step.kind == StepKind::kOutcome) {
            json["result"] = base::name_in(kResultNames, step.result);
            for (const auto& [field, value] : step.values) {
                json["values"][field] = value;
            }
        } else {
            json["choices"] = Json::array();
            for (const Choice& choice : step.choices) {
                json["choices"].push_back({{"id", choice.id}, {"next", choice.next}});
            }
        }
        steps[step.id] = std::move(json);
    }
    return {{"id", guide.id},
            {"version", guide.version},
            {"start", guide.start},
            {"steps", std::move(steps)}};
}

}  // namespace ventanilla::guide
