// The door between C++ and JavaScript: the exports of ventanilla.wasm, described in docs/screen-protocol.md.
// Addresses and lengths are those of the module's memory. One thread.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "core/search/index.h"
#include "core/search/query.h"
#include "widget/bridge/screen_json.h"
#include "widget/bridge/session.h"

#define VENTANILLA_EXPORT(name) extern "C" __attribute__((export_name(#name)))

namespace {

using ventanilla::bridge::Session;
using ventanilla::search::Index;
using ventanilla::search::IndexFault;

struct Door {
    std::string input;
    std::string result;
    Session session;
    std::optional<Index> index;  // searched alone, without the app
};

Door& door() {
    static Door instance;
    return instance;
}

std::string_view input(std::uint32_t length) {
    return std::string_view(door().input).substr(0, length);
}

// The input's bytes, handed over.
std::string take_input(std::uint32_t length) {
    std::string bytes = std::move(door().input);
    door().input = {};
    bytes.resize(length < bytes.size() ? length : bytes.size());
    return bytes;
}

const char* answer(std::string text) {
    door().result = std::move(text);
    return door().result.data();
}

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
    return answer(door().session.dispatch(input(length)));
}

VENTANILLA_EXPORT(vt_deliver)
const char* vt_deliver(std::uint32_t effect, std::int32_t status, std::uint32_t length) {
    return answer(door().session.deliver(effect, status, take_input(length)));
}

VENTANILLA_EXPORT(vt_index_open) std::uint32_t vt_index_open(std::uint32_t length) {
    auto index = Index::open(take_input(length));
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
    const auto fault = door().index->add(shard, take_input(length));
    return fault ? number_of(*fault) : 0;
}

VENTANILLA_EXPORT(vt_index_search)
const char* vt_index_search(std::uint32_t length, std::int32_t limit) {
    if (!door().index) {
        return answer(R"({"hits":[],"wanted":[]})");
    }
    return answer(ventanilla::bridge::to_json_text(
        ventanilla::search::search(*door().index, {.text = input(length), .limit = limit})));
}
