#include "core/site/json_file.h"

#include <utility>

#include "core/base/json.h"
#include "core/base/json_keys.h"
#include "core/base/json_scan.h"
#include "core/site/site.h"
#include "core/text/utf8.h"

namespace ventanilla::site {

JsonFile::JsonFile(std::string_view name, std::string_view bytes)
    : bytes_(text::without_byte_order_mark(bytes)), problems_(name) {
    if (bytes_.size() > kMaxFileBytes) {
        problems_.add("file-size", "The file is larger than 1 MB; split or shorten it.");
        return;
    }
    if (const auto offset = text::first_invalid_utf8(bytes_)) {
        problems_.add(base::position_at(bytes_, *offset), "file-utf8",
                      "The file is not UTF-8 text from here on; save it as UTF-8.");
        return;
    }
    auto json = base::parse_json(bytes_);
    if (!json) {
        problems_.add(base::position_at(bytes_, json.error().offset), "json-syntax",
                      "The file is not JSON: " + json.error().message + ".");
        return;
    }
    for (const base::DuplicateKey& duplicate : base::find_duplicate_keys(bytes_)) {
        if (problems_.full()) {
            break;
        }
        problems_.add(base::position_at(bytes_, duplicate.offset), "json-duplicate",
                      "\"" + duplicate.key +
                          "\" stands here for the second time; take one out or rename it.");
    }
    json_ = std::move(*json);
}

base::Position JsonFile::position(std::string_view pointer) const {
    return base::locate_json(bytes_, pointer);
}

void JsonFile::report(std::string_view pointer, std::string_view rule, std::string message) {
    if (!problems_.full()) {
        problems_.add(base::locate_json(bytes_, pointer), rule, std::move(message));
    }
}

void JsonFile::report(const base::JsonFindings& findings, std::string_view prefix) {
    for (const base::JsonFinding& finding : findings) {
        report(std::string(prefix) + finding.pointer, finding.rule, finding.message);
    }
}

}  // namespace ventanilla::site
