// core/search/building/link_text.h
#pragma once

#include <string_view>

namespace ventanilla::search {

// Whether a link's text says what stands where it leads. "aquí", "read this article" and addresses do not.
bool tells_of_target(std::string_view text, std::string_view language);

}  // namespace ventanilla::search
