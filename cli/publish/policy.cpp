#include "cli/publish/policy.h"

#include <algorithm>
#include <string_view>

namespace ventanilla::publish {
namespace {

// A source that could end its directive, or begin another one, is left out.
bool is_source(const std::string& text) {
    return !text.empty() && std::ranges::all_of(text, [](char c) {
        return static_cast<unsigned char>(c) > 0x20 && static_cast<unsigned char>(c) < 0x7F &&
               c != ';' && c != ',';
    });
}

// Who may frame a page: the site's own pages and those of the origins that it names.
std::string frame_ancestors(PolicyPlace place, const std::vector<std::string>& embed_origins) {
    if (place == PolicyPlace::kPage) {
        return {};
    }
    std::string directive = "frame-ancestors 'self'";
    for (const std::string& origin : embed_origins) {
        if (is_source(origin)) {
            directive += " " + origin;
        }
    }
    return directive + "; ";
}

std::string_view media_source(Videos videos) {
    return videos == Videos::kSome ? "media-src 'self'; " : "";
}

std::string page_policy(const std::string& ancestors, Videos videos, std::string_view script,
                        std::string_view more) {
    std::string policy = "default-src 'none'; script-src 'self'";
    policy += script;
    policy += "; style-src 'self'; img-src 'self'; frame-src 'self'; ";
    policy += media_source(videos);
    policy += more;
    policy += "base-uri 'none'; form-action 'self'; ";
    return policy + ancestors + "require-trusted-types-for 'script'; trusted-types 'none'";
}

}  // namespace

std::string panel_policy(PolicyPlace place, Videos videos,
                         const std::vector<std::string>& embed_origins) {
    std::string policy =
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; "
        "img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; ";
    policy += media_source(videos);
    policy += frame_ancestors(place, embed_origins);
    // The one policy gives the one address of the service worker: web/panel/offline.ts.
    return policy + "require-trusted-types-for 'script'; trusted-types ventanilla-worker";
}

std::string worker_policy() {
    return "default-src 'none'; connect-src 'self'";
}

std::string portal_policy(PolicyPlace place, Videos videos,
                          const std::vector<std::string>& embed_origins) {
    return page_policy(frame_ancestors(place, embed_origins), videos, "", "");
}

std::string served_policy(PolicyPlace place, Videos videos,
                          const std::vector<std::string>& embed_origins) {
    return page_policy(frame_ancestors(place, embed_origins), videos, " 'wasm-unsafe-eval'",
                       "connect-src 'self'; ");
}

}  // namespace ventanilla::publish
