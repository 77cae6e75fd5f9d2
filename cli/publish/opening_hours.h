// cli/publish/opening_hours.h
//
// A site's hours with all that they say to a visitor, in one language: "Abierto ahora, hasta las 18:00". Only builders
// know how a language writes times; the app chooses one of the sentences (core/site/opening.h).
#pragma once

#include <string_view>

#include "core/site/opening.h"
#include "core/text/messages.h"

namespace ventanilla::publish {

// `messages`: the area portal.
site::Hours worded(site::Hours hours, std::string_view language, const text::Messages& messages);

}  // namespace ventanilla::publish
