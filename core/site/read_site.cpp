#include <algorithm>
#include <functional>
#include <optional>
#include <string>
#include <tuple>
#include <utility>

#include "core/article/video.h"
#include "core/base/identifier.h"
#include "core/base/problem.h"
#include "core/site/paths.h"
#include "core/site/picture_size.h"
#include "core/site/read_guides.h"
#include "core/site/read_notice.h"
#include "core/site/read_settings.h"
#include "core/site/read_votes.h"
#include "core/site/read_wordings.h"
#include "core/site/references.h"
#include "core/site/site.h"
#include "core/site/video_file.h"
#include "core/text/fallbacks.h"
#include "core/text/utf8.h"

namespace ventanilla::site {
namespace {

// The "id:" of an article whose file could not be read, so that links to it are no problems of their own.
std::string claimed_id(std::string_view bytes) {
    constexpr std::string_view kKey = "\nid:";
    const std::size_t at = bytes.find(kKey);
    if (at == std::string_view::npos) {
        return {};
    }
    std::string_view line = bytes.substr(at + kKey.size());
    line = line.substr(0, line.find_first_of("\r\n"));
    const std::size_t first = line.find_first_not_of(" \t\"'");
    const std::size_t last = line.find_last_not_of(" \t\"'");
    return first == std::string_view::npos ? "" : std::string(line.substr(first, last - first + 1));
}

std::string video_of(std::string_view captions, std::string_view language) {
    constexpr std::size_t kEnding = std::string_view(".vtt").size() + 1;
    return std::string(captions.substr(0, captions.size() - language.size() - kEnding)) + ".mp4";
}

// An article and the file that it came from.
struct ArticleFile {
    std::string name;
    article::Article article;
};

class SiteReader {
public:
    explicit SiteReader(const Files& files) : files_(files) {}

    Reading read() {
        read_settings_file();
        for (const auto& [path, bytes] : files_) {
            read_file(path, bytes);
        }
        read_guides();
        check_articles();
        check_popular();
        add(check_references(references_, existing_));
        check_captions();
        return finish();
    }

private:
    void add(base::Problems problems) {
        problems_.insert(problems_.end(), std::make_move_iterator(problems.begin()),
                         std::make_move_iterator(problems.end()));
    }

    void add(base::Place place, std::string_view rule, std::string message) {
        problems_.push_back({std::move(place), std::string(rule), std::move(message)});
    }

    bool has_language(std::string_view language) const {
        return std::ranges::find(site_.languages, language) != site_.languages.end();
    }

    // Whether a language of the site is this one, or a variant of it.
    bool falls_back_to(std::string_view language) const {
        return std::ranges::any_of(site_.languages, [language](const std::string& one) {
            const std::vector<std::string> tags = text::fallbacks(one);
            return std::ranges::find(tags, language) != tags.end();
        });
    }

    // Reports a file in a language that site.json does not list.
    bool check_language(const std::string& path, std::string_view language) {
        return check_language(path, language, has_language(language));
    }

    bool check_language(const std::string& path, std::string_view language, bool is_listed) {
        if (!is_listed && !site_.languages.empty()) {
            add({path}, "site-language",
                "site.json does not list the language " + base::in_quotes(language) +
                    "; add it there, or rename or remove this file.");
        }
        return is_listed;
    }

    void read_settings_file() {
        const auto file = files_.find("site.json");
        if (file == files_.end()) {
            add({"site.json"}, "file-missing", "A site needs a file site.json; write it.");
            return;
        }
        settings_.emplace(file->first, file->second);
        has_form_ = read_settings(*settings_, site_);
        add_references_of_rules();
    }

    void add_references_of_rules() {
        for (std::size_t i = 0; i < site_.rules.size(); ++i) {
            const std::vector<std::string>& names = site_.rules[i].suggest;
            for (std::size_t j = 0; j < names.size(); ++j) {
                const base::Position at = settings_->position("/rules/" + std::to_string(i) +
                                                              "/suggest/" + std::to_string(j));
                const bool is_guide = names[j].starts_with("guide:");
                references_.push_back({{settings_->problems().file(), at.line, at.column},
                                       is_guide ? names[j] : "article:" + names[j]});
            }
        }
    }

    void read_file(const std::string& path, const std::string& bytes) {
        const PathParts parts = sort_path(path);
        switch (parts.kind) {
        case PathKind::kSettings:
        case PathKind::kIgnored:
            break;
        case PathKind::kArticle:
            if (check_language(path, parts.language)) {
                read_article_file(path, bytes, parts.language);
            }
            break;
        case PathKind::kGuide:
            existing_.guides.insert(parts.id);
            guide_files_[parts.id].guide = &path;
            break;
        case PathKind::kGuideText:
            if (check_language(path, parts.language)) {
                guide_files_[parts.id].texts[parts.language] = &path;
            }
            break;
        case PathKind::kSynonyms:
            if (check_language(path, parts.language)) {
                read_synonyms(path, bytes, parts.language);
            }
            break;
        case PathKind::kVotes: {
            JsonFile file(path, bytes);
            site_.votes = read_votes(file, references_);
            add(file.problems().take());
            break;
        }
        case PathKind::kNotice: {
            JsonFile file(path, bytes);
            site_.notice = read_notice(file, site_.languages, references_);
            add(file.problems().take());
            break;
        }
        case PathKind::kWordings:
            if (check_language(path, parts.language, falls_back_to(parts.language))) {
                JsonFile file(path, bytes);
                site_.wordings[parts.language] = read_wordings(file);
                add(file.problems().take());
            }
            break;
        case PathKind::kMedia:
            read_media(path, bytes);
            break;
        case PathKind::kUnknown:
            add({path}, "file-unknown",
                "A site has no place for this file, so that it would be left out; move it to "
                "articles/<language>/, guides/, synonyms/, texts/ or media/, or remove it.");
        }
    }

    void read_article_file(const std::string& path, const std::string& bytes,
                           const std::string& language) {
        auto article = article::read_article(path, bytes);
        if (!article) {
            const std::string id = claimed_id(bytes);
            existing_.articles.insert(id);
            translated_[id].insert(language);
            languages_with_unread_.insert(language);
            add(std::move(article.error()));
            return;
        }
        existing_.articles.insert(article->id);
        translated_[article->id].insert(language);
        for (const article::Reference& reference : article->references) {
            references_.push_back(
                {{path, reference.at.line, reference.at.column}, reference.target});
        }
        articles_[language].push_back({path, std::move(*article)});
    }

    void read_synonyms(const std::string& path, const std::string& bytes,
                       const std::string& language) {
        if (bytes.size() > kMaxFileBytes) {
            return add({path}, "file-size", "The file is larger than 1 MB; shorten it.");
        }
        if (const auto offset = text::first_invalid_utf8(bytes)) {
            const base::Position at = base::position_at(bytes, *offset);
            return add({path, at.line, at.column}, "file-utf8",
                       "The file is not UTF-8 text from here on; save it as UTF-8.");
        }
        auto synonyms = text::Synonyms::read(path, bytes, language);
        if (!synonyms) {
            return add(std::move(synonyms.error()));
        }
        site_.synonyms[language] = std::move(*synonyms);
    }

    void read_media(const std::string& path, const std::string& bytes) {
        existing_.media.insert(path);
        if (is_video_name(path)) {
            read_video(path, bytes);
        } else if (const std::string_view language = captions_language(path); !language.empty()) {
            read_captions(path, bytes, language);
        } else if (!is_picture_name(path)) {
            add({path}, "media-type",
                "Media are pictures (svg, png, jpg, jpeg, webp, avif, gif), videos (mp4) and their "
                "captions (as in router.es.vtt), named with letters, digits, \"-\", \"_\" and "
                "\".\"; convert, rename or remove this file.");
        } else if (bytes.size() > kMaxMediaBytes) {
            add({path}, "file-size", "The picture is larger than 5 MB; make it smaller.");
        } else if (const auto size = read_picture_size(picture_kind(path), bytes)) {
            picture_sizes_.emplace(path, *size);
            site_.media.emplace(path, bytes);
        } else {
            add({path}, "media-content",
                "The file is no " + std::string(name_of(picture_kind(path))) +
                    " picture, or not all of one; save it again as one, or name it after what it "
                    "is.");
        }
    }

    void read_video(const std::string& path, const std::string& bytes) {
        if (bytes.size() > kMaxVideoBytes) {
            add({path}, "file-size", "The video is larger than 50 MB; make it shorter or smaller.");
        } else if (is_mp4(bytes)) {
            site_.media.emplace(path, bytes);
        } else {
            add({path}, "media-content",
                "The file is no MP4 video, or not all of one; save it again as one.");
        }
    }

    void read_captions(const std::string& path, const std::string& bytes,
                       std::string_view language) {
        const std::string video = video_of(path, language);
        if (!files_.contains(video)) {
            add({path}, "captions-video",
                "These are the captions of a video " + base::in_quotes(video) +
                    ", which is not there; add it, or rename or remove this file.");
        } else if (!check_language(path, language, falls_back_to(language))) {
            return;
        } else if (bytes.size() > kMaxFileBytes) {
            add({path}, "file-size", "The file is larger than 1 MB; shorten it.");
        } else if (text::first_invalid_utf8(bytes) || !is_captions(bytes)) {
            add({path}, "media-content",
                "The file is no WebVTT captions in UTF-8; it begins with WEBVTT and an empty line, "
                "and then each has a line such as 00:01.000 --> 00:04.000 and its words below it.");
        } else {
            site_.media.emplace(path, bytes);
        }
    }

    // Who cannot hear a video reads it, in the language of the text around it.
    void check_captions() {
        for (const SiteReference& reference : references_) {
            if (!article::is_video(reference.target) || !files_.contains(reference.target)) {
                continue;
            }
            const std::string language = sort_path(reference.place.file).language;
            if (!find_captions(existing_.media, reference.target, language)) {
                add(reference.place, "video-captions",
                    "The video has no captions in " + base::in_quotes(language) + "; write " +
                        article::captions_of(reference.target, language) +
                        " (where nobody speaks, they say so).");
            }
        }
    }

    void read_guides() {
        for (const auto& [id, paths] : guide_files_) {
            SiteGuide read;
            std::optional<guide::Guide> guide;
            if (paths.guide != nullptr) {
                JsonFile file(*paths.guide, files_.at(*paths.guide));
                guide = read_guide_file(file, id, has_form_ ? &site_.form : nullptr);
                add(file.problems().take());
                check_guide_languages(*paths.guide, id, paths);
            }
            for (const auto& [language, path] : paths.texts) {
                if (paths.guide == nullptr) {
                    add({*path}, "guide-missing",
                        "These are the texts of a guide that is not there; write guides/" + id +
                            ".json or remove this file.");
                }
                JsonFile file(*path, files_.at(*path));
                read.texts[language] =
                    read_guide_text(file, guide ? &*guide : nullptr, references_);
                add(file.problems().take());
            }
            if (guide) {
                read.guide = std::move(*guide);
                site_.guides.push_back(std::move(read));
            }
        }
    }

    struct GuidePaths {
        const std::string* guide = nullptr;
        std::map<std::string, const std::string*> texts;  // by language
    };

    void check_guide_languages(const std::string& path, const std::string& id,
                               const GuidePaths& paths) {
        for (const std::string& language : site_.languages) {
            if (!paths.texts.contains(language)) {
                add({path}, "guide-language-missing",
                    "The guide has no texts in " + base::in_quotes(language) + "; write guides/" +
                        id + "." + language + ".json.");
            }
        }
    }

    void check_articles() {
        for (auto& [language, files] : articles_) {
            std::map<std::string_view, const ArticleFile*> ids;
            std::map<std::string_view, const ArticleFile*> slugs;
            for (const ArticleFile& file : files) {
                const article::Article& read = file.article;
                check_unique(ids, read.id, file, read.id_at, "id");
                check_unique(slugs, read.slug, file, read.slug_at, "slug");
                check_translations(file);
            }
            std::ranges::stable_sort(files, {},
                                     [](const ArticleFile& file) { return file.article.id; });
            for (ArticleFile& file : files) {
                site_.articles[language].push_back(std::move(file.article));
            }
        }
    }

    void check_unique(std::map<std::string_view, const ArticleFile*>& seen, std::string_view value,
                      const ArticleFile& file, base::Position at, const std::string& what) {
        const auto [first, is_new] = seen.emplace(value, &file);
        if (!is_new) {
            add({file.name, at.line, at.column}, "article-duplicate",
                "The " + what + " " + base::in_quotes(value) + " is taken by " +
                    first->second->name + "; give this article another.");
        }
    }

    // Once for each id and language, at the first file that has the article.
    void check_translations(const ArticleFile& file) {
        std::set<std::string>& languages = translated_[file.article.id];
        for (const std::string& language : site_.languages) {
            // An article that could not be read may be the one that seems to be missing.
            if (languages.insert(language).second && !languages_with_unread_.contains(language)) {
                add({file.name, file.article.id_at.line, file.article.id_at.column},
                    "article-translation-missing",
                    "The article " + base::in_quotes(file.article.id) + " is not there in " +
                        base::in_quotes(language) + "; write it in articles/" + language +
                        "/ with the same id.");
            }
        }
    }

    void check_popular() {
        for (std::size_t i = 0; i < site_.popular.size(); ++i) {
            const std::string& id = site_.popular[i];
            if (!id.empty() && !existing_.articles.contains(id)) {
                settings_->report("/popular/" + std::to_string(i), "article-missing",
                                  "There is no article with the id " + base::in_quotes(id) +
                                      "; correct the id or write the article.");
            }
        }
        if (settings_) {
            add(settings_->problems().take());
        }
    }

    Reading finish() {
        Reading reading;
        std::ranges::stable_sort(problems_, {}, [](const base::Problem& problem) {
            return std::tie(problem.place.file, problem.place.line, problem.place.column);
        });
        reading.problems = std::move(problems_);
        if (reading.problems.empty()) {
            set_picture_sizes();
            reading.site = std::move(site_);
        }
        return reading;
    }

    void set_picture_sizes() {
        for (auto& [language, articles] : site_.articles) {
            for (article::Article& article : articles) {
                set_picture_sizes(article.body);
            }
        }
        for (SiteGuide& guide : site_.guides) {
            for (auto& [language, text] : guide.texts) {
                for (auto& [step, words] : text.steps) {
                    set_picture_sizes(words.body);
                }
            }
        }
    }

    void set_picture_sizes(article::Document& document) const {
        article::for_each_target(document, [this](article::Inline& piece) {
            const std::string picture =
                article::is_video(piece.target) ? article::still_of(piece.target) : piece.target;
            if (const auto size = picture_sizes_.find(picture); size != picture_sizes_.end()) {
                piece.width = size->second.width;
                piece.height = size->second.height;
            }
        });
    }

    const Files& files_;
    Site site_;
    base::Problems problems_;
    std::optional<JsonFile> settings_;
    bool has_form_ = false;
    std::map<std::string, std::vector<ArticleFile>> articles_;  // by language, in order of path
    std::map<std::string, std::set<std::string>> translated_;   // article id -> languages
    std::set<std::string> languages_with_unread_;
    std::map<std::string, GuidePaths> guide_files_;  // by id
    std::vector<SiteReference> references_;
    Existing existing_;
    std::map<std::string, PictureSize> picture_sizes_;  // by path
};

}  // namespace

Reading read_site(const Files& files) {
    return SiteReader(files).read();
}

}  // namespace ventanilla::site
