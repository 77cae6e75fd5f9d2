#include "core/site/picture_size.h"

#include <catch2/catch_test_macros.hpp>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

using namespace ventanilla::site;
using namespace std::string_literals;

namespace {

using Size = std::optional<PictureSize>;

constexpr PictureSize kUnknown{};

std::string big(std::uint32_t number, int bytes) {
    std::string text;
    for (int i = bytes - 1; i >= 0; --i) {
        text += static_cast<char>(number >> (8 * i));
    }
    return text;
}

std::string little(std::uint32_t number, int bytes) {
    const std::string text = big(number, bytes);
    return {text.rbegin(), text.rend()};
}

std::string png(std::uint32_t width, std::uint32_t height) {
    return "\x89PNG\r\n\x1a\n" + big(13, 4) + "IHDR" + big(width, 4) + big(height, 4) +
           "\x08\x06\0\0\0"s;
}

std::string gif(std::uint32_t width, std::uint32_t height) {
    return "GIF89a" + little(width, 2) + little(height, 2) + "\x80\0\0"s;
}

std::string riff(const std::string& type, const std::string& data) {
    return "RIFF" + little(static_cast<std::uint32_t>(12 + data.size()), 4) + "WEBP" + type +
           little(static_cast<std::uint32_t>(data.size()), 4) + data;
}

std::string segment(char marker, const std::string& data) {
    return "\xFF"s + marker + big(static_cast<std::uint32_t>(data.size() + 2), 2) + data;
}

std::string frame(std::uint32_t width, std::uint32_t height) {
    return "\x08" + big(height, 2) + big(width, 2) + "\x01\x01\x11\0"s;
}

// Behind a table whose code is near those of frames.
std::string jpeg(const std::string& before, char marker = '\xC0') {
    return "\xFF\xD8" + before + segment('\xC4', std::string(17, '\0')) +
           segment(marker, frame(640, 480)) + segment('\xDA', "\x01\x01\0\0\x3F\0"s);
}

std::string exif(std::uint32_t orientation, bool is_little) {
    const auto number = is_little ? little : big;
    return segment('\xE1', "Exif\0\0"s + (is_little ? "II" : "MM") + number(42, 2) + number(8, 4) +
                               number(2, 2) +  // entries: the maker's name, and how it was held
                               number(0x010F, 2) + number(2, 2) + number(2, 4) + "A\0\0\0"s +
                               number(0x0112, 2) + number(3, 2) + number(1, 4) +
                               number(orientation, 2) + "\0\0"s + number(0, 4));
}

std::string box(const std::string& type, const std::string& content) {
    return big(static_cast<std::uint32_t>(content.size() + 8), 4) + type + content;
}

std::string ispe(std::uint32_t width, std::uint32_t height) {
    return box("ispe", big(0, 4) + big(width, 4) + big(height, 4));
}

// A picture of 800 by 600 with a smaller one of itself before it, turned as `angle` says.
std::string avif(char angle, const std::string& first = box("ftyp", "avif\0\0\0\0mif1avif"s)) {
    const std::string properties =
        box("ipco", ispe(80, 60) + ispe(800, 600) + box("pixi", big(0, 4) + "\x03\x08\x08\x08") +
                        box("irot", std::string(1, angle)));
    const std::string associations = box("ipma", big(0, 4) + big(2, 4) +       //
                                                     big(1, 2) + "\x01\x01" +  //
                                                     big(2, 2) + "\x03\x02\x83\x84");
    return first + box("meta", big(0, 4) + box("hdlr", big(0, 4) + "....pict") +
                                   box("pitm", big(0, 4) + big(2, 2)) +
                                   box("iprp", properties + associations));
}

Size svg(const std::string& attributes) {
    return read_picture_size(PictureKind::kSvg, "<svg " + attributes + "><g/></svg>");
}

const std::vector<std::pair<PictureKind, std::string>> kPictures = {
    {PictureKind::kPng, png(760, 300)},
    {PictureKind::kGif, gif(32, 16)},
    {PictureKind::kJpeg, jpeg("")},
    {PictureKind::kJpeg, jpeg(exif(6, true))},
    {PictureKind::kWebp, riff("VP8 ", "\x10\0\0\x9D\x01\x2A"s + little(20, 2) + little(10, 2))},
    {PictureKind::kWebp, riff("VP8L", "\x2F"s + little(19U | 9U << 14U, 4))},
    {PictureKind::kWebp, riff("VP8X", "\x10\0\0\0"s + little(19, 3) + little(9, 3))},
    {PictureKind::kAvif, avif(0)},
    {PictureKind::kSvg, "<?xml version=\"1.0\"?>\n<!-- > --><svg width=\"40\" height=\"20\"/>"},
};

}  // namespace

TEST_CASE("a PNG, GIF or WebP picture says at its front how large it is") {
    CHECK(read_picture_size(PictureKind::kPng, png(760, 300)) == PictureSize{760, 300});
    CHECK(read_picture_size(PictureKind::kGif, gif(320, 16)) == PictureSize{320, 16});
    for (const auto& [kind, bytes] : kPictures) {
        if (kind == PictureKind::kWebp) {
            CHECK(read_picture_size(kind, bytes) == PictureSize{20, 10});
        }
    }
    // Two bits above a side say how a player may scale it.
    CHECK(read_picture_size(PictureKind::kWebp,
                            riff("VP8 ", "\x10\0\0\x9D\x01\x2A"s + little(20U | 1U << 14U, 2) +
                                             little(10U | 3U << 14U, 2))) == PictureSize{20, 10});
}

TEST_CASE("a JPEG picture's size is that of its frame, wherever that stands") {
    for (const char marker : {'\xC0', '\xC1', '\xC2', '\xCF'}) {
        CHECK(read_picture_size(PictureKind::kJpeg, jpeg("", marker)) == PictureSize{640, 480});
    }
    const std::string profile = segment('\xE2', std::string(60'000, '\xC0'));
    const std::string filled = segment('\xE0', "JFIF\0"s) + "\xFF\xFF\xFF" + profile.substr(1);
    CHECK(read_picture_size(PictureKind::kJpeg, jpeg(filled + "??" + profile)) ==
          PictureSize{640, 480});
    CHECK(read_picture_size(PictureKind::kJpeg, "\xFF\xD8" + profile) == std::nullopt);
    CHECK(read_picture_size(PictureKind::kJpeg, jpeg("", '\xC8')) == std::nullopt);
}

TEST_CASE("a photograph that was taken upright is as high as it is long") {
    for (const bool is_little : {true, false}) {
        for (const std::uint32_t orientation : {1U, 2U, 3U, 4U, 9U}) {
            CHECK(read_picture_size(PictureKind::kJpeg, jpeg(exif(orientation, is_little))) ==
                  PictureSize{640, 480});
        }
        for (const std::uint32_t orientation : {5U, 6U, 7U, 8U}) {
            CHECK(read_picture_size(PictureKind::kJpeg, jpeg(exif(orientation, is_little))) ==
                  PictureSize{480, 640});
        }
    }
}

TEST_CASE("an AVIF picture's size is that of its main picture, as it is turned") {
    CHECK(read_picture_size(PictureKind::kAvif, avif(0)) == PictureSize{800, 600});
    CHECK(read_picture_size(PictureKind::kAvif, avif(2)) == PictureSize{800, 600});
    CHECK(read_picture_size(PictureKind::kAvif, avif(1)) == PictureSize{600, 800});
    CHECK(read_picture_size(PictureKind::kAvif, avif(3)) == PictureSize{600, 800});
    const std::string brand = box("ftyp", "mif1\0\0\0\0miafavif"s);
    // A box with its length behind its name.
    const std::string longer = big(1, 4) + "free" + big(0, 4) + big(20, 4) + "....";
    CHECK(read_picture_size(PictureKind::kAvif, avif(0, brand + longer)) == PictureSize{800, 600});
    CHECK(read_picture_size(PictureKind::kAvif, brand) == kUnknown);
    CHECK(read_picture_size(PictureKind::kAvif, avif(0, box("ftyp", "heic\0\0\0\0mif1"s))) ==
          std::nullopt);
}

TEST_CASE("an SVG drawing has the size that its root says, or that of its view box") {
    CHECK(svg("width=\"760\" height='300.4px'") == PictureSize{760, 300});
    CHECK(svg("viewBox=\"0 0 24 12\" width=\"48\" height=\"48\"") == PictureSize{48, 48});
    CHECK(svg("viewBox=\"-1,-1  24.6 , 12\"") == PictureSize{25, 12});
    CHECK(svg("width=\"100%\" height=\"auto\" viewBox=\"0 0 24 12\"") == PictureSize{24, 12});
    CHECK(svg("width=\"48\" viewBox=\"0 0 24 12\"") == PictureSize{48, 24});
    CHECK(svg("\n height = \" 48 \"\n viewBox=\"0 0 24 12\" ") == PictureSize{96, 48});
    CHECK(svg("width=\"210mm\" height=\"11in\" viewBox=\"0 0 210 297\"") == PictureSize{794, 1056});
    CHECK(read_picture_size(
              PictureKind::kSvg,
              "\xEF\xBB\xBF<?xml version=\"1.0\"?>\n<!DOCTYPE svg PUBLIC \"a>\" 'b' [\n"
              "<!-- it's ]> --><!ENTITY c \"]>\">\n]>\n<!-- <svg width=\"1\"> -->\n"
              "<svg:svg stroke-width=\"3\" data-a=\"width='7'>\" width=\"5\" height=\"6\"/>") ==
          PictureSize{5, 6});
}

TEST_CASE("an SVG drawing may have no size, or one that only a browser understands") {
    for (const char* attributes :
         {"", "width=\"48\"", "width=\"10em\" height=\"5em\" viewBox=\"0 0 24 12\"",
          "width=\"1e3\" height=\"1\"", "width=\"0\" height=\"5\"", "width=\"-4\" height=\"5\"",
          "viewBox=\"0 0 24\"", "viewBox=\"0 0 0 12\"", "viewBox=\"0 0 24 12 1\"",
          "width=\"3000000\" height=\"1\"", "width=\"0.2\" height=\"1\"",
          "width=\"&w;\" height=\"1\"", "width=\".\" height=\"1\""}) {
        INFO(attributes);
        CHECK(svg(attributes) == kUnknown);
    }
    CHECK(svg("width=\"" + std::string(400, '9') + "\" viewBox=\"0 0 1 1\"") == kUnknown);
}

TEST_CASE("what is no picture of its kind is none") {
    for (const char* text :
         {"", "no picture", "<html><svg width=\"1\" height=\"1\"/></html>", "<svg width=\"1",
          "<svg width=1 height=1>", "<svg width>", "<svg", "<svg ", "<svgx/>", "<!-- <svg/>",
          "<!DOCTYPE svg [ <svg/>", "<?xml", "<"}) {
        INFO(text);
        CHECK(read_picture_size(PictureKind::kSvg, text) == std::nullopt);
    }
    CHECK(read_picture_size(PictureKind::kPng, png(0, 5)) == std::nullopt);
    CHECK(read_picture_size(PictureKind::kPng, png(0xFFFFFFFF, 5)) == kUnknown);
    CHECK(read_picture_size(PictureKind::kWebp, riff("VP9 ", std::string(20, ' '))) ==
          std::nullopt);
    for (const auto& [kind, bytes] : kPictures) {
        for (const PictureKind other :
             {PictureKind::kSvg, PictureKind::kPng, PictureKind::kJpeg, PictureKind::kWebp,
              PictureKind::kAvif, PictureKind::kGif}) {
            CHECK(read_picture_size(other, bytes).has_value() == (other == kind));
        }
    }
}

TEST_CASE("a picture that is cut anywhere is read no further than it goes") {
    for (const auto& [kind, bytes] : kPictures) {
        for (std::size_t length = 0; length < bytes.size(); ++length) {
            // Of exactly that size, so that the sanitizers see a byte too many.
            const std::vector<char> cut(bytes.begin(),
                                        bytes.begin() + static_cast<std::ptrdiff_t>(length));
            const Size size = read_picture_size(kind, {cut.data(), cut.size()});
            CHECK((!size || *size == kUnknown || size == read_picture_size(kind, bytes)));
        }
    }
}

TEST_CASE("the ending of its name says what a picture is") {
    CHECK(picture_kind("media/a.b/router.svg") == PictureKind::kSvg);
    CHECK(picture_kind("media/router.png") == PictureKind::kPng);
    CHECK(picture_kind("media/router.jpg") == PictureKind::kJpeg);
    CHECK(picture_kind("media/router.jpeg") == PictureKind::kJpeg);
    CHECK(picture_kind("media/router.webp") == PictureKind::kWebp);
    CHECK(picture_kind("media/router.avif") == PictureKind::kAvif);
    CHECK(picture_kind("media/router.gif") == PictureKind::kGif);
}
