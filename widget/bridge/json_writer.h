// widget/bridge/json_writer.h
//
// Appends JSON to a string. Commas are its business; that begins and ends match is the caller's.
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

namespace ventanilla::bridge {

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

}  // namespace ventanilla::bridge
