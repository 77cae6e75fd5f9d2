#include "core/site/read_guides.h"

#include <algorithm>
#include <utility>

#include "core/article/targets.h"
#include "core/base/json.h"
#include "core/base/json_scan.h"
#include "core/base/problem.h"
#include "core/site/prefill.h"
#include "core/site/read_texts.h"
#include "core/ticket/submission.h"

namespace ventanilla::site {
namespace {

using base::Json;
using base::ObjectReader;

constexpr std::size_t kMaxPins = 50;

void check_handoffs(JsonFile& file, const guide::Guide& guide, const ticket::Form& form) {
    for (const guide::Step& step : guide.steps) {
        for (const auto& [field, value] : step.values) {
            if (std::string message = check_prefill(form, field, value); !message.empty()) {
                const std::string pointer = base::pointer_to("/steps", step.id) + "/values";
                file.report(base::pointer_to(pointer, field), "guide-values", std::move(message));
            }
        }
    }
}

class TextReader {
public:
    TextReader(JsonFile& file, const guide::Guide* guide, std::vector<SiteReference>& references)
        : file_(file), guide_(guide), references_(references) {}

    GuideText read() {
        GuideText text;
        ObjectReader reader(*file_.json(), "", findings_);
        reader.optional_text("$schema");
        text.title = reader.text("title");
        text.summary = reader.text("summary");
        text.pins = read_texts(reader, "pins", kMaxPins, findings_);
        if (auto steps = reader.child("steps")) {
            for (const auto& [id, step] : base::object_at(*file_.json(), "steps").members()) {
                read_step(*steps, id, text);
            }
            check_complete(*steps);
        }
        reader.refuse_others();
        file_.report(findings_);
        return text;
    }

private:
    void read_step(ObjectReader& steps, const std::string& id, GuideText& text) {
        const guide::Step* step = guide_ != nullptr ? guide_->find_step(id) : nullptr;
        if (guide_ != nullptr && step == nullptr) {
            steps.report(id, "guide-text-unused",
                         "The guide has no step " + base::in_quotes(id) +
                             "; correct its name or take the text out.");
            return;
        }
        auto reader = steps.child(id);
        if (!reader) {
            return;
        }
        StepText& words = text.steps[id];
        words.title = reader->text("title");
        if (const std::string body = reader->optional_text("body"); !body.empty()) {
            words.body = read_body(reader->pointer_to("body"), body);
        }
        read_choices(*reader, step, words);
        reader->refuse_others();
    }

    void read_choices(ObjectReader& reader, const guide::Step* step, StepText& words) {
        const bool wanted = step != nullptr && !step->choices.empty();
        auto choices = wanted ? reader.child("choices") : reader.optional_child("choices");
        if (!choices) {
            return;
        }
        if (step != nullptr) {
            for (const guide::Choice& choice : step->choices) {
                words.choices[choice.id] = choices->text(choice.id);
            }
            if (wanted) {
                choices->refuse_others();
            } else {
                reader.report("choices", "guide-text-unused",
                              "An outcome has no choices; take their texts out.");
            }
        }
    }

    article::Document read_body(const std::string& pointer, std::string_view markdown) {
        const base::Position at = file_.position(pointer);
        auto body = article::read_markdown(file_.problems().file(), at.line, markdown);
        if (!body) {
            // A JSON text is one line of its file, whatever lines it has itself.
            for (base::Problem& problem : body.error()) {
                file_.problems().add(at, problem.rule, std::move(problem.message));
            }
            return {};
        }
        article::for_each_target(*body, [&](const article::Inline& piece) {
            if (article::is_reference(piece.target)) {
                references_.push_back(
                    {{file_.problems().file(), at.line, at.column}, piece.target});
            }
        });
        return std::move(*body);
    }

    void check_complete(ObjectReader& steps) {
        if (guide_ == nullptr) {
            return;
        }
        for (const guide::Step& step : guide_->steps) {
            if (!steps.has(step.id)) {
                steps.report("", "guide-text-missing",
                             "The text of the step " + base::in_quotes(step.id) +
                                 " is missing; add it.");
            }
        }
    }

    JsonFile& file_;
    const guide::Guide* guide_;
    std::vector<SiteReference>& references_;
    base::JsonFindings findings_;
};

}  // namespace

std::optional<guide::Guide> read_guide_file(JsonFile& file, std::string_view id,
                                            const ticket::Form* form) {
    if (file.json() == nullptr) {
        return std::nullopt;
    }
    auto guide = guide::read_guide(*file.json());
    if (!guide) {
        file.report(guide.error());
    } else if (guide->id != id) {
        file.report("/id", "guide-file-name",
                    "The guide's id is " + base::in_quotes(guide->id) + ", but its file is named " +
                        base::in_quotes(id) + "; make them the same.");
    } else {
        if (form != nullptr) {
            check_handoffs(file, *guide, *form);
        }
        return std::move(*guide);
    }
    return std::nullopt;
}

GuideText read_guide_text(JsonFile& file, const guide::Guide* guide,
                          std::vector<SiteReference>& references) {
    return file.json() != nullptr ? TextReader(file, guide, references).read() : GuideText();
}

}  // namespace ventanilla::site
