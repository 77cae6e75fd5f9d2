#include "server/portal/desk.h"

#include <algorithm>
#include <set>
#include <utility>

#include "core/base/json.h"
#include "core/site/address.h"
#include "server/forms/suspicion.h"
#include "server/http/problem.h"
#include "widget/app/correspondence.h"
#include "widget/app/receipt.h"
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
constexpr std::string_view kRequestPrefix = "request.";
constexpr std::string_view kToken = "token";
constexpr std::string_view kAsked = "asked";
constexpr std::string_view kCode = "code";
// When a form was drawn, and a field of it that people do not see.
constexpr std::string_view kStamp = "stamp";
constexpr std::string_view kTrap = "website";
constexpr std::chrono::seconds kFastest{3};
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

// A receipt is in no address and in no form; nor is what was told of a request.
std::string beyond_the_form(const Outcome& outcome) {
    const app::Session& session = outcome.visit.session;
    const bool is_more = !session.receipt.empty() || !session.requests.empty();
    return is_more ? app::write_session(session) : std::string();
}

// Of a page that came by POST and may not be stored, Back shows an error, and what she wrote is lost. A receipt is made
// again from the same request, and is promised to be gone with the tab.
std::string cache_control(const app::Session& session) {
    const bool is_hers = !session.receipt.empty() || session.route.page == app::Page::kRequest;
    return is_hers ? "no-store" : "private, no-cache";
}

// What the forms of a request's page keep: that it was shown to be hers, that digits are under way, and the key of a reply.
void keep_exchange(const app::Session& session, html::ScreenForms& forms) {
    const std::string code = app::request_of(session.route);
    const app::Exchange exchange = app::read_correspondence(session.requests).requests[code];
    forms.kept.emplace_back(kToken, exchange.token);
    forms.kept.emplace_back(kAsked, exchange.asked ? "true" : "");
    forms.kept.emplace_back(kKey, exchange.body.empty() ? "" : exchange.key);
}

std::string kept_exchange(const std::string& code, const api::FormData& form) {
    app::Correspondence correspondence;
    app::Exchange& exchange = correspondence.requests[code];
    exchange.token = form.get(kToken);
    exchange.asked = !form.get(kAsked).empty();
    if (is_draft_key(form.get(kKey))) {
        exchange.key = form.get(kKey);
    }
    return app::write_correspondence(correspondence);
}

// Of a receipt's page likewise: which one can be saved.
void keep_receipt(const app::Session& session, html::ScreenForms& forms) {
    if (const auto receipt = app::read_receipt(session.receipt)) {
        forms.kept.emplace_back(kCode, receipt->code);
        forms.kept.emplace_back(kToken, receipt->token);
    }
}

std::string kept_receipt(const api::FormData& form) {
    const base::Json answer = {{"tracking_code", form.get(kCode)},
                               {"receipt_token", form.get(kToken)}};
    return app::write_receipt(answer, {});
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

// Who asks is who has sent the form.
http::Request request_of(const app::Post& post, const http::Request& form,
                         const std::string& language, const std::string& doubts = {}) {
    http::Request request{.method = post.body.empty() ? "GET" : "POST",
                          .path = post.path,
                          .query = {},
                          .headers = {{"Accept-Language", language}},
                          .body = post.body,
                          .doubts = doubts,
                          .peer = form.peer};
    const auto add = [&request](const char* name, const std::string& value) {
        if (!value.empty()) {
            request.headers.add(name, value);
        }
    };
    add("Content-Type", post.body.empty() ? "" : "application/json");
    add("Idempotency-Key", post.key);
    add("Authorization", post.token.empty() ? "" : "Bearer " + post.token);
    for (const auto& [name, value] : form.headers.entries()) {
        if (http::equal_ignoring_case(name, "X-Forwarded-For") ||
            http::equal_ignoring_case(name, "Forwarded")) {
            request.headers.add(name, value);
        }
    }
    return request;
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

Desk::Desk(html::Portal portal, const http::StaticFiles& files, http::Handler api,
           const PortalApp::Random& random, const forms::FormTokens& stamps)
    : portal_(std::move(portal)), api_(std::move(api)),
      app_(portal_.language, portal_.catalog, files, random), stamps_(stamps) {}

void Desk::answer(const http::Request& request, const http::Respond& respond) {
    const bool posted = request.method == "POST";
    auto form = api::FormData::read(posted ? request.body : request.query);
    if (!form) {
        respond(http::problem_response({.status = 400, .detail = form.error()}));
        return;
    }
    Visit visit;
    const std::string code = app::request_of(app::parse_route(catalog(), request.path));
    if (posted && !code.empty()) {
        visit.session.requests = kept_exchange(code, *form);
    } else if (posted && !form->get(kCode).empty()) {
        visit.session.receipt = kept_receipt(*form);
    } else if (is_draft_key(form->get(kKey))) {
        visit.session.draft.key = form->get(kKey);
    }
    std::vector<app::Message> messages = open(request.path, *form);
    std::ranges::move(filled_in(*form), std::back_inserter(messages));
    if (const std::string_view at = form->get(kAt); posted && !at.empty()) {
        messages.emplace_back(app::AddressChanged{std::string(at)});
    }
    std::string doubts = posted && request.path == portal_.contact ? doubts_of(*form) : "";
    const auto sent =
        std::make_shared<const Sent>(Sent{request, std::move(*form), std::move(doubts)});
    // What a button does is known once the screen is there that has it.
    ask(app_.run(std::move(visit), std::move(messages)), sent,
        [this, sent, respond](Outcome outcome, const Told& told) {
            press(std::move(outcome), told, sent, respond);
        });
}

void Desk::press(Outcome outcome, const Told& told, const std::shared_ptr<const Sent>& sent,
                 const http::Respond& respond) {
    const app::Message* pressed = message_of(outcome.screen, sent->form.get(kPress));
    if (pressed == nullptr || (!sent->is_posted() && outcome.screen.id == app::ScreenId::kForm)) {
        return show(outcome, told, *sent, respond);
    }
    const app::Message message = *pressed;
    ask(
        app_.run(std::move(outcome.visit), {message}), sent,
        [this, sent, respond](const Outcome& next, const Told& then) {
            if (next.file) {
                const app::Post get{next.file->path, {}, {}, next.file->token};
                return api_(request_of(get, sent->request, portal_.language), respond);
            }
            show(next, then, *sent, respond);
        },
        told);
}

void Desk::show(const Outcome& outcome, const Told& told, const Sent& sent,
                const http::Respond& respond) const {
    const bool is_elsewhere = path_of(outcome.address) != sent.request.path;
    if (told) {
        http::Response response = page(outcome);
        if (told->status >= 500 || told->status == kTooMany) {
            response.status = told->status;
        }
        if (!told->retry_after.empty()) {
            response.headers.add("Retry-After", told->retry_after);
        }
        respond(std::move(response));
    } else if (sent.is_posted() && outcome.visit.session.route.page == app::Page::kPlace) {
        respond(page(outcome, &sent.form));
    } else if (is_elsewhere && status_of(outcome.screen) == 200) {
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
        } else if (name.starts_with(kFieldPrefix) || name.starts_with(kRequestPrefix)) {
            messages.emplace_back(app::Typed{name, value, 1});
        }
    }
    return messages;
}

void Desk::ask(Outcome outcome, const std::shared_ptr<const Sent>& sent, const Then& then,
               const Told& told) {
    if (!outcome.call) {
        then(std::move(outcome), told);
        return;
    }
    const Call call = *std::exchange(outcome.call, {});
    auto visit = std::make_shared<Visit>(std::move(outcome.visit));
    api_(request_of(call.post, sent->request, portal_.language, sent->doubts),
         [this, visit, sent, then, effect = call.effect](const http::Response& answer) {
             const app::Answered answered{effect, answer.status,
                                          answer.body ? *answer.body : std::string()};
             ask(app_.run(std::move(*visit), {answered}), sent, then,
                 Answer{answer.status, std::string(answer.headers.get("Retry-After"))});
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
        forms.kept.emplace_back(kStamp, stamps_.make(session.draft.key));
        forms.trap = kTrap;
        if (std::string from = origin_of(outcome); !from.empty()) {
            forms.kept.emplace_back(kFrom, std::move(from));
        }
        forms.reveals = deciding_choices(catalog().form);
    } else if (session.route.page == app::Page::kRequest) {
        forms.posts = true;
        keep_exchange(session, forms);
    } else if (session.route.page == app::Page::kReceipt) {
        forms.posts = true;
        keep_receipt(session, forms);
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

std::string Desk::doubts_of(const api::FormData& form) const {
    const auto age = stamps_.age(form.get(kStamp), form.get(kKey));
    std::string doubts(!age ? forms::kUnseen : *age < kFastest ? forms::kFast : std::string_view());
    if (!form.get(kTrap).empty()) {
        doubts.append(" ").append(forms::kTrap);
    }
    return doubts;
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
