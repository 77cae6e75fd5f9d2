// cli/share_folder.h
//
// Reads what is installed beside the command: the browser's files, the product's texts and its synonyms. Throws
// std::runtime_error with a sentence for the operator where the installation is not whole.
#pragma once

#include <filesystem>
#include <string>

#include "cli/publish/publish.h"
#include "cli/publish/synonym_packs.h"
#include "cli/publish/texts.h"

namespace ventanilla::cli {

// share/ventanilla beside the bin/ of the running program, wherever it was installed or linked from.
std::filesystem::path installed_share();

publish::Texts read_texts(const std::filesystem::path& share);
publish::SynonymPacks read_synonym_packs(const std::filesystem::path& share);
publish::Bundle read_bundle(const std::filesystem::path& share);

// What the API takes and answers, for programs: OpenAPI 3.1, in JSON.
std::string read_api_description(const std::filesystem::path& share);

// The demo: its sources, and its company's page as Bundle::host_page wants it.
std::filesystem::path demo_site(const std::filesystem::path& share);
std::map<std::string, std::string> read_demo_page(const std::filesystem::path& share);

}  // namespace ventanilla::cli
