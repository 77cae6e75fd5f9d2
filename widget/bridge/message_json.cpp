#include "widget/bridge/message_json.h"

#include <array>
#include <string>

#include "core/base/json.h"

namespace ventanilla::bridge {
namespace {

using base::Json;

struct CommandName {
    app::Command command;
    std::string_view name;
};
constexpr std::array kCommands = {
    CommandName{app::Command::kBack, "back"},
    CommandName{app::Command::kClose, "close"},
    CommandName{app::Command::kShowResults, "show-results"},
    CommandName{app::Command::kGuideContinue, "guide-continue"},
    CommandName{app::Command::kGuideBack, "guide-back"},
    CommandName{app::Command::kGuideRestart, "guide-restart"},
    CommandName{app::Command::kGuideContact, "guide-contact"},
    CommandName{app::Command::kStrikePage, "strike-page"},
    CommandName{app::Command::kStrikeValues, "strike-values"},
    CommandName{app::Command::kStrikeTrail, "strike-trail"},
    CommandName{app::Command::kStrikeTranscript, "strike-transcript"},
    CommandName{app::Command::kSend, "send"},
    CommandName{app::Command::kWriteAnother, "write-another"},
    CommandName{app::Command::kCopyCode, "copy-code"},
    CommandName{app::Command::kShare, "share"},
    CommandName{app::Command::kPrint, "print"},
    CommandName{app::Command::kReload, "reload"},
};

std::string_view name_of(app::Command command) {
    for (const CommandName& each : kCommands) {
        if (each.command == command) {
            return each.name;
        }
    }
    return {};
}

std::string text_at(const Json& json, std::string_view key) {
    return std::string(base::string_at(json, key));
}

std::uint32_t number_at(const Json& json, std::string_view key) {
    const auto number = base::integer_at(json, key);
    return number < 0 || number > UINT32_MAX ? 0 : static_cast<std::uint32_t>(number);
}

std::optional<app::Message> press_from_json(const Json& json) {
    for (const CommandName& each : kCommands) {
        if (each.name == base::string_at(json, "command")) {
            return app::Press{each.command};
        }
    }
    return std::nullopt;
}

app::Start start_from_json(const Json& json) {
    return {.language = text_at(json, "language"),
            .catalog = text_at(json, "catalog"),
            .path = text_at(json, "path"),
            .page = text_at(json, "page"),
            .saved = text_at(json, "saved"),
            .online = base::boolean_at(json, "online", true),
            .in_browser = base::boolean_at(json, "browser"),
            .has_annex = base::boolean_at(json, "annex"),
            .keeps = base::boolean_at(json, "keeps"),
            .attaches = base::boolean_at(json, "files")};
}

std::map<std::string, std::string> texts_at(const Json& json, std::string_view key) {
    std::map<std::string, std::string> texts;
    for (const auto& [name, value] : base::object_at(json, key).members()) {
        texts[name] = value.text();
    }
    return texts;
}

std::vector<std::string> list_at(const Json& json, std::string_view key) {
    std::vector<std::string> list;
    for (const Json& text : base::array_at(json, key)) {
        list.push_back(text.text());
    }
    return list;
}

app::HostContext host_context_from_json(const Json& json) {
    return {.page = text_at(json, "page"),
            .suggested = list_at(json, "suggested"),
            .values = texts_at(json, "values")};
}

struct Writer {
    Json operator()(const app::Navigate& m) const { return {{"m", "navigate"}, {"path", m.path}}; }
    Json operator()(const app::Typed& m) const {
        return {{"m", "typed"}, {"key", m.key}, {"value", m.value}, {"revision", m.revision}};
    }
    Json operator()(const app::Chose& m) const {
        return {{"m", "chose"}, {"key", m.key}, {"value", m.value}};
    }
    Json operator()(const app::AnswerGuide& m) const {
        return {{"m", "answer-guide"}, {"choice", m.choice}};
    }
    Json operator()(const app::Press& m) const {
        return {{"m", "press"}, {"command", name_of(m.command)}};
    }
    // What is around the view says the others.
    template <typename Other>
    Json operator()(const Other&) const {
        return {};
    }
};

}  // namespace

Json to_json(const app::Message& message) {
    return std::visit(Writer{}, message);
}

std::optional<app::Message> message_from_json(const Json& json) {
    const std::string_view kind = base::string_at(json, "m");
    if (kind == "navigate") {
        return app::Navigate{text_at(json, "path")};
    }
    if (kind == "typed") {
        return app::Typed{text_at(json, "key"), text_at(json, "value"),
                          number_at(json, "revision")};
    }
    if (kind == "chose") {
        return app::Chose{text_at(json, "key"), text_at(json, "value")};
    }
    if (kind == "answer-guide") {
        return app::AnswerGuide{text_at(json, "choice")};
    }
    if (kind == "press") {
        return press_from_json(json);
    }
    if (kind == "search") {
        return app::SearchFor{text_at(json, "query")};
    }
    if (kind == "open-article") {
        return app::OpenArticle{text_at(json, "id")};
    }
    if (kind == "start-guide") {
        return app::StartGuide{text_at(json, "id")};
    }
    if (kind == "new-ticket") {
        return app::NewTicket{texts_at(json, "fields")};
    }
    if (kind == "host-context") {
        return host_context_from_json(json);
    }
    if (kind == "start") {
        return start_from_json(json);
    }
    if (kind == "kept") {
        return app::Kept{list_at(json, "texts")};
    }
    if (kind == "connection-changed") {
        return app::ConnectionChanged{base::boolean_at(json, "online", true)};
    }
    if (kind == "shown") {
        return app::Shown{base::boolean_at(json, "touch")};
    }
    if (kind == "address-changed") {
        return app::AddressChanged{text_at(json, "path")};
    }
    if (kind == "clock") {
        return app::Clock{base::integer_at(json, "now"), base::integer_at(json, "utc")};
    }
    return std::nullopt;
}

}  // namespace ventanilla::bridge
