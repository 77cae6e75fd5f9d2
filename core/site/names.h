// core/site/names.h
//
// The words by which site.json and the catalog call kinds of channel, and forms of address.
#pragma once

#include "core/base/names.h"
#include "core/site/site.h"

namespace ventanilla::site {

inline constexpr base::NameTable<ChannelKind, 4> kChannelNames{{
    {"telephone", ChannelKind::kTelephone},
    {"email", ChannelKind::kEmail},
    {"link", ChannelKind::kLink},
    {"callback", ChannelKind::kCallback},
}};

inline constexpr base::NameTable<FormOfAddress, 2> kFormOfAddressNames{{
    {"tú", FormOfAddress::kTu},
    {"usted", FormOfAddress::kUsted},
}};

}  // namespace ventanilla::site
