// core/article/targets.h
//
// Where links may lead and pictures may come from. Whatever is not on this list is refused, so that no article can
// bring javascript:, data: or a third party's picture into a page.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace ventanilla::article {

// Why `target` is not allowed, as a sentence on how to mend it; nothing if it is.
std::optional<std::string> refuse_link(std::string_view target);
std::optional<std::string> refuse_picture(std::string_view target);

// True for what may stand in a document that has been published: the above, or a path on the same origin.
bool is_safe_link(std::string_view target);
bool is_safe_picture(std::string_view target);

// True for targets within the site, which it has to have: article:ID, guide:ID, media/FILE.
bool is_reference(std::string_view target);

}  // namespace ventanilla::article
