// server/time/zones.h
//
// Moments on the clocks of a time zone, by the machine's database of zones (tzdata).
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace ventanilla::server {

using Instant = std::chrono::sys_time<std::chrono::milliseconds>;
// Of a calendar without zones, since 1970 began.
using WallTime = std::chrono::minutes;

// Nothing where the machine does not know the zone, such as "Europe/Madrid".
std::optional<WallTime> wall_time(std::string_view zone, Instant at);
// Of a time that the clocks show twice the first, of one that they leap over the moment of the leap.
std::optional<Instant> instant(std::string_view zone, WallTime shown);

}  // namespace ventanilla::server
