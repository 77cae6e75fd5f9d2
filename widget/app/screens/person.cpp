#include "core/site/address.h"
#include "widget/app/screens/nodes.h"
#include "widget/app/screens/screens.h"

namespace ventanilla::app {
namespace {

using site::CatalogChannel;
using site::ChannelKind;

// As the site writes its hours, and what they come to now.
std::string hours_of(const Model& model, const CatalogChannel& channel) {
    std::string_view now;
    if (channel.open && model.clock.now != 0) {
        now = site::said_at(*channel.open, model.clock.now);
    }
    if (now.empty()) {
        return channel.hours;
    }
    return channel.hours.empty() ? std::string(now)
                                 : model.library.catalog->messages.fill(
                                       "channel.hours", {{"now", now}, {"hours", channel.hours}});
}

constexpr unsigned bit(ChannelKind kind) {
    return 1U << static_cast<unsigned>(kind);
}
constexpr unsigned kQuick = bit(ChannelKind::kTelephone) | bit(ChannelKind::kCallback);
// Who is at the form can ask for a callback there.
constexpr unsigned kBesideForm = ~bit(ChannelKind::kCallback);
constexpr unsigned kAll = ~0U;

std::vector<Node> channels_of(const Model& model, unsigned kinds) {
    std::vector<Node> ways;
    for (const CatalogChannel& channel : model.library.catalog->channels) {
        if ((bit(channel.kind) & kinds) != 0) {
            ways.push_back(link("channel." + channel.address, channel.label, channel.address));
            ways.back().hint = hours_of(model, channel);
        }
    }
    return ways;
}

}  // namespace

WayToPerson way_to_form(const Model& model) {
    const site::Catalog& catalog = *model.library.catalog;
    const text::Messages& messages = catalog.messages;
    std::vector<Node> ways =
        nodes_of(action("person.contact", messages.text("person.contact"),
                        Navigate{site::contact_address(catalog.language, messages)}));
    append(ways, channels_of(model, kQuick));
    return {nodes_of(titled_group("person", messages.text("person.title"), std::move(ways)))};
}

WayToPerson way_to_channels(const Model& model) {
    const bool is_form = model.session.route.page == Page::kContact;
    std::vector<Node> ways = channels_of(model, is_form ? kBesideForm : kAll);
    if (ways.empty()) {
        return way_to_form(model);
    }
    return {nodes_of(titled_group("person", model.library.catalog->messages.text("form.channels"),
                                  std::move(ways)))};
}

}  // namespace ventanilla::app
