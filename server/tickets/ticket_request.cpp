#include "server/tickets/ticket_request.h"

#include <utility>

#include "core/base/json.h"
#include "core/base/json_scan.h"
#include "core/ticket/context.h"
#include "server/api/json_body.h"
#include "server/files/attachments.h"
#include "server/tickets/known_transcript.h"

namespace ventanilla::tickets {
namespace {

using base::Json;

// Reads the members one after the other and collects what is wrong.
class Reading {
public:
    Reading(const site::Site& site, const api::Texts& texts, std::string_view language)
        : site_(site), reader_(site, texts, language) {}

    std::expected<TicketRequest, http::Problem> read(const Json& body) {
        if (!body.is_object()) {
            reader_.fault("", "server.problem.object");
            return finish();
        }
        request_.language = reader_.language(body);
        if (base::string_at(body, "form") != site_.form.id) {
            reader_.fault("/form", "server.problem.form");
        }
        read_fields(body);
        read_transcript(body);
        read_context(body);
        request_.files = files::read_attachments(reader_, body);
        reader_.refuse_others(
            body, {"language", "form", "fields", "transcript", "context", "attachments"});
        return finish();
    }

private:
    void read_fields(const Json& body) {
        const Json* fields = body.find("fields");
        if (fields == nullptr || !fields->is_object()) {
            reader_.fault("/fields", "server.problem.object");
            return;
        }
        auto values = ticket::read_values(site_.form, *fields);
        const auto faults =
            values ? ticket::check_values(site_.form, *values) : std::move(values.error());
        for (const ticket::FieldFault& wrong : faults) {
            reader_.fault(base::pointer_to("/fields", wrong.field),
                          ticket::message_key(wrong.code));
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
            reader_.fault("/transcript", "server.problem.transcript");
            return;
        }
        request_.transcript = std::move(*transcript);
    }

    void read_context(const Json& body) {
        const Json* context = body.find("context");
        if (context == nullptr) {
            return;
        }
        if (!context->is_object() || context->size() > ticket::kMaxContextEntries) {
            reader_.fault("/context", "server.problem.context");
            return;
        }
        for (const auto& [name, value] : context->members()) {
            if (!value.is_text() || !ticket::is_context_text(value.text()) ||
                !ticket::is_context_text(name)) {
                reader_.fault(base::pointer_to("/context", name), "server.problem.context");
                continue;
            }
            request_.context.emplace(name, value.text());
        }
    }

    std::expected<TicketRequest, http::Problem> finish() {
        if (auto problem = reader_.problem()) {
            return std::unexpected(std::move(*problem));
        }
        return std::move(request_);
    }

    const site::Site& site_;
    api::BodyReader reader_;
    TicketRequest request_;
};

}  // namespace

std::expected<TicketRequest, http::Problem> read_ticket_request(const site::Site& site,
                                                                const api::Texts& texts,
                                                                std::string_view language,
                                                                std::string_view body) {
    const auto json =
        api::read_json_body(api::texts_in(texts, language, site.languages.front()), body);
    if (!json) {
        return std::unexpected(json.error());
    }
    return Reading(site, texts, language).read(*json);
}

}  // namespace ventanilla::tickets
