// cli/publish/categories.h
#pragma once

#include <vector>

#include "cli/publish/edition.h"
#include "core/site/site.h"
#include "core/text/messages.h"
#include "widget/html/portal.h"

namespace ventanilla::publish {

// The edition's articles under their categories, in alphabetical order; those without one come last.
std::vector<html::Category> categories_of(const site::Site& site, const Edition& edition,
                                          const text::Messages& messages);

}  // namespace ventanilla::publish
