#include "server/requests/change_request.h"

#include <algorithm>
#include <set>
#include <utility>

#include "core/base/json.h"
#include "core/base/json_scan.h"
#include "core/text/utf8.h"
#include "server/api/json_body.h"
#include "server/files/attachments.h"
#include "server/http/content_negotiation.h"

namespace ventanilla::requests {
namespace {

using base::Json;

bool is_control(char c) {
    return (static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\t') || c == 0x7f;
}

// A body with these members at most, and what is wrong with it.
class Body {
public:
    Body(const Speech& speech, std::string_view bytes,
         std::initializer_list<std::string_view> known)
        : reader_(speech.site, speech.texts, speech.language) {
        auto json = api::read_json_body(speech.messages(), bytes);
        if (!json) {
            malformed_ = json.error();
            return;
        }
        json_ = std::move(*json);
        if (!json_.is_object()) {
            fault("", "server.problem.object");
        } else {
            reader_.refuse_others(json_, known);
        }
    }

    // The member, if it is there; a fault if it is no text.
    const std::string* text(std::string_view name) {
        const Json* value = json_.is_object() ? json_.find(name) : nullptr;
        if (value == nullptr) {
            return nullptr;
        }
        if (!value->is_text()) {
            fault(pointer(name), "field.text");
            return nullptr;
        }
        return &value->text();
    }

    // What a person has written: not empty, not too long, spaces at both ends cut.
    std::string writing(std::string_view name, bool is_needed = true) {
        const std::string* written = text(name);
        const std::string cut = written == nullptr ? std::string() : trimmed(*written);
        const bool is_fine = text::count_characters(cut) <= ticket::kMaxMessageLength &&
                             std::ranges::none_of(cut, is_control) && (!cut.empty() || !is_needed);
        if (!is_fine) {
            fault(pointer(name), "server.problem.text");
        }
        return cut;
    }

    std::string name(std::string_view member) {
        const std::string* named = text(member);
        if (named != nullptr && !named->empty() && !ticket::is_name(*named)) {
            fault(pointer(member), "server.problem.name");
        }
        return named == nullptr ? std::string() : *named;
    }

    std::optional<ticket::Status> status() {
        const std::string* named = text("status");
        const auto status = named == nullptr ? std::nullopt : ticket::status(*named);
        if (named != nullptr && !status) {
            fault("/status", "server.problem.status");
        }
        return status;
    }

    std::vector<store::Attaching> files() { return files::read_attachments(reader_, json_); }

    const Json* find(std::string_view name) const {
        return json_.is_object() ? json_.find(name) : nullptr;
    }

    void fault(std::string pointer, std::string_view code) {
        reader_.fault(std::move(pointer), code);
    }

    template <typename T>
    Read<T> finish(T result) {
        if (malformed_) {
            return std::unexpected(std::move(*malformed_));
        }
        if (auto problem = reader_.problem()) {
            return std::unexpected(std::move(*problem));
        }
        return result;
    }

private:
    static std::string pointer(std::string_view name) { return base::pointer_to("", name); }
    static std::string trimmed(const std::string& text) {
        const auto first = text.find_first_not_of(" \n\t");
        return first == std::string::npos
                   ? std::string()
                   : text.substr(first, text.find_last_not_of(" \n\t") - first + 1);
    }

    api::BodyReader reader_;
    Json json_;
    std::optional<http::Problem> malformed_;
};

std::optional<std::string> read_tags(Body& body) {
    const Json* list = body.find("tags");
    if (list == nullptr) {
        return std::nullopt;
    }
    std::set<std::string> tags;
    bool is_fine = list->is_array() && list->size() <= ticket::kMaxTags;
    if (is_fine) {
        for (const Json& tag : list->elements()) {
            is_fine = is_fine && tag.is_text() && ticket::is_tag(tag.text());
            if (is_fine) {
                tags.insert(tag.text());
            }
        }
    }
    if (!is_fine) {
        body.fault("/tags", "server.problem.tags");
    }
    std::string text;
    for (const std::string& tag : tags) {
        text += (text.empty() ? "" : " ") + tag;
    }
    return text;
}

}  // namespace

Speech speech_of(const http::Request& request, const site::Site& site, const api::Texts& texts) {
    return {site, texts,
            http::choose_language(request.headers.get("Accept-Language"), site.languages)};
}

Read<Message> read_message(const Speech& speech, std::string_view body) {
    Body read(speech, body, {"text", "attachments"});
    Message message;
    message.text = read.writing("text");
    message.files = read.files();
    return read.finish(std::move(message));
}

Read<TeamMessage> read_team_message(const Speech& speech, std::string_view body) {
    Body read(speech, body, {"text", "author", "status", "attachments"});
    TeamMessage message;
    message.text = read.writing("text");
    message.files = read.files();
    message.author = read.name("author");
    message.status = read.status();
    return read.finish(std::move(message));
}

Read<ticket::Status> read_status(const Speech& speech, std::string_view body) {
    Body read(speech, body, {"status"});
    const auto status = read.status();
    if (read.find("status") == nullptr) {
        read.fault("/status", "server.problem.status");
    }
    return read.finish(status.value_or(ticket::Status::kNew));
}

Read<Rating> read_rating(const Speech& speech, std::string_view body) {
    Body read(speech, body, {"answer", "comment"});
    Rating rating;
    const std::string* answer = read.text("answer");
    if (answer == nullptr || (*answer != "good" && *answer != "bad")) {
        read.fault("/answer", "server.problem.answer");
    } else {
        rating.answer = *answer;
    }
    rating.comment = read.writing("comment", false);
    return read.finish(std::move(rating));
}

Read<std::string> read_code(const Speech& speech, std::string_view body) {
    constexpr std::size_t kDigits = 6;
    Body read(speech, body, {"code"});
    const std::string* typed = read.text("code");
    std::string code = typed == nullptr ? std::string() : *typed;
    std::erase(code, ' ');
    if (code.size() != kDigits ||
        !std::ranges::all_of(code, [](char c) { return c >= '0' && c <= '9'; })) {
        read.fault("/code", "server.problem.code");
    }
    return read.finish(std::move(code));
}

Read<Settings> read_settings(const Speech& speech, std::string_view body) {
    Body read(speech, body,
              {"status", "priority", "queue", "assignee", "tags", "quarantine", "author"});
    Settings settings;
    settings.status = read.status();
    if (const std::string* named = read.text("priority")) {
        settings.priority = ticket::priority(*named);
        if (!settings.priority) {
            read.fault("/priority", "server.problem.priority");
        }
    }
    if (read.find("queue") != nullptr) {
        settings.queue = read.name("queue");
    }
    if (read.find("assignee") != nullptr) {
        settings.assignee = read.name("assignee");
    }
    settings.tags = read_tags(read);
    if (const Json* reasons = read.find("quarantine")) {
        settings.is_released = reasons->is_array() && reasons->empty();
        if (!settings.is_released) {
            read.fault("/quarantine", "server.problem.quarantine");
        }
    }
    settings.author = read.name("author");
    return read.finish(std::move(settings));
}

}  // namespace ventanilla::requests
