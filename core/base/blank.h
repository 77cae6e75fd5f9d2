// core/base/blank.h
#pragma once

#include <string_view>

namespace ventanilla::base {

// True for a text of nothing but ASCII spaces, tabs and line ends, and for an empty one.
inline bool is_blank(std::string_view text) {
    return text.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

}  // namespace ventanilla::base
