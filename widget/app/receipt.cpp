#include "widget/app/receipt.h"

#include "core/base/json.h"
#include "core/ticket/context.h"
#include "widget/app/model.h"

namespace ventanilla::app {

using base::Json;

Receipt what_was_sent(std::string_view body) {
    const auto parsed = base::parse_json(body);
    const Json& json = parsed ? *parsed : base::object_at({}, "");
    Receipt receipt;
    receipt.sent = values_at(json, "fields");
    receipt.values = values_at(json, "context");
    const auto take = [&receipt](std::string_view name) {
        return receipt.values.extract(std::string(name));
    };
    if (auto page = take(ticket::kPage)) {
        receipt.page = std::move(page.mapped());
    }
    for (const std::string_view name : {ticket::kSearches, ticket::kArticles}) {
        receipt.trail.insert(take(name));
    }
    for (const Json& file : base::array_at(json, "attachments")) {
        receipt.files.emplace_back(base::string_at(file, "name"));
    }
    if (const Json* transcript = json.find("transcript")) {
        if (auto lines = guide::transcript_from_json(*transcript)) {
            receipt.transcript = std::move(*lines);
        }
    }
    return receipt;
}

std::string write_receipt(const Json& answer, std::string_view body) {
    const Json json = {{"code", base::string_at(answer, "tracking_code")},
                       {"received", base::string_at(answer, "received_at")},
                       {"due", base::string_at(answer, "due_at")},
                       {"token", base::string_at(answer, "receipt_token")},
                       {"body", body}};
    return base::write_json(json);
}

std::optional<Receipt> read_receipt(std::string_view text) {
    const auto json = base::parse_json(text);
    if (!json) {
        return std::nullopt;
    }
    Receipt receipt = what_was_sent(base::string_at(*json, "body"));
    receipt.code = base::string_at(*json, "code");
    receipt.received = base::string_at(*json, "received");
    receipt.due = base::string_at(*json, "due");
    receipt.token = base::string_at(*json, "token");
    return receipt;
}

}  // namespace ventanilla::app
