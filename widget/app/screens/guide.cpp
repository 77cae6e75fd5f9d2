#include "widget/app/screens/nodes.h"
#include "widget/app/screens/screens.h"

namespace ventanilla::app {
namespace {

struct Position {
    const site::GuidePage& page;
    const guide::Step& step;
    const site::StepText& text;
};

std::string label_of(const Position& position, const std::string& choice) {
    auto label = position.text.choices.find(choice);
    return label == position.text.choices.end() ? choice : label->second;
}

// One question, marked and then confirmed, so that a wrong tap is harmless.
std::vector<Node> question_nodes(const Model& model, const Position& position) {
    const text::Messages& messages = model.library.catalog->messages;
    Node choice;
    choice.kind = NodeKind::kChoice;
    choice.key = "answer";
    choice.text = position.text.title;
    choice.value = model.session.chosen;
    choice.error = model.choice_missing ? messages.text("guide.choose") : std::string();
    choice.required = true;
    for (const guide::Choice& each : position.step.choices) {
        choice.children.push_back(
            option("answer." + each.id, label_of(position, each.id), each.id));
    }
    Node form;
    form.kind = NodeKind::kForm;
    form.key = "question";
    form.text = position.text.title;
    form.message = Press{Command::kGuideContinue};
    form.children =
        nodes_of(std::move(choice), action("continue", messages.text("guide.continue"),
                                           Press{Command::kGuideContinue}, Emphasis::kPrimary));
    return nodes_of(std::move(form));
}

// What to do, and how it went.
std::vector<Node> instruction_nodes(const Position& position) {
    std::vector<Node> nodes;
    for (const guide::Choice& each : position.step.choices) {
        nodes.push_back(action("answer." + each.id, label_of(position, each.id),
                               AnswerGuide{each.id}, Emphasis::kPrimary));
    }
    return nodes;
}

std::vector<Node> outcome_nodes(const text::Messages& messages, const Position& position) {
    std::vector<Node> nodes;
    if (position.step.result == guide::Result::kSolved) {
        nodes.push_back(notice("solved", Tone::kSuccess, messages.text("guide.solved")));
    } else {
        nodes.push_back(action("guide.contact", messages.text("guide.contact"),
                               Press{Command::kGuideContact}, Emphasis::kPrimary));
    }
    return nodes;
}

// Reading order: where one is, the text, the answers, and then the ways back.
std::vector<Node> step_nodes(const Model& model, const Position& position) {
    const text::Messages& messages = model.library.catalog->messages;
    const guide::Run run{model.session.route.answers};
    std::vector<Node> nodes;
    const bool is_outcome = position.step.kind == guide::StepKind::kOutcome;
    if (!is_outcome) {
        nodes.push_back(progress("progress", messages.text("guide.progress"),
                                 guide::progress(position.page.guide, run)));
    }
    if (!position.text.body.blocks.empty()) {
        nodes.push_back(document_node("step." + position.step.id, position.text.body));
    }
    append(nodes, is_outcome ? outcome_nodes(messages, position)
                  : position.step.kind == guide::StepKind::kQuestion
                      ? question_nodes(model, position)
                      : instruction_nodes(position));
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
        return waiting_screen(model, ScreenId::kGuideStep, teaser->file, teaser->title);
    }
    const guide::Step& step = guide::current_step(page->guide, {model.session.route.answers});
    static const site::StepText kNoText;
    auto text = page->text.steps.find(step.id);
    const Position position{*page, step, text == page->text.steps.end() ? kNoText : text->second};
    const bool is_outcome = step.kind == guide::StepKind::kOutcome;
    Screen screen{is_outcome ? ScreenId::kGuideOutcome : ScreenId::kGuideStep, catalog.language,
                  position.text.title, way_to_form(model), step_nodes(model, position)};
    screen.eyebrow = page->text.title;
    return screen;
}

}  // namespace ventanilla::app
