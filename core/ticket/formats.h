// core/ticket/formats.h
//
// What an e-mail address and a telephone number look like: loose enough for every real one, strict
// enough for typing mistakes and for whatever must not get into a mail's header.
#pragma once

#include <string_view>

namespace ventanilla::ticket {

// One '@', a local part of 1 to 64 bytes, a domain with a dot and no empty part, 254 bytes at most,
// no spaces, control characters or any of <>()[],;:"\ . Letters beyond ASCII are taken (RFC 6531).
bool is_email_address(std::string_view text);

// 6 to 15 digits (E.164), a '+' before the first one if any, and spaces ( ) - . between.
bool is_telephone_number(std::string_view text);

}  // namespace ventanilla::ticket
