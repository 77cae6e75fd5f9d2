// server/api/texts.h
//
// The server's sentences by language: areas "app", "field" and "server" of assets/texts.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "core/text/messages.h"

namespace ventanilla::api {

using Texts = std::map<std::string, text::Messages>;

// The texts in `language`, else in `fallback`; empty texts, which give their keys, if both are
// missing.
inline const text::Messages& texts_in(const Texts& texts, std::string_view language,
                                      std::string_view fallback) {
    static const text::Messages kNone;
    auto found = texts.find(std::string(language));
    if (found == texts.end()) {
        found = texts.find(std::string(fallback));
    }
    return found == texts.end() ? kNone : found->second;
}

}  // namespace ventanilla::api
