#include "core/article/document.h"

namespace ventanilla::article {
namespace {

void append_text(const std::vector<Inline>& inlines, std::string& text) {
    for (const Inline& piece : inlines) {
        text += piece.kind == InlineKind::kBreak ? " " : piece.text;
        append_text(piece.children, text);
    }
}

void append_line(std::string_view line, std::string& text) {
    if (!line.empty()) {
        text += text.empty() ? "" : "\n";
        text += line;
    }
}

void append_text(const std::vector<Block>& blocks, std::string& text) {
    for (const Block& block : blocks) {
        append_line(block.text, text);
        append_line(plain_text(block.inlines), text);
        append_text(block.children, text);
    }
}

void append_sections(const std::vector<Block>& blocks, std::vector<PlainSection>& sections) {
    for (const Block& block : blocks) {
        if (block.kind == BlockKind::kHeading) {
            sections.push_back({plain_text(block.inlines), block.anchor, {}});
            continue;
        }
        append_line(block.text, sections.back().text);
        append_line(plain_text(block.inlines), sections.back().text);
        append_sections(block.children, sections);
    }
}

void append_links(const std::vector<Inline>& inlines, std::vector<Link>& links) {
    for (const Inline& piece : inlines) {
        if (piece.kind == InlineKind::kLink) {
            links.push_back({piece.target, plain_text(piece.children)});
        } else {
            append_links(piece.children, links);
        }
    }
}

void append_links(const std::vector<Block>& blocks, std::vector<Link>& links) {
    for (const Block& block : blocks) {
        append_links(block.inlines, links);
        append_links(block.children, links);
    }
}

}  // namespace

std::string plain_text(const Document& document) {
    std::string text;
    append_text(document.blocks, text);
    return text;
}

std::string plain_text(const std::vector<Inline>& inlines) {
    std::string text;
    append_text(inlines, text);
    return text;
}

std::vector<PlainSection> plain_sections(const Document& document) {
    std::vector<PlainSection> sections(1);
    append_sections(document.blocks, sections);
    return sections;
}

std::vector<Link> links_of(const Document& document) {
    std::vector<Link> links;
    append_links(document.blocks, links);
    return links;
}

}  // namespace ventanilla::article
