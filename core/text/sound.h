// core/text/sound.h
//
// How a word sounds to those who write as they speak: in Spanish "vaca" and "baca", "hola" and "ola", "llave" and
// "yave" are alike for most, and so are "cita" and "sita" in America.
#pragma once

#include <string>
#include <string_view>

#include "core/text/language.h"

namespace ventanilla::text {

// Equal for words that sound alike; empty for a language of which it is not known. `folded`: as fold() gives it.
std::string sound_of(std::string_view folded, const Language* language);

// How a word compares to a sound that is not empty, without making its own.
enum class Likeness { kOther, kBeginsSo, kSame };
Likeness compare_sound(std::string_view folded, std::string_view sound, const Language& language);

}  // namespace ventanilla::text
