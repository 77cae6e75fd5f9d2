// Runs a fuzz target without a fuzzer: on every file of a folder, on nothing, and on changes of those files, which
// are the same in every run.

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

constexpr int kChanges = 300;  // of each file

void run(const std::string& input) {
    LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(input.data()), input.size());
}

std::vector<std::string> read_corpus(const std::filesystem::path& folder) {
    std::vector<std::filesystem::path> paths;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        paths.push_back(entry.path());
    }
    std::ranges::sort(paths);
    std::vector<std::string> corpus;
    for (const auto& path : paths) {
        std::ifstream file(path, std::ios::binary);
        corpus.emplace_back(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
    }
    return corpus;
}

// Bits turned, bytes exchanged, pieces left out, doubled or taken from another file.
std::string change(std::string input, const std::vector<std::string>& corpus,
                   std::mt19937& random) {
    constexpr std::string_view kTelling = "{}[]\",:\\0-.*_`#<>&|!()\n\x00\xff\xc3";
    for (auto rounds = 1 + random() % 4; rounds > 0 && !input.empty(); --rounds) {
        const std::size_t at = random() % input.size();
        const std::size_t length = 1 + random() % std::min<std::size_t>(64, input.size() - at);
        const std::string& other = corpus[random() % corpus.size()];
        switch (random() % 6) {
        case 0:
            input[at] = static_cast<char>(input[at] ^ (1 << (random() % 8)));
            break;
        case 1:
            input[at] = kTelling[random() % kTelling.size()];
            break;
        case 2:
            input.erase(at, length);
            break;
        case 3:
            input.insert(at, input.substr(at, length));
            break;
        case 4:
            input.insert(at, other.substr(std::min(at, other.size()), length));
            break;
        default:
            input.resize(at);
        }
    }
    return input;
}

}  // namespace

int main(int count, char** arguments) {
    if (count != 2) {
        std::fputs("usage: <name>_fuzz CORPUS\n", stderr);
        return 2;
    }
    const auto corpus = read_corpus(arguments[1]);
    if (corpus.empty()) {
        std::fputs("the corpus is empty\n", stderr);
        return 1;
    }
    std::mt19937 random(20261005);
    run("");
    for (const std::string& input : corpus) {
        run(input);
        for (int i = 0; i < kChanges; ++i) {
            run(change(input, corpus, random));
        }
    }
    std::printf("%zu inputs\n", 1 + corpus.size() * (kChanges + 1));
    return 0;
}
