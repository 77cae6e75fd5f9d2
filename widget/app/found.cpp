#include "widget/app/found.h"

namespace ventanilla::app {

std::string count_of_hits(const Model& model) {
    const text::Messages& messages = model.library.catalog->messages;
    std::string count = messages.count("search.count", static_cast<int>(model.answer.hits.size()));
    return is_narrowed(model.session.route)
               ? messages.fill("search.count_narrowed", {{"count", count}})
               : count;
}

std::string nothing_found(const Model& model) {
    const Route& route = model.session.route;
    return model.library.catalog->messages.fill(
        is_narrowed(route) ? "search.none_narrowed" : "search.none", {{"query", route.id}});
}

}  // namespace ventanilla::app
