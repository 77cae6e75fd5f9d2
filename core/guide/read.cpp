#include <set>
#include <string>
#include <utility>

#include "core/base/identifier.h"
#include "core/base/json.h"
#include "core/base/json_scan.h"
#include "core/base/problem.h"
#include "core/guide/graph.h"
#include "core/guide/guide.h"
#include "core/guide/names.h"

namespace ventanilla::guide {
namespace {

using base::Json;
using base::ObjectReader;

constexpr int kMaxVersion = 1'000'000'000;

class GuideReader {
public:
    std::expected<Guide, std::vector<Finding>> read(const Json& json) {
        ObjectReader reader(json, "", findings_);
        reader.optional_text("$schema");
        guide_.id = reader.identifier("id");
        guide_.version = static_cast<int>(reader.optional_integer("version", 1, 1, kMaxVersion));
        guide_.start = reader.text("start");
        const auto steps = reader.object("steps");
        reader.refuse_others();
        if (steps.size() > kMaxSteps) {
            reader.report("steps", "guide-size",
                          "A guide has at most " + std::to_string(kMaxSteps) +
                              " steps; split it into several.");
        } else if (steps.empty() && reader.has("steps")) {
            reader.report("steps", "guide-size", "A guide needs at least one step.");
        } else {
            for (const auto& [id, step] : steps) {
                read_step(id, step);
            }
            check_ways();
        }
        if (!findings_.empty()) {
            return std::unexpected(std::move(findings_));
        }
        return std::move(guide_);
    }

private:
    void read_step(const std::string& id, const Json& json) {
        ObjectReader reader(json, base::pointer_to("/steps", id), findings_);
        if (!base::is_identifier(id)) {
            reader.report("", "id-format",
                          "A step's id may hold only a-z, 0-9 and \"-\", at most 64 of them; " +
                              base::in_quotes(id) + " does not.");
        }
        Step step;
        step.id = id;
        const std::string kind = reader.text("kind");
        const auto known = base::value_in(kKindNames, kind);
        if (!known) {
            if (!kind.empty()) {
                reader.report("kind", "guide-kind",
                              "A step's kind is question, instruction or outcome.");
            }
            // What else the step may hold depends on its kind; its choices still lead somewhere.
            if (reader.has("choices")) {
                read_choices(reader, step);
            }
            guide_.steps.push_back(std::move(step));
            return;
        }
        step.kind = *known;
        if (step.kind == StepKind::kOutcome) {
            read_outcome(reader, step);
        } else {
            read_choices(reader, step);
        }
        reader.refuse_others();
        guide_.steps.push_back(std::move(step));
    }

    void read_outcome(ObjectReader& reader, Step& step) {
        const std::string result = reader.text("result");
        const auto known = base::value_in(kResultNames, result);
        if (!known && !result.empty()) {
            reader.report("result", "guide-result",
                          "An outcome's result is solved, unsolved or handoff.");
        }
        step.result = known.value_or(Result::kHandoff);
        if (step.result != Result::kHandoff || !reader.has("values")) {
            return;
        }
        for (const auto& [field, value] : reader.object("values")) {
            if (value.is_text()) {
                step.values.emplace_back(field, value.text());
            } else {
                findings_.push_back({base::pointer_to(reader.pointer_to("values"), field),
                                     "json-type",
                                     "The value of " + base::in_quotes(field) +
                                         " must be a text in double quotes."});
            }
        }
    }

    void read_choices(ObjectReader& reader, Step& step) {
        const auto choices = reader.array("choices");
        if (reader.has("choices") && (choices.empty() || choices.size() > kMaxChoices)) {
            reader.report("choices", "guide-choices",
                          "A step has from 1 to " + std::to_string(kMaxChoices) + " choices.");
            return;
        }
        std::set<std::string> ids;
        for (std::size_t i = 0; i < choices.size(); ++i) {
            ObjectReader one = reader.element("choices", i);
            Choice choice;
            choice.id = one.identifier("id");
            choice.next = one.text("next");
            one.refuse_others();
            if (!choice.id.empty() && !ids.insert(choice.id).second) {
                one.report("id", "id-duplicate",
                           "Another choice of this step has the id " + base::in_quotes(choice.id) +
                               " already; give this one another.");
            }
            step.choices.push_back(std::move(choice));
        }
    }

    void check_ways() {
        const Graph graph(guide_);
        const bool has_start = graph.step(guide_.start) != Graph::kUnreachable;
        if (!has_start && !guide_.start.empty()) {
            findings_.push_back(
                {"/start", "guide-step-missing",
                 "The guide starts at " + base::in_quotes(guide_.start) +
                     ", but has no step of that name; add it or correct the name."});
        }
        const auto reached = graph.reached_from_start();
        const auto distance = graph.distances_to_outcome(true);
        for (std::size_t i = 0; i < guide_.steps.size(); ++i) {
            const Step& step = guide_.steps[i];
            const std::string pointer = base::pointer_to("/steps", step.id);
            for (std::size_t c = 0; c < step.choices.size(); ++c) {
                const std::string& next = step.choices[c].next;
                if (graph.step(next) == Graph::kUnreachable && !next.empty()) {
                    findings_.push_back({pointer + "/choices/" + std::to_string(c) + "/next",
                                         "guide-step-missing",
                                         "This choice leads to " + base::in_quotes(next) +
                                             ", but the guide has no step of that name; add it or "
                                             "correct the name."});
                }
            }
            if (has_start && !reached[i]) {
                findings_.push_back({pointer, "guide-step-unreachable",
                                     "No answer leads to the step " + base::in_quotes(step.id) +
                                         "; lead a choice to it or take it out."});
            }
            if (!step.choices.empty() && distance[i] == Graph::kUnreachable) {
                findings_.push_back(
                    {pointer, "guide-dead-end",
                     "From the step " + base::in_quotes(step.id) +
                         " no outcome can be reached; lead one of its ways to an outcome."});
            }
        }
    }

    Guide guide_;
    std::vector<Finding> findings_;
};

}  // namespace

std::expected<Guide, std::vector<Finding>> read_guide(const Json& json) {
    return GuideReader().read(json);
}

}  // namespace ventanilla::guide
