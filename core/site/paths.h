// core/site/paths.h
//
// What each file of a site is, by its path.
#pragma once

#include <string>
#include <string_view>

namespace ventanilla::site {

enum class PathKind {
    kSettings,   // site.json
    kArticle,    // articles/<language>/<name>.md
    kGuide,      // guides/<id>.json
    kGuideText,  // guides/<id>.<language>.json
    kSynonyms,   // synonyms/<language>.txt
    kVotes,      // votes.json
    kNotice,     // notice.json
    kWordings,   // texts/<language>.json
    kMedia,      // media/...
    kIgnored,    // README.md, LICENSE, schema/..., and what begins with "."
    kUnknown,
};

struct PathParts {
    PathKind kind = PathKind::kUnknown;
    std::string id;        // kGuide, kGuideText
    std::string language;  // kArticle, kGuideText, kSynonyms, kWordings
};

PathParts sort_path(std::string_view path);

// A picture's name that can stand in an address as it is, with an ending that browsers draw.
bool is_picture_name(std::string_view path);
// A video's, likewise.
bool is_video_name(std::string_view path);
// The language in a name such as "media/reset-router.es.vtt"; empty if that is no name of captions.
std::string_view captions_language(std::string_view path);

}  // namespace ventanilla::site
