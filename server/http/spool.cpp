#include "server/http/spool.h"

#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

#include <string>
#include <system_error>

namespace ventanilla::http {

std::shared_ptr<const BodyFile> BodyFile::make(const std::filesystem::path& folder) {
    std::string name = (folder / "ventanilla-upload-XXXXXX").string();
    const int made = ::mkostemp(name.data(), O_CLOEXEC);
    if (made < 0) {
        return nullptr;
    }
    ::close(made);
    return std::make_shared<const BodyFile>(name);
}

BodyFile::~BodyFile() {
    std::error_code gone;
    std::filesystem::remove(path_, gone);
}

}  // namespace ventanilla::http
