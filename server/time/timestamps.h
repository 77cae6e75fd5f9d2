// server/time/timestamps.h
//
// Moments as the outside writes them, always in UTC and never in the machine's language.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace ventanilla::server {

using Timestamp = std::chrono::sys_time<std::chrono::milliseconds>;

Timestamp now();

std::string rfc3339(Timestamp time);  // "2026-11-21T22:10:14.123Z"
// "2026-11-21"; none for what is no day of the calendar.
std::optional<std::chrono::sys_days> day_from(std::string_view date);

std::string http_date(Timestamp time);  // "Sat, 21 Nov 2026 22:10:14 GMT"
std::string mail_date(Timestamp time);  // "Sat, 21 Nov 2026 22:10:14 +0000"

}  // namespace ventanilla::server
