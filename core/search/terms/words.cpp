#include "core/search/terms/words.h"

#include "core/text/fold.h"
#include "core/text/language.h"

namespace ventanilla::search {
std::string word_key(std::string_view word) {
    std::string key = text::fold(word);
    for (const std::string_view apostrophe : {"'", "\u2019"}) {
        for (std::size_t at = key.find(apostrophe); at != std::string::npos;
             at = key.find(apostrophe, at)) {
            key.erase(at, apostrophe.size());
        }
    }
    return key;
}

std::string word_spelling(std::string_view word) {
    std::string spelling = text::lower(word);
    for (std::size_t at = spelling.find("\u2019"); at != std::string::npos;
         at = spelling.find("\u2019", at)) {
        spelling.replace(at, 3, "'");
    }
    return spelling;
}

std::string Stems::of(std::string_view spelling) {
    const bool has_plain_form = language_ != nullptr && language_->plain_form != nullptr;
    return word_key(has_plain_form ? stemmer_.stem(language_->plain_form(spelling))
                                   : stemmer_.stem(spelling));
}

bool is_stop_word(std::string_view key, std::string_view language) {
    const text::Language* known = text::find_language(language);
    return known != nullptr && text::is_listed(known->stop_words, key);
}

StopWordSet stop_word_set(std::string_view key) {
    std::uint32_t hash = 0;
    for (const char byte : key) {
        hash = (hash + static_cast<unsigned char>(byte)) * 0x9E3779B1;
    }
    return StopWordSet{1} << (hash >> 29U);
}

bool Frame::says_nothing(std::string_view key) {
    if (language_ == nullptr) {
        return false;
    }
    if (text::is_listed(language_->stop_words, key)) {
        begun_ = true;
        return true;
    }
    over_ = over_ || !begun_ || !text::is_listed(language_->frame_words, key);
    return !over_;
}

}  // namespace ventanilla::search
