// core/base/json_value.h
//
// A JSON value: null, true or false, a number, a text, an array, or an object.
//
//   Json json = {{"id", "wifi"}, {"tags", Json::array({"router", 5})}};
//   json["tags"].push_back(true);
//   for (const auto& [name, value] : json.members()) ...
//
// Reading never fails: a value of another type than the one that is asked for reads as false, 0, an
// empty text, no elements or no members. Who must tell these from real ones asks for the type first.
//
// Copies are deep. Copying, comparing and destroying call themselves once for each level, of which a
// text that was read has at most kMaxJsonDepth (core/base/json.h).
#pragma once

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace ventanilla::base {

class Json {
public:
    struct Member;
    struct Named;
    using Array = std::vector<Json>;
    using Object = std::vector<Member>;

    Json() = default;
    Json(std::nullptr_t) {}
    template <std::same_as<bool> Boolean>
    Json(Boolean value) : type_(Type::kBoolean), content_{.boolean = value} {}
    template <std::signed_integral Integer>
    Json(Integer value)
        : type_(Type::kInteger), content_{.whole = static_cast<std::uint64_t>(value)} {}
    template <std::unsigned_integral Integer>
        requires(!std::same_as<Integer, bool>)
    Json(Integer value)
        : type_(std::uint64_t{value} >> 63U == 0 ? Type::kInteger : Type::kLarge),
          content_{.whole = value} {}
    Json(double value) : type_(Type::kDecimal), content_{.decimal = value} {}
    Json(std::string value);
    Json(std::string_view value) : Json(std::string(value)) {}
    Json(const char* value) : Json(std::string(value)) {}
    // An object. Of members with the same name the last one stays, here and below.
    Json(std::initializer_list<Named> members);
    // These braces would be taken for one object; an array of objects is made by array().
    Json(std::initializer_list<std::initializer_list<Named>>) = delete;

    static Json object();
    static Json object(Object members);
    static Json array();
    template <std::size_t kSize>
    static Json array(Json (&&elements)[kSize]) {
        return moved(elements);
    }
    static Json texts(std::span<const std::string> texts);  // an array

    Json(const Json& other);
    Json(Json&& other) noexcept;
    Json& operator=(Json other) noexcept;
    ~Json();

    [[nodiscard]] bool is_null() const { return type_ == Type::kNull; }
    [[nodiscard]] bool is_boolean() const { return type_ == Type::kBoolean; }
    [[nodiscard]] bool is_number() const { return is_integer() || is_decimal(); }
    // Written without a fraction and without an exponent, and 64 bits hold it.
    [[nodiscard]] bool is_integer() const {
        return type_ == Type::kInteger || type_ == Type::kLarge;
    }
    [[nodiscard]] bool is_decimal() const { return type_ == Type::kDecimal; }
    [[nodiscard]] bool is_text() const { return type_ == Type::kText; }
    [[nodiscard]] bool is_array() const { return type_ == Type::kArray; }
    [[nodiscard]] bool is_object() const { return type_ == Type::kObject; }
    [[nodiscard]] bool is_structured() const { return is_array() || is_object(); }

    [[nodiscard]] bool boolean() const { return is_boolean() && content_.boolean; }
    [[nodiscard]] double number() const;          // of any number, the nearest double
    [[nodiscard]] std::int64_t integer() const;   // one too large for it is the largest
    [[nodiscard]] std::uint64_t natural() const;  // a negative one is 0
    [[nodiscard]] const std::string& text() const;
    [[nodiscard]] std::span<const Json> elements() const;
    [[nodiscard]] std::span<const Member> members() const;  // by name, each name once

    // How many elements or members there are.
    [[nodiscard]] std::size_t size() const;
    [[nodiscard]] bool empty() const { return size() == 0; }

    // A member; nullptr where there is none. An element; the value null where there is none.
    [[nodiscard]] const Json* find(std::string_view name) const;
    const Json& operator[](std::size_t index) const;

    // For building: what is no object (no array) becomes one, and what is not there is added as null.
    Json& operator[](std::string_view name);
    Json& operator[](std::size_t index);
    Json& push_back(Json element);
    void update(const Json& object);  // takes the members of another one

    // Numbers are equal by value; an integer meets a decimal as one.
    friend bool operator==(const Json& left, const Json& right);

private:
    enum class Type : std::uint8_t {
        kNull,
        kBoolean,
        kInteger,
        kLarge,  // an integer past the largest signed one
        kDecimal,
        kText,
        kArray,
        kObject,
    };
    // What is larger than a number is owned, and never null.
    union Content {
        std::uint64_t whole;  // a negative one as its complement
        double decimal;
        bool boolean;
        std::string* text;
        Array* array;
        Object* object;
    };

    static Json moved(std::span<Json> elements);
    Array& own_array();
    Object& own_object();

    Type type_ = Type::kNull;
    Content content_ = {};
};

struct Json::Member {
    std::string name;
    Json value;

    friend bool operator==(const Member&, const Member&) = default;
};

// A member in a list of members, from which its value is moved.
struct Json::Named {
    std::string_view name;
    mutable Json value;
};

}  // namespace ventanilla::base
