#include "core/article/video.h"

namespace ventanilla::article {
namespace {

constexpr std::string_view kEnding = ".mp4";

std::string with_ending(std::string_view video, std::string_view ending) {
    std::string path(video.substr(0, video.size() - kEnding.size()));
    path += ending;
    return path;
}

}  // namespace

bool is_video(std::string_view target) {
    return target.ends_with(kEnding);
}

std::string captions_of(std::string_view video, std::string_view language) {
    return with_ending(video, "." + std::string(language) + ".vtt");
}

std::string still_of(std::string_view video) {
    return with_ending(video, ".jpg");
}

}  // namespace ventanilla::article
