// core/site/video_file.h
//
// Whether the bytes of a video and of its captions are what their names say. Nothing is decoded; bytes may be anything.
//
// Sources: ISO/IEC 14496-12 4.2, 4.3 and 8.2.1 for MP4; WebVTT (W3C) 4.1 for captions.
#pragma once

#include <string_view>

namespace ventanilla::site {

// Whole boxes from the first byte to the last: what it is (ftyp), what is in it (moov) and the film itself (mdat).
bool is_mp4(std::string_view bytes);

// Begins as captions do, and has at least one of them.
bool is_captions(std::string_view bytes);

}  // namespace ventanilla::site
