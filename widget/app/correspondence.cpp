#include "widget/app/correspondence.h"

#include "core/base/json.h"

namespace ventanilla::app {
namespace {

using base::Json;

Json edited_to_json(const EditedText& text) {
    return Json::array({text.value, text.revision});
}

EditedText edited_at(const Json& json, std::string_view key) {
    const auto pair = base::array_at(json, key);
    if (pair.size() != 2 || !pair[0].is_text() || !pair[1].is_integer()) {
        return {};
    }
    return {pair[0].text(), static_cast<std::uint32_t>(pair[1].natural())};
}

Json exchange_to_json(const Exchange& exchange) {
    Json json = {{"token", exchange.token},
                 {"asked", exchange.asked},
                 {"digits", edited_to_json(exchange.digits)},
                 {"reply", edited_to_json(exchange.reply)},
                 {"files", exchange.files},
                 {"comment", edited_to_json(exchange.comment)},
                 {"key", exchange.key},
                 {"body", exchange.body},
                 {"attempts", exchange.attempts},
                 {"trouble", exchange.trouble},
                 {"told", exchange.told},
                 {"pause", exchange.pause}};
    if (exchange.load) {
        json["load"] = static_cast<int>(*exchange.load);
    }
    return json;
}

Exchange exchange_from_json(const Json& json) {
    const auto text = [&json](std::string_view key) {
        return std::string(base::string_at(json, key));
    };
    Exchange exchange{.token = text("token"),
                      .asked = base::boolean_at(json, "asked"),
                      .digits = edited_at(json, "digits"),
                      .reply = edited_at(json, "reply"),
                      .files = text("files"),
                      .comment = edited_at(json, "comment"),
                      .key = text("key"),
                      .body = text("body"),
                      .attempts = static_cast<int>(base::integer_at(json, "attempts")),
                      .trouble = text("trouble"),
                      .told = text("told"),
                      .load = {},
                      .pause = static_cast<int>(base::integer_at(json, "pause"))};
    constexpr auto kLast = static_cast<int>(LoadState::kFailed);
    if (const auto load = base::integer_at(json, "load", -1); load >= 0 && load <= kLast) {
        exchange.load = static_cast<LoadState>(load);
    }
    return exchange;
}

}  // namespace

Correspondence read_correspondence(std::string_view text) {
    const auto json = base::parse_json(text);
    if (!json) {
        return {};
    }
    Correspondence correspondence{.code = edited_at(*json, "code"),
                                  .code_missed = base::boolean_at(*json, "missed"),
                                  .requests = {}};
    for (const auto& [code, exchange] : base::object_at(*json, "requests").members()) {
        correspondence.requests[code] = exchange_from_json(exchange);
    }
    return correspondence;
}

std::string write_correspondence(const Correspondence& correspondence) {
    if (correspondence.code.revision == 0 && !correspondence.code_missed &&
        correspondence.requests.empty()) {
        return {};
    }
    Json requests = Json::object();
    for (const auto& [code, exchange] : correspondence.requests) {
        requests[code] = exchange_to_json(exchange);
    }
    const Json json = {{"code", edited_to_json(correspondence.code)},
                       {"missed", correspondence.code_missed},
                       {"requests", std::move(requests)}};
    return base::write_json(json);
}

}  // namespace ventanilla::app
