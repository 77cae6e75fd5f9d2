// Videos of a site: each has captions for whoever reads it, and is what its name says.
#include <catch2/catch_test_macros.hpp>

#include "core/article/document.h"
#include "core/site/video_file.h"
#include "tests/core/site/example.h"

namespace ventanilla::site {
namespace {

using List = std::vector<std::string>;

std::string box(const std::string& type, const std::string& content) {
    return std::string(3, '\0') + static_cast<char>(8 + content.size()) + type + content;
}

std::string film() {
    return box("ftyp", "isom") + box("moov", "tracks") + box("mdat", "pictures");
}

constexpr std::string_view kCaptions = "WEBVTT\n\n00:01.000 --> 00:04.000\nNadie habla.\n";

// The example with a video in the Spanish article, in the line of its picture, and captions for it.
Files with_video() {
    Files files = with("articles/es/a.md", "media/router.svg", "media/reset.mp4");
    files["media/reset.mp4"] = film();
    files["media/reset.es.vtt"] = kCaptions;
    return files;
}

}  // namespace

TEST_CASE("a video needs captions in the language of the text around it") {
    Files files = with_video();
    CHECK(problems(files).empty());
    files.erase("media/reset.es.vtt");
    CHECK(problems(files) == List{"articles/es/a.md:11 video-captions"});
    CHECK(read_site(files).problems.front().message.find("write media/reset.es.vtt") !=
          std::string::npos);
    files["media/reset.en.vtt"] = kCaptions;
    CHECK(problems(files) == List{"articles/es/a.md:11 video-captions"});
    files.erase("media/reset.mp4");
    CHECK(problems(files) ==
          List{"articles/es/a.md:11 media-missing", "media/reset.en.vtt:0 captions-video"});
}

TEST_CASE("a video stands in no link") {
    Files files = with_video();
    std::string& text = files.at("articles/es/a.md");
    const std::size_t at = text.find("![");
    const std::size_t end = text.find(')', at) + 1;
    text = text.substr(0, at) + "[" + text.substr(at, end - at) + "](contact:)" + text.substr(end);
    CHECK(problems(files).front() == "articles/es/a.md:11 video-link");
}

TEST_CASE("captions belong to a video, and to a language of the site") {
    Files files = with_video();
    files["media/other.es.vtt"] = kCaptions;
    files["media/reset.fr.vtt"] = kCaptions;
    files["media/reset.vtt"] = kCaptions;
    CHECK(problems(files) == List{"media/other.es.vtt:0 captions-video",
                                  "media/reset.fr.vtt:0 site-language",
                                  "media/reset.vtt:0 media-type"});
}

TEST_CASE("a video and its captions are what their names say, and not too large") {
    Files files = with_video();
    files["media/reset.mp4"] = film().substr(0, film().size() - 1);
    files["media/reset.es.vtt"] = "1\n00:01.000 --> 00:04.000\nNadie habla.\n";
    CHECK(problems(files) ==
          List{"media/reset.es.vtt:0 media-content", "media/reset.mp4:0 media-content"});
    files["media/reset.mp4"] = std::string(kMaxVideoBytes + 1, 'a');
    files["media/reset.es.vtt"] = std::string(kCaptions) + "\xE9";
    CHECK(problems(files) ==
          List{"media/reset.es.vtt:0 media-content", "media/reset.mp4:0 file-size"});
}

TEST_CASE("a film has its boxes, whole, from the first byte to the last") {
    CHECK(is_mp4(film()));
    CHECK(is_mp4(box("ftyp", "isom") + box("moov", "") + std::string(4, '\0') + "mdat to the end"));
    CHECK_FALSE(is_mp4(""));
    CHECK_FALSE(is_mp4("ftyp"));
    CHECK_FALSE(is_mp4(box("ftyp", "isom") + box("mdat", "")));
    CHECK_FALSE(is_mp4(box("ftyp", "isom") + box("moov", "")));
    CHECK_FALSE(is_mp4(box("moov", "") + box("ftyp", "isom") + box("mdat", "")));
    CHECK_FALSE(is_mp4(film() + "x"));
    CHECK_FALSE(is_mp4(box("ftyp", "isom") + std::string("\0\0\0\1moov\xFF\xFF", 10)));
    for (std::size_t size = 0; size < film().size(); ++size) {
        CHECK_FALSE(is_mp4(film().substr(0, size)));
    }
    CHECK(is_captions("\xEF\xBB\xBFWEBVTT - router\r\n\r\n00:01.000 --> 00:02.000\r\nClic.\r\n"));
    CHECK_FALSE(is_captions("WEBVTT"));
    CHECK_FALSE(is_captions("WEBVTTX\n\n00:01.000 --> 00:02.000\nx\n"));
}

TEST_CASE("a video has the size of the picture that stands for it") {
    Files files = with_video();
    const auto size_of_video = [](const Files& all) {
        const auto site = read_site(all).site;
        REQUIRE(site);
        auto body = site->find_article("es", "no-internet")->body;
        int width = -1;
        article::for_each_target(body, [&](const article::Inline& piece) {
            width = piece.target == "media/reset.mp4" ? piece.width : width;
        });
        return width;
    };
    CHECK(size_of_video(files) == 0);
    // A JPEG picture's head: 16 high, 32 wide.
    files["media/reset.jpg"] = std::string(
        "\xFF\xD8\xFF\xC0\0\x0B\x08\0\x10\0\x20\1\1\x11\0\xFF\xDA\0\x08\1\1\0\0\x3F\0", 25);
    CHECK(size_of_video(files) == 32);
}

}  // namespace ventanilla::site
