#include "core/base/json_writer.h"

#include <algorithm>
#include <cmath>

#include "core/base/decimal.h"
#include "core/base/json.h"
#include "core/base/utf8.h"

namespace ventanilla::base {

void JsonWriter::separate() {
    if (!first_) {
        text_ += ',';
    }
    first_ = false;
}

void JsonWriter::open(char bracket) {
    separate();
    text_ += bracket;
    first_ = true;
}

void JsonWriter::close(char bracket) {
    text_ += bracket;
    first_ = false;
}

void JsonWriter::quote(std::string_view text) {
    constexpr std::string_view kShort = "\"\\\b\f\n\r\t";
    constexpr std::string_view kHex = "0123456789abcdef";
    text_ += '"';
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint point = code_point_at(text, at);
        const std::size_t which = kShort.find(text[at]);
        if (which != std::string_view::npos) {
            text_ += '\\';
            text_ += "\"\\bfnrt"[which];
        } else if (point.value < 0x20) {
            text_ += "\\u00";
            text_ += kHex[point.value / 16];
            text_ += kHex[point.value % 16];
        } else {
            append(text_, point.value);
        }
        at += std::max<std::size_t>(point.size, 1);
    }
    text_ += '"';
}

void JsonWriter::name(std::string_view name) {
    separate();
    quote(name);
    text_ += ':';
    first_ = true;
}

void JsonWriter::string(std::string_view value) {
    separate();
    quote(value);
}

void JsonWriter::number(long long value) {
    separate();
    text_ += std::to_string(value);
}

void JsonWriter::boolean(bool value) {
    separate();
    text_ += value ? "true" : "false";
}

void JsonWriter::value(const Json& value) {
    if (value.is_object()) {
        begin_object();
        for (const auto& [key, member] : value.members()) {
            name(key);
            this->value(member);
        }
        end_object();
    } else if (value.is_array()) {
        begin_array();
        for (const Json& element : value.elements()) {
            this->value(element);
        }
        end_array();
    } else if (value.is_text()) {
        string(value.text());
    } else if (value.is_boolean()) {
        boolean(value.boolean());
    } else if (value.is_integer() && value.integer() < 0) {
        number(value.integer());
    } else if (value.is_integer()) {
        raw(std::to_string(value.natural()));
    } else if (value.is_decimal() && std::isfinite(value.number())) {
        separate();
        append_decimal(text_, value.number());
    } else {
        raw("null");
    }
}

void JsonWriter::raw(std::string_view json) {
    separate();
    text_ += json;
}

void JsonWriter::member(std::string_view key, std::string_view value) {
    if (!value.empty()) {
        name(key);
        string(value);
    }
}

void JsonWriter::member(std::string_view key, long long value) {
    if (value != 0) {
        name(key);
        number(value);
    }
}

void JsonWriter::flag(std::string_view key, bool value) {
    if (value) {
        name(key);
        boolean(true);
    }
}

}  // namespace ventanilla::base
