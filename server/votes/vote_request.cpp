#include "server/votes/vote_request.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>

#include "core/base/json.h"
#include "server/api/json_body.h"

namespace ventanilla::votes {
namespace {

using Count = std::int64_t store::VoteCounts::*;

constexpr std::array<std::pair<std::string_view, Count>, 5> kVotes = {{
    {"yes", &store::VoteCounts::yes},
    {"no", &store::VoteCounts::no},
    {"unanswered", &store::VoteCounts::unanswered},
    {"unclear", &store::VoteCounts::unclear},
    {"wrong", &store::VoteCounts::wrong},
}};

}  // namespace

std::expected<store::ArticleVotes, http::Problem> read_vote_request(const site::Site& site,
                                                                    const api::Texts& texts,
                                                                    std::string_view language,
                                                                    std::string_view body) {
    const auto json =
        api::read_json_body(api::texts_in(texts, language, site.languages.front()), body);
    if (!json) {
        return std::unexpected(json.error());
    }
    api::BodyReader reader(site, texts, language);
    store::ArticleVotes votes;
    if (json->is_object()) {
        votes.language = reader.language(*json);
        votes.article = base::string_at(*json, "article");
        if (site.find_article(votes.language, votes.article) == nullptr) {
            reader.fault("/article", "server.problem.article");
        }
        const auto vote = std::ranges::find(kVotes, base::string_at(*json, "vote"),
                                            &decltype(kVotes)::value_type::first);
        if (vote == kVotes.end()) {
            reader.fault("/vote", "server.problem.vote");
        } else {
            votes.counts.*(vote->second) = 1;
        }
        reader.refuse_others(*json, {"language", "article", "vote"});
    } else {
        reader.fault("", "server.problem.object");
    }
    if (auto problem = reader.problem()) {
        return std::unexpected(std::move(*problem));
    }
    return votes;
}

}  // namespace ventanilla::votes
