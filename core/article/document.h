// core/article/document.h
//
// What an author wrote, as a typed tree: the only form in which text with structure travels. There is no HTML in
// it and no place for any; every view builds it from nodes of its own.
#pragma once

#include <expected>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/json_fwd.h"

namespace ventanilla::article {

// Pieces and blocks within each other. With room to spare for the objects around it, a document's JSON then stays
// within base::kMaxJsonDepth.
inline constexpr int kMaxNesting = 24;

// Of a picture, in CSS pixels. What claims to be larger has no size that is known.
inline constexpr int kMaxPictureSide = 1'000'000;

enum class InlineKind { kText, kEmphasis, kStrong, kCode, kLink, kPicture, kBreak };

struct Inline {
    InlineKind kind = InlineKind::kText;
    std::string text;              // kText, kCode: the text; kPicture: the alternative text
    std::string target;            // kLink: where it leads; kPicture: the file
    std::vector<Inline> children;  // kEmphasis, kStrong, kLink
    int width = 0;   // kPicture: its own size in CSS pixels, as the site's reader finds
    int height = 0;  // it in the file; 0 while that is not known

    friend bool operator==(const Inline&, const Inline&) = default;
};

enum class BlockKind {
    kHeading,  // level 2..4, anchor
    kParagraph,
    kBulletList,   // children: kItem
    kOrderedList,  // number: of its first item
    kItem,         // children: blocks
    kQuote,        // children: blocks
    kCode,         // text
    kRule,
    kTable,  // children: kRow, the first one is the header
    kRow,    // children: kCell
    kCell,
};

struct Block {
    BlockKind kind = BlockKind::kParagraph;
    int number = 0;      // kHeading: level; kOrderedList: first number
    std::string anchor;  // kHeading: unique in its document
    std::string text;    // kCode
    std::vector<Inline> inlines;
    std::vector<Block> children;

    friend bool operator==(const Block&, const Block&) = default;
};

struct Document {
    std::vector<Block> blocks;

    friend bool operator==(const Document&, const Document&) = default;
};

// Plain text, a line a block.
std::string plain_text(const Document& document);
std::string plain_text(const std::vector<Inline>& inlines);

// What stands under a heading, or before the first one: what is searched and what excerpts are cut from.
struct PlainSection {
    std::string heading;
    std::string anchor;
    std::string text;  // a line a block
};
// The first one is what stands before all headings; its text may be empty.
std::vector<PlainSection> plain_sections(const Document& document);

struct Link {
    std::string target;
    std::string text;  // plain
};
// In reading order.
std::vector<Link> links_of(const Document& document);

// Calls visit(Inline&) on every link and picture, in reading order.
template <typename Visit>
void for_each_target(std::vector<Inline>& inlines, Visit&& visit);
template <typename Visit>
void for_each_target(Document& document, Visit&& visit);

// The JSON that travels to views: a list of blocks.
//
//   block:  ["heading", level, anchor, inlines], ["paragraph", inlines], ["quote", blocks],
//           ["bullets", [blocks, ...]], ["numbers", first, [blocks, ...]], ["code", text],
//           ["rule"], ["table", [row, ...]]; a row is a list of cells, a cell one of inlines
//   inline: "text", ["em", inlines], ["strong", inlines], ["code", text], ["break"],
//           ["link", target, inlines], ["picture", target, alternative text], and with a size that is
//           known ["picture", target, alternative text, width, height]
//
// from_json refuses what to_json cannot have written, and targets other than those of articles and
// paths on the same origin ("/es/articulos/sin-internet"), which published documents have.
base::Json to_json(const Document& document);
std::expected<Document, std::string> document_from_json(const base::Json& json);

template <typename Visit>
void for_each_target(std::vector<Inline>& inlines, Visit&& visit) {
    for (Inline& piece : inlines) {
        if (piece.kind == InlineKind::kLink || piece.kind == InlineKind::kPicture) {
            visit(piece);
        }
        for_each_target(piece.children, visit);
    }
}

namespace detail {
template <typename Visit>
void for_each_target(std::vector<Block>& blocks, Visit&& visit) {
    for (Block& block : blocks) {
        article::for_each_target(block.inlines, visit);
        detail::for_each_target(block.children, visit);
    }
}
}  // namespace detail

template <typename Visit>
void for_each_target(Document& document, Visit&& visit) {
    detail::for_each_target(document.blocks, visit);
}

}  // namespace ventanilla::article
