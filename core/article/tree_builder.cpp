#include "core/article/tree_builder.h"

#include <algorithm>
#include <functional>
#include <utility>

#include "core/article/entities.h"
#include "core/article/targets.h"
#include "core/article/video.h"
#include "core/base/blank.h"

namespace ventanilla::article {
namespace {

// What a document may cost, by a rough measure of its memory. Link references and tables can make a small text into a
// huge tree.
constexpr std::size_t kBudget = 32'000'000;
constexpr std::size_t kNodeCost = 64;

constexpr int kLeastLevel = 2;
constexpr int kMostLevel = 4;

std::optional<BlockKind> block_kind(MD_BLOCKTYPE type) {
    switch (type) {
    case MD_BLOCK_QUOTE:
        return BlockKind::kQuote;
    case MD_BLOCK_UL:
        return BlockKind::kBulletList;
    case MD_BLOCK_OL:
        return BlockKind::kOrderedList;
    case MD_BLOCK_LI:
        return BlockKind::kItem;
    case MD_BLOCK_HR:
        return BlockKind::kRule;
    case MD_BLOCK_H:
        return BlockKind::kHeading;
    case MD_BLOCK_CODE:
        return BlockKind::kCode;
    case MD_BLOCK_P:
        return BlockKind::kParagraph;
    case MD_BLOCK_TABLE:
        return BlockKind::kTable;
    case MD_BLOCK_TR:
        return BlockKind::kRow;
    case MD_BLOCK_TH:
    case MD_BLOCK_TD:
        return BlockKind::kCell;
    default:
        return std::nullopt;  // the document, and parts of a table that are no node here
    }
}

bool holds_inlines(BlockKind kind) {
    return kind == BlockKind::kHeading || kind == BlockKind::kParagraph || kind == BlockKind::kCell;
}

}  // namespace

TreeBuilder::TreeBuilder(std::string_view source, int line, base::FileProblems& problems,
                         std::vector<Reference>& references)
    : source_(source), line_(line), lines_(source), problems_(problems), references_(references),
      blocks_(1) {}

bool TreeBuilder::enter_block(MD_BLOCKTYPE type, const void* detail) {
    if (stopped()) {
        return false;
    }
    close_implicit_paragraph();
    if (type == MD_BLOCK_HTML) {
        html_ = Html::kBlock;
        return true;
    }
    const auto kind = block_kind(type);
    if (!kind) {
        return true;
    }
    if (!open_block(*kind)) {
        return false;
    }
    if (type == MD_BLOCK_OL) {
        blocks_.back().number =
            static_cast<int>(static_cast<const MD_BLOCK_OL_DETAIL*>(detail)->start);
    }
    if (type == MD_BLOCK_H) {
        const int level = static_cast<int>(static_cast<const MD_BLOCK_H_DETAIL*>(detail)->level);
        blocks_.back().number = level;
        if (level < kLeastLevel || level > kMostLevel) {
            refused_heading_ = level;
        }
    }
    return true;
}

bool TreeBuilder::leave_block(MD_BLOCKTYPE type) {
    if (stopped()) {
        return false;
    }
    close_implicit_paragraph();
    if (type == MD_BLOCK_HTML) {
        html_ = Html::kNone;
    } else if (block_kind(type)) {
        if (type == MD_BLOCK_H) {
            finish_heading(blocks_.back());
        }
        close_block();
    }
    return true;
}

bool TreeBuilder::enter_span(MD_SPANTYPE type, const void* detail) {
    if (stopped()) {
        return false;
    }
    if (type == MD_SPAN_IMG && pictures_++ == 0) {
        const auto* picture = static_cast<const MD_SPAN_IMG_DETAIL*>(detail);
        return open_inline({.kind = InlineKind::kPicture,
                            .text = {},
                            .target = attribute(picture->src),
                            .children = {}});
    }
    if (pictures_ > 0) {
        return true;
    }
    switch (type) {
    case MD_SPAN_EM:
        return open_inline(
            {.kind = InlineKind::kEmphasis, .text = {}, .target = {}, .children = {}});
    case MD_SPAN_STRONG:
        return open_inline({.kind = InlineKind::kStrong, .text = {}, .target = {}, .children = {}});
    case MD_SPAN_CODE:
        return open_inline({.kind = InlineKind::kCode, .text = {}, .target = {}, .children = {}});
    case MD_SPAN_A: {
        const auto* link = static_cast<const MD_SPAN_A_DETAIL*>(detail);
        return open_inline({.kind = InlineKind::kLink,
                            .text = {},
                            .target = attribute(link->href),
                            .children = {}});
    }
    default:
        return true;
    }
}

bool TreeBuilder::leave_span(MD_SPANTYPE type) {
    if (stopped()) {
        return false;
    }
    if (type == MD_SPAN_IMG ? --pictures_ == 0 : pictures_ == 0) {
        close_inline();
    }
    return true;
}

bool TreeBuilder::text(MD_TEXTTYPE type, std::string_view text) {
    if (stopped()) {
        return false;
    }
    move_to(text);
    report_refused_heading();
    switch (type) {
    case MD_TEXT_HTML:
        report_html();
        return true;
    case MD_TEXT_BR:
        if (pictures_ > 0) {
            return append_text(" ");
        }
        inlines().push_back({.kind = InlineKind::kBreak, .text = {}, .target = {}, .children = {}});
        return spend(kNodeCost);
    case MD_TEXT_SOFTBR:
        return append_text(" ");
    case MD_TEXT_NULLCHAR:
        return append_text("\uFFFD");
    case MD_TEXT_ENTITY:
        return append_text(decode_entity(text));
    default:
        return append_text(text);
    }
}

Document TreeBuilder::take() {
    if (stop_ == Stop::kTooDeep) {
        report("body-nesting",
               "Lists, quotes and emphasis are nested too deeply here; make the text flatter.");
    }
    if (stop_ == Stop::kTooMuch) {
        report("body-size", "The text is too large from here on; split the article into several.");
    }
    return {.blocks = std::move(blocks_.front().children)};
}

bool TreeBuilder::open_block(BlockKind kind) {
    blocks_.emplace_back().kind = kind;
    return fits() && spend(kNodeCost);
}

void TreeBuilder::close_block() {
    Block block = std::move(blocks_.back());
    blocks_.pop_back();
    blocks_.back().children.push_back(std::move(block));
}

void TreeBuilder::close_implicit_paragraph() {
    if (implicit_paragraph_) {
        implicit_paragraph_ = false;
        close_block();
    }
}

bool TreeBuilder::open_inline(Inline piece) {
    inlines();
    const std::size_t cost = kNodeCost + piece.target.size();
    inlines_.push_back(std::move(piece));
    places_.push_back(here());
    return fits() && spend(cost);
}

void TreeBuilder::close_inline() {
    Inline piece = std::move(inlines_.back());
    inlines_.pop_back();
    if (piece.kind == InlineKind::kLink) {
        check_link(piece);
    } else if (piece.kind == InlineKind::kPicture) {
        check_picture(piece);
    }
    places_.pop_back();
    inlines().push_back(std::move(piece));
}

std::vector<Inline>& TreeBuilder::inlines() {
    if (!inlines_.empty()) {
        return inlines_.back().children;
    }
    // In a list without empty lines an item's text has no paragraph of its own.
    if (!holds_inlines(blocks_.back().kind) || blocks_.size() == 1) {
        implicit_paragraph_ = true;
        open_block(BlockKind::kParagraph);
    }
    return blocks_.back().inlines;
}

bool TreeBuilder::append_text(std::string_view text) {
    if (!inlines_.empty() && (pictures_ > 0 || inlines_.back().kind == InlineKind::kCode)) {
        inlines_.back().text += text;
    } else if (blocks_.back().kind == BlockKind::kCode) {
        blocks_.back().text += text;
    } else if (auto& pieces = inlines();
               !pieces.empty() && pieces.back().kind == InlineKind::kText) {
        pieces.back().text += text;
    } else {
        pieces.push_back(
            {.kind = InlineKind::kText, .text = std::string(text), .target = {}, .children = {}});
        return fits() && spend(kNodeCost + text.size());
    }
    return spend(text.size());
}

bool TreeBuilder::fits() {
    const std::size_t open = blocks_.size() - 1 + inlines_.size();
    if (open >= static_cast<std::size_t>(kMaxNesting)) {
        stop_ = Stop::kTooDeep;
    }
    return !stopped();
}

bool TreeBuilder::spend(std::size_t bytes) {
    spent_ += bytes;
    if (!stopped() && problems_.full()) {
        stop_ = Stop::kEnoughProblems;
    } else if (!stopped() && spent_ > kBudget) {
        stop_ = Stop::kTooMuch;
    }
    return !stopped();
}

void TreeBuilder::check_link(const Inline& link) {
    if (auto message = refuse_link(link.target)) {
        problems_.add(places_.back(), "link-target", std::move(*message));
    } else if (is_reference(link.target)) {
        references_.push_back({link.target, places_.back()});
    }
    if (base::is_blank(plain_text(link.children))) {
        problems_.add(places_.back(), "link-text",
                      "The link to \"" + link.target + "\" has no words; write [where it leads](" +
                          link.target + ").");
    }
}

void TreeBuilder::check_picture(const Inline& picture) {
    if (auto message = refuse_picture(picture.target)) {
        problems_.add(places_.back(), "picture-target", std::move(*message));
    } else {
        references_.push_back({picture.target, places_.back()});
    }
    if (is_video(picture.target) &&
        std::ranges::find(inlines_, InlineKind::kLink, &Inline::kind) != inlines_.end()) {
        problems_.add(
            places_.back(), "video-link",
            "The video \"" + picture.target +
                "\" stands in a link, where it cannot be played; put it beside the link.");
    }
    if (base::is_blank(picture.text)) {
        problems_.add(places_.back(), "picture-text",
                      "The picture \"" + picture.target +
                          "\" has no alternative text; say between the brackets what it shows, for "
                          "those who cannot see it.");
    }
}

void TreeBuilder::finish_heading(Block& heading) {
    report_refused_heading();
    const std::string title = plain_text(heading.inlines);
    if (base::is_blank(title)) {
        report("heading-empty", "The heading has no words; add them or take it out.");
    }
    heading.anchor = anchors_.make(title);
}

void TreeBuilder::report_refused_heading() {
    if (refused_heading_) {
        report("heading-level", "Headings go from ## to ####, since the title is the page's first; "
                                "this one is of level " +
                                    std::to_string(*refused_heading_) + ".");
        refused_heading_.reset();
    }
}

void TreeBuilder::report_html() {
    if (html_ != Html::kReported) {
        report("body-html",
               "HTML is not allowed; write it in Markdown, or as \\< if you mean the sign.");
    }
    html_ = html_ == Html::kNone ? Html::kNone : Html::kReported;
}

void TreeBuilder::report(std::string_view rule, std::string message) {
    problems_.add(here(), rule, std::move(message));
}

void TreeBuilder::move_to(std::string_view text) {
    const auto* end = source_.data() + source_.size();
    if (std::less_equal<>()(source_.data(), text.data()) && std::less<>()(text.data(), end)) {
        offset_ = static_cast<std::size_t>(text.data() - source_.data());
    }
}

base::Position TreeBuilder::here() const {
    base::Position at = lines_.position(offset_);
    at.line += line_ - 1;
    return at;
}

std::string TreeBuilder::attribute(const MD_ATTRIBUTE& attribute) {
    std::string value;
    if (attribute.size == 0) {
        return value;
    }
    move_to({attribute.text, attribute.size});
    for (std::size_t i = 0; attribute.substr_offsets[i] < attribute.size; ++i) {
        const MD_OFFSET begin = attribute.substr_offsets[i];
        const std::string_view part(attribute.text + begin,
                                    attribute.substr_offsets[i + 1] - begin);
        value +=
            attribute.substr_types[i] == MD_TEXT_ENTITY ? decode_entity(part) : std::string(part);
    }
    return value;
}

}  // namespace ventanilla::article
