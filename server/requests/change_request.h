// server/requests/change_request.h
//
// The bodies by which customers and the team change a request: read, checked, and what is wrong with them in
// words. docs/api.md describes the formats.
#pragma once

#include <expected>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/site/site.h"
#include "core/ticket/thread.h"
#include "server/api/texts.h"
#include "server/http/message.h"
#include "server/http/problem.h"
#include "server/store/file.h"

namespace ventanilla::requests {

// For what is wrong: texts in the language of the caller.
struct Speech {
    const site::Site& site;
    const api::Texts& texts;
    std::string language;

    [[nodiscard]] const text::Messages& messages() const {
        return api::texts_in(texts, language, site.languages.front());
    }
};

// In the language that the caller asks for.
Speech speech_of(const http::Request& request, const site::Site& site, const api::Texts& texts);

template <typename T>
using Read = std::expected<T, http::Problem>;

// {"text": "...", "attachments": [...]}: of a customer; the second may be left out.
struct Message {
    std::string text;
    std::vector<store::Attaching> files;
};
Read<Message> read_message(const Speech& speech, std::string_view body);

// {"text": "...", "author": "Ana", "status": "solved", "attachments": [...]}: of the team; only the first is needed.
struct TeamMessage {
    std::string text;
    std::vector<store::Attaching> files;
    std::string author;
    std::optional<ticket::Status> status;
};
Read<TeamMessage> read_team_message(const Speech& speech, std::string_view body);

// {"status": "closed"}
Read<ticket::Status> read_status(const Speech& speech, std::string_view body);

// {"answer": "good", "comment": "..."}; the comment may be left out.
struct Rating {
    std::string answer;
    std::string comment;
};
Read<Rating> read_rating(const Speech& speech, std::string_view body);

// {"code": "123456"}, with or without spaces: six digits.
Read<std::string> read_code(const Speech& speech, std::string_view body);

// What is to be set; members that are left out stay as they are.
struct Settings {
    std::optional<ticket::Status> status;
    std::optional<ticket::Priority> priority;
    std::optional<std::string> queue;
    std::optional<std::string> assignee;  // empty: nobody
    std::optional<std::string> tags;      // as store::Ticket has them
    bool is_released = false;             // out of quarantine
    std::string author;
};
Read<Settings> read_settings(const Speech& speech, std::string_view body);

}  // namespace ventanilla::requests
