// tests/server/backend.h
//
// Everything behind the network, on a real database in a temporary folder: what is asked is answered by the routes of
// the server, to whoever may ask.
#pragma once

#include <catch2/catch_test_macros.hpp>
#include <future>
#include <memory>
#include <string>
#include <utility>

#include "core/base/json.h"
#include "server/requests/admission.h"
#include "server/requests/request_json.h"
#include "server/routes.h"
#include "server/store/sqlite/sqlite_store.h"
#include "tests/server/answers.h"
#include "tests/server/site_under_test.h"
#include "tests/server/temporary_folder.h"

namespace ventanilla::test {

// Of the pages that the backend has: one language.
inline std::vector<html::Portal> portals_under_test(const api::Texts& texts) {
    html::Portal portal;
    portal.language = "es";
    portal.messages = texts.at("es");
    return {portal};
}

struct Backend {
    TemporaryFolder folder;
    store::Time time{std::chrono::sys_days(std::chrono::year(2026) / 11 / 23)};
    site::Site site = site_under_test();
    api::Texts texts = product_texts();
    std::unique_ptr<store::Store> store = store::open_sqlite_store(folder.path(), "faro").value();
    api::Pool pool{2};
    requests::RequestMail letters{site, texts};
    receipts::Receipts receipts{site, texts, *store, pool, "a secret of the site"};
    forms::FormTokens form_tokens{"another secret of the site", [this] { return time; }};
    tickets::TicketService service{
        site,
        texts,
        *store,
        letters,
        form_tokens,
        {.clock = [this] { return time; },
         .receipt_token = [this](std::string_view code) { return receipts.token(code); }}};
    files::UploadService uploads{site, texts, *store, pool, [this] { return time; }};
    votes::VoteService votes{site, texts, *store, [this] { return time; }};
    live::Watchers watchers{*store,
                            [](const store::Event& event) {
                                const auto told = requests::for_customer(event);
                                return told ? base::write_json(*told) : std::string();
                            },
                            100, [](std::string_view) {}};
    requests::CustomerRequests customers{
        site,
        texts,
        *store,
        pool,
        letters,
        watchers,
        {.clock = [this] { return time; },
         .on_change = [this](std::string_view code) { watchers.changed(code); }}};
    requests::TeamRequests team{
        site,
        texts,
        *store,
        pool,
        letters,
        {.clock = [this] { return time; },
         .on_change = [this](std::string_view code) { watchers.changed(code); }}};
    portal::PortalPages pages{{}, {}, service.handler(), {}, form_tokens};
    receipts::VerifyPages verify{portals_under_test(texts), texts, receipts};
    requests::Admission admission{site, texts, *store, pool, form_tokens, [this] { return time; }};
    http::Router router{
        http::StaticTable({}),
        server::make_routes(
            {service, uploads, votes, customers, team, receipts, pages, verify, *store}),
        [this](const http::Route& route, const http::Request& request,
               const http::Respond& respond) { admission.admit(route, request, respond); }};

    http::Response ask(const std::string& method, const std::string& path,
                       const http::Headers& headers, std::string body = {}) {
        const std::size_t mark = path.find('?');
        std::promise<http::Response> answer;
        router.handle(
            {.method = method,
             .path = path.substr(0, mark),
             .query = mark == std::string::npos ? std::string() : path.substr(mark + 1),
             .headers = headers,
             .body = std::move(body)},
            [&answer](http::Response response) { answer.set_value(std::move(response)); });
        return answer.get_future().get();
    }

    // With a JSON body where there is one, a fresh idempotency key, and what a new request needs.
    http::Response send(const std::string& method, const std::string& path,
                        const std::string& secret, const base::Json& body = {},
                        http::Headers more = {}) {
        http::Headers headers = std::move(more);
        headers.add("Host", "help.example");
        if (!body.is_null()) {
            headers.add("Content-Type", "application/json");
        }
        if (headers.count("Idempotency-Key") == 0) {
            headers.add("Idempotency-Key", "key-of-this-test-" + std::to_string(++keys_));
        }
        if (!secret.empty()) {
            headers.add("Authorization", "Bearer " + secret);
        } else if (method == "POST" && path == "/api/v1/tickets") {
            headers.add("Authorization",
                        "Bearer " + form_tokens.make(headers.get("Idempotency-Key")));
        }
        return ask(method, path, headers, body.is_null() ? "" : base::write_json(body));
    }

    // A customer's new request.
    http::Response post_ticket(const std::string& email = "ana@example.org") {
        auto response =
            send("POST", "/api/v1/tickets", "",
                 {{"language", "es"},
                  {"form", "contact"},
                  {"fields", {{"kind", "fault"}, {"message", "No va el wifi"}, {"email", email}}}});
        REQUIRE(response.status == 201);
        return response;
    }

    // The same; its tracking code.
    std::string submit(const std::string& email = "ana@example.org") {
        return std::string(base::string_at(body_of(post_ticket(email)), "tracking_code"));
    }

    // The newest mail whose subject has these words; an empty one if there is none.
    store::Mail mail(std::string_view subject) {
        store::Mail newest;
        for (const store::QueuedMail& queued : store->queued_mail(1000)) {
            if (queued.mail.subject.contains(subject)) {
                newest = queued.mail;
            }
        }
        return newest;
    }

    // The six digits that were sent last.
    std::string mailed_code() {
        const std::string text = mail("tu código").text;
        const std::size_t at = text.find_first_of("0123456789");
        return at == std::string::npos ? std::string() : text.substr(at, 6);
    }

    // The token of a customer who asked for a code and typed it in.
    std::string token(const std::string& tracking_code) {
        const std::string path = "/api/v1/requests/" + tracking_code;
        CHECK(send("POST", path + "/code", "").status == 202);
        const auto opened = send("POST", path + "/token", "", {{"code", mailed_code()}});
        REQUIRE(opened.status == 200);
        return std::string(base::string_at(body_of(opened), "token"));
    }

    // A key of the team for these scopes.
    std::string key(const std::string& name, const std::string& scopes) {
        const std::string secret = "secret-of-" + name;
        REQUIRE(store->add_key({.key_hash = requests::hash_of_secret(secret),
                                .name = name,
                                .scopes = scopes,
                                .created = time}));
        return secret;
    }

private:
    int keys_ = 0;
};

}  // namespace ventanilla::test
