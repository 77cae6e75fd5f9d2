// server/files/content_type.h
#pragma once

#include <string>
#include <string_view>

namespace ventanilla::files {

// The media type of a file by its first bytes (64 KB are enough), whatever its name says; "application/octet-stream" where nobody
// knows.
std::string content_type(std::string_view head);

// As which a browser may get it: the type, if that is one in which no script can stand, and else bytes of no type.
std::string harmless_type(std::string_view type);

}  // namespace ventanilla::files
