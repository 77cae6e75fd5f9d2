// core/site/read_wordings.h
//
// texts/<language>.json: texts of the product as the site words them. Which keys there are, and what their texts must hold, the
// product knows (cli/publish/wordings.h).
//
//   {"home.title": "Hola, ¿qué necesitas?"}
#pragma once

#include "core/site/json_file.h"
#include "core/site/site.h"

namespace ventanilla::site {

Wordings read_wordings(JsonFile& file);

}  // namespace ventanilla::site
