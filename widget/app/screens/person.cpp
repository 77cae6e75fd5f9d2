#include "core/site/address.h"
#include "widget/app/screens/nodes.h"
#include "widget/app/screens/screens.h"

namespace ventanilla::app {
namespace {

Node channel_link(const site::CatalogChannel& channel) {
    Node node;
    node.kind = NodeKind::kLink;
    node.key = "channel." + channel.address;
    node.text = channel.label;
    node.hint = channel.hours;
    node.href = channel.address;
    return node;
}

}  // namespace

WayToPerson way_to_form(const site::Catalog& catalog) {
    const text::Messages& messages = catalog.messages;
    std::vector<Node> ways =
        nodes_of(action("person.contact", messages.text("person.contact"),
                        Navigate{site::contact_address(catalog.language, messages)}));
    for (const site::CatalogChannel& channel : catalog.channels) {
        if (channel.kind == site::ChannelKind::kTelephone) {
            ways.push_back(channel_link(channel));
        }
    }
    return {nodes_of(titled_group("person", messages.text("person.title"), std::move(ways)))};
}

WayToPerson way_to_channels(const site::Catalog& catalog) {
    if (catalog.channels.empty()) {
        return way_to_form(catalog);
    }
    std::vector<Node> ways;
    for (const site::CatalogChannel& channel : catalog.channels) {
        ways.push_back(channel_link(channel));
    }
    return {
        nodes_of(titled_group("person", catalog.messages.text("form.channels"), std::move(ways)))};
}

}  // namespace ventanilla::app
