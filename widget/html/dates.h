// widget/html/dates.h
#pragma once

#include <string>

#include "core/text/messages.h"

namespace ventanilla::html {

// "2026-11-03" as "3 de noviembre de 2026", "2026-11-03T10:15:00Z" with the time of day (UTC) as well; what is no
// such date stays as it is. `messages`: area portal.
std::string long_date(const text::Messages& messages, const std::string& iso);

}  // namespace ventanilla::html
