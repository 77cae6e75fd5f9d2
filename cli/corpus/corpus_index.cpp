#include "cli/corpus/corpus_index.h"

#include <algorithm>
#include <fstream>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>
#include <vector>

#include "cli/corpus/json_lines.h"
#include "core/base/json.h"
#include "core/search/builder.h"
#include "core/search/shard.h"

namespace ventanilla::corpus {
namespace {

namespace fs = std::filesystem;

// The body without the marks of Markdown's headings and list items, which would show in excerpts.
std::string without_markers(std::string_view body) {
    std::string plain;
    plain.reserve(body.size());
    while (!body.empty()) {
        const std::size_t end = std::min(body.find('\n'), body.size() - 1) + 1;
        std::string_view line = body.substr(0, end);
        body.remove_prefix(end);
        const std::size_t hashes = std::min(line.find_first_not_of('#'), line.size());
        if (hashes > 0 && hashes <= 6 && line.substr(hashes).starts_with(' ')) {
            line.remove_prefix(hashes + 1);
        } else if (line.starts_with("- ") || line.starts_with("* ")) {
            line.remove_prefix(2);
        }
        plain += line;
    }
    return plain;
}

// Reads one article; a sentence in `fault` says why it cannot be.
class ArticleReader {
public:
    explicit ArticleReader(const base::Json& line) : line_(line) {
        if (!line.is_object()) {
            fault = "an article is a JSON object";
        }
    }

    std::string fault;

    std::string text(std::string_view key, bool needed) {
        const base::Json* member = base::find(line_, key);
        if (member == nullptr ? needed : !member->is_string()) {
            complain(key, member == nullptr ? "is missing" : "must be a string");
        } else if (needed && base::string_at(line_, key).empty()) {
            complain(key, "is empty");
        }
        return std::string(base::string_at(line_, key));
    }

    // `inner`: the member of each item that holds the text, where items are objects.
    std::vector<std::string> texts(std::string_view key, std::string_view inner) {
        std::vector<std::string> found;
        const base::Json* member = base::find(line_, key);
        if (member != nullptr && !member->is_array()) {
            complain(key, "must be an array");
        }
        for (const base::Json& item : base::array_at(line_, key)) {
            const base::Json* value = inner.empty() ? &item : base::find(item, inner);
            if (value == nullptr || !value->is_string()) {
                complain(key, "holds something else than texts");
                break;
            }
            found.push_back(value->get<std::string>());
        }
        return found;
    }

private:
    void complain(std::string_view key, std::string_view what) {
        if (fault.empty()) {
            fault = "\"" + std::string(key) + "\" " + std::string(what);
        }
    }

    const base::Json& line_;
};

struct Article {
    search::Entry entry;
    std::string language;
};

std::optional<Article> read_article(const base::Json& line, std::string& fault) {
    ArticleReader reader(line);
    Article article;
    article.entry.id = reader.text("id", true);
    article.entry.title = reader.text("title", true);
    article.entry.url = reader.text("url", false);
    article.entry.summary = reader.text("summary", false);
    article.entry.body = without_markers(reader.text("body", false));
    article.entry.headings = reader.texts("headings", "text");
    article.entry.tags = reader.texts("tags", "");
    article.language = reader.text("lang", false);
    fault = std::move(reader.fault);
    return fault.empty() ? std::optional(std::move(article)) : std::nullopt;
}

struct Built {
    std::string language;
    std::vector<std::string> shards;
};

// Nothing if a line was bad; then the log says which and why.
std::optional<Built> build(const fs::path& corpus, std::ostream& log) {
    std::ifstream file(corpus, std::ios::binary);
    if (!file) {
        log << corpus.string() << ": cannot be read\n";
        return std::nullopt;
    }
    std::optional<search::IndexBuilder> builder;
    Built built;
    std::size_t faults = 0;
    std::size_t strangers = 0;
    JsonLines lines(file);
    const auto report = [&](std::string_view fault) {
        log << corpus.string() << ':' << lines.number() << ": " << fault << '\n';
        ++faults;
    };
    while (auto line = lines.next()) {
        if (!*line) {
            report(line->error());
            continue;
        }
        std::string fault;
        std::optional<Article> article = read_article(**line, fault);
        if (!article) {
            report(fault);
            continue;
        }
        if (!builder) {
            built.language = article->language;
            builder.emplace(built.language);
        }
        strangers += article->language != built.language ? 1 : 0;
        if (!builder->add(std::move(article->entry))) {
            report("an earlier line has the same \"id\"");
        }
    }
    if (file.bad()) {
        log << corpus.string() << ": reading it broke off\n";
        return std::nullopt;
    }
    if (faults > 0) {
        log << faults << (faults == 1 ? " bad line" : " bad lines") << "; nothing was written\n";
        return std::nullopt;
    }
    if (!builder) {
        log << corpus.string() << ": holds no article\n";
        return std::nullopt;
    }
    if (strangers > 0) {
        log << strangers << " articles are not in \"" << built.language
            << "\" and are indexed as if they were\n";
    }
    built.shards = std::move(*builder).finish();
    return built;
}

// The index's id stands in every name: it changes when anything in the index does, and names that are alike compress
// to next to nothing in the manifest.
std::string file_name(std::size_t shard, std::uint64_t index_id) {
    constexpr std::string_view kDigits = "0123456789abcdef";
    std::string name = "shard-" + std::to_string(shard) + ".";
    for (int shift = 60; shift >= 0; shift -= 4) {
        name += kDigits[(index_id >> shift) & 0xFU];
    }
    return name + ".bin";
}

bool write_file(const fs::path& path, std::string_view bytes) {
    std::ofstream file(path, std::ios::binary);
    file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    file.close();
    return file.good();
}

bool write_all(const fs::path& folder, const Built& built) {
    base::Json manifest = {{"language", built.language}, {"shards", base::Json::array()}};
    const auto shard_0 = search::open_shard(built.shards[0]);
    for (std::size_t i = 0; i < built.shards.size(); ++i) {
        const std::string name = file_name(i, shard_0->header.index_id);
        if (!write_file(folder / name, built.shards[i])) {
            return false;
        }
        manifest["shards"].push_back(name);
    }
    return write_file(folder / "manifest.json", base::write_json(manifest) + "\n");
}

// Whether an index may take the place of what stands there.
bool may_replace(const fs::path& out) {
    std::error_code error;
    return !fs::exists(out, error) || fs::exists(out / "manifest.json", error) ||
           (fs::is_directory(out, error) && fs::is_empty(out, error));
}

// `out` without a slash at its end, so that it has a name and siblings.
fs::path named(const fs::path& out) {
    const fs::path path = fs::absolute(out).lexically_normal();
    return path.has_filename() ? path : path.parent_path();
}

}  // namespace

int index_corpus(const fs::path& corpus, const fs::path& out, std::ostream& log) {
    const fs::path target = named(out);
    if (!may_replace(target)) {
        log << out.string() << ": holds something else than an index; choose another folder\n";
        return 1;
    }
    const std::optional<Built> built = build(corpus, log);
    if (!built) {
        return 1;
    }
    const fs::path fresh = target.string() + ".new";
    const fs::path old = target.string() + ".old";
    std::error_code error;
    fs::remove_all(fresh, error);
    fs::create_directories(fresh, error);
    if (error || !write_all(fresh, *built)) {
        log << fresh.string() << ": cannot be written\n";
        fs::remove_all(fresh, error);
        return 1;
    }
    fs::remove_all(old, error);
    if (fs::exists(target, error)) {
        fs::rename(target, old, error);
    }
    if (!error) {
        fs::rename(fresh, target, error);
    }
    if (error) {
        log << out.string() << ": cannot be replaced: " << error.message() << '\n';
        fs::remove_all(fresh, error);
        if (!fs::exists(target, error) && fs::exists(old, error)) {
            fs::rename(old, target, error);
        }
        return 1;
    }
    fs::remove_all(old, error);
    return 0;
}

}  // namespace ventanilla::corpus
