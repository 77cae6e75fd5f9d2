// cli/publish/opening_hours.h
//
// What a site's hours say to a visitor, in one language: "Abierto ahora, hasta las 18:00". Only builders know how a
// language writes times; the app looks up one of the sentences (core/site/timetable.h).
#pragma once

#include <string>
#include <string_view>

#include "core/site/opening.h"
#include "core/site/timetable.h"
#include "core/text/messages.h"

namespace ventanilla::publish {

// `messages`: the area portal.
std::string sentence_of(const site::Hours& hours, const site::Opening& opening,
                        std::string_view language, const text::Messages& messages);

site::Timetable timetable_of(const site::Hours& hours, std::string_view language,
                             const text::Messages& messages);

}  // namespace ventanilla::publish
