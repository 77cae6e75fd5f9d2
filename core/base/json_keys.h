// core/base/json_keys.h
//
// Finds members that are written twice in one object. JSON parsers keep the last one in silence; an
// author who pasted a step twice wants to know.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace ventanilla::base {

struct DuplicateKey {
    std::string key;         // as written, escapes not decoded
    std::size_t offset = 0;  // of its second appearance

    friend bool operator==(const DuplicateKey&, const DuplicateKey&) = default;
};

// In the order of the text, which must be well formed.
std::vector<DuplicateKey> find_duplicate_keys(std::string_view text);

}  // namespace ventanilla::base
