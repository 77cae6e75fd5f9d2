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

void append_text(const std::vector<Block>& blocks, bool with_headings, std::string& text) {
    for (const Block& block : blocks) {
        if (block.kind == BlockKind::kHeading && !with_headings) {
            continue;
        }
        append_line(block.text, text);
        append_line(plain_text(block.inlines), text);
        append_text(block.children, with_headings, text);
    }
}

void append_headings(const std::vector<Block>& blocks, std::vector<std::string>& headings) {
    for (const Block& block : blocks) {
        if (block.kind == BlockKind::kHeading) {
            headings.push_back(plain_text(block.inlines));
        }
        append_headings(block.children, headings);
    }
}

}  // namespace

std::string plain_text(const Document& document, bool with_headings) {
    std::string text;
    append_text(document.blocks, with_headings, text);
    return text;
}

std::string plain_text(const std::vector<Inline>& inlines) {
    std::string text;
    append_text(inlines, text);
    return text;
}

std::vector<std::string> heading_texts(const Document& document) {
    std::vector<std::string> headings;
    append_headings(document.blocks, headings);
    return headings;
}

}  // namespace ventanilla::article
