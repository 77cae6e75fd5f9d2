#include "server/tickets/writing.h"

#include <algorithm>

#include "core/ticket/context.h"
#include "server/files/attachments.h"
#include "server/time/timestamps.h"

namespace ventanilla::tickets {
namespace {

// Steps and choices of an older version may have no text any more: their ids must do.
std::string step_title(const site::GuideText& guide, const std::string& id) {
    const auto step = guide.steps.find(id);
    return step == guide.steps.end() ? id : step->second.title;
}

std::string choice_label(const site::GuideText& guide, const guide::TranscriptLine& answered) {
    const auto step = guide.steps.find(answered.step);
    if (step == guide.steps.end()) {
        return answered.choice;
    }
    const auto choice = step->second.choices.find(answered.choice);
    return choice == step->second.choices.end() ? answered.choice : choice->second;
}

}  // namespace

std::string Writing::readable(const ticket::Field& field, const std::string& value) const {
    if (field.type == ticket::FieldType::kCheck) {
        return messages_.text("server.mail.yes");
    }
    const auto option = std::ranges::find(field.options, value, &ticket::Option::id);
    return option == field.options.end()
               ? value
               : std::string(ticket::in_language(option->label, language_));
}

void Writing::line(std::string_view words) {
    text_.append(words).append("\n");
}

void Writing::moment(std::string_view key, store::Time at) {
    const std::string text = server::rfc3339(at);
    line(messages_.fill(key, {{"date", text.substr(0, 10)}, {"time", text.substr(11, 5)}}));
}

void Writing::request(const TicketRequest& request) {
    fields(request.fields);
    if (const std::string list = files::listed(request.files, messages_); !list.empty()) {
        line("");
        line(list);
    }
    if (request.transcript) {
        transcript(*request.transcript);
    }
    for (const auto& [name, value] : request.context) {
        line("");
        const bool is_ours =
            name == ticket::kPage || name == ticket::kSearches || name == ticket::kArticles;
        line(is_ours ? messages_.fill("server.mail." + name, {{"value", value}})
                     : name + ": " + value);
    }
}

void Writing::fields(const ticket::Values& values) {
    for (const ticket::Field& field : site_.form.fields) {
        const auto value = values.find(field.id);
        if (value == values.end()) {
            continue;
        }
        line("");
        line(ticket::in_language(field.label, language_));
        line(readable(field, value->second));
    }
}

void Writing::transcript(const guide::Transcript& transcript) {
    const site::SiteGuide* found = site_.find_guide(transcript.guide);
    if (found == nullptr) {
        return;
    }
    const auto texts = found->texts.find(language_);
    static const site::GuideText kNone;
    const site::GuideText& guide = texts == found->texts.end() ? kNone : texts->second;
    line("");
    line(messages_.fill("server.mail.transcript",
                        {{"guide", guide.title.empty() ? transcript.guide : guide.title}}));
    for (const guide::TranscriptLine& answered : transcript.lines) {
        line("- " + messages_.fill("server.mail.transcript.line",
                                   {{"step", step_title(guide, answered.step)},
                                    {"choice", choice_label(guide, answered)}}));
    }
    if (!transcript.outcome.empty()) {
        line(messages_.fill("server.mail.transcript.outcome",
                            {{"outcome", step_title(guide, transcript.outcome)}}));
    }
}

}  // namespace ventanilla::tickets
