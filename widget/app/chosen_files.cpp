#include "widget/app/chosen_files.h"

#include "core/base/json.h"
#include "core/ticket/attachment.h"

namespace ventanilla::app {
namespace {

using base::Json;

Json read(std::string_view kept) {
    auto json = base::parse_json(kept);
    return json && json->is_object() ? std::move(*json) : Json{{"files", Json::array()}};
}

// Why one cannot go along; empty: it can.
const char* fault_of(const Json& file, std::size_t there) {
    const auto size = base::integer_at(file, "size");
    if (there >= ticket::kMaxAttachments) {
        return "files.many";
    }
    if (size == 0) {
        return "files.empty";
    }
    return size > static_cast<std::int64_t>(ticket::kMaxAttachmentBytes) ? "files.large" : "";
}

}  // namespace

void add_files(std::string& kept, std::string_view chosen) {
    const auto more = base::parse_json(chosen);
    const Json before = read(kept);
    Json files = Json::array();
    for (const Json& file : base::array_at(before, "files")) {
        files.push_back(file);
    }
    Json now = Json::object();
    for (const Json& file : more && more->is_array() ? more->elements() : std::span<const Json>()) {
        const std::string_view name = base::string_at(file, "name");
        const std::string_view fault = fault_of(file, files.size());
        if (!ticket::is_upload_id(base::string_at(file, "upload"))) {
            continue;
        }
        if (!fault.empty()) {
            now["fault"] = fault;
            now["name"] = name;
            continue;
        }
        files.push_back({{"upload", base::string_at(file, "upload")},
                         {"name", ticket::is_file_name(name) ? name : std::string_view("file")},
                         {"size", base::integer_at(file, "size")}});
    }
    now["files"] = std::move(files);
    kept = base::write_json(now);
}

void remove_file(std::string& kept, std::string_view id) {
    const Json before = read(kept);
    Json files = Json::array();
    for (const Json& file : base::array_at(before, "files")) {
        if (base::string_at(file, "upload") != id) {
            files.push_back(file);
        }
    }
    kept = files.empty() ? std::string() : base::write_json({{"files", std::move(files)}});
}

Json attachments_in(std::string_view kept) {
    const Json all = read(kept);
    Json attachments = Json::array();
    for (const Json& file : base::array_at(all, "files")) {
        attachments.push_back(
            {{"upload", base::string_at(file, "upload")}, {"name", base::string_at(file, "name")}});
    }
    return attachments;
}

bool are_files_gone(const Json& problem) {
    return base::string_at(problem, "type") == "/problems/upload-missing";
}

}  // namespace ventanilla::app
