// server/store/sql/access_rows.h
//
// The SQL of who may see one site's tickets, and of what the server keeps to itself. As ticket_rows.h.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server/store/access.h"
#include "server/store/sql/connection.h"

namespace ventanilla::store {

class AccessRows {
public:
    AccessRows(Connection& connection, std::string_view site);

    // False if it is too soon for another one, or the address has had too many: it must not be sent then.
    bool keep_code(const AccessCode& code, std::string_view email);
    // A code that is right also shows that the ticket's address is the customer's.
    Redeemed redeem_code(const AccessToken& token, std::string_view code_hash, Time now);
    void keep_token(const AccessToken& token);
    // Takes away what is good no longer.
    void expire(Time now);
    std::optional<AccessToken> find_token(std::string_view token_hash, Time now);

    // False if the name is taken.
    bool add_key(const ApiKey& key);
    bool remove_key(std::string_view name);
    std::optional<ApiKey> find_key(std::string_view key_hash);
    std::vector<ApiKey> keys();

    std::string secret(std::string_view name, std::string_view fresh);
    // Writes something that nobody reads: the proof that writing works.
    void touch();

private:
    std::string site_;
    Statement count_code_;
    Statement keep_code_;
    Statement try_code_;
    Statement delete_code_;
    Statement verify_address_;
    Statement insert_token_;
    Statement expire_codes_;
    Statement expire_tokens_;
    Statement find_token_;
    Statement insert_key_;
    Statement delete_key_;
    Statement find_key_;
    Statement keys_;
    Statement insert_secret_;
    Statement find_secret_;
    Statement touch_;
};

}  // namespace ventanilla::store
