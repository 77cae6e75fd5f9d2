// cli/publish/digest.h
#pragma once

#include <string>
#include <string_view>

namespace ventanilla::publish {

// The first 12 hexadecimal digits of the SHA-256 of `bytes`: what names of immutable files carry.
std::string short_digest(std::string_view bytes);

}  // namespace ventanilla::publish
