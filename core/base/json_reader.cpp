#include "core/base/json_reader.h"

#include <algorithm>
#include <utility>

#include "core/base/blank.h"
#include "core/base/identifier.h"
#include "core/base/json.h"
#include "core/base/json_scan.h"
#include "core/base/problem.h"

namespace ventanilla::base {
ObjectReader::ObjectReader(const Json& value, std::string pointer, JsonFindings& findings)
    : value_(value), pointer_(std::move(pointer)), findings_(findings) {
    if (!value.is_object()) {
        findings_.push_back({pointer_, "json-type", "An object in braces { } must stand here."});
    }
}

bool ObjectReader::is_object() const {
    return value_.is_object();
}

bool ObjectReader::has(std::string_view key) const {
    return value_.find(key) != nullptr;
}

std::string ObjectReader::pointer_to(std::string_view key) const {
    return base::pointer_to(pointer_, key);
}

const Json* ObjectReader::member(std::string_view key, bool required) {
    asked_.push_back(key);
    const Json* found = value_.find(key);
    if (found == nullptr && required && value_.is_object()) {
        report({}, "json-missing", in_quotes(key) + " is missing here; add it.");
    }
    return found;
}

const Json* ObjectReader::member_of_type(std::string_view key, bool required,
                                         bool (*is_type)(const Json&), std::string_view type) {
    const Json* found = member(key, required);
    if (found != nullptr && !is_type(*found)) {
        report(key, "json-type", in_quotes(key) + " must be " + std::string(type) + ".");
        return nullptr;
    }
    return found;
}

std::string ObjectReader::checked_text(std::string_view key, bool required) {
    const Json* found = member_of_type(
        key, required, [](const Json& json) { return json.is_text(); }, "a text in double quotes");
    if (found == nullptr) {
        return {};
    }
    const std::string& text = found->text();
    if (is_blank(text)) {
        report(key, "json-value",
               in_quotes(key) + (required ? " must not be empty."
                                          : " must not be empty; leave it out instead."));
    }
    return text;
}

std::string ObjectReader::text(std::string_view key) {
    return checked_text(key, true);
}

std::string ObjectReader::optional_text(std::string_view key) {
    return checked_text(key, false);
}

std::string ObjectReader::identifier(std::string_view key) {
    std::string id = checked_text(key, true);
    if (!is_blank(id) && !is_identifier(id)) {
        report(key, "id-format",
               in_quotes(key) + " may hold only a-z, 0-9 and \"-\", at most 64 of them; \"" + id +
                   "\" does not.");
    }
    return id;
}

std::span<const Json> ObjectReader::array(std::string_view key) {
    const Json* found = member_of_type(
        key, true, [](const Json& json) { return json.is_array(); }, "a list in brackets [ ]");
    return found != nullptr ? found->elements() : std::span<const Json>();
}

std::optional<ObjectReader> ObjectReader::child(std::string_view key) {
    const Json* found = member(key, true);
    if (found == nullptr) {
        return std::nullopt;
    }
    ObjectReader reader(*found, pointer_to(key), findings_);
    return reader.is_object() ? std::optional(std::move(reader)) : std::nullopt;
}

std::optional<ObjectReader> ObjectReader::optional_child(std::string_view key) {
    if (!has(key)) {
        asked_.push_back(key);
        return std::nullopt;
    }
    return child(key);
}

ObjectReader ObjectReader::element(std::string_view key, std::size_t index) {
    return {array_at(value_, key)[index], base::pointer_to(pointer_to(key), std::to_string(index)),
            findings_};
}

std::span<const Json::Member> ObjectReader::object(std::string_view key) {
    const Json* found = member_of_type(
        key, true, [](const Json& json) { return json.is_object(); }, "an object in braces { }");
    return found != nullptr ? found->members() : std::span<const Json::Member>();
}

std::int64_t ObjectReader::optional_integer(std::string_view key, std::int64_t fallback,
                                            std::int64_t least, std::int64_t most) {
    const Json* found = member_of_type(
        key, false, [](const Json& json) { return json.is_integer(); }, "a whole number");
    if (found == nullptr) {
        return fallback;
    }
    const auto number = found->integer();
    if (number < least || number > most) {
        report(key, "json-value",
               in_quotes(key) + " must be from " + std::to_string(least) + " to " +
                   std::to_string(most) + ".");
        return fallback;
    }
    return number;
}

bool ObjectReader::optional_boolean(std::string_view key, bool fallback) {
    const Json* found = member_of_type(
        key, false, [](const Json& json) { return json.is_boolean(); }, "true or false");
    return found != nullptr ? found->boolean() : fallback;
}

const Json* ObjectReader::optional_member(std::string_view key) {
    return member(key, false);
}

void ObjectReader::refuse_others() {
    for (const auto& [name, value] : value_.members()) {
        if (std::ranges::find(asked_, std::string_view(name)) != asked_.end()) {
            continue;
        }
        std::string known;
        for (const std::string_view key : asked_) {
            known += (known.empty() ? "" : ", ") + std::string(key);
        }
        report(name, "json-unknown",
               in_quotes(name) +
                   " is not known here; correct it or take it out. Known are: " + known + ".");
    }
}

void ObjectReader::report(std::string_view key, std::string_view rule, std::string message) {
    findings_.push_back(
        {key.empty() ? pointer_ : pointer_to(key), std::string(rule), std::move(message)});
}

}  // namespace ventanilla::base
