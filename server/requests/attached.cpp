#include "server/requests/attached.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <utility>

#include "core/ticket/thread.h"
#include "server/files/download.h"

namespace ventanilla::requests {

std::vector<store::Attachment> for_customers(std::span<const store::Event> events,
                                             std::span<const store::Attachment> attachments) {
    const auto may_see = [&](const store::Attachment& file) {
        const auto event = std::ranges::find(events, file.event, &store::Event::number);
        if (event == events.end()) {
            return file.event == 0;
        }
        const auto kind = ticket::event_kind(event->kind);
        return kind && ticket::is_for_customers(*kind);
    };
    std::vector<store::Attachment> shown;
    std::ranges::copy_if(attachments, std::back_inserter(shown), may_see);
    return shown;
}

http::Response hand_out(const Speech& speech, store::Reader& store,
                        std::span<const store::Attachment> attachments, std::string_view path) {
    const std::string_view number = path.substr(path.rfind('/') + 1);
    for (const store::Attachment& file : attachments) {
        if (std::to_string(file.number) != number) {
            continue;
        }
        if (auto bytes = store.bytes(file)) {
            return files::download(file, std::move(*bytes));
        }
    }
    return http::problem_response(
        {.status = 404, .detail = speech.messages().text("server.problem.no_file")});
}

}  // namespace ventanilla::requests
