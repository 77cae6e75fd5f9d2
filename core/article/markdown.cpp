#include "core/article/markdown.h"

#include <string>

#include "core/article/tree_builder.h"

namespace ventanilla::article {
namespace {

TreeBuilder& builder(void* data) {
    return *static_cast<TreeBuilder*>(data);
}

}  // namespace

Document parse_markdown(std::string_view markdown, int line, base::FileProblems& problems,
                        std::vector<Reference>& references) {
    // md4c looks one byte past the end, where a terminator has to stand.
    const std::string source(markdown);
    TreeBuilder tree(source, line, problems, references);
    MD_PARSER parser{};
    parser.flags = MD_FLAG_TABLES;
    parser.enter_block = [](MD_BLOCKTYPE type, void* detail, void* data) {
        return builder(data).enter_block(type, detail) ? 0 : 1;
    };
    parser.leave_block = [](MD_BLOCKTYPE type, void*, void* data) {
        return builder(data).leave_block(type) ? 0 : 1;
    };
    parser.enter_span = [](MD_SPANTYPE type, void* detail, void* data) {
        return builder(data).enter_span(type, detail) ? 0 : 1;
    };
    parser.leave_span = [](MD_SPANTYPE type, void*, void* data) {
        return builder(data).leave_span(type) ? 0 : 1;
    };
    parser.text = [](MD_TEXTTYPE type, const MD_CHAR* text, MD_SIZE size, void* data) {
        return builder(data).text(type, {text, size}) ? 0 : 1;
    };
    md_parse(source.c_str(), static_cast<MD_SIZE>(source.size()), &parser, &tree);
    return tree.take();
}

}  // namespace ventanilla::article
