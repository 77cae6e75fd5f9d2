#include "core/site/paths.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <vector>

#include "core/article/targets.h"
#include "core/article/video.h"
#include "core/site/formats.h"

namespace ventanilla::site {
namespace {

std::vector<std::string_view> split(std::string_view path) {
    std::vector<std::string_view> parts;
    while (true) {
        const std::size_t slash = path.find('/');
        parts.push_back(path.substr(0, slash));
        if (slash == std::string_view::npos) {
            return parts;
        }
        path.remove_prefix(slash + 1);
    }
}

bool is_ignored(const std::vector<std::string_view>& parts) {
    return parts.back() == "README.md" || parts.back() == "LICENSE" || parts.front() == "schema" ||
           std::ranges::any_of(parts, [](std::string_view part) { return part.starts_with('.'); });
}

// "no-internet.json" or "no-internet.es-MX.json".
PathParts sort_guide(std::string_view name) {
    constexpr std::string_view kEnding = ".json";
    if (!name.ends_with(kEnding)) {
        return {};
    }
    name.remove_suffix(kEnding.size());
    const std::size_t dot = name.find('.');
    if (dot == std::string_view::npos) {
        return {.kind = PathKind::kGuide, .id = std::string(name), .language = {}};
    }
    return {.kind = PathKind::kGuideText,
            .id = std::string(name.substr(0, dot)),
            .language = std::string(name.substr(dot + 1))};
}

}  // namespace

PathParts sort_path(std::string_view path) {
    const auto parts = split(path);
    if (is_ignored(parts)) {
        return {.kind = PathKind::kIgnored, .id = {}, .language = {}};
    }
    if (path == "site.json") {
        return {.kind = PathKind::kSettings, .id = {}, .language = {}};
    }
    if (path == "votes.json") {
        return {.kind = PathKind::kVotes, .id = {}, .language = {}};
    }
    if (path == "notice.json") {
        return {.kind = PathKind::kNotice, .id = {}, .language = {}};
    }
    if (parts.size() == 3 && parts[0] == "articles" && parts[2].ends_with(".md")) {
        return {.kind = PathKind::kArticle, .id = {}, .language = std::string(parts[1])};
    }
    if (parts.size() == 2 && parts[0] == "guides") {
        return sort_guide(parts[1]);
    }
    if (parts.size() == 2 && parts[0] == "synonyms" && parts[1].ends_with(".txt")) {
        return {.kind = PathKind::kSynonyms,
                .id = {},
                .language = std::string(parts[1].substr(0, parts[1].size() - 4))};
    }
    if (parts.size() == 2 && parts[0] == "texts" && parts[1].ends_with(".json")) {
        return {.kind = PathKind::kWordings,
                .id = {},
                .language = std::string(parts[1].substr(0, parts[1].size() - 5))};
    }
    if (parts.size() >= 2 && parts[0] == "media") {
        return {.kind = PathKind::kMedia, .id = {}, .language = {}};
    }
    return {};
}

bool is_picture_name(std::string_view path) {
    constexpr std::array<std::string_view, 7> kEndings{".svg",  ".png",  ".jpg", ".jpeg",
                                                       ".webp", ".avif", ".gif"};
    return !article::refuse_picture(path) &&
           std::ranges::any_of(kEndings,
                               [path](std::string_view ending) { return path.ends_with(ending); });
}

bool is_video_name(std::string_view path) {
    return !article::refuse_picture(path) && article::is_video(path);
}

std::string_view captions_language(std::string_view path) {
    constexpr std::string_view kEnding = ".vtt";
    if (!path.ends_with(kEnding) || article::refuse_picture(path)) {
        return {};
    }
    path.remove_suffix(kEnding.size());
    const std::size_t dot = path.rfind('.');
    const std::string_view tag = dot == std::string_view::npos ? "" : path.substr(dot + 1);
    return is_language_tag(tag) ? tag : "";
}

}  // namespace ventanilla::site
