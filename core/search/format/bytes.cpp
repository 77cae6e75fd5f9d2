#include "core/search/format/bytes.h"

namespace ventanilla::search {
namespace {

template <typename Number>
Number little_endian(std::string_view bytes) {
    Number value = 0;
    for (std::size_t i = bytes.size(); i-- > 0;) {
        value = static_cast<Number>(value << 8) | static_cast<unsigned char>(bytes[i]);
    }
    return value;
}

template <typename Number>
void append_little_endian(std::string& bytes, Number value) {
    for (std::size_t i = 0; i < sizeof(Number); ++i) {
        bytes.push_back(static_cast<char>(value >> (8 * i)));
    }
}

}  // namespace

std::uint32_t ByteReader::u32() {
    return little_endian<std::uint32_t>(take(4));
}

std::uint64_t ByteReader::u64() {
    return little_endian<std::uint64_t>(take(8));
}

std::uint32_t ByteReader::varint() {
    std::uint32_t value = 0;
    for (unsigned shift = 0; shift < 35 && at_ < bytes_.size() && !failed_; shift += 7) {
        const auto byte = static_cast<unsigned char>(bytes_[at_++]);
        const bool overlong = byte == 0 && shift > 0;
        const bool too_large = shift == 28 && byte > 0x0F;
        if (overlong || too_large) {
            break;
        }
        value |= static_cast<std::uint32_t>(byte & 0x7FU) << shift;
        if (byte < 0x80) {
            return value;
        }
    }
    failed_ = true;
    return 0;
}

std::string_view ByteReader::take(std::size_t size) {
    if (failed_ || size > left()) {
        failed_ = true;
        return {};
    }
    at_ += size;
    return bytes_.substr(at_ - size, size);
}

void append_u32(std::string& bytes, std::uint32_t value) {
    append_little_endian(bytes, value);
}

void append_u64(std::string& bytes, std::uint64_t value) {
    append_little_endian(bytes, value);
}

void append_varint(std::string& bytes, std::uint32_t value) {
    for (; value >= 0x80; value >>= 7) {
        bytes.push_back(static_cast<char>((value & 0x7FU) | 0x80U));
    }
    bytes.push_back(static_cast<char>(value));
}

void append_string(std::string& bytes, std::string_view value) {
    append_varint(bytes, static_cast<std::uint32_t>(value.size()));
    bytes += value;
}

}  // namespace ventanilla::search
