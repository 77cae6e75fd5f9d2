#include "widget/app/screens/nodes.h"
#include "widget/app/screens/screens.h"

namespace ventanilla::app {
namespace {

struct Place {
    const site::GuidePage& page;
    const guide::Step& step;
    const site::StepText& text;
};

std::string label_of(const Place& place, const std::string& choice) {
    auto label = place.text.choices.find(choice);
    return label == place.text.choices.end() ? choice : label->second;
}

// One question, marked and then confirmed, so that a wrong tap is harmless.
std::vector<Node> question_nodes(const Model& model, const Place& place) {
    const text::Messages& messages = model.library.catalog->messages;
    Node choice;
    choice.kind = NodeKind::kChoice;
    choice.key = "answer";
    choice.text = place.text.title;
    choice.value = model.session.chosen;
    choice.error = model.choice_missing ? messages.text("guide.choose") : std::string();
    choice.required = true;
    for (const guide::Choice& each : place.step.choices) {
        choice.children.push_back(option("answer." + each.id, label_of(place, each.id), each.id));
    }
    Node form;
    form.kind = NodeKind::kForm;
    form.key = "question";
    form.text = place.text.title;
    form.message = Press{Command::kGuideContinue};
    form.children = {std::move(choice), action("continue", messages.text("guide.continue"),
                                               Press{Command::kGuideContinue}, Emphasis::kPrimary)};
    return {std::move(form)};
}

// What to do, and how it went.
std::vector<Node> instruction_nodes(const Place& place) {
    std::vector<Node> nodes;
    for (const guide::Choice& each : place.step.choices) {
        nodes.push_back(action("answer." + each.id, label_of(place, each.id), AnswerGuide{each.id},
                               Emphasis::kPrimary));
    }
    return nodes;
}

std::vector<Node> outcome_nodes(const text::Messages& messages, const Place& place) {
    std::vector<Node> nodes;
    if (place.step.result == guide::Result::kSolved) {
        nodes.push_back(notice("solved", Tone::kSuccess, messages.text("guide.solved")));
    } else {
        nodes.push_back(action("guide.contact", messages.text("guide.contact"),
                               Press{Command::kGuideContact}, Emphasis::kPrimary));
    }
    return nodes;
}

// Reading order: where one is, the text, the answers, and then the ways back.
std::vector<Node> step_nodes(const Model& model, const Place& place) {
    const text::Messages& messages = model.library.catalog->messages;
    const guide::Run run{model.session.route.answers};
    std::vector<Node> nodes;
    const bool is_outcome = place.step.kind == guide::StepKind::kOutcome;
    if (!is_outcome) {
        nodes.push_back(progress("progress", messages.text("guide.progress"),
                                 guide::progress(place.page.guide, run)));
    }
    if (!place.text.body.blocks.empty()) {
        nodes.push_back(document_node("step." + place.step.id, place.text.body));
    }
    std::vector<Node> answers = is_outcome ? outcome_nodes(messages, place)
                                : place.step.kind == guide::StepKind::kQuestion
                                    ? question_nodes(model, place)
                                    : instruction_nodes(place);
    nodes.insert(nodes.end(), std::make_move_iterator(answers.begin()),
                 std::make_move_iterator(answers.end()));
    if (!run.answers.empty()) {
        nodes.push_back(action("guide.back", messages.text("guide.back"),
                               Press{Command::kGuideBack}, Emphasis::kQuiet));
        nodes.push_back(action("guide.restart", messages.text("guide.restart"),
                               Press{Command::kGuideRestart}, Emphasis::kQuiet));
    }
    return nodes;
}

}  // namespace

Screen guide_screen(const Model& model) {
    const site::Catalog& catalog = *model.library.catalog;
    const site::Teaser* teaser = find_teaser(catalog.guides, model.session.route.id);
    if (teaser == nullptr) {
        return missing_screen(model);
    }
    const site::GuidePage* page = current_guide(model);
    if (page == nullptr) {
        return waiting_screen(model, teaser->file, teaser->title);
    }
    const guide::Step& step = guide::current_step(page->guide, {model.session.route.answers});
    static const site::StepText kNoText;
    auto text = page->text.steps.find(step.id);
    const Place place{*page, step, text == page->text.steps.end() ? kNoText : text->second};
    const bool is_outcome = step.kind == guide::StepKind::kOutcome;
    Screen screen{is_outcome ? ScreenId::kGuideOutcome : ScreenId::kGuideStep, catalog.language,
                  place.text.title, way_to_form(catalog), step_nodes(model, place)};
    screen.eyebrow = page->text.title;
    return screen;
}

}  // namespace ventanilla::app
