// core/base/json_reader.h
//
// Reads an author's JSON strictly: a member that is missing, of the wrong type or unknown becomes a
// finding that says where it is and how to mend it, and reading goes on, so that all findings come
// at once.
//
//   JsonFindings findings;
//   ObjectReader step(json, "/steps/lights", findings);
//   std::string kind = step.text("kind");
//   step.refuse_others();
//
// Rules: json-type, json-missing, json-unknown, json-value.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/json_value.h"

namespace ventanilla::base {

// A mistake in a JSON file: where (RFC 6901 pointer), which rule, one sentence on how to mend it.
struct JsonFinding {
    std::string pointer;
    std::string rule;
    std::string message;

    friend bool operator==(const JsonFinding&, const JsonFinding&) = default;
};
using JsonFindings = std::vector<JsonFinding>;

class ObjectReader {
public:
    // `value` and `findings` must outlive the reader. If `value` is no object, that is the one
    // finding and every read below gives its empty value.
    ObjectReader(const Json& value, std::string pointer, JsonFindings& findings);

    [[nodiscard]] bool is_object() const;
    [[nodiscard]] bool has(std::string_view key) const;
    [[nodiscard]] const std::string& pointer() const { return pointer_; }
    [[nodiscard]] std::string pointer_to(std::string_view key) const;

    // Members that must be there. Texts must hold more than spaces; the view lives as long as
    // `value`.
    std::string text(std::string_view key);
    std::string identifier(std::string_view key);  // by is_identifier
    std::span<const Json> array(std::string_view key);
    std::span<const Json::Member> object(std::string_view key);

    // Members that may be left out.
    std::string optional_text(std::string_view key);
    std::int64_t optional_integer(std::string_view key, std::int64_t fallback, std::int64_t least,
                                  std::int64_t most);
    bool optional_boolean(std::string_view key, bool fallback);
    const Json* optional_member(std::string_view key);

    // A reader of the member's own members; nothing where it is not there or no object, which is a
    // finding except for an optional member that was left out.
    std::optional<ObjectReader> child(std::string_view key);
    std::optional<ObjectReader> optional_child(std::string_view key);
    // A reader of one element of the list `key`.
    ObjectReader element(std::string_view key, std::size_t index);

    // Call last: whatever the reads above did not ask for is unknown.
    void refuse_others();

    // Adds a finding of the caller's own about member `key`, or about the object itself if `key` is
    // empty.
    void report(std::string_view key, std::string_view rule, std::string message);

private:
    const Json* member(std::string_view key, bool required);
    const Json* member_of_type(std::string_view key, bool required, bool (*is_type)(const Json&),
                               std::string_view type);
    std::string checked_text(std::string_view key, bool required);

    const Json& value_;
    std::string pointer_;
    JsonFindings& findings_;
    std::vector<std::string_view> asked_;
};

}  // namespace ventanilla::base
