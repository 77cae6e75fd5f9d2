// server/mail/headers.h
//
// A mail's headers out of texts that people wrote: whatever they contain, a header stays one header.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server/store/store.h"

namespace ventanilla::mail {

// A header's value by RFC 2047: as it is if it is short plain ASCII, else as encoded words, folded
// to lines of at most 76 characters. Control characters become spaces; bytes that are not UTF-8
// become U+FFFD.
std::string encoded_text(std::string_view text);

// The address, if it can stand in a header and in an envelope as it is: printable ASCII, one '@',
// none of the characters that would make it two addresses.
std::optional<std::string> plain_address(std::string_view address);

// All headers but MIME's, each "Name: value". A Reply-To that is no plain address is left out.
std::vector<std::string> header_lines(const store::QueuedMail& queued, std::string_view from,
                                      store::Time now);

}  // namespace ventanilla::mail
