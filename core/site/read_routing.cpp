#include "core/site/read_routing.h"

#include <algorithm>
#include <utility>

#include "core/base/json_scan.h"
#include "core/base/problem.h"
#include "core/site/read_texts.h"
#include "core/ticket/formats.h"

namespace ventanilla::site {
namespace {

using base::ObjectReader;

constexpr const char* kRoutingRule = "site-routing";
constexpr std::size_t kMaxQueues = 50;
constexpr std::size_t kMaxRoutingRules = 100;
constexpr std::int64_t kLongestWork = 1000;
constexpr std::int64_t kLongestWait = 365;

class RoutingReader {
public:
    RoutingReader(ObjectReader reader, const Site& site, base::JsonFindings& findings)
        : reader_(std::move(reader)), site_(site), findings_(findings) {}

    Routing read() {
        routing_.hours = reader_.optional_text("hours");
        if (!routing_.hours.empty() && !site_.hours.contains(routing_.hours)) {
            reader_.report("hours", kRoutingRule,
                           "The site has no hours " + base::in_quotes(routing_.hours) +
                               "; correct it, or add them to \"hours\".");
        }
        read_queues();
        const auto rules =
            reader_.has("rules") ? reader_.array("rules") : std::span<const base::Json>();
        if (rules.size() > kMaxRoutingRules) {
            reader_.report("rules", kRoutingRule, "There are at most 100 rules.");
        } else {
            for (std::size_t i = 0; i < rules.size(); ++i) {
                read_rule(reader_.element("rules", i));
            }
        }
        reader_.refuse_others();
        return std::move(routing_);
    }

private:
    void read_queues() {
        auto queues = reader_.optional_child("queues");
        if (!queues) {
            return;
        }
        const auto members = reader_.object("queues");
        if (members.size() > kMaxQueues) {
            reader_.report("queues", kRoutingRule, "There are at most 50 queues.");
            return;
        }
        for (const auto& [name, value] : members) {
            auto queue = queues->child(name);
            if (!queue) {
                continue;
            }
            const std::string email = queue->text("email");
            if (!email.empty() && !ticket::is_email_address(email)) {
                queue->report("email", kRoutingRule, "A queue's \"email\" is one e-mail address.");
            }
            if (!ticket::is_name(name)) {
                queue->report("", kRoutingRule, "A queue's name has at most 100 characters.");
            }
            queue->refuse_others();
            routing_.queues[name] = email;
        }
    }

    void read_rule(ObjectReader reader) {
        const std::size_t before = findings_.size();
        RoutingRule rule;
        read_condition(reader, rule);
        rule.queue = reader.optional_text("queue");
        if (!rule.queue.empty() && !routing_.queues.contains(rule.queue)) {
            reader.report("queue", kRoutingRule,
                          "There is no queue " + base::in_quotes(rule.queue) +
                              "; correct it, or add it to \"queues\".");
        }
        if (const std::string priority = reader.optional_text("priority"); !priority.empty()) {
            rule.priority = ticket::priority(priority);
            if (!rule.priority) {
                reader.report("priority", kRoutingRule,
                              "The priorities are low, normal, high and urgent.");
            }
        }
        read_answer(reader, rule);
        read_tags(reader, rule);
        reader.refuse_others();
        const bool does_something =
            !rule.queue.empty() || rule.priority || rule.answer || !rule.tags.empty();
        if (!does_something && findings_.size() == before) {
            reader.report("", kRoutingRule,
                          "A rule does something: add \"queue\", \"priority\", \"answer\" or "
                          "\"tags\", or take it out.");
        }
        routing_.rules.push_back(std::move(rule));
    }

    void read_condition(ObjectReader& reader, RoutingRule& rule) {
        const base::Json* when = reader.optional_member("when");
        if (when == nullptr) {
            return;
        }
        auto condition = logic::Condition::read(*when);
        if (!condition) {
            findings_.push_back({reader.pointer_to("when") + condition.error().pointer,
                                 kRoutingRule, condition.error().message});
            return;
        }
        for (const std::string& name : condition->variables()) {
            if (!is_known(name)) {
                reader.report("when", kRoutingRule,
                              "Nothing is called " + base::in_quotes(name) +
                                  " here: there are \"fields.ID\" for the form's fields, "
                                  "\"language\", \"guide\", \"outcome\" and \"context.NAME\".");
            }
        }
        rule.when = std::move(*condition);
    }

    [[nodiscard]] bool is_known(std::string_view name) const {
        constexpr std::string_view kFields = "fields.";
        constexpr std::string_view kContext = "context.";
        if (name.starts_with(kFields)) {
            return site_.form.find_field(name.substr(kFields.size())) != nullptr;
        }
        return name == "language" || name == "guide" || name == "outcome" ||
               (name.starts_with(kContext) && name.size() > kContext.size());
    }

    void read_answer(ObjectReader& reader, RoutingRule& rule) {
        auto answer = reader.optional_child("answer");
        if (!answer) {
            return;
        }
        const bool has_hours = answer->has("hours");
        const bool has_days = answer->has("days");
        Promise promise;
        promise.work = 60 * answer->optional_integer("hours", 0, 1, kLongestWork);
        promise.days = static_cast<int>(answer->optional_integer("days", 0, 0, kLongestWait));
        if (has_hours == has_days) {
            answer->report("", kRoutingRule,
                           "An answer is promised within \"hours\" or within \"days\": say one of "
                           "the two.");
        }
        if (routing_.hours.empty()) {
            answer->report("", kRoutingRule,
                           "A promise needs to know when somebody works: add \"hours\" to "
                           "\"routing\", the name of one of the site's hours.");
        }
        answer->refuse_others();
        rule.answer = promise;
    }

    void read_tags(ObjectReader& reader, RoutingRule& rule) {
        rule.tags = read_texts(reader, "tags", ticket::kMaxTags, findings_);
        for (std::size_t i = 0; i < rule.tags.size(); ++i) {
            if (!rule.tags[i].empty() && !ticket::is_tag(rule.tags[i])) {
                findings_.push_back({reader.pointer_to("tags") + "/" + std::to_string(i),
                                     kRoutingRule, "A tag is one word of at most 100 characters."});
            }
        }
    }

    ObjectReader reader_;
    const Site& site_;
    base::JsonFindings& findings_;
    Routing routing_;
};

}  // namespace

Routing read_routing(ObjectReader& reader, const Site& site, base::JsonFindings& findings) {
    auto routing = reader.optional_child("routing");
    return routing ? RoutingReader(std::move(*routing), site, findings).read() : Routing();
}

}  // namespace ventanilla::site
