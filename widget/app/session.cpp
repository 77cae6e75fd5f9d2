#include "widget/app/model.h"

#include "core/base/json.h"

namespace ventanilla::app {
namespace {

using base::Json;

constexpr int kVersion = 1;

Json to_json(const EditedText& text) {
    return Json::array({text.value, text.revision});
}

EditedText text_from_json(const Json& json) {
    if (json.size() != 2 || !json[0].is_text() || !json[1].is_integer()) {
        return {};
    }
    return {json[0].text(), static_cast<std::uint32_t>(json[1].natural())};
}

Json to_json(const Draft& draft) {
    Json fields = Json::object();
    for (const auto& [id, text] : draft.fields) {
        fields[id] = to_json(text);
    }
    Json json = {{"fields", std::move(fields)}, {"key", draft.key},     {"body", draft.body},
                 {"page", draft.with_page},     {"begun", draft.begun}, {"checked", draft.checked}};
    if (!draft.with_values) {
        json["values"] = false;
    }
    if (!draft.with_trail) {
        json["trail"] = false;
    }
    if (!draft.files.empty()) {
        json["files"] = draft.files;
    }
    if (draft.transcript) {
        json["transcript"] = guide::to_json(*draft.transcript);
    }
    return json;
}

std::optional<guide::Transcript> transcript_in(const Json& json) {
    const Json* lines = json.find("transcript");
    auto transcript = guide::transcript_from_json(lines != nullptr ? *lines : Json());
    return transcript ? std::optional(std::move(*transcript)) : std::nullopt;
}

Json texts_to_json(const std::vector<std::string>& texts) {
    Json json = Json::array();
    for (const std::string& text : texts) {
        json.push_back(text);
    }
    return json;
}

std::vector<std::string> texts_at(const Json& json, std::string_view key) {
    std::vector<std::string> texts;
    for (const Json& text : base::array_at(json, key)) {
        if (text.is_text()) {
            texts.push_back(text.text());
        }
    }
    return texts;
}

// A sending that was under way has an outcome that nobody knows.
Draft draft_from_json(const Json& json) {
    Draft draft;
    for (const auto& [id, text] : base::object_at(json, "fields").members()) {
        draft.fields[id] = text_from_json(text);
    }
    draft.key = base::string_at(json, "key");
    draft.body = base::string_at(json, "body");
    draft.with_page = base::boolean_at(json, "page", true);
    draft.with_values = base::boolean_at(json, "values", true);
    draft.with_trail = base::boolean_at(json, "trail", true);
    draft.begun = base::boolean_at(json, "begun");
    draft.checked = base::boolean_at(json, "checked");
    draft.files = base::string_at(json, "files");
    draft.transcript = transcript_in(json);
    if (!draft.body.empty()) {
        draft.state = SendState::kWaiting;
        draft.uncertain = true;
    }
    return draft;
}

}  // namespace

ticket::Values values_at(const Json& json, std::string_view key) {
    ticket::Values values;
    for (const auto& [id, value] : base::object_at(json, key).members()) {
        if (value.is_text()) {
            values[id] = value.text();
        }
    }
    return values;
}

std::string write_session(const Session& session) {
    Json behind = Json::array();
    for (const Route& route : session.behind) {
        behind.push_back(to_json(route));
    }
    Json json = {{"version", kVersion},
                 {"route", to_json(session.route)},
                 {"behind", std::move(behind)},
                 {"query", to_json(session.query)},
                 {"chosen", session.chosen},
                 {"draft", to_json(session.draft)},
                 {"votes", ticket::to_json(session.votes)}};
    for (const auto& [name, texts] : {std::pair("searches", &session.trail.searches),
                                      std::pair("articles", &session.trail.articles)}) {
        if (!texts->empty()) {
            json[name] = texts_to_json(*texts);
        }
    }
    if (!session.receipt.empty()) {
        json["receipt"] = session.receipt;
    }
    if (!session.requests.empty()) {
        json["requests"] = session.requests;
    }
    return base::write_json(json);
}

std::optional<Session> read_session(std::string_view text) {
    const auto json = base::parse_json(text);
    if (!json || base::integer_at(*json, "version") != kVersion) {
        return std::nullopt;
    }
    Session session;
    session.route = route_from_json(base::object_at(*json, "route"));
    for (const Json& route : base::array_at(*json, "behind")) {
        session.behind.push_back(route_from_json(route));
    }
    if (const Json* query = json->find("query")) {
        session.trail = {texts_at(*json, "searches"), texts_at(*json, "articles")};
        session.query = text_from_json(*query);
    }
    session.chosen = base::string_at(*json, "chosen");
    session.draft = draft_from_json(base::object_at(*json, "draft"));
    session.receipt = base::string_at(*json, "receipt");
    session.requests = base::string_at(*json, "requests");
    session.votes = values_at(*json, "votes");
    return session;
}

std::string write_waiting(const Draft& draft) {
    Json json = to_json(draft);
    json["version"] = kVersion;
    return base::write_json(json);
}

std::optional<Draft> read_waiting(std::string_view text) {
    const auto json = base::parse_json(text);
    if (!json || base::integer_at(*json, "version") != kVersion) {
        return std::nullopt;
    }
    Draft draft = draft_from_json(*json);
    return draft.key.empty() || draft.body.empty() ? std::nullopt : std::optional(std::move(draft));
}

}  // namespace ventanilla::app
