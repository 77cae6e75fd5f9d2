// Documents as JSON: the arrays that docs/screen-protocol.md describes. Each begins with its kind and has a fixed
// number of members, so that a document costs few bytes and a reader needs no optional members; a picture's size
// alone may be missing.

#include <cstdint>
#include <utility>

#include "core/article/document.h"
#include "core/article/targets.h"
#include "core/base/json.h"

namespace ventanilla::article {
namespace {

using base::Json;

Json picture_to_json(const Inline& picture) {
    Json json = Json::array({"picture", picture.target, picture.text});
    if (picture.width > 0) {
        json.push_back(picture.width);
        json.push_back(picture.height);
    }
    return json;
}

Json to_json(const std::vector<Inline>& inlines) {
    Json json = Json::array();
    for (const Inline& piece : inlines) {
        switch (piece.kind) {
        case InlineKind::kText:
            json.push_back(piece.text);
            break;
        case InlineKind::kEmphasis:
            json.push_back(Json::array({"em", to_json(piece.children)}));
            break;
        case InlineKind::kStrong:
            json.push_back(Json::array({"strong", to_json(piece.children)}));
            break;
        case InlineKind::kCode:
            json.push_back(Json::array({"code", piece.text}));
            break;
        case InlineKind::kLink:
            json.push_back(Json::array({"link", piece.target, to_json(piece.children)}));
            break;
        case InlineKind::kPicture:
            json.push_back(picture_to_json(piece));
            break;
        case InlineKind::kBreak:
            json.push_back(Json::array({"break"}));
            break;
        }
    }
    return json;
}

Json to_json(const std::vector<Block>& blocks);

// The blocks of each item, or the cells of each row.
Json parts_to_json(const std::vector<Block>& parts) {
    Json json = Json::array();
    for (const Block& part : parts) {
        if (part.kind == BlockKind::kCell) {
            json.push_back(to_json(part.inlines));
        } else if (part.kind == BlockKind::kRow) {
            json.push_back(parts_to_json(part.children));
        } else {
            json.push_back(to_json(part.children));
        }
    }
    return json;
}

Json to_json(const Block& block) {
    switch (block.kind) {
    case BlockKind::kHeading:
        return Json::array({"heading", block.number, block.anchor, to_json(block.inlines)});
    case BlockKind::kBulletList:
        return Json::array({"bullets", parts_to_json(block.children)});
    case BlockKind::kOrderedList:
        return Json::array({"numbers", block.number, parts_to_json(block.children)});
    case BlockKind::kQuote:
        return Json::array({"quote", to_json(block.children)});
    case BlockKind::kCode:
        return Json::array({"code", block.text});
    case BlockKind::kRule:
        return Json::array({"rule"});
    case BlockKind::kTable:
        return Json::array({"table", parts_to_json(block.children)});
    case BlockKind::kParagraph:
    case BlockKind::kItem:
    case BlockKind::kRow:
    case BlockKind::kCell:
        break;
    }
    return Json::array({"paragraph", to_json(block.inlines)});
}

Json to_json(const std::vector<Block>& blocks) {
    Json json = Json::array();
    for (const Block& block : blocks) {
        json.push_back(to_json(block));
    }
    return json;
}

// Reads; the first thing that to_json cannot have written stops it.
class DocumentReader {
public:
    std::string fault;

    bool read(const Json& json, std::vector<Block>& blocks, int depth) {
        if (!json.is_array() || depth > kMaxNesting) {
            return fail("blocks are a list, not nested too deeply");
        }
        for (const Json& one : json.elements()) {
            if (!read_block(one, blocks.emplace_back(), depth + 1)) {
                return fail("a block's kind is unknown or it lacks a member");
            }
        }
        return true;
    }

private:
    static bool is(const Json& json, std::string_view kind, std::size_t size) {
        return json.size() == size && json[0].text() == kind;
    }

    static bool text(const Json& json, std::string& text) {
        if (!json.is_text()) {
            return false;
        }
        text = json.text();
        return true;
    }

    static bool number(const Json& json, int lowest, int highest, int& number) {
        const std::int64_t value = json.is_integer() ? json.integer() : std::int64_t{lowest} - 1;
        number = static_cast<int>(value);
        return value >= lowest && value <= highest;
    }

    bool read_block(const Json& json, Block& block, int depth) {
        if (is(json, "paragraph", 2)) {
            return inlines(json[1], block.inlines, depth);
        }
        if (is(json, "heading", 4)) {
            block.kind = BlockKind::kHeading;
            return number(json[1], 2, 4, block.number) && text(json[2], block.anchor) &&
                   inlines(json[3], block.inlines, depth);
        }
        if (is(json, "bullets", 2)) {
            block.kind = BlockKind::kBulletList;
            return items(json[1], block.children, depth);
        }
        if (is(json, "numbers", 3)) {
            block.kind = BlockKind::kOrderedList;
            return number(json[1], 0, 999'999'999, block.number) &&
                   items(json[2], block.children, depth);
        }
        if (is(json, "quote", 2)) {
            block.kind = BlockKind::kQuote;
            return read(json[1], block.children, depth);
        }
        if (is(json, "code", 2)) {
            block.kind = BlockKind::kCode;
            return text(json[1], block.text);
        }
        if (is(json, "table", 2)) {
            block.kind = BlockKind::kTable;
            return rows(json[1], block.children, depth);
        }
        block.kind = BlockKind::kRule;
        return is(json, "rule", 1);
    }

    bool items(const Json& json, std::vector<Block>& blocks, int depth) {
        bool complete = json.is_array();
        for (const Json& one : json.elements()) {
            Block& item = blocks.emplace_back();
            item.kind = BlockKind::kItem;
            complete = complete && read(one, item.children, depth + 1);
        }
        return complete;
    }

    bool rows(const Json& json, std::vector<Block>& blocks, int depth) {
        bool complete = json.is_array();
        for (const Json& cells : json.elements()) {
            Block& row = blocks.emplace_back();
            row.kind = BlockKind::kRow;
            complete = complete && cells.is_array();
            for (const Json& one : cells.elements()) {
                Block& cell = row.children.emplace_back();
                cell.kind = BlockKind::kCell;
                complete = complete && inlines(one, cell.inlines, depth + 1);
            }
        }
        return complete;
    }

    bool inlines(const Json& json, std::vector<Inline>& pieces, int depth) {
        if (!json.is_array() || depth > kMaxNesting) {
            return fail("inlines are a list, not nested too deeply");
        }
        for (const Json& one : json.elements()) {
            if (!read_inline(one, pieces.emplace_back(), depth + 1)) {
                return fail("an inline's kind is unknown or it lacks a member");
            }
        }
        return true;
    }

    bool read_inline(const Json& json, Inline& piece, int depth) {
        if (json.is_text() || is(json, "code", 2)) {
            piece.kind = json.is_text() ? InlineKind::kText : InlineKind::kCode;
            return text(json.is_text() ? json : json[1], piece.text);
        }
        if (is(json, "em", 2) || is(json, "strong", 2)) {
            piece.kind = json[0].text() == "em" ? InlineKind::kEmphasis : InlineKind::kStrong;
            return inlines(json[1], piece.children, depth);
        }
        if (is(json, "link", 3)) {
            piece.kind = InlineKind::kLink;
            return text(json[1], piece.target) && leads(is_safe_link(piece.target)) &&
                   inlines(json[2], piece.children, depth);
        }
        const bool has_size = is(json, "picture", 5);
        if (has_size || is(json, "picture", 3)) {
            piece.kind = InlineKind::kPicture;
            return text(json[1], piece.target) && text(json[2], piece.text) &&
                   (!has_size || (number(json[3], 1, kMaxPictureSide, piece.width) &&
                                  number(json[4], 1, kMaxPictureSide, piece.height))) &&
                   leads(is_safe_picture(piece.target));
        }
        piece.kind = InlineKind::kBreak;
        return is(json, "break", 1);
    }

    bool leads(bool is_safe) {
        return is_safe || fail("a link or picture leads to where it must not");
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
    DocumentReader reader;
    if (!reader.read(json, document.blocks, 1)) {
        return std::unexpected(reader.fault);
    }
    return document;
}

}  // namespace ventanilla::article
