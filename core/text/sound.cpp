#include "core/text/sound.h"

namespace ventanilla::text {
namespace {

bool is_soft(std::string_view word, std::size_t at) {
    return at < word.size() && (word[at] == 'e' || word[at] == 'i');
}

bool is_vowel(char letter) {
    return letter == 'a' || letter == 'e' || letter == 'i' || letter == 'o' || letter == 'u';
}

// One letter's sound, and how many letters it takes.
struct Sound {
    char letter = 0;  // 0: none
    std::size_t letters = 1;
};

// Of the letter at `at`, as most of Latin America and the south of Spain say it.
Sound spanish_sound(std::string_view word, std::size_t at) {
    const char letter = word[at];
    const char next = at + 1 < word.size() ? word[at + 1] : '\0';
    switch (letter) {
    case 'h':
        return {};
    case 'v':
    case 'w':
        return {'b'};
    case 'z':
        return {'s'};
    case 'x':
        return {'s'};
    case 'c':
        return next == 'h' ? Sound{'C', 2} : is_soft(word, at + 1) ? Sound{'s'} : Sound{'k'};
    case 'q':
        return next == 'u' && is_soft(word, at + 2) ? Sound{'k', 2} : Sound{'k'};
    case 'g':
        return next == 'u' && is_soft(word, at + 2) ? Sound{'g', 2}
               : is_soft(word, at + 1)              ? Sound{'j'}
                                                    : Sound{'g'};
    case 'l':
        return next == 'l' ? Sound{'y', 2} : Sound{'l'};
    case 'm':
        return next == 'b' || next == 'p' || next == 'v' ? Sound{'n'} : Sound{'m'};
    default:
        return {letter};
    }
}

// The sounds of a word, one after the other.
class Sounds {
public:
    explicit Sounds(std::string_view word) : word_(word) {}

    // 0 at the end. A consonant that is written twice sounds once.
    char next() {
        while (at_ < word_.size()) {
            const auto [letter, letters] = spanish_sound(word_, at_);
            at_ += letters;
            if (letter != 0 && (letter != last_ || is_vowel(letter))) {
                return last_ = letter;
            }
        }
        return 0;
    }

private:
    std::string_view word_;
    std::size_t at_ = 0;
    char last_ = 0;
};

}  // namespace

std::string sound_of(std::string_view folded, std::string_view language) {
    std::string sound;
    if (language.starts_with("es")) {
        Sounds sounds(folded);
        for (char letter = sounds.next(); letter != 0; letter = sounds.next()) {
            sound.push_back(letter);
        }
    }
    return sound;
}

Likeness compare_sound(std::string_view folded, std::string_view sound) {
    Sounds sounds(folded);
    for (const char letter : sound) {
        if (sounds.next() != letter) {
            return Likeness::kOther;
        }
    }
    return sounds.next() == 0 ? Likeness::kSame : Likeness::kBeginsSo;
}

}  // namespace ventanilla::text
