#include "cli/corpus/corpus_index.h"

#include <algorithm>
#include <atomic>
#include <fstream>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

#include "cli/corpus/article_lines.h"
#include "cli/side_by_side.h"
#include "core/base/json.h"
#include "core/search/building/builder.h"
#include "core/search/format/shard.h"

namespace ventanilla::corpus {
namespace {

namespace fs = std::filesystem;

struct Built {
    std::string language;
    std::vector<std::string> ids;
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
    ArticleLines lines(file);
    while (auto line = lines.next()) {
        const auto report = [&](std::string_view fault) {
            log << corpus.string() << ':' << line->number << ": " << fault << '\n';
            ++faults;
        };
        if (!line->article) {
            report(line->article.error());
            continue;
        }
        Article& article = *line->article;
        if (!builder) {
            built.language = article.language;
            builder.emplace(built.language);
        }
        strangers += article.language != built.language ? 1 : 0;
        std::string id = article.entry.id;
        if (builder->add(std::move(article.entry))) {
            built.ids.push_back(std::move(id));
        } else {
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
    std::sort(built.ids.begin(), built.ids.end());
    built.shards = std::move(*builder).finish(cli::side_by_side);
    return built;
}

bool write_file(const fs::path& path, std::string_view bytes) {
    std::ofstream file(path, std::ios::binary);
    file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    file.close();
    return file.good();
}

bool write_all(const fs::path& folder, const Built& built) {
    std::atomic<bool> is_written = true;
    cli::side_by_side(built.shards.size(), [&](std::size_t shard) {
        const std::string name = search::shard_name(static_cast<search::ShardId>(shard));
        if (is_written && !write_file(folder / name, built.shards[shard])) {
            is_written = false;
        }
    });
    if (!is_written) {
        return false;
    }
    const base::Json manifest = {{"language", built.language},
                                 {"shards", built.shards.size()},
                                 {"ids", base::Json::texts(built.ids)}};
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
