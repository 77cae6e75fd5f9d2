// cli/publish/policy.h
//
// The content security policies of the published pages: nothing but our own files, no inline code, Trusted Types on.
#pragma once

#include <string>
#include <vector>

namespace ventanilla::publish {

// A page may state its policy itself, for hosts that send no headers; browsers then ignore who may frame it, so
// that part is left out.
enum class PolicyPlace { kHeader, kPage };

// Whether the site has videos; who has none lets none be played.
enum class Videos { kNone, kSome };

// All of them may be framed by the site's own pages and `embed_origins`, and by nobody else.

// The panel: runs WebAssembly.
std::string panel_policy(PolicyPlace place, Videos videos,
                         const std::vector<std::string>& embed_origins);

// The panel's service worker: fetches. (What has no policy of its own is served as in a sandbox, where a worker could
// keep nothing.)
std::string worker_policy();

// Portal pages, which are the panel's too where a browser runs no WebAssembly, and the demo's host page: frame the panel.
std::string portal_policy(PolicyPlace place, Videos videos,
                          const std::vector<std::string>& embed_origins);

// Portal pages from our server, which the app may take over: run WebAssembly and fetch, beyond that.
std::string served_policy(PolicyPlace place, Videos videos,
                          const std::vector<std::string>& embed_origins);

}  // namespace ventanilla::publish
