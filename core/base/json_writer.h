// core/base/json_writer.h
//
// Writes JSON, compact. Commas are its business; that begins and ends match is the caller's. Bytes
// that are not UTF-8 become U+FFFD.
//
//   JsonWriter json;
//   json.begin_object();
//   json.member("title", screen.title);
//   json.end_object();
//   return json.take();
#pragma once

#include <string>
#include <string_view>
#include <utility>

#include "core/base/json_fwd.h"

namespace ventanilla::base {

class JsonWriter {
public:
    void begin_object() { open('{'); }
    void end_object() { close('}'); }
    void begin_array() { open('['); }
    void end_array() { close(']'); }

    void name(std::string_view name);  // of the member that comes next
    void string(std::string_view value);
    void number(long long value);
    void boolean(bool value);
    void value(const Json& value);    // members by name
    void raw(std::string_view json);  // a value that is JSON already

    // A member, left out where it is empty, zero or false.
    void member(std::string_view name, std::string_view value);
    void member(std::string_view name, long long value);
    void flag(std::string_view name, bool value);

    std::string take() { return std::move(text_); }

private:
    void open(char bracket);
    void close(char bracket);
    void separate();
    void quote(std::string_view text);

    std::string text_;
    bool first_ = true;  // nothing stands before in the innermost object or array
};

}  // namespace ventanilla::base
