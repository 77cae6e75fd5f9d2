#include "core/base/json_value.h"

#include <algorithm>
#include <functional>
#include <iterator>
#include <limits>
#include <utility>

namespace ventanilla::base {
namespace {

bool has_smaller_name(const Json::Member& one, const Json::Member& other) {
    return one.name < other.name;
}

bool has_same_name(const Json::Member& one, const Json::Member& other) {
    return one.name == other.name;
}

// Merges longer and longer neighbours, in a quarter of the code of std::stable_sort.
void sort_by_name(Json::Object& members) {
    const auto size = std::ssize(members);
    for (std::ptrdiff_t width = 1; width < size; width *= 2) {
        Json::Object merged;
        merged.reserve(members.size());
        for (std::ptrdiff_t left = 0; left < size; left += 2 * width) {
            const auto at = [&](std::ptrdiff_t index) {
                return std::move_iterator(members.begin() + std::min(index, size));
            };
            std::merge(at(left), at(left + width), at(left + width), at(left + 2 * width),
                       std::back_inserter(merged), has_smaller_name);
        }
        members = std::move(merged);
    }
}

}  // namespace

Json::Json(std::string value)
    : type_(Type::kText), content_{.text = new std::string(std::move(value))} {}

Json::Json(std::initializer_list<Named> members) {
    Object listed;
    listed.reserve(members.size());
    for (const Named& member : members) {
        listed.push_back({std::string(member.name), std::move(member.value)});
    }
    *this = object(std::move(listed));
}

Json Json::object() {
    Json json;
    json.own_object();
    return json;
}

Json Json::object(Object members) {
    if (std::ranges::adjacent_find(members, std::greater_equal(), &Member::name) != members.end()) {
        sort_by_name(members);
        // From behind, the first of those with the same name is the last one.
        members.erase(members.begin(),
                      std::unique(members.rbegin(), members.rend(), has_same_name).base());
    }
    Json json;
    json.own_object() = std::move(members);
    return json;
}

Json Json::array() {
    Json json;
    json.own_array();
    return json;
}

Json Json::moved(std::span<Json> elements) {
    Json json = array();
    for (Json& element : elements) {
        json.push_back(std::move(element));
    }
    return json;
}

Json Json::texts(std::span<const std::string> texts) {
    Json json = array();
    for (const std::string& text : texts) {
        json.push_back(text);
    }
    return json;
}

Json::Json(const Json& other) : type_(other.type_), content_(other.content_) {
    if (is_text()) {
        content_.text = new std::string(*content_.text);
    } else if (is_array()) {
        content_.array = new Array(*content_.array);
    } else if (is_object()) {
        content_.object = new Object(*content_.object);
    }
}

Json::Json(Json&& other) noexcept : type_(other.type_), content_(other.content_) {
    other.type_ = Type::kNull;
}

Json& Json::operator=(Json other) noexcept {
    std::swap(type_, other.type_);
    std::swap(content_, other.content_);
    return *this;
}

Json::~Json() {
    if (is_text()) {
        delete content_.text;
    } else if (is_array()) {
        delete content_.array;
    } else if (is_object()) {
        delete content_.object;
    }
}

double Json::number() const {
    return is_decimal()              ? content_.decimal
           : type_ == Type::kInteger ? static_cast<double>(integer())
                                     : static_cast<double>(natural());
}

std::int64_t Json::integer() const {
    return type_ == Type::kInteger ? static_cast<std::int64_t>(content_.whole)
           : type_ == Type::kLarge ? std::numeric_limits<std::int64_t>::max()
                                   : 0;
}

std::uint64_t Json::natural() const {
    return type_ == Type::kLarge ? content_.whole
                                 : static_cast<std::uint64_t>(std::max<std::int64_t>(integer(), 0));
}

const std::string& Json::text() const {
    static const std::string kEmpty;
    return is_text() ? *content_.text : kEmpty;
}

std::span<const Json> Json::elements() const {
    return is_array() ? std::span<const Json>(*content_.array) : std::span<const Json>();
}

std::span<const Json::Member> Json::members() const {
    return is_object() ? std::span<const Member>(*content_.object) : std::span<const Member>();
}

std::size_t Json::size() const {
    return elements().size() + members().size();
}

const Json* Json::find(std::string_view name) const {
    const auto members = this->members();
    const auto found = std::ranges::lower_bound(members, name, {}, &Member::name);
    return found != members.end() && found->name == name ? &found->value : nullptr;
}

const Json& Json::operator[](std::size_t index) const {
    static const Json kNull;
    return index < elements().size() ? elements()[index] : kNull;
}

Json& Json::operator[](std::string_view name) {
    Object& members = own_object();
    const auto place = std::ranges::lower_bound(members, name, {}, &Member::name);
    if (place != members.end() && place->name == name) {
        return place->value;
    }
    // As insert() does it, in less than half of its code.
    const auto index = place - members.begin();
    members.push_back({std::string(name), Json()});
    const auto added = members.begin() + index;
    for (auto last = members.end() - 1; last != added; --last) {
        std::iter_swap(last, last - 1);
    }
    return added->value;
}

Json& Json::operator[](std::size_t index) {
    Array& elements = own_array();
    if (index >= elements.size()) {
        elements.resize(index + 1);
    }
    return elements[index];
}

Json& Json::push_back(Json element) {
    return own_array().emplace_back(std::move(element));
}

void Json::update(const Json& object) {
    for (const auto& [name, value] : object.members()) {
        (*this)[name] = value;
    }
}

Json::Array& Json::own_array() {
    if (!is_array()) {
        *this = nullptr;
        content_.array = new Array;
        type_ = Type::kArray;
    }
    return *content_.array;
}

Json::Object& Json::own_object() {
    if (!is_object()) {
        *this = nullptr;
        content_.object = new Object;
        type_ = Type::kObject;
    }
    return *content_.object;
}

bool operator==(const Json& left, const Json& right) {
    if (left.is_number() && right.is_number() && (left.is_decimal() || right.is_decimal())) {
        return left.number() == right.number();
    }
    return left.type_ == right.type_ && left.boolean() == right.boolean() &&
           left.integer() == right.integer() && left.natural() == right.natural() &&
           left.text() == right.text() && std::ranges::equal(left.elements(), right.elements()) &&
           std::ranges::equal(left.members(), right.members());
}

}  // namespace ventanilla::base
