#include "widget/bridge/json_writer.h"

#include "core/text/utf8.h"

namespace ventanilla::bridge {

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
    constexpr std::string_view kHex = "0123456789abcdef";
    text_ += '"';
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\') {
            text_ += '\\';
            text_ += c;
        } else if (byte < 0x20) {
            text_ += "\\u00";
            text_ += kHex[byte >> 4U];
            text_ += kHex[byte & 15U];
        } else {
            text_ += c;
        }
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
    if (text::is_valid_utf8(value)) {
        quote(value);
        return;
    }
    std::string repaired;
    for (std::size_t at = 0; at < value.size();) {
        text::append(repaired, text::decode(value, at));
    }
    quote(repaired);
}

void JsonWriter::number(long long value) {
    separate();
    text_ += std::to_string(value);
}

void JsonWriter::boolean(bool value) {
    separate();
    text_ += value ? "true" : "false";
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

}  // namespace ventanilla::bridge
