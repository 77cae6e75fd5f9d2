#include "widget/html/document_html.h"

#include <algorithm>

#include "core/article/video.h"
#include "widget/app/screen.h"

namespace ventanilla::html {
namespace {

using article::Block;
using article::BlockKind;
using article::Inline;
using article::InlineKind;

class Renderer {
public:
    Renderer(HtmlWriter& html, const DocumentStyle& style) : html_(html), style_(style) {}

    void blocks(const std::vector<Block>& blocks) {
        for (const Block& block : blocks) {
            this->block(block);
        }
    }

private:
    void block(const Block& block) {
        switch (block.kind) {
        case BlockKind::kHeading:
            heading(block);
            break;
        case BlockKind::kParagraph: {
            const auto paragraph = html_.element("p");
            inlines(block.inlines);
            break;
        }
        case BlockKind::kBulletList: {
            const auto list = html_.element("ul");
            blocks(block.children);
            break;
        }
        case BlockKind::kOrderedList:
            ordered_list(block);
            break;
        case BlockKind::kItem: {
            const auto item = html_.element("li");
            item_content(block.children);
            break;
        }
        case BlockKind::kQuote: {
            const auto quote = html_.element("blockquote");
            blocks(block.children);
            break;
        }
        case BlockKind::kCode:
            code(block);
            break;
        case BlockKind::kRule:
            html_.empty("hr");
            break;
        case BlockKind::kTable:
            table(block);
            break;
        case BlockKind::kRow:
        case BlockKind::kCell:
            // Only a table holds them, and draws them itself.
            content(block);
            break;
        }
    }

    void heading(const Block& block) {
        const std::string anchor = style_.anchors + block.anchor;
        const auto write = [&](TagName name) {
            Attributes attributes = {{"id", anchor}};
            if (!style_.key.empty()) {
                add(attributes, "data-key", app::heading_key(style_.key, block.anchor));
            }
            const auto element = html_.element(name, attributes);
            inlines(block.inlines);
        };
        switch (std::clamp(block.number + style_.heading_shift, 2, 6)) {
        case 2:
            return write("h2");
        case 3:
            return write("h3");
        case 4:
            return write("h4");
        case 5:
            return write("h5");
        default:
            return write("h6");
        }
    }

    void ordered_list(const Block& block) {
        const auto list = block.number == 1
                              ? html_.element("ol")
                              : html_.element("ol", {{"start", std::to_string(block.number)}});
        blocks(block.children);
    }

    void code(const Block& block) {
        if (style_.texts == nullptr) {
            return frame(block);
        }
        const auto place = html_.element("div", {{"class", "copyable"}});
        html_.leaf("button", {{"type", "button"}, {"class", "copy"}, {"hidden", ""}},
                   style_.texts->text("reading.copy"));
        frame(block);
    }

    void frame(const Block& block) {
        const auto frame = html_.element("pre", part({{"tabindex", "0"}}));
        html_.leaf("code", block.text);
    }

    // The first paragraph of an item stands without a <p>, so that short lists stay tight.
    void item_content(const std::vector<Block>& children) {
        auto next = children.begin();
        if (next != children.end() && next->kind == BlockKind::kParagraph) {
            inlines(next->inlines);
            ++next;
        }
        for (; next != children.end(); ++next) {
            block(*next);
        }
    }

    // Scrolls sideways in a box of its own, which the keyboard reaches.
    void table(const Block& block) {
        const auto box = html_.element("div", part({{"class", "wide"},
                                                    {"role", "group"},
                                                    {"aria-labelledby", "title"},
                                                    {"tabindex", "0"}}));
        const auto table = html_.element("table");
        auto row = block.children.begin();
        if (row != block.children.end()) {
            const auto head = html_.element("thead");
            const auto line = html_.element("tr");
            for (const Block& cell : row->children) {
                const auto box_of_cell = html_.element("th", {{"scope", "col"}});
                content(cell);
            }
            ++row;
        }
        const auto body = html_.element("tbody");
        for (; row != block.children.end(); ++row) {
            const auto line = html_.element("tr");
            for (const Block& cell : row->children) {
                const auto box_of_cell = html_.element("td");
                content(cell);
            }
        }
    }

    void content(const Block& cell) {
        inlines(cell.inlines);
        blocks(cell.children);
    }

    void inlines(const std::vector<Inline>& pieces) {
        for (const Inline& piece : pieces) {
            this->piece(piece);
        }
    }

    void piece(const Inline& piece) {
        switch (piece.kind) {
        case InlineKind::kText:
            html_.text(piece.text);
            break;
        case InlineKind::kEmphasis: {
            const auto emphasis = html_.element("em");
            inlines(piece.children);
            break;
        }
        case InlineKind::kStrong: {
            const auto strong = html_.element("strong");
            inlines(piece.children);
            break;
        }
        case InlineKind::kCode:
            html_.leaf("code", piece.text);
            break;
        case InlineKind::kLink:
            link(piece);
            break;
        case InlineKind::kPicture:
            picture(piece);
            break;
        case InlineKind::kBreak:
            html_.empty("br");
            break;
        }
    }

    void link(const Inline& piece) {
        const Address address(piece.target);
        Attributes attributes = part({{"href", address}});
        if (address.refused()) {
            return inlines(piece.children);
        }
        if (!style_.contact.empty() && piece.target == style_.contact) {
            add(attributes, "data-ventanilla-route", piece.target);
        } else if (address.leaves()) {
            add(attributes, "rel", "noopener");
        }
        const auto anchor = html_.element("a", attributes);
        in_link_ = true;
        inlines(piece.children);
        in_link_ = false;
    }

    void picture(const Inline& piece) {
        const Address address(piece.target);
        if (address.refused()) {
            return html_.text(piece.text);
        }
        if (article::is_video(piece.target)) {
            return video(piece, address);
        }
        Attributes attributes{{"src", address}, {"alt", piece.text}, {"loading", "lazy"}};
        if (piece.width > 0) {
            add(attributes, "width", std::to_string(piece.width));
            add(attributes, "height", std::to_string(piece.height));
        }
        if (style_.texts == nullptr || in_link_) {
            return html_.empty("img", attributes);
        }
        const auto place = html_.element("span", {{"class", "picture"}});
        html_.empty("img", attributes);
        const auto button = html_.element(
            "button",
            {{"type", "button"},
             {"class", "enlarge"},
             {"hidden", ""},
             {"aria-label", style_.texts->fill("reading.enlarge", {{"picture", piece.text}})}});
        html_.leaf("span", "");
    }

    // Nothing of it is fetched before it is played.
    void video(const Inline& piece, const Address& address) {
        if (in_link_) {
            return html_.text(piece.text);
        }
        Attributes attributes{{"src", address},
                              {"aria-label", piece.text},
                              {"controls", ""},
                              {"preload", "none"},
                              {"playsinline", ""}};
        if (piece.width > 0) {
            add(attributes, "width", std::to_string(piece.width));
            add(attributes, "height", std::to_string(piece.height));
            add(attributes, "poster", Address(article::still_of(piece.target)));
        }
        const auto video = html_.element("video", attributes);
        html_.empty("track", {{"kind", "captions"},
                              {"src", Address(article::captions_of(piece.target, style_.language))},
                              {"srclang", style_.language}});
    }

    // The DOM view counts the same (web/panel/view/document.tsx).
    Attributes part(Attributes attributes) {
        if (!style_.key.empty()) {
            add(attributes, "data-key", style_.key + "#" + std::to_string(parts_++));
        }
        return attributes;
    }

    HtmlWriter& html_;
    const DocumentStyle& style_;
    int parts_ = 0;
    bool in_link_ = false;
};

}  // namespace

void write_document(HtmlWriter& html, const article::Document& document,
                    const DocumentStyle& style) {
    Renderer(html, style).blocks(document.blocks);
}

}  // namespace ventanilla::html
