#include "server/time/zones.h"

#include <date/tz.h>

#include <stdexcept>

namespace ventanilla::server {
namespace {

const date::time_zone* find_zone(std::string_view name) {
    try {
        return date::locate_zone(std::string(name));
    } catch (const std::runtime_error&) {
        return nullptr;
    }
}

}  // namespace

std::optional<WallTime> wall_time(std::string_view zone, Instant at) {
    const date::time_zone* found = find_zone(zone);
    if (found == nullptr) {
        return std::nullopt;
    }
    return std::chrono::floor<std::chrono::minutes>(found->to_local(at).time_since_epoch());
}

std::optional<Instant> instant(std::string_view zone, WallTime shown) {
    const date::time_zone* found = find_zone(zone);
    if (found == nullptr) {
        return std::nullopt;
    }
    return std::chrono::time_point_cast<std::chrono::milliseconds>(
        found->to_sys(date::local_time<std::chrono::minutes>(shown), date::choose::earliest));
}

}  // namespace ventanilla::server
