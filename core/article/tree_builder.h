// core/article/tree_builder.h
//
// Builds a Document from md4c's events: what is entered, left and read, in reading order.
#pragma once

#include <md4c.h>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/article/anchors.h"
#include "core/article/article.h"
#include "core/base/position.h"
#include "core/base/problem.h"

namespace ventanilla::article {

class TreeBuilder {
public:
    // All must outlive the builder; `source` is what md4c reads.
    TreeBuilder(std::string_view source, int line, base::FileProblems& problems,
                std::vector<Reference>& references);

    // md4c's callbacks; false stops the reading, which take() then explains. Calls after that do
    // nothing: md4c does not heed every refusal.
    bool enter_block(MD_BLOCKTYPE type, const void* detail);
    bool leave_block(MD_BLOCKTYPE type);
    bool enter_span(MD_SPANTYPE type, const void* detail);
    bool leave_span(MD_SPANTYPE type);
    bool text(MD_TEXTTYPE type, std::string_view text);

    Document take();

private:
    enum class Stop { kNone, kTooDeep, kTooMuch, kEnoughProblems };
    enum class Html { kNone, kBlock, kReported };  // whether a block of HTML is open, and known

    [[nodiscard]] bool stopped() const { return stop_ != Stop::kNone; }
    bool open_block(BlockKind kind);
    void close_block();
    void close_implicit_paragraph();
    bool open_inline(Inline piece);
    void close_inline();
    std::vector<Inline>& inlines();  // to which the next piece is added
    bool append_text(std::string_view text);
    bool fits();
    bool spend(std::size_t bytes);

    void check_link(const Inline& link);
    void check_picture(const Inline& picture);
    void finish_heading(Block& heading);
    void report_refused_heading();
    void report_html();
    void report(std::string_view rule, std::string message);

    // Remembers where reading has come to, if `text` is a part of the source.
    void move_to(std::string_view text);
    [[nodiscard]] base::Position here() const;
    std::string attribute(const MD_ATTRIBUTE& attribute);

    std::string_view source_;
    int line_;
    base::LineIndex lines_;
    base::FileProblems& problems_;
    std::vector<Reference>& references_;

    std::vector<Block> blocks_;           // open, outermost first; the first is the document
    std::vector<Inline> inlines_;         // open, outermost first
    std::vector<base::Position> places_;  // of the open inlines
    bool implicit_paragraph_ = false;     // the innermost open block is one
    int pictures_ = 0;                    // open; what is in them is alternative text
    std::optional<int> refused_heading_;  // its level, until its place is known
    Html html_ = Html::kNone;

    // What has a name already on widget/html's page of an article.
    Anchors anchors_{{"acts", "app", "channels", "content", "form-parts", "leads-on", "title"}};
    std::size_t offset_ = 0;
    std::size_t spent_ = 0;
    Stop stop_ = Stop::kNone;
};

}  // namespace ventanilla::article
