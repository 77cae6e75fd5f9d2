// server/receipts/signed_text.h
//
// A text whose last line proves that nobody has changed the others: HMAC-SHA-256 of them, with a key that only the server has.
// What people and programs do to text on its way is no change: other line ends, spaces at the end of lines, empty lines around it.
//
//   std::string text = signed_text(key, "Recibo\n\nCódigo: ...", "Firma:");   // "Recibo\n ... \nFirma: v1,K5oZ...=\n"
//   if (is_signed(key, text)) ...
#pragma once

#include <string>
#include <string_view>

namespace ventanilla::receipts {

std::string signed_text(std::string_view key, std::string_view text, std::string_view label);

// Takes as long whatever is wrong with the signature.
bool is_signed(std::string_view key, std::string_view text);

}  // namespace ventanilla::receipts
