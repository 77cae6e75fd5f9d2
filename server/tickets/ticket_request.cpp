#include "server/tickets/ticket_request.h"

#include <algorithm>
#include <array>
#include <utility>

#include "core/base/json.h"
#include "core/base/json_keys.h"
#include "core/base/json_scan.h"
#include "core/text/utf8.h"
#include "server/tickets/known_transcript.h"

namespace ventanilla::tickets {
namespace {

using base::Json;

constexpr std::size_t kMaxErrors = 50;  // more do not help, and a hostile body could name thousands

// Control characters would end up in a mail.
bool is_short(std::string_view text) {
    return text::count_characters(text) <= kMaxContextCharacters &&
           std::ranges::none_of(
               text, [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; });
}

// Reads the members one after the other and collects what is wrong.
class Reading {
public:
    Reading(const site::Site& site, const Texts& texts, std::string_view language)
        : site_(site), texts_(texts), messages_(&texts_in(texts, language, language)) {
        request_.language = site.languages.front();
    }

    std::expected<TicketRequest, http::Problem> read(const Json& body) {
        if (!body.is_object()) {
            fault("", "server.problem.object");
            return finish();
        }
        read_language(body);
        if (base::string_at(body, "form") != site_.form.id) {
            fault("/form", "server.problem.form");
        }
        read_fields(body);
        read_transcript(body);
        read_context(body);
        refuse_other_members(body);
        return finish();
    }

private:
    void fault(std::string pointer, std::string_view code) {
        if (errors_.size() < kMaxErrors) {
            errors_.push_back({.pointer = std::move(pointer),
                               .code = std::string(code),
                               .detail = messages_->text(code)});
        }
    }

    // First, so that everything else is said in it.
    void read_language(const Json& body) {
        const std::string language(base::string_at(body, "language"));
        if (std::ranges::find(site_.languages, language) == site_.languages.end()) {
            fault("/language", "server.problem.language");
            return;
        }
        request_.language = language;
        messages_ = &texts_in(texts_, language, site_.languages.front());
    }

    void read_fields(const Json& body) {
        const Json* fields = body.find("fields");
        if (fields == nullptr || !fields->is_object()) {
            fault("/fields", "server.problem.object");
            return;
        }
        auto values = ticket::read_values(site_.form, *fields);
        const auto faults =
            values ? ticket::check_values(site_.form, *values) : std::move(values.error());
        for (const ticket::FieldFault& wrong : faults) {
            fault(base::pointer_to("/fields", wrong.field), ticket::message_key(wrong.code));
        }
        if (faults.empty()) {
            request_.fields = ticket::to_send(site_.form, *values);
        }
    }

    void read_transcript(const Json& body) {
        const Json* json = body.find("transcript");
        if (json == nullptr) {
            return;
        }
        auto transcript = guide::transcript_from_json(*json);
        if (!transcript || !is_known_transcript(site_, *transcript)) {
            fault("/transcript", "server.problem.transcript");
            return;
        }
        request_.transcript = std::move(*transcript);
    }

    void read_context(const Json& body) {
        const Json* context = body.find("context");
        if (context == nullptr) {
            return;
        }
        if (!context->is_object() || context->size() > kMaxContextEntries) {
            fault("/context", "server.problem.context");
            return;
        }
        for (const auto& [name, value] : context->members()) {
            if (!value.is_text() || !is_short(value.text()) || !is_short(name)) {
                fault(base::pointer_to("/context", name), "server.problem.context");
                continue;
            }
            request_.context.emplace(name, value.text());
        }
    }

    void refuse_other_members(const Json& body) {
        static constexpr std::array<std::string_view, 5> kMembers = {"language", "form", "fields",
                                                                     "transcript", "context"};
        for (const auto& [name, value] : body.members()) {
            if (std::ranges::find(kMembers, name) == kMembers.end()) {
                fault(base::pointer_to("", name), "server.problem.member");
            }
        }
    }

    std::expected<TicketRequest, http::Problem> finish() {
        if (errors_.empty()) {
            return std::move(request_);
        }
        return std::unexpected(
            http::Problem{.status = 422,
                          .type = "/problems/validation",
                          .title = messages_->text("server.problem.validation.title"),
                          .detail = messages_->text("server.problem.validation"),
                          .errors = std::move(errors_)});
    }

    const site::Site& site_;
    const Texts& texts_;
    const text::Messages* messages_;
    TicketRequest request_;
    std::vector<http::ProblemError> errors_;
};

http::Problem malformed(const text::Messages& messages, std::string_view key, std::string_view body,
                        std::size_t offset, std::string_view reason) {
    const base::Position at = base::position_at(body, offset);
    return {.status = 400,
            .type = "/problems/malformed",
            .title = messages.text("server.problem.malformed.title"),
            .detail = messages.fill(key, {{"line", std::to_string(at.line)},
                                          {"column", std::to_string(at.column)},
                                          {"reason", reason}})};
}

}  // namespace

std::expected<TicketRequest, http::Problem> read_ticket_request(const site::Site& site,
                                                                const Texts& texts,
                                                                std::string_view language,
                                                                std::string_view body) {
    const text::Messages& messages = texts_in(texts, language, site.languages.front());
    if (const auto offset = text::first_invalid_utf8(body)) {
        return std::unexpected(malformed(messages, "server.problem.utf8", body, *offset, ""));
    }
    const auto json = base::parse_json(body);
    if (!json) {
        const bool is_deep = json.error().message == base::kTooDeep;
        return std::unexpected(malformed(messages,
                                         is_deep ? "server.problem.depth" : "server.problem.json",
                                         body, json.error().offset, ""));
    }
    if (const auto twice = base::find_duplicate_keys(body); !twice.empty()) {
        return std::unexpected(malformed(messages, "server.problem.duplicate", body,
                                         twice.front().offset, twice.front().key));
    }
    return Reading(site, texts, language).read(*json);
}

}  // namespace ventanilla::tickets
