#include "server/files/attachments.h"

#include "core/base/json.h"
#include "core/base/json_scan.h"
#include "core/ticket/attachment.h"
#include "server/crypto/crypto.h"

namespace ventanilla::files {

using base::Json;

std::string hash_of_id(std::string_view id) {
    return server::sha256_hex("upload:" + std::string(id));
}

std::vector<store::Attaching> read_attachments(api::BodyReader& reader, const Json& body) {
    constexpr const char* kMember = "/attachments";
    std::vector<store::Attaching> files;
    const Json* list = body.is_object() ? body.find("attachments") : nullptr;
    if (list == nullptr) {
        return files;
    }
    if (!list->is_array() || list->size() > ticket::kMaxAttachments) {
        reader.fault(kMember, "server.problem.attachments");
        return files;
    }
    for (const Json& file : list->elements()) {
        const bool is_fine = file.is_object() && file.size() == 2 &&
                             ticket::is_upload_id(base::string_at(file, "upload")) &&
                             ticket::is_file_name(base::string_at(file, "name"));
        if (!is_fine) {
            reader.fault(kMember, "server.problem.attachment");
            return {};
        }
        files.push_back({.id_hash = hash_of_id(base::string_at(file, "upload")),
                         .name = std::string(base::string_at(file, "name"))});
    }
    return files;
}

http::Problem missing_file(const text::Messages& messages) {
    return {.status = 422,
            .type = "/problems/upload-missing",
            .title = messages.text("server.problem.upload_missing.title"),
            .detail = messages.text("server.problem.upload_missing")};
}

std::string listed(std::span<const store::Attaching> files, const text::Messages& messages) {
    std::string text = files.empty() ? "" : messages.text("server.mail.attached");
    for (const store::Attaching& file : files) {
        text += "\n- " + file.name;
    }
    return text;
}

Json to_json(std::span<const store::Attachment> attachments) {
    Json list = Json::array();
    for (const store::Attachment& file : attachments) {
        list.push_back({{"number", file.number},
                        {"event", file.event},
                        {"name", file.name},
                        {"type", file.type},
                        {"size", file.size},
                        {"sha256", file.sha256}});
    }
    return list;
}

}  // namespace ventanilla::files
