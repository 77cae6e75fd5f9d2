// server/api/form_data.h
//
// What a form without JavaScript sends: application/x-www-form-urlencoded (WHATWG URL, 5.1).
#pragma once

#include <expected>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace ventanilla::api {

inline constexpr std::size_t kMaxPairs = 300;

// In the order sent; line ends become "\n". The error is one sentence: not UTF-8, too many pairs.
class FormData {
public:
    static std::expected<FormData, std::string> read(std::string_view encoded);

    // The first of that name; empty if there is none.
    [[nodiscard]] std::string_view get(std::string_view name) const;
    [[nodiscard]] const auto& pairs() const { return pairs_; }

private:
    std::vector<std::pair<std::string, std::string>> pairs_;
};

}  // namespace ventanilla::api
