#include "cli/ticket_changes.h"

#include <future>
#include <iterator>
#include <limits>
#include <map>
#include <utility>
#include <vector>

#include "cli/checked_site.h"
#include "cli/printable.h"
#include "cli/share_folder.h"
#include "core/base/json.h"
#include "core/text/fold.h"
#include "core/ticket/tracking_code.h"
#include "server/requests/team_changes.h"

namespace ventanilla::cli {
namespace {

using requests::Read;

std::string text_of(const ChangeOptions& options, const Environment& environment) {
    return options.text == "-" ? std::string(std::istreambuf_iterator<char>(environment.in), {})
                               : options.text;
}

// A site's data, and a change of one of its requests, in words for the terminal.
class Desk {
public:
    Desk(const ChangeOptions& options, const Environment& environment)
        : options_(options), environment_(environment),
          checked_(check_site(site_of(options, environment), read_texts(environment.share))) {
        if (!checked_.site) {
            print_problems(checked_.problems, environment.log);
            return;
        }
        const publish::Texts worded = texts_of(checked_, Speech::kPlain);
        for (const std::string& language : checked_.site->languages) {
            texts_.emplace(language, worded.messages(language, {"app", "field", "server"}));
        }
    }

    template <typename Make>
    int change(Make make) {
        if (!checked_.site) {
            return kFailed;
        }
        const auto code = ticket::normalise_tracking_code(options_.code);
        if (!code) {
            environment_.log << "\"" << printable(options_.code)
                             << "\" is no tracking code; check it for a typing error.\n";
            return kFailed;
        }
        const requests::Speech speech{*checked_.site, texts_, "en"};
        const requests::RequestMail mail(*checked_.site, texts_);
        const auto store = open_to_change(options_, environment_);
        while (true) {
            const auto ticket = store->find(*code);
            if (!ticket) {
                environment_.log << "There is no request with the code " << *code << ".\n";
                return kFailed;
            }
            Read<store::Change> change = make(speech, *ticket, mail);
            if (!change) {
                return complain(change.error());
            }
            change->revision = ticket->revision;
            std::promise<store::Store::Outcome> promise;
            store->change(std::move(*change), [&](store::Store::Outcome outcome) {
                promise.set_value(std::move(outcome));
            });
            const auto outcome = promise.get_future().get();
            if (outcome) {
                environment_.out << *code << ": " << outcome->ticket.status << "\n";
                return kFine;
            }
            if (outcome.error() != store::Fault::kChanged) {
                environment_.log << "The database cannot be written to now.\n";
                return kFailed;
            }
        }
    }

    // A body of the API, so that the same rules hold here.
    template <typename T>
    Read<T> read(Read<T> (*reader)(const requests::Speech&, std::string_view),
                 const base::Json& body) const {
        if (!checked_.site) {
            return T{};
        }
        return reader({*checked_.site, texts_, "en"}, base::write_json(body));
    }

    int complain(const http::Problem& problem) const {
        if (problem.errors.empty()) {
            environment_.log << printable(problem.detail) << "\n";
        }
        for (const http::ProblemError& error : problem.errors) {
            environment_.log << printable(error.pointer.substr(
                                    std::min<std::size_t>(1, error.pointer.size())))
                             << ": " << printable(error.detail) << "\n";
        }
        return kFailed;
    }

private:
    const ChangeOptions& options_;
    const Environment& environment_;
    CheckedSite checked_;
    api::Texts texts_;
};

base::Json message_body(const ChangeOptions& options, const Environment& environment) {
    base::Json body = {{"text", text_of(options, environment)}};
    if (!options.author.empty()) {
        body["author"] = options.author;
    }
    return body;
}

}  // namespace

int reply_to_ticket(const ChangeOptions& options, const std::string& status,
                    const Environment& environment) {
    Desk desk(options, environment);
    base::Json body = message_body(options, environment);
    if (!status.empty()) {
        body["status"] = status;
    }
    const auto message = desk.read(requests::read_team_message, body);
    if (!message) {
        return desk.complain(message.error());
    }
    return desk.change([&](const requests::Speech&, const store::Ticket& ticket,
                           const requests::RequestMail& mail) -> Read<store::Change> {
        return requests::team_message(ticket, *message, server::now(), mail);
    });
}

int note_on_ticket(const ChangeOptions& options, const Environment& environment) {
    Desk desk(options, environment);
    const auto note = desk.read(requests::read_team_message, message_body(options, environment));
    if (!note) {
        return desk.complain(note.error());
    }
    return desk.change([&](const requests::Speech&, const store::Ticket& ticket,
                           const requests::RequestMail&) -> Read<store::Change> {
        return requests::team_note(ticket, *note, server::now());
    });
}

int set_ticket(const ChangeOptions& options, const SetOptions& set,
               const Environment& environment) {
    Desk desk(options, environment);
    base::Json body = base::Json::object();
    const auto give = [&body](const char* name, const std::optional<std::string>& value) {
        if (value) {
            body[name] = *value;
        }
    };
    give("status", set.status);
    give("priority", set.priority);
    give("queue", set.queue);
    give("assignee", set.assignee);
    if (!options.author.empty()) {
        body["author"] = options.author;
    }
    if (set.is_released) {
        body["quarantine"] = base::Json::array();
    }
    if (set.tags) {
        base::Json tags = base::Json::array();
        for (std::size_t start = 0; start < set.tags->size();) {
            const std::size_t end = std::min(set.tags->find(' ', start), set.tags->size());
            if (end > start) {
                tags.push_back(set.tags->substr(start, end - start));
            }
            start = end + 1;
        }
        body["tags"] = std::move(tags);
    }
    const auto settings = desk.read(requests::read_settings, body);
    if (!settings) {
        return desk.complain(settings.error());
    }
    return desk.change([&](const requests::Speech& speech, const store::Ticket& ticket,
                           const requests::RequestMail& mail) {
        return requests::team_settings(speech, ticket, *settings, server::now(), mail);
    });
}

int erase_tickets(const KeptData& kept, const std::string& code, const std::string& email,
                  const Environment& environment) {
    if (code.empty() && email.empty()) {
        environment.log << "Say which: a tracking code, or --email ADDRESS.\n";
        return kWrongUsage;
    }
    const auto store = open_to_change(kept, environment);
    std::vector<std::string> codes;
    if (!code.empty()) {
        codes.push_back(ticket::normalise_tracking_code(code).value_or(code));
    } else {
        constexpr int kAll = std::numeric_limits<int>::max();
        for (const store::Ticket& ticket :
             store->list({.email = text::lower(email), .limit = kAll})) {
            codes.push_back(ticket.tracking_code);
        }
    }
    int count = 0;
    for (const std::string& each : codes) {
        std::promise<std::expected<bool, store::Fault>> promise;
        store->erase(each, server::now(), [&](auto result) { promise.set_value(result); });
        const auto erased = promise.get_future().get();
        if (!erased) {
            environment.log << "The database cannot be written to now.\n";
            return kFailed;
        }
        count += *erased ? 1 : 0;
    }
    environment.out << "Erased: " << count << "\n";
    return count > 0 ? kFine : kFailed;
}

}  // namespace ventanilla::cli
