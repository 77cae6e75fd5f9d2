#include "core/base/json.h"

#include <type_traits>
#include <utility>
#include <vector>

#include "core/base/json_scan.h"
#include "core/base/json_writer.h"

template class nlohmann::basic_json<>;

namespace ventanilla::base {
namespace {

// Builds a value from the parser's events. The library's own ways in make two parsers of everything, one of them
// with callbacks: 4 KB of WebAssembly that nobody uses. Members are the functions that Json::sax_parse calls.
class Builder {
public:
    Json root;
    JsonError fault;  // what only the library notices: the text is well formed otherwise

    bool null() { return add(nullptr); }
    bool boolean(bool value) { return add(value); }
    bool number_integer(Json::number_integer_t value) { return add(value); }
    bool number_unsigned(Json::number_unsigned_t value) { return add(value); }
    bool number_float(Json::number_float_t value, const Json::string_t& /*text*/) {
        return add(value);
    }
    bool string(Json::string_t& value) { return add(std::move(value)); }
    bool binary(Json::binary_t& /*value*/) { return false; }
    bool start_object(std::size_t /*size*/) { return open(Json::object()); }
    bool start_array(std::size_t /*size*/) { return open(Json::array()); }
    bool end_object() { return close(); }
    bool end_array() { return close(); }
    bool key(Json::string_t& name) {
        key_ = std::move(name);
        return true;
    }
    template <typename Exception>
    bool parse_error(std::size_t end, const std::string& /*token*/, const Exception& /*why*/) {
        fault.offset = end > 0 ? end - 1 : 0;
        fault.message = std::is_same_v<Exception, Json::out_of_range>
                            ? "a number is out of range"
                            : "a string is not valid UTF-8 or holds half of a surrogate pair";
        return false;
    }

private:
    Json& place(Json value) {
        if (open_.empty()) {
            return root = std::move(value);
        }
        Json& parent = *open_.back();
        if (parent.is_array()) {
            parent.push_back(std::move(value));
            return parent.back();
        }
        return parent[key_] = std::move(value);
    }
    bool add(Json value) {
        place(std::move(value));
        return true;
    }
    bool open(Json empty) {
        open_.push_back(&place(std::move(empty)));
        return true;
    }
    bool close() {
        open_.pop_back();
        return true;
    }

    std::vector<Json*> open_;  // objects and arrays that are not closed yet, innermost last
    std::string key_;
};

}  // namespace

std::expected<Json, JsonError> parse_json(std::string_view text) {
    if (auto fault = find_json_fault(text, kMaxJsonDepth)) {
        return std::unexpected(JsonError{std::string(fault->message), fault->offset});
    }
    Builder builder;
    if (!Json::sax_parse(text, &builder)) {
        return std::unexpected(std::move(builder.fault));
    }
    return std::move(builder.root);
}

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
