// core/site/references.h
//
// What the files of a site point to in each other, gathered while they are read and checked at the end, when it is
// known what there is.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/problem.h"

namespace ventanilla::site {

struct SiteReference {
    base::Place place;
    std::string target;  // "article:ID", "guide:ID", "media/FILE"
};

// What can be pointed to. Files that could not be read count: their own problem is enough.
struct Existing {
    std::set<std::string, std::less<>> articles;  // ids, in any language
    std::set<std::string, std::less<>> guides;    // ids
    std::set<std::string, std::less<>> media;     // paths
};

// The captions that a text in `language` has of a video: in that language or one that it falls back to; nothing if there are
// none. `media`: paths.
std::optional<std::string> find_captions(const std::set<std::string, std::less<>>& media,
                                         std::string_view video, std::string_view language);

// A problem for each reference to what does not exist.
base::Problems check_references(const std::vector<SiteReference>& references,
                                const Existing& existing);

}  // namespace ventanilla::site
