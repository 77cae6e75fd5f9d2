#include "core/text/sound.h"

namespace ventanilla::text {
namespace {

bool is_vowel(char letter) {
    return letter == 'a' || letter == 'e' || letter == 'i' || letter == 'o' || letter == 'u';
}

// The sounds of a word, one after the other.
class Sounds {
public:
    Sounds(std::string_view word, const Language& language) : word_(word), language_(language) {}

    // 0 at the end. A consonant that is written twice sounds once.
    char next() {
        while (at_ < word_.size()) {
            const auto [letter, letters] = language_.sound(word_, at_);
            at_ += letters;
            if (letter != 0 && (letter != last_ || is_vowel(letter))) {
                return last_ = letter;
            }
        }
        return 0;
    }

private:
    std::string_view word_;
    const Language& language_;
    std::size_t at_ = 0;
    char last_ = 0;
};

}  // namespace

std::string sound_of(std::string_view folded, const Language* language) {
    std::string sound;
    if (language != nullptr && language->sound != nullptr) {
        Sounds sounds(folded, *language);
        for (char letter = sounds.next(); letter != 0; letter = sounds.next()) {
            sound.push_back(letter);
        }
    }
    return sound;
}

Likeness compare_sound(std::string_view folded, std::string_view sound, const Language& language) {
    Sounds sounds(folded, language);
    for (const char letter : sound) {
        if (sounds.next() != letter) {
            return Likeness::kOther;
        }
    }
    return sounds.next() == 0 ? Likeness::kSame : Likeness::kBeginsSo;
}

}  // namespace ventanilla::text
