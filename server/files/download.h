// server/files/download.h
#pragma once

#include <string>

#include "server/http/message.h"
#include "server/store/file.h"

namespace ventanilla::files {

// A file to be saved, never to be opened where it came from: a browser that shows it all the same runs nothing of it.
http::Response download(const store::Attachment& attachment, std::string bytes);

}  // namespace ventanilla::files
