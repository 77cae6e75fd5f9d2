// core/search/format/front_coding.h
//
// Strings of which each takes over the beginning of the one before, as the words of a sorted list do.
//
//   FrontEncoder encoder;
//   encoder.add("factura");
//   encoder.add("facturar");   // seven bytes shared, one of its own
//   encoder.write(bytes);
//
//   FrontDecoder decoder(reader);
//   while (decoder.next()) use(decoder.text());
//   if (!decoder.finished()) return IndexFault::kBroken;
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "core/search/format/bytes.h"

namespace ventanilla::search {

class FrontEncoder {
public:
    void add(std::string_view text);
    // How many bytes are shared and how many are not, of each; then those that are not.
    void write(std::string& bytes) const;

private:
    std::string lengths_;
    std::string letters_;
    std::string last_;
};

class FrontDecoder {
public:
    // Reads where the texts stand. They must outlive the decoder.
    explicit FrontDecoder(ByteReader& reader)
        : lengths_(reader.string()), letters_(reader.string()) {}

    // Goes to the next text; false at the end, and where it leads outside, is longer than a word may be or not UTF-8.
    bool next();
    [[nodiscard]] const std::string& text() const { return text_; }
    // Bytes that it shares with the one before.
    [[nodiscard]] std::size_t shared() const { return shared_; }
    // All were read, and all were sound.
    [[nodiscard]] bool finished() const {
        return sound_ && lengths_.finished() && letters_.finished();
    }

private:
    ByteReader lengths_;
    ByteReader letters_;
    std::string text_;
    std::size_t shared_ = 0;
    bool sound_ = true;
};

}  // namespace ventanilla::search
