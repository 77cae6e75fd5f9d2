// server/requests/team_requests.h
//
// What the team does with requests, by programs that have a key: lists, reads, answers, notes, assigns, solves.
// docs/api.md is the contract with clients.
#pragma once

#include "server/http/router.h"
#include "server/requests/changes.h"
#include "server/requests/customer_requests.h"
#include "server/requests/request_mail.h"

namespace ventanilla::requests {

class TeamRequests {
public:
    // As CustomerRequests.
    TeamRequests(const site::Site& site, const api::Texts& texts, store::Store& store,
                 api::Pool& pool, const RequestMail& mail, Surroundings surroundings)
        : site_(site), texts_(texts), store_(store), mail_(mail),
          surroundings_(std::move(surroundings)), changes_(store, pool) {}

    std::vector<http::Route> routes();

private:
    void list(const http::Request& request, const http::Respond& respond);
    void show(const http::Request& request, const std::string& code, const http::Respond& respond);
    void hand_out(const http::Request& request, const std::string& code,
                  const http::Respond& respond);
    void write(const http::Request& request, const std::string& code, const http::Respond& respond);
    void note(const http::Request& request, const std::string& code, const http::Respond& respond);
    void erase(const http::Request& request, const std::string& code, const http::Respond& respond);
    void set(const http::Request& request, const std::string& code, const http::Respond& respond);

    // A text of the team's, written once however often it is sent.
    using MakeOfText = std::function<store::Change(const store::Ticket&, const TeamMessage&)>;
    void add(const http::Request& request, const std::string& code, const http::Respond& respond,
             Read<TeamMessage> (*read)(const Speech&, std::string_view), const MakeOfText& make);
    std::function<void(Changed)> answer(const http::Respond& respond, int status) const;

    const site::Site& site_;
    const api::Texts& texts_;
    store::Store& store_;
    const RequestMail& mail_;
    Surroundings surroundings_;
    Changes changes_;
};

}  // namespace ventanilla::requests
