// core/article/video.h
//
// A video stands in a text as a picture does: ![What it shows](media/reset-router.mp4). What belongs to it has its name, in
// a site's folder as on the help origin, so that nothing else of it is written down anywhere:
//
//   media/reset-router.mp4     the video
//   media/reset-router.es.vtt  its captions, in one language
//   media/reset-router.jpg     what is seen before it is played; may be missing
//
// The size of a piece that is a video is that of the picture; it has one where there is such a picture.
#pragma once

#include <string>
#include <string_view>

namespace ventanilla::article {

// By its name.
bool is_video(std::string_view target);

// Precondition of both: is_video(video).
std::string captions_of(std::string_view video, std::string_view language);
std::string still_of(std::string_view video);

}  // namespace ventanilla::article
