// server/requests/customer_requests.h
//
// What a customer does with a request that she sent: she proves by a code from her mailbox that it is hers, reads it,
// writes, closes it or opens it again, and says whether she was helped. docs/api.md is the contract with clients.
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <string_view>

#include "server/crypto/crypto.h"
#include "server/http/router.h"
#include "server/live/watchers.h"
#include "server/requests/changes.h"
#include "server/requests/request_mail.h"
#include "server/time/timestamps.h"

namespace ventanilla::requests {

inline constexpr std::chrono::minutes kCodeLife{15};
inline constexpr std::chrono::days kTokenLife{30};

struct Surroundings {
    std::function<store::Time()> clock = server::now;
    std::function<std::array<std::uint8_t, 16>()> random = server::random_bytes;
    // There is mail to send, perhaps, or somebody to call; `code`: of the request.
    std::function<void(std::string_view code)> on_change = [](auto) {};
};

class CustomerRequests {
public:
    // All must outlive it, and every request that it has taken.
    CustomerRequests(const site::Site& site, const api::Texts& texts, store::Store& store,
                     api::Pool& pool, const RequestMail& mail, live::Watchers& watchers,
                     Surroundings surroundings)
        : site_(site), texts_(texts), store_(store), pool_(pool), mail_(mail), watchers_(watchers),
          surroundings_(std::move(surroundings)), changes_(store, pool) {}

    std::vector<http::Route> routes();

private:
    void send_code(const http::Request& request, const std::string& code,
                   const http::Respond& respond);
    void open(const http::Request& request, const std::string& code, const http::Respond& respond);
    void show(const http::Request& request, const std::string& code, const http::Respond& respond);
    // Server-sent events, from the one behind Last-Event-ID or ?after= on.
    void watch(const http::Request& request, const std::string& code, const http::Respond& respond);
    void hand_out(const http::Request& request, const std::string& code,
                  const http::Respond& respond);
    void write(const http::Request& request, const std::string& code, const http::Respond& respond);
    void set_status(const http::Request& request, const std::string& code,
                    const http::Respond& respond);
    void rate(const http::Request& request, const std::string& code, const http::Respond& respond);

    [[nodiscard]] static std::string hash_of(std::string_view code, std::string_view tracking_code);
    // The changed request, once it is stored.
    std::function<void(Changed)> answer(const http::Respond& respond, int status) const;

    const site::Site& site_;
    const api::Texts& texts_;
    store::Store& store_;
    api::Pool& pool_;
    const RequestMail& mail_;
    live::Watchers& watchers_;
    Surroundings surroundings_;
    Changes changes_;
};

}  // namespace ventanilla::requests
