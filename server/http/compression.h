// server/http/compression.h
//
// The compressed forms of a file, made once when the server starts.
#pragma once

#include <string>
#include <string_view>

namespace ventanilla::http {

// True for text, scripts, JSON, WebAssembly, SVG, an index ...; false for pictures and the like,
// which are compressed already.
bool is_compressible(std::string_view content_type);

// `quality` 0..11, from quick to small. Empty if the compressed form would not be smaller.
std::string brotli(std::string_view bytes, int quality);
std::string gzip(std::string_view bytes);

}  // namespace ventanilla::http
