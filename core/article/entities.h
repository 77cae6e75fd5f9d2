// core/article/entities.h
//
// Character references of HTML, which CommonMark takes: &amp; &#241; &#xF1;.
#pragma once

#include <string>
#include <string_view>

namespace ventanilla::article {

// The character that `entity` (with its '&' and ';') stands for. Of the named ones those that are typed in texts are
// known; any other comes back as it is, which is what the author sees then.
std::string decode_entity(std::string_view entity);

}  // namespace ventanilla::article
