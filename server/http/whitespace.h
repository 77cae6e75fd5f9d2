// server/http/whitespace.h
#pragma once

#include <string_view>

namespace ventanilla::http {

// Without the optional whitespace (OWS, RFC 9110, 5.6.3) at its ends.
inline std::string_view trim(std::string_view text) {
    const auto first = text.find_first_not_of(" \t");
    return first == std::string_view::npos
               ? std::string_view()
               : text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

}  // namespace ventanilla::http
