// server/log/redact.h
//
// Strikes out of a line for a log what says who somebody is, or opens something: e-mail addresses, card numbers (Luhn), IBANs
// (ISO 13616), Spanish DNI and NIE (with the right control letter), and secrets such as tokens and keys. What a mail server or a
// database answers may quote any of it.
//
//   redact("550 <ana@example.org> unknown")   "550 <[e-mail]> unknown"
#pragma once

#include <string>
#include <string_view>

namespace ventanilla::server {

std::string redact(std::string_view line);

}  // namespace ventanilla::server
