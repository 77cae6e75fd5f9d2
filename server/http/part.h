// server/http/part.h
//
// A part of a file, for players: they ask for one and, from where that ended, for the next (RFC 9110, 14). Without it
// Safari plays nothing, and nobody can move to the end of what is not loaded yet.
#pragma once

#include "server/http/message.h"

namespace ventanilla::http {

// Whether parts of this whole file are given.
bool is_played(const Response& whole);

// Makes of the whole file the part that is asked for. What is no range, several of them, or one of another version of the
// file leaves it whole; a part is never longer than 2 MB, whatever is asked for.
void cut(const Request& request, Response& whole);

}  // namespace ventanilla::http
