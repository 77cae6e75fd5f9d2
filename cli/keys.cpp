#include "cli/keys.h"

#include <algorithm>

#include "cli/printable.h"
#include "core/ticket/thread.h"
#include "server/crypto/crypto.h"
#include "server/requests/admission.h"
#include "server/time/timestamps.h"

namespace ventanilla::cli {

int add_key(const KeptData& kept, const std::string& name, std::vector<std::string> scopes,
            const Environment& environment) {
    if (!ticket::is_name(name)) {
        environment.log << "A key's name is one line of at most 100 characters.\n";
        return kFailed;
    }
    std::ranges::sort(scopes);
    scopes.erase(std::ranges::unique(scopes).begin(), scopes.end());
    std::string words;
    for (const std::string& scope : scopes) {
        words += (words.empty() ? "" : " ") + scope;
    }
    // The beginning tells people, and programs that look for leaked secrets, what it is.
    const std::string secret = "vtn_" + server::random_token();
    if (!open_to_change(kept, environment)
             ->add_key({.key_hash = requests::hash_of_secret(secret),
                        .name = name,
                        .scopes = words,
                        .created = server::now()})) {
        environment.log << "There is a key \"" << printable(name)
                        << "\" already, or the database cannot be written to.\n";
        return kFailed;
    }
    environment.log << "This is the key of \"" << printable(name)
                    << "\". Keep it now: it is not shown again.\n";
    environment.out << secret << "\n";
    return kFine;
}

int list_keys(const KeptData& kept, const Environment& environment) {
    for (const store::ApiKey& key : open(kept, environment)->keys()) {
        environment.out << server::rfc3339(key.created) << "  " << printable(key.scopes) << "  "
                        << printable(key.name) << "\n";
    }
    return kFine;
}

int remove_key(const KeptData& kept, const std::string& name, const Environment& environment) {
    if (!open_to_change(kept, environment)->remove_key(name)) {
        environment.log << "There is no key \"" << printable(name) << "\".\n";
        return kFailed;
    }
    return kFine;
}

}  // namespace ventanilla::cli
