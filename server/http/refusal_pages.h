// server/http/refusal_pages.h
//
// What a browser shows when its request is refused: a page in its reader's language, such as "/es/404.html", in place of
// problem details. Programs keep the problem details, and so does everybody who calls the API.
//
//   const RefusalPages pages(static_table, {"es", "en"});
//   response = pages.readable(request, std::move(response));
#pragma once

#include <string>
#include <vector>

#include "server/http/message.h"
#include "server/http/static_table.h"

namespace ventanilla::http {

// Safe from every thread.
class RefusalPages {
public:
    // `languages`: of the site, the default first.
    RefusalPages(StaticTable files, std::vector<std::string> languages);

    // The page of a problem's status, with the headers that say what to do. What is no problem, and a problem without a
    // page, stays as it is.
    [[nodiscard]] Response readable(const Request& request, Response response) const;

private:
    StaticTable files_;
    std::vector<std::string> languages_;
};

}  // namespace ventanilla::http
