#include "core/article/targets.h"

#include <algorithm>

#include "core/base/identifier.h"

namespace ventanilla::article {
namespace {

constexpr std::string_view kMedia = "media/";

bool is_plain(std::string_view target) {
    return std::ranges::all_of(
        target, [](char c) { return static_cast<unsigned char>(c) > 0x20 && c != 0x7F; });
}

bool is_media_file(std::string_view target) {
    if (!target.starts_with(kMedia)) {
        return false;
    }
    target.remove_prefix(kMedia.size());
    const bool plain = std::ranges::all_of(target, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
               c == '-' || c == '_' || c == '.' || c == '/';
    });
    return plain && !target.empty() && target.front() != '/' && target.back() != '/' &&
           target.find("//") == std::string_view::npos && target.front() != '.' &&
           target.find("/.") == std::string_view::npos;
}

// Not "//host": that would be another origin.
bool is_path(std::string_view target) {
    return target.starts_with('/') && !target.starts_with("//") &&
           target.find('\\') == std::string_view::npos && is_plain(target);
}

}  // namespace

std::optional<std::string> refuse_link(std::string_view target) {
    if (!is_plain(target)) {
        return "The link \"" + std::string(target) +
               "\" has a space or control character in it; take it out.";
    }
    for (const std::string_view scheme : {"article:", "guide:"}) {
        if (target.starts_with(scheme)) {
            return base::is_identifier(target.substr(scheme.size()))
                       ? std::nullopt
                       : std::optional("The link \"" + std::string(target) +
                                       "\" should end in an id of a-z, 0-9 and "
                                       "\"-\", as in article:no-internet.");
        }
    }
    if (target == "contact:") {
        return std::nullopt;
    }
    for (const std::string_view scheme : {"https://", "http://", "mailto:", "tel:"}) {
        if (target.starts_with(scheme) && target.size() > scheme.size()) {
            return std::nullopt;
        }
    }
    return "The link \"" + std::string(target) +
           "\" leads nowhere that is allowed; write article:ID, guide:ID, contact:, "
           "https://..., http://..., mailto:... or tel:...";
}

std::optional<std::string> refuse_picture(std::string_view target) {
    if (is_media_file(target)) {
        return std::nullopt;
    }
    return "The picture \"" + std::string(target) +
           "\" must be a file of this site, as in media/router.svg, named with "
           "letters, digits, \"-\", \"_\" and \".\" alone.";
}

bool is_safe_link(std::string_view target) {
    return is_path(target) || !refuse_link(target);
}

bool is_safe_picture(std::string_view target) {
    return is_path(target) || !refuse_picture(target);
}

bool is_reference(std::string_view target) {
    return target.starts_with("article:") || target.starts_with("guide:") ||
           target.starts_with(kMedia);
}

}  // namespace ventanilla::article
