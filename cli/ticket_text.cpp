#include "cli/ticket_text.h"

#include <algorithm>
#include <string_view>

#include "cli/printable.h"
#include "core/base/json.h"
#include "core/guide/run.h"
#include "server/time/timestamps.h"

namespace ventanilla::cli {
namespace {

using base::Json;

class TicketWriter {
public:
    TicketWriter(const store::Ticket& ticket, const std::vector<store::Event>& events,
                 const std::vector<store::Attachment>& attached, const site::Site* site)
        : ticket_(ticket), events_(events), attached_(attached), site_(site) {}

    std::string write() {
        text_ = "Code:     " + ticket_.tracking_code +
                "\nReceived: " + server::rfc3339(ticket_.received) +
                "\nStatus:   " + ticket_.status + "\nPriority: " + ticket_.priority +
                "\nLanguage: " + printable(ticket_.language) + "\n";
        if (ticket_.due) {
            text_ += "Due:      " + server::rfc3339(*ticket_.due) + "\n";
        }
        for (const auto& [name, value] :
             {std::pair<const char*, const std::string&>{"Queue:    ", ticket_.queue},
              {"Assignee: ", ticket_.assignee},
              {"Tags:     ", ticket_.tags},
              {"In quarantine, for: ", ticket_.quarantine}}) {
            text_ += value.empty() ? "" : name + printable(value) + "\n";
        }
        fields(stored_json(ticket_.fields));
        transcript(stored_json(ticket_.transcript));
        context(stored_json(ticket_.context));
        files(0);
        history();
        return std::move(text_);
    }

private:
    void title(std::string_view title) { text_.append("\n").append(title).append("\n"); }

    void line(std::string_view name, std::string_view value) {
        text_ += "  " + printable(name) + ": " + printable(value, true) + "\n";
    }

    // In the form's order; what the form does not know (any longer) comes last.
    void fields(const Json& values) {
        if (values.members().empty()) {
            return;
        }
        title("Fields");
        if (site_ != nullptr) {
            for (const ticket::Field& field : site_->form.fields) {
                if (const std::string_view value = base::string_at(values, field.id);
                    !value.empty()) {
                    line(ticket::in_language(field.label, ticket_.language),
                         label_of(field, value));
                }
            }
        }
        for (const auto& [id, value] : values.members()) {
            if (site_ == nullptr || site_->form.find_field(id) == nullptr) {
                line(id, base::string_at(values, id));
            }
        }
    }

    std::string_view label_of(const ticket::Field& field, std::string_view value) const {
        const auto option = std::ranges::find(field.options, value, &ticket::Option::id);
        return option == field.options.end() ? value
                                             : ticket::in_language(option->label, ticket_.language);
    }

    void transcript(const Json& json) {
        const auto read = guide::transcript_from_json(json);
        if (!read) {
            return;
        }
        const site::SiteGuide* guide = site_ != nullptr ? site_->find_guide(read->guide) : nullptr;
        const site::GuideText* words = nullptr;
        if (guide != nullptr && guide->texts.contains(ticket_.language)) {
            words = &guide->texts.at(ticket_.language);
        }
        title("Guide: " + printable(words != nullptr ? words->title : read->guide));
        for (const guide::TranscriptLine& answered : read->lines) {
            const auto* step = step_text(words, answered.step);
            const bool has_label = step != nullptr && step->choices.contains(answered.choice);
            line(step != nullptr ? step->title : answered.step,
                 has_label ? step->choices.at(answered.choice) : answered.choice);
        }
        if (const auto* outcome = step_text(words, read->outcome)) {
            text_ += "  " + printable(outcome->title) + "\n";
        }
    }

    static const site::StepText* step_text(const site::GuideText* words, const std::string& step) {
        if (words == nullptr) {
            return nullptr;
        }
        const auto found = words->steps.find(step);
        return found == words->steps.end() ? nullptr : &found->second;
    }

    void context(const Json& context) {
        if (context.members().empty()) {
            return;
        }
        title("Sent along");
        for (const auto& [name, value] : context.members()) {
            line(name, base::string_at(context, name));
        }
    }

    // Those that came with this event.
    void files(int event) {
        for (const store::Attachment& file : attached_) {
            if (file.event == event) {
                text_ += (event == 0 ? "\nAttached: " : "  Attached: ") +
                         std::to_string(file.number) + ". " + printable(file.name) + " (" +
                         printable(file.type) + ", " + std::to_string(file.size) + " bytes)\n";
            }
        }
    }

    // Messages and notes as a whole, everything else in a line.
    void history() {
        for (const store::Event& event : events_) {
            title(server::rfc3339(event.at) + "  " + event.kind + " (" + event.actor +
                  (event.author.empty() ? "" : ": " + printable(event.author)) + ")");
            if (!event.after.empty() || !event.before.empty()) {
                text_ += "  " + printable(event.before) + " -> " + printable(event.after) + "\n";
            }
            if (!event.text.empty()) {
                text_ += "  " + printable(event.text, true) + "\n";
            }
            files(event.number);
        }
    }

    const store::Ticket& ticket_;
    const std::vector<store::Event>& events_;
    const std::vector<store::Attachment>& attached_;
    const site::Site* site_;
    std::string text_;
};

}  // namespace

Json stored_json(const std::string& text) {
    auto value = base::parse_json(text);
    return value ? std::move(*value) : Json();
}

std::string ticket_text(const store::Ticket& ticket, const std::vector<store::Event>& events,
                        const std::vector<store::Attachment>& attached, const site::Site* site) {
    return TicketWriter(ticket, events, attached, site).write();
}

}  // namespace ventanilla::cli
