// server/log/line_log.h
//
// What the server tells its operator: lines from several threads, each whole, and without what says who somebody is. For people as
// sentences; for programs that collect logs as one JSON object a line: "time", "level", "about" and "message".
//
//   LineLog log(std::cerr, LineLog::Format::kJson);
//   log.warning("mail", "mail 3 could not be sent: ...");
#pragma once

#include <iosfwd>
#include <mutex>
#include <string_view>

namespace ventanilla::server {

class LineLog {
public:
    enum class Format { kText, kJson };

    // `out` must outlive it.
    LineLog(std::ostream& out, Format format) : out_(out), format_(format) {}

    // `about`: one word for the part of the server that it is of.
    void info(std::string_view about, std::string_view message) { write("info", about, message); }
    // Something does not work that is tried again, or waits for somebody.
    void warning(std::string_view about, std::string_view message) {
        write("warning", about, message);
    }
    // The server does not go on.
    void error(std::string_view about, std::string_view message) { write("error", about, message); }

private:
    void write(std::string_view level, std::string_view about, std::string_view message);

    std::mutex mutex_;
    std::ostream& out_;
    Format format_;
};

}  // namespace ventanilla::server
