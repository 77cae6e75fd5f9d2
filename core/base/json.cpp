#include "core/base/json.h"

#include "core/base/json_writer.h"

namespace ventanilla::base {

std::string write_json(const Json& value) {
    JsonWriter json;
    json.value(value);
    return json.take();
}

std::string_view string_at(const Json& object, std::string_view key, std::string_view fallback) {
    const Json* member = object.find(key);
    return member != nullptr && member->is_text() ? member->text() : fallback;
}

std::int64_t integer_at(const Json& object, std::string_view key, std::int64_t fallback) {
    const Json* member = object.find(key);
    return member != nullptr && member->is_integer() ? member->integer() : fallback;
}

bool boolean_at(const Json& object, std::string_view key, bool fallback) {
    const Json* member = object.find(key);
    return member != nullptr && member->is_boolean() ? member->boolean() : fallback;
}

std::span<const Json> array_at(const Json& object, std::string_view key) {
    const Json* member = object.find(key);
    return member != nullptr ? member->elements() : std::span<const Json>();
}

const Json& object_at(const Json& object, std::string_view key) {
    static const Json kEmpty = Json::object();
    const Json* member = object.find(key);
    return member != nullptr && member->is_object() ? *member : kEmpty;
}

}  // namespace ventanilla::base
