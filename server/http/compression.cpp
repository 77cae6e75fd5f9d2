#include "server/http/compression.h"

#include <brotli/encode.h>
#include <zlib.h>

#include <algorithm>
#include <array>
#include <utility>

namespace ventanilla::http {

bool is_compressible(std::string_view content_type) {
    static constexpr std::array<std::string_view, 9> kTypes = {"application/javascript",
                                                               "application/json",
                                                               "application/manifest+json",
                                                               "application/wasm",
                                                               "application/octet-stream",
                                                               "application/xml",
                                                               "application/atom+xml",
                                                               "font/ttf",
                                                               "image/svg+xml"};
    const std::string_view type = content_type.substr(0, content_type.find(';'));
    return type.starts_with("text/") || std::ranges::find(kTypes, type) != kTypes.end();
}

namespace {

// It is kept for as long as the server runs: without the room that it might have needed.
std::string only(std::string bytes, std::size_t size) {
    bytes.resize(size);
    bytes.shrink_to_fit();
    return bytes;
}

}  // namespace

std::string brotli(std::string_view bytes, int quality) {
    std::string compressed(BrotliEncoderMaxCompressedSize(bytes.size()), '\0');
    std::size_t size = compressed.size();
    const BROTLI_BOOL done =
        BrotliEncoderCompress(quality, BROTLI_DEFAULT_WINDOW, BROTLI_MODE_GENERIC, bytes.size(),
                              reinterpret_cast<const std::uint8_t*>(bytes.data()), &size,
                              reinterpret_cast<std::uint8_t*>(compressed.data()));
    return only(std::move(compressed), done == BROTLI_TRUE && size < bytes.size() ? size : 0);
}

std::string gzip(std::string_view bytes) {
    z_stream stream{};
    constexpr int kGzipWindow = MAX_WBITS + 16;
    if (deflateInit2(&stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, kGzipWindow, 8,
                     Z_DEFAULT_STRATEGY) != Z_OK) {
        return {};
    }
    std::string compressed(deflateBound(&stream, static_cast<uLong>(bytes.size())), '\0');
    // zlib's interface takes no pointer to const; it does not write to its input.
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
    stream.avail_in = static_cast<uInt>(bytes.size());
    stream.next_out = reinterpret_cast<Bytef*>(compressed.data());
    stream.avail_out = static_cast<uInt>(compressed.size());
    const bool done = deflate(&stream, Z_FINISH) == Z_STREAM_END;
    deflateEnd(&stream);
    return only(std::move(compressed),
                done && stream.total_out < bytes.size() ? stream.total_out : 0);
}

}  // namespace ventanilla::http
