// A form and what a customer wrote into it: {"form": ..., "fields": ...}. What would be sent is asked for, and what
// is right on one side is right on the other.

#include <cstdint>
#include <string_view>

#include "core/base/json.h"
#include "core/ticket/submission.h"
#include "core/ticket/tracking_code.h"
#include "tests/fuzz/require.h"

using namespace ventanilla;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    if (const auto code = ticket::normalise_tracking_code(text)) {
        REQUIRE(ticket::normalise_tracking_code(*code) == *code);
    }
    const auto json = base::parse_json(text);
    if (!json) {
        return 0;
    }
    const auto form = ticket::read_form(base::object_at(*json, "form"), {"es"});
    if (!form) {
        REQUIRE(!form.error().empty());
        return 0;
    }
    const auto again = ticket::read_form(ticket::to_json(*form, "es"), {"es"});
    REQUIRE(again && ticket::to_json(*again, "") == ticket::to_json(*form, ""));
    const auto values = ticket::read_values(*form, base::object_at(*json, "fields"));
    if (!values) {
        REQUIRE(!values.error().empty());
        return 0;
    }
    const ticket::Values sent = ticket::to_send(*form, *values);
    REQUIRE(ticket::to_send(*form, sent) == sent);
    for (const ticket::FieldFault& fault : ticket::check_values(*form, sent)) {
        REQUIRE(fault.code != ticket::FaultCode::kNotAsked);
        REQUIRE(fault.code != ticket::FaultCode::kUnknownField);
    }
    const auto received = ticket::read_values(*form, ticket::to_json(sent));
    REQUIRE(received && *received == sent);
    REQUIRE(ticket::check_values(*form, *received) == ticket::check_values(*form, sent));
    return 0;
}
