#include "widget/app/screens/nodes.h"
#include "widget/app/screens/screens.h"

namespace ventanilla::app {
namespace {

// The run's questions and answers in the customer's words; keys where the guide has changed meanwhile.
std::vector<Node> transcript_details(const guide::Transcript& transcript,
                                     const site::GuideText& text) {
    std::vector<Node> lines;
    for (const guide::TranscriptLine& line : transcript.lines) {
        const auto step = text.steps.find(line.step);
        std::string question = line.step;
        std::string answer = line.choice;
        if (step != text.steps.end()) {
            question = step->second.title;
            const auto label = step->second.choices.find(line.choice);
            answer = label == step->second.choices.end() ? line.choice : label->second;
        }
        lines.push_back(detail("attached.line." + std::to_string(lines.size()), std::move(question),
                               std::move(answer)));
    }
    return lines;
}

void add_guide(std::vector<Node>& nodes, const Model& model, const Attached& attached) {
    const guide::Transcript& transcript = *attached.transcript;
    const text::Messages& messages = model.library.catalog->messages;
    const site::GuidePage* page = loaded_guide(model, transcript.guide);
    const std::string title = messages.fill(
        "form.also.guide", {{"guide", page != nullptr ? page->text.title : transcript.guide}});
    static const site::GuideText kNoText;
    nodes.push_back(heading("attached.guide.title", 3, title));
    nodes.push_back(
        details("attached.guide", title,
                transcript_details(transcript, page != nullptr ? page->text : kNoText)));
    if (attached.can_be_struck) {
        nodes.push_back(action("strike.guide", messages.text("form.strike.guide"),
                               Press{Command::kStrikeTranscript}, Emphasis::kQuiet));
    }
}

void add_page(std::vector<Node>& nodes, const Model& model, const Attached& attached) {
    const text::Messages& messages = model.library.catalog->messages;
    nodes.push_back(details(
        "attached.page", messages.text("form.also.page"),
        nodes_of(detail("attached.page.address", messages.text("form.also.page"), attached.page))));
    if (attached.can_be_struck) {
        nodes.push_back(action("strike.page", messages.text("form.strike.page"),
                               Press{Command::kStrikePage}, Emphasis::kQuiet));
    }
}

void add_values(std::vector<Node>& nodes, const Model& model, const Attached& attached) {
    const text::Messages& messages = model.library.catalog->messages;
    std::vector<Node> lines;
    for (const auto& [name, value] : attached.values) {
        lines.push_back(detail("attached.values." + std::to_string(lines.size()), name, value));
    }
    nodes.push_back(
        details("attached.values", messages.text("form.also.values"), std::move(lines)));
    if (attached.can_be_struck) {
        nodes.push_back(action("strike.values", messages.text("form.strike.values"),
                               Press{Command::kStrikeValues}, Emphasis::kQuiet));
    }
}

void add_trail(std::vector<Node>& nodes, const Model& model, const Attached& attached) {
    const text::Messages& messages = model.library.catalog->messages;
    std::vector<Node> lines;
    for (const auto& [name, value] : attached.trail) {
        lines.push_back(
            detail("attached.trail." + name, messages.text("form.also." + name), value));
    }
    nodes.push_back(details("attached.trail", messages.text("form.also.trail"), std::move(lines)));
    if (attached.can_be_struck) {
        nodes.push_back(action("strike.trail", messages.text("form.strike.trail"),
                               Press{Command::kStrikeTrail}, Emphasis::kQuiet));
    }
}

void add_file_names(std::vector<Node>& nodes, const Model& model, const Attached& attached) {
    const std::string title = model.library.catalog->messages.text("files.title");
    std::vector<Node> lines;
    for (const std::string& name : attached.files) {
        lines.push_back(detail("attached.file." + std::to_string(lines.size()), title, name));
    }
    nodes.push_back(details("attached.files", title, std::move(lines)));
}

}  // namespace

std::vector<Node> attached_nodes(const Model& model, const Attached& attached) {
    std::vector<Node> nodes;
    if (attached.transcript && !attached.transcript->lines.empty()) {
        add_guide(nodes, model, attached);
    }
    if (!attached.page.empty()) {
        add_page(nodes, model, attached);
    }
    if (!attached.values.empty()) {
        add_values(nodes, model, attached);
    }
    if (!attached.trail.empty()) {
        add_trail(nodes, model, attached);
    }
    if (!attached.files.empty()) {
        add_file_names(nodes, model, attached);
    }
    if (nodes.empty()) {
        return {};
    }
    return nodes_of(titled_group("attached", model.library.catalog->messages.text("form.also"),
                                 std::move(nodes)));
}

}  // namespace ventanilla::app
