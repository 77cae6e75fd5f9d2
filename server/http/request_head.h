// server/http/request_head.h
//
// Looks at the raw bytes of a request's head before anything is made of them, and refuses what two
// programs on the way could understand differently: that is how requests are smuggled.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace ventanilla::http {

inline constexpr std::size_t kMaxHeadBytes = 16 * 1024;
inline constexpr std::size_t kMaxTargetBytes = 4 * 1024;
inline constexpr int kMaxHeaderLines = 100;

struct Refusal {
    int status = 400;
    std::string detail;
};

// What stands at the beginning of the bytes that came so far.
struct HeadScan {
    std::size_t size = 0;            // of the whole head, once it is there
    std::optional<Refusal> refusal;  // no more bytes can mend it
};
HeadScan scan_head(std::string_view received);

// Checks a whole head (from the method to the empty line), except for the length of its target.
std::optional<Refusal> check_head(std::string_view head);

// Of a target above kMaxTargetBytes.
Refusal long_target();

}  // namespace ventanilla::http
