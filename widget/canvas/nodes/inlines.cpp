#include <algorithm>

#include "core/article/video.h"
#include "widget/canvas/nodes/document_parts.h"

namespace ventanilla::canvas {
namespace {

using article::Inline;
using article::InlineKind;

class Collector {
public:
    Collector(Sheet& sheet, Colour colour) : sheet_(sheet), colour_(colour) {
        segments_.emplace_back();
    }

    void add(const std::vector<Inline>& inlines, Style style) {
        for (const Inline& piece : inlines) {
            add(piece, style);
        }
    }

    std::vector<Segment> take() {
        std::erase_if(segments_, [](const Segment& segment) {
            return segment.pieces.empty() && segment.picture == nullptr;
        });
        return std::move(segments_);
    }

private:
    void add(const Inline& piece, Style style) {
        switch (piece.kind) {
        case InlineKind::kText:
            push({.text = piece.text, .style = style});
            break;
        case InlineKind::kEmphasis:
            add(piece.children, {Face::kItalic, style.size});
            break;
        case InlineKind::kStrong:
            add(piece.children, {Face::kStrong, style.size});
            break;
        case InlineKind::kCode:
            push({.text = piece.text,
                  .style = {Face::kMono, style.size * 0.9F},
                  .ground = sheet_.theme().sunken,
                  .frame = sheet_.theme().line});
            break;
        case InlineKind::kLink:
            add_link(piece, style);
            break;
        case InlineKind::kPicture:
            segments_.push_back({.picture = &piece});
            segments_.emplace_back();
            break;
        case InlineKind::kBreak:
            push({.style = style, .breaks = true});
            break;
        }
    }

    void add_link(const Inline& link, Style style) {
        Target target{.role = Role::kLink, .name = article::plain_text(link.children)};
        const bool leads_out = !link.target.starts_with('/');
        if (leads_out) {
            target.address = link.target;
        } else {
            target.message = app::Navigate{link.target};
        }
        target.key = sheet_.next_part_key();
        const TargetIndex outer = link_;
        link_ = sheet_.add_target(std::move(target));
        add(link.children, style);
        if (leads_out && link.target.starts_with("http")) {
            push({.style = style, .icon = Icon::kLeave});
        }
        link_ = outer;
    }

    void push(Piece piece) {
        piece.colour = link_ == kNoTarget ? colour_ : sheet_.theme().accent_ink;
        piece.underlined = link_ != kNoTarget;
        piece.target = link_;
        segments_.back().pieces.push_back(std::move(piece));
    }

    Sheet& sheet_;
    Colour colour_;
    TargetIndex link_ = kNoTarget;
    std::vector<Segment> segments_;
};

}  // namespace

std::vector<Segment> segments_of(Sheet& sheet, const std::vector<Inline>& inlines, Style style,
                                 Colour colour) {
    Collector collector(sheet, colour);
    collector.add(inlines, style);
    return collector.take();
}

void lay_picture(Sheet& sheet, const Inline& picture, Column& column) {
    constexpr float kAround = 4;
    constexpr float kRadius = 16;
    const Theme& theme = sheet.theme();
    // Nothing plays here: a video is the picture that stands for it, or its words.
    const std::string file = !article::is_video(picture.target) ? picture.target
                             : picture.width > 0                ? article::still_of(picture.target)
                                                                : std::string();
    const Picture drawn = file.empty() ? Picture() : sheet.stage.platform.picture(file);
    const bool is_there = drawn.size.width > 0 && drawn.size.height > 0;
    const bool size_is_known = picture.width > 0;
    const Size size =
        size_is_known ? Size{static_cast<float>(picture.width), static_cast<float>(picture.height)}
                      : drawn.size;
    column.y += kAround;
    Rect rect = {column.x, column.y, std::min(size.width, column.width), 0};
    if (size.width > 0) {
        rect.height = size.height * rect.width / size.width;
    }
    if (is_there) {
        // Pictures are drawn for a white ground.
        sheet.begin_box({.rect = rect, .fill = 0xffffffff, .radius = kRadius});
        sheet.layer.shapes.emplace_back(Image{rect, file, kRadius});
    }
    if (is_there || (drawn.awaited && size_is_known)) {
        sheet.begin_box({.rect = rect, .edge = theme.line, .radius = kRadius});
    } else {
        sheet.text(column, picture.text, {Face::kItalic, 16}, theme.quiet, 25.6F);
    }
    column.y = std::max(column.y, rect.bottom()) + kAround;
}

}  // namespace ventanilla::canvas
