// The door between C++ and JavaScript: the exports of ventanilla-<language>.wasm, described in docs/screen-protocol.md.
// Addresses and lengths are those of the module's memory. One thread.

#include <cstdint>
#include <string>

#include "core/search/asking/query.h"
#include "widget/bridge/door.h"
#include "widget/bridge/screen_json.h"

namespace ventanilla::bridge {

Door& door() {
    static Door instance;
    return instance;
}

}  // namespace ventanilla::bridge

namespace {

using ventanilla::bridge::door;
using ventanilla::search::Index;
using ventanilla::search::IndexFault;

std::uint32_t number_of(IndexFault fault) {
    return 1 + static_cast<std::uint32_t>(fault);
}

}  // namespace

VENTANILLA_EXPORT(vt_reserve) char* vt_reserve(std::uint32_t size) {
    if (door().input.size() < size) {
        door().input.resize(size);
    }
    return door().input.data();
}

VENTANILLA_EXPORT(vt_result_size) std::uint32_t vt_result_size() {
    return static_cast<std::uint32_t>(door().result.size());
}

VENTANILLA_EXPORT(vt_dispatch) const char* vt_dispatch(std::uint32_t length) {
    return door().answer(door().session.dispatch(door().read(length)));
}

VENTANILLA_EXPORT(vt_deliver)
const char* vt_deliver(std::uint32_t effect, std::int32_t status, std::uint32_t length) {
    return door().answer(door().session.deliver(effect, status, door().take(length)));
}

VENTANILLA_EXPORT(vt_index_open) std::uint32_t vt_index_open(std::uint32_t length) {
    auto index = Index::open(door().take(length));
    if (!index) {
        return number_of(index.error());
    }
    door().index = std::move(*index);
    return 0;
}

VENTANILLA_EXPORT(vt_index_add)
std::uint32_t vt_index_add(std::uint32_t shard, std::uint32_t length) {
    if (!door().index) {
        return number_of(IndexFault::kWrongShard);
    }
    const auto fault = door().index->add(shard, door().take(length));
    return fault ? number_of(*fault) : 0;
}

VENTANILLA_EXPORT(vt_index_search)
const char* vt_index_search(std::uint32_t length, std::int32_t limit, std::int32_t shown) {
    if (!door().index) {
        return door().answer(R"({"hits":[],"wanted":[]})");
    }
    namespace search = ventanilla::search;
    const search::Answer answer = search::search(
        *door().index,
        {.text = door().read(length), .limit = limit, .shown = shown, .typing = shown == 0});
    door().index->keep_within(search::kKeptInPage, answer.used);
    return door().answer(ventanilla::bridge::to_json_text(answer));
}
