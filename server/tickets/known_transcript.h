// server/tickets/known_transcript.h
//
// Is a transcript that a customer sent one that a guide of this site can have written?
#pragma once

#include "core/guide/run.h"
#include "core/site/site.h"

namespace ventanilla::tickets {

// The guide must be the site's. At the guide's present version, each answer must be one that its
// step offers, from the start on. An older version is taken as it is: a request may have waited on
// the customer's device while the guide was changed.
bool is_known_transcript(const site::Site& site, const guide::Transcript& transcript);

}  // namespace ventanilla::tickets
