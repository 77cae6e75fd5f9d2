#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <set>
#include <string_view>

#include "tests/parity/tour.h"
#include "widget/app/place.h"

using namespace ventanilla;
using app::NodeKind;
using app::ScreenId;

namespace {

template <typename Enum>
std::set<Enum> all_up_to(Enum last) {
    std::set<Enum> all;
    for (int value = 0; value <= static_cast<int>(last); ++value) {
        all.insert(static_cast<Enum>(value));
    }
    return all;
}

void collect(const std::vector<article::Inline>& inlines, std::set<article::InlineKind>& kinds) {
    for (const article::Inline& piece : inlines) {
        kinds.insert(piece.kind);
        collect(piece.children, kinds);
    }
}

void collect(const std::vector<article::Block>& blocks, std::set<article::BlockKind>& kinds,
             std::set<article::InlineKind>& inlines) {
    for (const article::Block& block : blocks) {
        kinds.insert(block.kind);
        collect(block.inlines, inlines);
        collect(block.children, kinds, inlines);
    }
}

}  // namespace

TEST_CASE("the tour visits every screen, node, tone, input and part of a document") {
    const std::string language = GENERATE("es", "en");
    std::set<std::string> names;
    std::set<std::string_view> screens;
    std::set<NodeKind> nodes;
    std::set<app::Tone> tones;
    std::set<app::Input> inputs;
    std::set<article::BlockKind> blocks;
    std::set<article::InlineKind> inlines;
    for (const test::Stop& stop : test::tour(language)) {
        CHECK(names.insert(stop.name).second);
        CHECK(stop.screen.language == language);
        screens.insert(stop.screen.id.name);
        app::for_each_node(stop.screen, [&](const app::Node& node) {
            nodes.insert(node.kind);
            if (node.kind == NodeKind::kNotice) {
                tones.insert(node.tone);
            }
            if (node.kind == NodeKind::kField) {
                inputs.insert(node.input);
            }
            collect(node.document.blocks, blocks, inlines);
        });
    }
    // Before there are texts, a view leaves what the page has: kLoading and kUnavailable are not among them.
    std::set<std::string_view> with_texts;
    for (const ScreenId id :
         {ScreenId::kHome, ScreenId::kResults, ScreenId::kCategory, ScreenId::kArticle,
          ScreenId::kGuideStep, ScreenId::kGuideOutcome, ScreenId::kForm, ScreenId::kReceipt,
          ScreenId::kError, ScreenId::kOffline}) {
        with_texts.insert(id.name);
    }
    for (const app::Place& place : app::places()) {
        with_texts.insert(place.name);
    }
    CHECK(screens == with_texts);
    CHECK(nodes == all_up_to(NodeKind::kDate));
    std::set<app::Tone> used_tones = all_up_to(app::Tone::kError);
    used_tones.erase(app::Tone::kInfo);  // no screen has one
    CHECK(tones == used_tones);
    CHECK(inputs == all_up_to(app::Input::kDate));
    CHECK(blocks == all_up_to(article::BlockKind::kCell));
    CHECK(inlines == all_up_to(article::InlineKind::kBreak));
}
