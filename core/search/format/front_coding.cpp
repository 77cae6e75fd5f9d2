#include "core/search/format/front_coding.h"

#include <algorithm>

#include "core/search/format/dictionary.h"
#include "core/text/utf8.h"

namespace ventanilla::search {

void FrontEncoder::add(std::string_view text) {
    const auto [end, other] = std::mismatch(text.begin(), text.end(), last_.begin(), last_.end());
    const auto shared = static_cast<std::size_t>(end - text.begin());
    append_varint(lengths_, static_cast<std::uint32_t>(shared));
    append_varint(lengths_, static_cast<std::uint32_t>(text.size() - shared));
    letters_ += text.substr(shared);
    last_ = text;
}

void FrontEncoder::write(std::string& bytes) const {
    append_string(bytes, lengths_);
    append_string(bytes, letters_);
}

bool FrontDecoder::next() {
    if (!sound_ || lengths_.left() == 0) {
        return false;
    }
    shared_ = lengths_.varint();
    const std::size_t own = lengths_.varint();
    const std::string_view rest = letters_.take(own);
    sound_ = !lengths_.failed() && !letters_.failed() && shared_ <= text_.size() &&
             shared_ + own <= Dictionary::kMaxWord;
    if (sound_) {
        text_.resize(shared_);
        text_ += rest;
        sound_ = text::is_valid_utf8(text_);
    }
    return sound_;
}

}  // namespace ventanilla::search
