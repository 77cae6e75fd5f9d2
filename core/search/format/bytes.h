// core/search/format/bytes.h
//
// Numbers and strings in an index's bytes: little-endian, LEB128 varints of at most 32 bits,
// strings with their length before them. docs/index-format.md is the format.
//
//   ByteReader reader(bytes);
//   std::uint32_t count = reader.varint();
//   std::string_view name = reader.string();
//   if (reader.failed()) return IndexFault::kBroken;
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

namespace ventanilla::search {

// Reads past the end, overlong or too large numbers give 0 or nothing and set failed(), which stays
// set.
class ByteReader {
public:
    explicit ByteReader(std::string_view bytes) : bytes_(bytes) {}

    std::uint32_t u32();
    std::uint64_t u64();
    std::uint32_t varint();
    std::string_view take(std::size_t size);
    std::string_view string() { return take(varint()); }

    [[nodiscard]] bool failed() const { return failed_; }
    // All bytes read, none missing.
    [[nodiscard]] bool finished() const { return !failed_ && at_ == bytes_.size(); }
    [[nodiscard]] std::size_t at() const { return at_; }
    [[nodiscard]] std::size_t left() const { return bytes_.size() - at_; }

private:
    std::string_view bytes_;
    std::size_t at_ = 0;
    bool failed_ = false;
};

// A varint from bytes that were checked when the index was opened; moves `at` past it.
inline std::uint32_t checked_varint(std::string_view bytes, std::size_t& at) {
    std::uint32_t value = 0;
    for (unsigned shift = 0;; shift += 7) {
        const auto byte = static_cast<unsigned char>(bytes[at++]);
        value |= static_cast<std::uint32_t>(byte & 0x7FU) << shift;
        if (byte < 0x80) {
            return value;
        }
    }
}

// Likewise, the 64 bits at `at`.
inline std::uint64_t checked_u64(std::string_view bytes, std::size_t at) {
    std::uint64_t value = 0;
    std::memcpy(&value, bytes.data() + at, sizeof(value));
    return std::endian::native == std::endian::little ? value : std::byteswap(value);
}

void append_u32(std::string& bytes, std::uint32_t value);
void append_u64(std::string& bytes, std::uint64_t value);
void append_varint(std::string& bytes, std::uint32_t value);
void append_string(std::string& bytes, std::string_view value);

}  // namespace ventanilla::search
