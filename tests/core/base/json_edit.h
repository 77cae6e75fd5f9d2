// tests/core/base/json_edit.h
//
// A change of a JSON value that tests alone make.
#pragma once

#include <string_view>
#include <utility>

#include "core/base/json_value.h"

namespace ventanilla::base {

// Takes a member away from an object.
inline void erase(Json& object, std::string_view name) {
    Json::Object others;
    for (const Json::Member& member : object.members()) {
        if (member.name != name) {
            others.push_back(member);
        }
    }
    object = Json::object(std::move(others));
}

}  // namespace ventanilla::base
