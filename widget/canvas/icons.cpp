#include "widget/canvas/icons.h"

#include <imgui.h>

#include <initializer_list>

namespace ventanilla::canvas {
namespace {

// Draws in the grid's units.
class Pen {
public:
    Pen(ImDrawList& list, const Rect& rect, Colour colour)
        : list_(list), rect_(rect), colour_(colour) {}

    void line(std::initializer_list<Point> points, bool closed = false) {
        for (const Point& point : points) {
            list_.PathLineTo(at(point));
        }
        stroke(closed);
        for (const Point& point : points) {
            list_.AddCircleFilled(at(point), unit() * kStroke / 2, colour_);
        }
    }
    // Angles clockwise from three o'clock, in quarters of a circle.
    void arc(Point centre, float radius, float from, float to) {
        constexpr float kQuarter = 1.5707963F;
        list_.PathArcTo(at(centre), radius * unit(), from * kQuarter, to * kQuarter);
        stroke(false);
    }
    void circle(Point centre, float radius) {
        list_.AddCircle(at(centre), radius * unit(), colour_, 0, kStroke * unit());
    }
    void disc(Point centre, float radius) {
        list_.AddCircleFilled(at(centre), radius * unit(), colour_);
    }
    void box(Point corner, Point opposite, float radius) {
        list_.AddRect(at(corner), at(opposite), colour_, radius * unit(), 0, kStroke * unit());
    }

private:
    static constexpr float kStroke = 2;

    void stroke(bool closed) {
        list_.PathStroke(colour_, closed ? ImDrawFlags_Closed : ImDrawFlags_None, kStroke * unit());
    }
    [[nodiscard]] float unit() const { return rect_.width / 24; }
    [[nodiscard]] ImVec2 at(Point point) const {
        return {rect_.x + point.x * unit(), rect_.y + point.y * unit()};
    }

    ImDrawList& list_;
    Rect rect_;
    Colour colour_;
};

void draw_help(Pen& pen) {
    pen.arc({12, 12}, 9, -2.333F, 1.333F);
    pen.line({{4.2F, 16.5F}, {3, 21}, {7.5F, 19.8F}});
    pen.arc({12, 9.4F}, 2.5F, -2, 0.6F);
    pen.line({{13.2F, 11.6F}, {12, 12.6F}, {12, 13.4F}});
    pen.disc({12, 16.5F}, 1.2F);
}

void draw_telephone(Pen& pen) {
    pen.line({{6.5F, 3.5F},
              {9.5F, 3.5F},
              {11, 7.5F},
              {9, 9},
              {11, 12},
              {14, 14},
              {15.5F, 12},
              {19.5F, 13.5F},
              {19.5F, 16.5F},
              {18.5F, 18.3F},
              {16, 18.4F},
              {11, 16.2F},
              {7, 12},
              {4.6F, 7.4F},
              {4.7F, 4.9F}},
             true);
}

void draw_sign(Pen& pen, Icon icon) {
    if (icon == Icon::kWarning) {
        pen.line({{12, 4}, {2.8F, 19.5F}, {21.2F, 19.5F}}, true);
        pen.line({{12, 10}, {12, 14.5F}});
        pen.disc({12, 17}, 1.1F);
        return;
    }
    pen.circle({12, 12}, 8.5F);
    if (icon == Icon::kSuccess) {
        pen.line({{8.2F, 12.3F}, {10.8F, 14.9F}, {15.8F, 9.6F}});
    } else if (icon == Icon::kInfo) {
        pen.line({{12, 11}, {12, 16}});
        pen.disc({12, 7.8F}, 1.2F);
    } else {
        pen.line({{12, 7.5F}, {12, 13}});
        pen.disc({12, 16}, 1.2F);
    }
}

void draw_control(Pen& pen, Icon icon) {
    if (icon == Icon::kRadio || icon == Icon::kRadioChosen) {
        pen.circle({12, 12}, 10.5F);
        if (icon == Icon::kRadioChosen) {
            pen.disc({12, 12}, 6);
        }
        return;
    }
    pen.box({2, 2}, {22, 22}, 4);
    if (icon == Icon::kCheckChosen) {
        pen.line({{6.5F, 12.5F}, {10.5F, 16.5F}, {17.5F, 8}});
    }
}

}  // namespace

void draw_icon(ImDrawList& list, Icon icon, const Rect& rect, Colour colour) {
    Pen pen(list, rect, colour);
    switch (icon) {
    case Icon::kHelp:
        draw_help(pen);
        break;
    case Icon::kBack:
        pen.line({{15, 5}, {8, 12}, {15, 19}});
        break;
    case Icon::kForward:
        pen.line({{9.5F, 6}, {15.5F, 12}, {9.5F, 18}});
        break;
    case Icon::kClose:
        pen.line({{6, 6}, {18, 18}});
        pen.line({{18, 6}, {6, 18}});
        break;
    case Icon::kSearch:
        pen.circle({10.5F, 10.5F}, 6.5F);
        pen.line({{15.5F, 15.5F}, {20, 20}});
        break;
    case Icon::kTelephone:
        draw_telephone(pen);
        break;
    case Icon::kMail:
        pen.box({3.5F, 5.5F}, {20.5F, 18.5F}, 1);
        pen.line({{4, 7}, {12, 13}, {20, 7}});
        break;
    case Icon::kLeave:
        pen.line({{14, 4.5F}, {19.5F, 4.5F}, {19.5F, 10}});
        pen.line({{19, 5}, {11, 13}});
        pen.line({{10, 5.5F}, {4.5F, 5.5F}, {4.5F, 19.5F}, {18.5F, 19.5F}, {18.5F, 14}});
        break;
    case Icon::kInfo:
    case Icon::kSuccess:
    case Icon::kWarning:
    case Icon::kError:
        draw_sign(pen, icon);
        break;
    case Icon::kRadio:
    case Icon::kRadioChosen:
    case Icon::kCheck:
    case Icon::kCheckChosen:
        draw_control(pen, icon);
        break;
    }
}

}  // namespace ventanilla::canvas
