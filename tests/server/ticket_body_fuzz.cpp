// The body of a new ticket: taken whole, or refused with a status, a reason and places that exist.

#include <cstdint>
#include <string>
#include <string_view>

#include "core/base/json.h"
#include "server/tickets/announcement.h"
#include "server/tickets/routing.h"
#include "server/tickets/ticket_request.h"
#include "tests/fuzz/require.h"
#include "tests/server/site_under_test.h"

using namespace ventanilla;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const site::Site kSite = test::site_under_test();
    static const api::Texts kTexts = test::product_texts();
    const std::string_view body(reinterpret_cast<const char*>(data), size);
    const auto request = tickets::read_ticket_request(kSite, kTexts, "es", body);
    if (!request) {
        const http::Problem& problem = request.error();
        REQUIRE(problem.status == 400 || problem.status == 422);
        REQUIRE(!problem.detail.empty());
        REQUIRE((problem.status == 422) == !problem.errors.empty());
        REQUIRE(base::parse_json(*http::problem_response(problem).body).has_value());
        return 0;
    }
    REQUIRE(ticket::check_values(kSite.form, request->fields).empty());
    store::Ticket ticket;
    ticket.tracking_code = "AAAA-BBBB-CCCC-DDDD";
    tickets::route(kSite, *request, ticket);
    const auto mail = tickets::announcement(kSite, kTexts, *request, ticket);
    REQUIRE(mail.to == kSite.team_email);
    REQUIRE(mail.subject.find_first_of("\r\n") == std::string::npos);
    REQUIRE(mail.reply_to.find_first_of("\r\n") == std::string::npos);
    return 0;
}
