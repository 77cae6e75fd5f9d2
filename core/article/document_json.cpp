#include <array>
#include <cstdint>
#include <optional>
#include <utility>

#include "core/article/document.h"
#include "core/article/targets.h"

namespace ventanilla::article {
namespace {

using base::Json;

constexpr std::array<std::pair<InlineKind, std::string_view>, 7> kInlineNames{{
    {InlineKind::kText, "text"},
    {InlineKind::kEmphasis, "emphasis"},
    {InlineKind::kStrong, "strong"},
    {InlineKind::kCode, "code"},
    {InlineKind::kLink, "link"},
    {InlineKind::kPicture, "picture"},
    {InlineKind::kBreak, "break"},
}};

constexpr std::array<std::pair<BlockKind, std::string_view>, 11> kBlockNames{{
    {BlockKind::kHeading, "heading"},
    {BlockKind::kParagraph, "paragraph"},
    {BlockKind::kBulletList, "bullets"},
    {BlockKind::kOrderedList, "numbers"},
    {BlockKind::kItem, "item"},
    {BlockKind::kQuote, "quote"},
    {BlockKind::kCode, "code"},
    {BlockKind::kRule, "rule"},
    {BlockKind::kTable, "table"},
    {BlockKind::kRow, "row"},
    {BlockKind::kCell, "cell"},
}};

template <typename Names, typename Kind>
std::string_view name_of(const Names& names, Kind kind) {
    for (const auto& [known, name] : names) {
        if (known == kind) {
            return name;
        }
    }
    return {};
}

template <typename Kind, std::size_t kSize>
std::optional<Kind> kind_of(const std::array<std::pair<Kind, std::string_view>, kSize>& names,
                            const Json& json) {
    const std::string_view wanted = base::string_at(json, "kind");
    for (const auto& [kind, name] : names) {
        if (name == wanted) {
            return kind;
        }
    }
    return std::nullopt;
}

bool has_text(InlineKind kind) {
    return kind == InlineKind::kText || kind == InlineKind::kCode || kind == InlineKind::kPicture;
}
bool has_target(InlineKind kind) {
    return kind == InlineKind::kLink || kind == InlineKind::kPicture;
}
bool has_children(InlineKind kind) {
    return kind == InlineKind::kEmphasis || kind == InlineKind::kStrong ||
           kind == InlineKind::kLink;
}

bool has_inlines(BlockKind kind) {
    return kind == BlockKind::kHeading || kind == BlockKind::kParagraph || kind == BlockKind::kCell;
}
bool has_children(BlockKind kind) {
    return !has_inlines(kind) && kind != BlockKind::kCode && kind != BlockKind::kRule;
}
std::string_view number_key(BlockKind kind) {
    return kind == BlockKind::kHeading ? "level" : kind == BlockKind::kOrderedList ? "start" : "";
}

// Items stand in lists, rows in tables, cells in rows, and nothing else does.
bool may_hold(std::optional<BlockKind> parent, BlockKind child) {
    switch (child) {
    case BlockKind::kItem:
        return parent == BlockKind::kBulletList || parent == BlockKind::kOrderedList;
    case BlockKind::kRow:
        return parent == BlockKind::kTable;
    case BlockKind::kCell:
        return parent == BlockKind::kRow;
    default:
        return !parent || parent == BlockKind::kItem || parent == BlockKind::kQuote;
    }
}

Json to_json(const std::vector<Inline>& inlines) {
    Json json = Json::array();
    for (const Inline& piece : inlines) {
        Json one = {{"kind", name_of(kInlineNames, piece.kind)}};
        if (has_text(piece.kind)) {
            one["text"] = piece.text;
        }
        if (has_target(piece.kind)) {
            one["target"] = piece.target;
        }
        if (has_children(piece.kind)) {
            one["children"] = to_json(piece.children);
        }
        json.push_back(std::move(one));
    }
    return json;
}

Json to_json(const std::vector<Block>& blocks) {
    Json json = Json::array();
    for (const Block& block : blocks) {
        Json one = {{"kind", name_of(kBlockNames, block.kind)}};
        if (const std::string_view key = number_key(block.kind); !key.empty()) {
            one[std::string(key)] = block.number;
        }
        if (block.kind == BlockKind::kHeading) {
            one["anchor"] = block.anchor;
        }
        if (block.kind == BlockKind::kCode) {
            one["text"] = block.text;
        }
        if (has_inlines(block.kind)) {
            one["inlines"] = to_json(block.inlines);
        }
        if (has_children(block.kind)) {
            one["children"] = to_json(block.children);
        }
        json.push_back(std::move(one));
    }
    return json;
}

// Reads; the first thing that to_json cannot have written stops it.
class Reader {
public:
    std::string fault;

    bool read(const Json& json, std::vector<Inline>& inlines, int depth) {
        if (!json.is_array() || depth > kMaxNesting) {
            return fail("inlines are a list, not nested too deeply");
        }
        for (const Json& one : json) {
            const auto kind = kind_of(kInlineNames, one);
            if (!kind) {
                return fail("an inline's kind is unknown");
            }
            Inline piece;
            piece.kind = *kind;
            const bool complete =
                (!has_text(*kind) || read_text(one, "text", piece.text)) &&
                (!has_target(*kind) || read_text(one, "target", piece.target)) &&
                (!has_children(*kind) || read(member(one, "children"), piece.children, depth + 1));
            if (!complete) {
                return fail("an inline lacks a member");
            }
            if ((*kind == InlineKind::kLink && !is_safe_link(piece.target)) ||
                (*kind == InlineKind::kPicture && !is_safe_picture(piece.target))) {
                return fail("a link or picture leads to where it must not");
            }
            inlines.push_back(std::move(piece));
        }
        return true;
    }

    bool read(const Json& json, std::optional<BlockKind> parent, std::vector<Block>& blocks,
              int depth) {
        if (!json.is_array() || depth > kMaxNesting) {
            return fail("blocks are a list, not nested too deeply");
        }
        for (const Json& one : json) {
            const auto kind = kind_of(kBlockNames, one);
            if (!kind || !may_hold(parent, *kind)) {
                return fail("a block's kind is unknown or out of place");
            }
            Block block;
            block.kind = *kind;
            const bool complete =
                read_number(one, block) &&
                (*kind != BlockKind::kHeading || read_text(one, "anchor", block.anchor)) &&
                (*kind != BlockKind::kCode || read_text(one, "text", block.text)) &&
                (!has_inlines(*kind) || read(member(one, "inlines"), block.inlines, depth + 1)) &&
                (!has_children(*kind) ||
                 read(member(one, "children"), kind, block.children, depth + 1));
            if (!complete) {
                return fail("a block lacks a member");
            }
            blocks.push_back(std::move(block));
        }
        return true;
    }

private:
    static const Json& member(const Json& json, std::string_view key) {
        static const Json kNull;
        const Json* found = base::find(json, key);
        return found != nullptr ? *found : kNull;
    }

    static bool read_text(const Json& json, std::string_view key, std::string& text) {
        const Json& found = member(json, key);
        text = base::string_at(json, key);
        return found.is_string();
    }

    static bool read_number(const Json& json, Block& block) {
        const std::string_view key = number_key(block.kind);
        if (key.empty()) {
            return true;
        }
        const std::int64_t number = base::integer_at(json, key, -1);
        const bool is_heading = block.kind == BlockKind::kHeading;
        block.number = static_cast<int>(number);
        return number >= (is_heading ? 2 : 0) && number <= (is_heading ? 4 : 999'999'999);
    }

    bool fail(std::string_view why) {
        if (fault.empty()) {
            fault = why;
        }
        return false;
    }
};

}  // namespace

Json to_json(const Document& document) {
    return to_json(document.blocks);
}

std::expected<Document, std::string> document_from_json(const Json& json) {
    Document document;
    Reader reader;
    if (!reader.read(json, std::nullopt, document.blocks, 1)) {
        return std::unexpected(reader.fault);
    }
    return document;
}

}  // namespace ventanilla::article
