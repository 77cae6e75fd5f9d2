#include "core/base/json.h"

#include "core/base/json_writer.h"

template class nlohmann::basic_json<>;

namespace ventanilla::base {

std::string write_json(const Json& value) {
    JsonWriter json;
    json.value(value);
    return json.take();
}

const Json* find(const Json& object, std::string_view key) {
    if (!object.is_object()) {
        return nullptr;
    }
    auto member = object.find(key);
    return member == object.end() ? nullptr : &*member;
}

std::string_view string_at(const Json& object, std::string_view key, std::string_view fallback) {
    const Json* member = find(object, key);
    return member != nullptr && member->is_string()
               ? std::string_view(*member->get_ptr<const Json::string_t*>())
               : fallback;
}

std::int64_t integer_at(const Json& object, std::string_view key, std::int64_t fallback) {
    const Json* member = find(object, key);
    return member != nullptr && member->is_number_integer() ? member->get<std::int64_t>()
                                                            : fallback;
}

bool boolean_at(const Json& object, std::string_view key, bool fallback) {
    const Json* member = find(object, key);
    return member != nullptr && member->is_boolean() ? member->get<bool>() : fallback;
}

const Json& array_at(const Json& object, std::string_view key) {
    static const Json kEmpty = Json::array();
    const Json* member = find(object, key);
    return member != nullptr && member->is_array() ? *member : kEmpty;
}

const Json& object_at(const Json& object, std::string_view key) {
    static const Json kEmpty = Json::object();
    const Json* member = find(object, key);
    return member != nullptr && member->is_object() ? *member : kEmpty;
}

}  // namespace ventanilla::base
