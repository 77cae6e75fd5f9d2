#include "server/tickets/announcement.h"

#include <algorithm>
#include <string>

#include "core/base/json.h"
#include "server/files/attachments.h"
#include "server/time/timestamps.h"

namespace ventanilla::tickets {
namespace {

// What a person reads: a choice's label, "yes" for a check, the rest as it was written.
std::string readable(const ticket::Field& field, const std::string& value,
                     const text::Messages& messages, std::string_view language) {
    if (field.type == ticket::FieldType::kCheck) {
        return messages.text("server.mail.yes");
    }
    const auto option = std::ranges::find(field.options, value, &ticket::Option::id);
    return option == field.options.end()
               ? value
               : std::string(ticket::in_language(option->label, language));
}

class Composition {
public:
    Composition(const site::Site& site, const api::Texts& texts, const TicketRequest& request)
        : site_(site), language_(site.languages.front()),
          messages_(api::texts_in(texts, language_, language_)), request_(request) {}

    std::string subject(std::string_view code) const {
        const ticket::Field* kind = site_.form.find_field("kind");
        const auto value = request_.fields.find("kind");
        if (kind == nullptr || value == request_.fields.end()) {
            return messages_.fill("server.mail.subject.no_kind", {{"code", code}});
        }
        return messages_.fill(
            "server.mail.subject",
            {{"code", code}, {"kind", readable(*kind, value->second, messages_, language_)}});
    }

    std::string text(const store::Ticket& ticket) {
        line(messages_.fill("server.mail.intro",
                            {{"name", ticket::in_language(site_.name, language_)}}));
        line("");
        line(messages_.fill("server.mail.code", {{"code", ticket.tracking_code}}));
        moment("server.mail.received", ticket.received);
        if (ticket.due) {
            moment("server.mail.due", *ticket.due);
        }
        if (ticket.priority != name(ticket::Priority::kNormal)) {
            line(messages_.fill(
                "server.mail.priority",
                {{"priority", messages_.text("server.priority." + ticket.priority)}}));
        }
        line(messages_.fill("server.mail.language", {{"language", request_.language}}));
        fields();
        files();
        transcript();
        context();
        if (const std::string email = customer_address(); !email.empty()) {
            line("");
            // Mail systems do not take other addresses in a Reply-To everywhere.
            const bool can_reply = std::ranges::all_of(
                email, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
            line(messages_.fill(can_reply ? "server.mail.reply" : "server.mail.write",
                                {{"email", email}}));
        }
        return std::move(text_);
    }

    std::string customer_address() const {
        const auto email = request_.fields.find("email");
        return email == request_.fields.end() ? "" : email->second;
    }

private:
    void moment(std::string_view key, store::Time at) {
        const std::string text = server::rfc3339(at);
        line(messages_.fill(key, {{"date", text.substr(0, 10)}, {"time", text.substr(11, 5)}}));
    }

    void line(std::string_view words) { text_.append(words).append("\n"); }

    void fields() {
        for (const ticket::Field& field : site_.form.fields) {
            const auto value = request_.fields.find(field.id);
            if (value == request_.fields.end()) {
                continue;
            }
            line("");
            line(ticket::in_language(field.label, language_));
            line(readable(field, value->second, messages_, language_));
        }
    }

    void files() {
        if (const std::string list = files::listed(request_.files, messages_); !list.empty()) {
            line("");
            line(list);
        }
    }

    void transcript() {
        if (!request_.transcript) {
            return;
        }
        const site::SiteGuide* found = site_.find_guide(request_.transcript->guide);
        if (found == nullptr) {
            return;
        }
        const auto texts = found->texts.find(language_);
        static const site::GuideText kNone;
        const site::GuideText& guide = texts == found->texts.end() ? kNone : texts->second;
        line("");
        line(messages_.fill(
            "server.mail.transcript",
            {{"guide", guide.title.empty() ? request_.transcript->guide : guide.title}}));
        for (const guide::TranscriptLine& answered : request_.transcript->lines) {
            line("- " + messages_.fill("server.mail.transcript.line",
                                       {{"step", step_title(guide, answered.step)},
                                        {"choice", choice_label(guide, answered)}}));
        }
        if (!request_.transcript->outcome.empty()) {
            line(messages_.fill("server.mail.transcript.outcome",
                                {{"outcome", step_title(guide, request_.transcript->outcome)}}));
        }
    }

    // Steps and choices of an older version may have no text any more: their ids must do.
    static std::string step_title(const site::GuideText& guide, const std::string& id) {
        const auto step = guide.steps.find(id);
        return step == guide.steps.end() ? id : step->second.title;
    }
    static std::string choice_label(const site::GuideText& guide,
                                    const guide::TranscriptLine& answered) {
        const auto step = guide.steps.find(answered.step);
        if (step == guide.steps.end()) {
            return answered.choice;
        }
        const auto choice = step->second.choices.find(answered.choice);
        return choice == step->second.choices.end() ? answered.choice : choice->second;
    }

    void context() {
        for (const auto& [name, value] : request_.context) {
            line("");
            line(name == "page" ? messages_.fill("server.mail.page", {{"page", value}})
                                : name + ": " + value);
        }
    }

    const site::Site& site_;
    std::string language_;
    const text::Messages& messages_;
    const TicketRequest& request_;
    std::string text_;
};

}  // namespace

store::Mail announcement(const site::Site& site, const api::Texts& texts,
                         const TicketRequest& request, const store::Ticket& ticket) {
    Composition composition(site, texts, request);
    return {.to = site.email_of(ticket.queue),
            .subject = composition.subject(ticket.tracking_code),
            .text = composition.text(ticket),
            .reply_to = composition.customer_address()};
}

}  // namespace ventanilla::tickets
