#include "server/files/upload_service.h"

#include <fcntl.h>
#include <unistd.h>

#include <expected>
#include <memory>
#include <stdexcept>
#include <utility>
#include <vector>

#include "core/base/json.h"
#include "core/ticket/attachment.h"
#include "server/api/json_body.h"
#include "server/crypto/crypto.h"
#include "server/files/attachments.h"
#include "server/files/content_type.h"
#include "server/http/content_negotiation.h"
#include "server/http/problem.h"
#include "server/http/router.h"

namespace ventanilla::files {
namespace {

constexpr std::size_t kHeadBytes = 64 * 1024;

// Reads a file whose bytes are on the disk when it has.
class Reading {
public:
    explicit Reading(const std::filesystem::path& path)
        : descriptor_(::open(path.c_str(), O_RDONLY | O_CLOEXEC)) {
        if (descriptor_ < 0 || ::fsync(descriptor_) != 0) {
            ::close(descriptor_);
            throw std::runtime_error("an upload cannot be read");
        }
    }
    ~Reading() { ::close(descriptor_); }
    Reading(const Reading&) = delete;
    Reading& operator=(const Reading&) = delete;

    // The next bytes, as many as there are up to the size of `buffer`.
    std::string_view next(std::vector<char>& buffer) const {
        const auto size = ::read(descriptor_, buffer.data(), buffer.size());
        if (size < 0) {
            throw std::runtime_error("an upload cannot be read");
        }
        return {buffer.data(), static_cast<std::size_t>(size)};
    }

private:
    int descriptor_;
};

store::Upload look_at(const std::filesystem::path& path) {
    const Reading file(path);
    std::vector<char> buffer(kHeadBytes);
    server::Sha256 hash;
    store::Upload upload;
    for (auto bytes = file.next(buffer); !bytes.empty(); bytes = file.next(buffer)) {
        if (upload.size == 0) {
            upload.type = content_type(bytes);
        }
        hash.add(bytes);
        upload.size += static_cast<std::int64_t>(bytes.size());
    }
    upload.sha256 = hash.hex();
    return upload;
}

http::Response answer(const std::expected<bool, store::Fault>& kept, const store::Upload& upload,
                      const text::Messages& messages) {
    if (kept) {
        return http::json_response(*kept ? 200 : 201,
                                   {{"size", static_cast<std::int64_t>(upload.size)},
                                    {"type", upload.type},
                                    {"sha256", upload.sha256}});
    }
    if (kept.error() == store::Fault::kKeyReused) {
        return http::problem_response({.status = 409,
                                       .type = "/problems/upload-exists",
                                       .detail = messages.text("server.problem.upload_exists")});
    }
    return api::unavailable(messages.text("server.problem.upload_unavailable"));
}

}  // namespace

http::Spool upload_spool(std::filesystem::path folder) {
    const http::Route route("PUT", kUploadPath, http::Access::own_pages(), {});
    return {.takes =
                [route](const http::Request& request) {
                    return request.method == "PUT" && route.takes(request.path);
                },
            .folder = std::move(folder),
            .max_bytes = ticket::kMaxAttachmentBytes};
}

http::Handler UploadService::handler() {
    return [this](const http::Request& request, const http::Respond& respond) {
        take(request, respond);
    };
}

void UploadService::take(const http::Request& request, const http::Respond& respond) {
    const text::Messages& messages = api::texts_in(
        texts_, http::choose_language(request.headers.get("Accept-Language"), site_.languages),
        site_.languages.front());
    const std::string id(http::part(kUploadPath, request.path));
    if (!ticket::is_upload_id(id)) {
        respond(http::problem_response(
            {.status = 404, .detail = messages.text("server.problem.upload_id")}));
        return;
    }
    if (request.file == nullptr || request.headers.count("Content-Encoding") > 0) {
        respond(http::problem_response({.status = 422,
                                        .type = "/problems/upload-empty",
                                        .detail = messages.text("server.problem.upload_empty")}));
        return;
    }
    const bool is_taken = pool_.submit([this, id, file = request.file, respond, &messages] {
        try {
            store::Upload upload = look_at(file->path());
            upload.id_hash = hash_of_id(id);
            upload.received = clock_();
            store_.keep_file(
                upload, file->path(),
                [file, upload, respond, &messages](const std::expected<bool, store::Fault>& kept) {
                    respond(answer(kept, upload, messages));
                });
        } catch (const std::exception&) {
            respond(api::unavailable(messages.text("server.problem.upload_unavailable")));
        }
    });
    if (!is_taken) {
        respond(api::unavailable(messages.text("server.problem.upload_unavailable")));
    }
}

}  // namespace ventanilla::files
