// core/site/names.h
//
// The words by which site.json and the catalog call kinds of channel.
#pragma once

#include <array>
#include <optional>
#include <string_view>
#include <utility>

#include "core/site/site.h"

namespace ventanilla::site {

inline constexpr std::array<std::pair<std::string_view, ChannelKind>, 3> kChannelNames{{
    {"telephone", ChannelKind::kTelephone},
    {"email", ChannelKind::kEmail},
    {"link", ChannelKind::kLink},
}};

constexpr std::string_view channel_name(ChannelKind kind) {
    for (const auto& [name, known] : kChannelNames) {
        if (known == kind) {
            return name;
        }
    }
    return {};
}

constexpr std::optional<ChannelKind> channel_kind(std::string_view wanted) {
    for (const auto& [name, kind] : kChannelNames) {
        if (name == wanted) {
            return kind;
        }
    }
    return std::nullopt;
}

}  // namespace ventanilla::site
