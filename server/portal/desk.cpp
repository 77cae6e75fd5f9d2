#include "server/portal/desk.h"

#include <algorithm>
#include <set>
#include <utility>

#include "core/site/address.h"
#include "server/http/problem.h"
#include "widget/html/page_frame.h"
#include "widget/html/screen_page.h"

namespace ventanilla::portal {
namespace {

constexpr std::string_view kFieldPrefix = "field.";
constexpr std::string_view kAnswer = "answer";
constexpr std::string_view kPress = "press";
constexpr std::string_view kKey = "key";
constexpr std::string_view kFrom = "from";
constexpr std::string_view kAt = "at";
constexpr std::string_view kQuery = "q";
constexpr std::string_view kSent = "?sent";
constexpr int kTooMany = 429;

std::string path_of(const std::string& address) {
    return address.substr(0, address.find('?'));
}

// As the server makes them; anything else could not have come from our form.
bool is_draft_key(std::string_view key) {
    return key.size() == 32 && key.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

const app::Message* message_of(const app::Screen& screen, std::string_view key) {
    const app::Message* found = nullptr;
    app::for_each_node(screen, [&](const app::Node& node) {
        if (node.key == key && node.message) {
            found = &*node.message;
        }
    });
    return found;
}

template <typename Predicate>
bool has_node(const app::Screen& screen, Predicate is_wanted) {
    bool found = false;
    app::for_each_node(screen, [&](const app::Node& node) { found = found || is_wanted(node); });
    return found;
}

bool has_faults(const app::Screen& screen) {
    return has_node(screen, [](const app::Node& node) { return !node.error.empty(); });
}

// What went wrong with this request is known here alone: the app in a browser would have to ask again.
bool tells_no_trouble(const app::Screen& screen) {
    return !has_faults(screen) && !has_node(screen, [](const app::Node& node) {
        return node.kind == app::NodeKind::kNotice && node.tone == app::Tone::kError;
    });
}

// A receipt is in no address and in no form.
std::string beyond_the_form(const Outcome& outcome) {
    const app::Session& session = outcome.visit.session;
    return session.receipt ? app::write_session(session) : std::string();
}

// Of a page that came by POST and may not be stored, Back shows an error, and what she wrote is lost. A receipt is made
// again from the same request, and is promised to be gone with the tab.
std::string cache_control(const app::Session& session) {
    return session.receipt ? "no-store" : "private, no-cache";
}

// The guide that led to the form, unless she struck it out. In between she may have read what happens with what she
// writes.
const app::Route* guide_behind(const app::Session& session) {
    if (session.route.page != app::Page::kContact || !session.draft.transcript) {
        return nullptr;
    }
    const auto guide =
        std::find_if(session.behind.rbegin(), session.behind.rend(),
                     [](const app::Route& route) { return route.page == app::Page::kGuide; });
    return guide == session.behind.rend() ? nullptr : &*guide;
}

std::string from_query(const std::string& guide) {
    return "?" + std::string(kFrom) + "=" + site::percent_encode(guide);
}

// What is the same for everybody.
bool is_indexed(const app::Route& route) {
    return route.page == app::Page::kPlace || route.page == app::Page::kCategory;
}

int status_of(const app::Screen& screen) {
    if (screen.id == app::ScreenId::kError) {
        return 404;
    }
    if (screen.id == app::ScreenId::kOffline || screen.id == app::ScreenId::kUnavailable) {
        return 503;
    }
    return has_faults(screen) ? 422 : 200;
}

// A choice that decides which other fields are asked for.
std::set<std::string> deciding_choices(const ticket::Form& form) {
    std::set<std::string> keys;
    for (const ticket::Field& field : form.fields) {
        if (field.condition) {
            for (const std::string& name : field.condition->variables()) {
                keys.insert(std::string(kFieldPrefix) + name);
            }
        }
    }
    return keys;
}

}  // namespace

Desk::Desk(html::Portal portal, const http::StaticFiles& files, http::Handler tickets,
           const PortalApp::Random& random)
    : portal_(std::move(portal)), tickets_(std::move(tickets)),
      app_(portal_.language, portal_.catalog, files, random) {}

void Desk::answer(const http::Request& request, const http::Respond& respond) {
    const bool posted = request.method == "POST";
    const auto form = api::FormData::read(posted ? request.body : request.query);
    if (!form) {
        respond(http::problem_response({.status = 400, .detail = form.error()}));
        return;
    }
    Visit visit;
    if (is_draft_key(form->get(kKey))) {
        visit.session.draft.key = form->get(kKey);
    }
    std::vector<app::Message> messages = open(request.path, *form);
    std::ranges::move(filled_in(*form), std::back_inserter(messages));
    if (const std::string_view at = form->get(kAt); posted && !at.empty()) {
        messages.emplace_back(app::AddressChanged{std::string(at)});
    }
    Outcome outcome = app_.run(std::move(visit), std::move(messages));
    const app::Message* pressed = message_of(outcome.screen, form->get(kPress));
    if (pressed != nullptr && (posted || outcome.screen.id != app::ScreenId::kForm)) {
        const app::Message message = *pressed;
        outcome = app_.run(std::move(outcome.visit), {message});
    }
    if (outcome.sending) {
        send(std::move(outcome), request, respond);
    } else if (posted && outcome.visit.session.route.page == app::Page::kPlace) {
        respond(page(outcome, &*form));
    } else if (path_of(outcome.address) != request.path && status_of(outcome.screen) == 200) {
        const std::string from = origin_of(outcome);
        respond(http::see_other(outcome.address + (from.empty() ? "" : from_query(from))));
    } else {
        respond(page(outcome));
    }
}

std::vector<app::Message> Desk::open(const std::string& path, const api::FormData& form) const {
    const std::string_view from = form.get(kFrom);
    if (path == portal_.contact && !from.empty()) {
        return {app::AddressChanged{std::string(from)}, app::Press{app::Command::kGuideContact}};
    }
    if (path == portal_.search) {
        app::Route route{.page = app::Page::kSearch, .id = std::string(form.get(kQuery))};
        for (std::size_t facet = 0; facet < app::kFacets.size(); ++facet) {
            route.filters[facet] = form.get(app::kFacets[facet]);
        }
        return {app::AddressChanged{app::address_of(catalog(), route)},
                app::Press{app::Command::kShowResults}};
    }
    return {app::AddressChanged{path}};
}

std::vector<app::Message> Desk::filled_in(const api::FormData& form) const {
    std::vector<app::Message> messages;
    for (const auto& [name, value] : form.pairs()) {
        if (name == kAnswer) {
            messages.emplace_back(app::Chose{name, value});
        } else if (name.starts_with(kFieldPrefix)) {
            messages.emplace_back(app::Typed{name, value, 1});
        }
    }
    return messages;
}

void Desk::send(Outcome outcome, const http::Request& form, const http::Respond& respond) {
    const Sending sending = *std::exchange(outcome.sending, {});
    http::Request request{.method = "POST",
                          .path = sending.post.path,
                          .query = {},
                          .headers = {{"Content-Type", "application/json"},
                                      {"Idempotency-Key", sending.post.key},
                                      {"Accept-Language", portal_.language}},
                          .body = sending.post.body,
                          .peer = form.peer};
    // Who sends it is who sends the form.
    for (const auto& [name, value] : form.headers.entries()) {
        if (http::equal_ignoring_case(name, "X-Forwarded-For") ||
            http::equal_ignoring_case(name, "Forwarded")) {
            request.headers.add(name, value);
        }
    }
    auto visit = std::make_shared<Visit>(std::move(outcome.visit));
    tickets_(request,
             [this, visit, respond, effect = sending.effect](const http::Response& answer) {
                 const app::Answered answered{effect, answer.status,
                                              answer.body ? *answer.body : std::string()};
                 http::Response response = page(app_.run(std::move(*visit), {answered}));
                 if (answer.status >= 500 || answer.status == kTooMany) {
                     response.status = answer.status;
                 }
                 if (const auto wait = answer.headers.get("Retry-After"); !wait.empty()) {
                     response.headers.add("Retry-After", wait);
                 }
                 respond(std::move(response));
             });
}

http::Response Desk::page(const Outcome& outcome, const api::FormData* left) const {
    const html::ScreenForms forms = this->forms(outcome, left);
    std::string page = html::screen_page(
        portal_, translations_of(outcome),
        {.drawn = {.screen = outcome.screen,
                   .forms = forms,
                   .announced = outcome.announced,
                   .can_be_taken_over = left == nullptr && tells_no_trouble(outcome.screen),
                   .session = beyond_the_form(outcome)},
         .address = path_of(outcome.address),
         .is_indexed = is_indexed(outcome.visit.session.route)});
    return {.status = status_of(outcome.screen),
            .headers = {{"Content-Type", "text/html; charset=utf-8"},
                        {"Cache-Control", cache_control(outcome.visit.session)},
                        {"Content-Security-Policy", portal_.header_policy},
                        {"Cross-Origin-Resource-Policy", "same-origin"},
                        {"Referrer-Policy", "strict-origin-when-cross-origin"}},
            .body = http::make_body(std::move(page))};
}

html::ScreenForms Desk::forms(const Outcome& outcome, const api::FormData* left) const {
    html::ScreenForms forms{.action = path_of(outcome.address),
                            .language = portal_.language,
                            .title = outcome.screen.title,
                            .above = html::site_line(portal_),
                            .search = portal_.search,
                            .home = portal_.home,
                            .contact = portal_.contact,
                            .messages = portal_.messages};
    const app::Session& session = outcome.visit.session;
    if (session.route.page == app::Page::kContact) {
        forms.posts = true;
        // Not the form's own address: browsers forget what they hold of one that is posted to (RFC 9111, 4.4), and
        // Back would lead to a form with another key.
        forms.action += kSent;
        forms.kept.emplace_back(kKey, session.draft.key);
        if (std::string from = origin_of(outcome); !from.empty()) {
            forms.kept.emplace_back(kFrom, std::move(from));
        }
        forms.reveals = deciding_choices(catalog().form);
    } else if (left != nullptr) {
        forms.posts = true;
        forms.action = portal_.contact;
        forms.kept = left->pairs();
        std::erase_if(forms.kept,
                      [](const auto& pair) { return pair.first == kPress || pair.first == kAt; });
        forms.kept.emplace_back(kAt, path_of(outcome.address));
    } else if (session.route.page == app::Page::kSearch) {
        forms.kept.emplace_back(kQuery, session.route.id);
        for (std::size_t facet = 0; facet < app::kFacets.size(); ++facet) {
            if (!session.route.filters[facet].empty()) {
                forms.kept.emplace_back(app::kFacets[facet], session.route.filters[facet]);
            }
        }
    }
    return forms;
}

html::Translations Desk::translations_of(const Outcome& outcome) const {
    html::Translations translations = translate_(outcome.visit.session.route);
    if (const app::Route* guide = guide_behind(outcome.visit.session)) {
        const html::Translations guides = translate_(*guide);
        for (std::size_t i = 0; i < translations.size(); ++i) {
            translations[i].address += from_query(guides[i].address);
        }
    }
    return translations;
}

std::string Desk::origin_of(const Outcome& outcome) const {
    const app::Route* guide = guide_behind(outcome.visit.session);
    return guide == nullptr ? std::string() : app::address_of(catalog(), *guide);
}

}  // namespace ventanilla::portal
