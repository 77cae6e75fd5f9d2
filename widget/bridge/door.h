// widget/bridge/door.h
//
// What both modules have behind their doors: a buffer for what comes in, the last answer, and the running app.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "core/search/asking/index.h"
#include "widget/bridge/session.h"

#define VENTANILLA_EXPORT(name) extern "C" __attribute__((export_name(#name)))

namespace ventanilla::bridge {

struct Door {
    std::string input;
    std::string result;
    Session session;
    std::optional<search::Index> index;  // searched alone, without the app

    // The first bytes of the input.
    [[nodiscard]] std::string_view read(std::uint32_t length) const {
        return std::string_view(input).substr(0, length);
    }
    // The same, handed over.
    std::string take(std::uint32_t length) {
        std::string bytes = std::exchange(input, {});
        bytes.resize(length < bytes.size() ? length : bytes.size());
        return bytes;
    }
    const char* answer(std::string text) {
        result = std::move(text);
        return result.data();
    }
};

// The one of the module.
Door& door();

}  // namespace ventanilla::bridge
