#include "server/log/line_log.h"

#include <ostream>

#include "core/base/json_writer.h"
#include "server/log/redact.h"
#include "server/time/timestamps.h"

namespace ventanilla::server {

void LineLog::write(std::string_view level, std::string_view about, std::string_view message) {
    std::string line = redact(message);
    if (format_ == Format::kJson) {
        base::JsonWriter json;
        json.begin_object();
        json.member("time", rfc3339(now()));
        json.member("level", level);
        json.member("about", about);
        json.member("message", line);
        json.end_object();
        line = json.take();
    }
    const std::lock_guard lock(mutex_);
    out_ << line << std::endl;
}

}  // namespace ventanilla::server
