// core/site/read_texts.h
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/json_reader.h"

namespace ventanilla::site {

// The texts of a list that may be left out, at most `most`; anything else in it is reported.
std::vector<std::string> read_texts(base::ObjectReader& reader, std::string_view key,
                                    std::size_t most, base::JsonFindings& findings);

}  // namespace ventanilla::site
