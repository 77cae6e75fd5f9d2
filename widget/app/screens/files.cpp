#include "core/base/json.h"
#include "core/ticket/attachment.h"
#include "widget/app/chosen_files.h"
#include "widget/app/screens/nodes.h"
#include "widget/app/screens/screens.h"

namespace ventanilla::app {
namespace {

constexpr std::int64_t kKilobyte = 1024;

}  // namespace

std::string size_text(std::int64_t bytes) {
    const std::int64_t kilobytes = (bytes + kKilobyte - 1) / kKilobyte;
    return kilobytes < kKilobyte ? std::to_string(kilobytes) + " KB"
                                 : std::to_string((kilobytes + kKilobyte - 1) / kKilobyte) + " MB";
}

std::vector<Node> file_nodes(const text::Messages& messages, const std::string& key,
                             const std::string& kept, const Chose& remove) {
    const auto json = base::parse_json(kept);
    const auto files = json ? base::array_at(*json, "files") : std::span<const base::Json>();
    Node field;
    field.kind = NodeKind::kField;
    field.key = key;
    field.input = Input::kFile;
    field.text = messages.text("files.add");
    field.hint = messages.text("files.limits");
    field.number = static_cast<int>(ticket::kMaxAttachments - files.size());
    if (const std::string_view fault = json ? base::string_at(*json, "fault") : "";
        !fault.empty()) {
        field.error = messages.fill(fault, {{"name", base::string_at(*json, "name")}});
    }
    std::vector<Node> nodes = nodes_of(std::move(field));
    std::vector<Node> chosen;
    for (const base::Json& file : files) {
        const std::string id(base::string_at(file, "upload"));
        chosen.push_back(action(
            key + "." + id,
            messages.fill("files.remove", {{"name", base::string_at(file, "name")},
                                           {"size", size_text(base::integer_at(file, "size"))}}),
            Chose{remove.key, remove.value + id}, Emphasis::kQuiet));
    }
    if (!chosen.empty()) {
        nodes.push_back(group(key + ".chosen", messages.text("files.title"), std::move(chosen)));
    }
    return nodes;
}

}  // namespace ventanilla::app
