#include "cli/index.h"

#include "cli/corpus/corpus_index.h"

namespace ventanilla::cli {

int index(const std::filesystem::path& corpus, const std::filesystem::path& out,
          const Environment& environment) {
    return corpus::index_corpus(corpus, out, environment.log);
}

}  // namespace ventanilla::cli
