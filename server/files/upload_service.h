// server/files/upload_service.h
//
// Takes in files, one a request, as raw bytes, before the request for help that will name them. Whoever uploads makes up the id,
// so that the same upload can be sent again until an answer comes: docs/decisions/0030-attachments.md, docs/api.md.
//
//   UploadService uploads(site, texts, store, pool);
//   Route("PUT", kUploadPath, Access::own_pages(), uploads.handler());
#pragma once

#include <functional>

#include "core/site/site.h"
#include "server/api/pool.h"
#include "server/api/texts.h"
#include "server/http/message.h"
#include "server/http/spool.h"
#include "server/store/store.h"
#include "server/time/timestamps.h"

namespace ventanilla::files {

inline constexpr const char* kUploadPath = "/api/v1/uploads/{id}";

// How a server takes their bodies in.
http::Spool upload_spool(std::filesystem::path folder);

class UploadService {
public:
    // All must outlive the service, and every request that it has taken.
    UploadService(const site::Site& site, const api::Texts& texts, store::Store& store,
                  api::Pool& pool, std::function<store::Time()> clock = server::now)
        : site_(site), texts_(texts), store_(store), pool_(pool), clock_(std::move(clock)) {}

    // Answers exactly once, from a thread of the pool or of the store.
    void take(const http::Request& request, const http::Respond& respond);
    http::Handler handler();

private:
    const site::Site& site_;
    const api::Texts& texts_;
    store::Store& store_;
    api::Pool& pool_;
    std::function<store::Time()> clock_;
};

}  // namespace ventanilla::files
