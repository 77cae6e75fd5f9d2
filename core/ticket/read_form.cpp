#include <algorithm>
#include <set>
#include <string>
#include <utility>

#include "core/base/json.h"
#include "core/base/json_scan.h"
#include "core/base/problem.h"
#include "core/ticket/form.h"
#include "core/ticket/names.h"

namespace ventanilla::ticket {
namespace {

using base::Json;
using base::ObjectReader;

constexpr int kDefaultLength = 500;

class FormReader {
public:
    explicit FormReader(const std::vector<std::string>& languages) : languages_(languages) {}

    std::expected<Form, std::vector<FormFinding>> read(const Json& json) {
        ObjectReader reader(json, "", findings_);
        form_.id = reader.identifier("id");
        form_.answers = read_optional_local_text(reader, "answers", languages_);
        const auto fields = reader.array("fields");
        reader.refuse_others();
        if (fields.size() > kMaxFields) {
            reader.report("fields", "form-size",
                          "A form has at most " + std::to_string(kMaxFields) + " fields.");
        } else {
            for (std::size_t i = 0; i < fields.size(); ++i) {
                read_field(reader.element("fields", i));
            }
            if (reader.has("fields")) {
                check_needed(reader);
            }
            check_conditions();
        }
        if (!findings_.empty()) {
            return std::unexpected(std::move(findings_));
        }
        return std::move(form_);
    }

private:
    void read_field(ObjectReader reader) {
        Field field;
        field.id = reader.identifier("id");
        check_unique(reader, field.id, field_ids_, "field of the form");
        const std::string type = reader.text("type");
        const auto known = base::value_in(kTypeNames, type);
        if (known) {
            field.type = *known;
        } else if (!type.empty()) {
            reader.report(
                "type", "form-field-type",
                "A field's type is text, long-text, email, telephone, choice, date or check.");
        }
        field.required = reader.optional_boolean("required", false);
        field.max_length = static_cast<int>(
            reader.optional_integer("max_length", kDefaultLength, 1, kMaxFieldLength));
        field.label = read_local_text(reader, "label", languages_);
        field.help = read_optional_local_text(reader, "help", languages_);
        if (field.type == FieldType::kChoice || (!known && reader.has("options"))) {
            read_options(reader, field);
        }
        read_condition(reader, field);
        reader.refuse_others();
        form_.fields.push_back(std::move(field));
        pointers_.push_back(reader.pointer());
    }

    void read_options(ObjectReader& reader, Field& field) {
        const auto options = reader.array("options");
        if (reader.has("options") && (options.empty() || options.size() > kMaxOptions)) {
            reader.report("options", "form-options",
                          "A choice has from 1 to " + std::to_string(kMaxOptions) + " options.");
            return;
        }
        std::set<std::string> ids;
        for (std::size_t i = 0; i < options.size(); ++i) {
            ObjectReader one = reader.element("options", i);
            Option option;
            option.id = one.identifier("id");
            check_unique(one, option.id, ids, "option of this field");
            option.label = read_local_text(one, "label", languages_);
            one.refuse_others();
            field.options.push_back(std::move(option));
        }
    }

    void read_condition(ObjectReader& reader, Field& field) {
        const Json* rule = reader.optional_member("when");
        if (rule == nullptr) {
            return;
        }
        auto condition = logic::Condition::read(*rule);
        if (condition) {
            field.condition = std::move(*condition);
        } else {
            findings_.push_back({reader.pointer_to("when") + condition.error().pointer,
                                 "form-condition", condition.error().message});
        }
    }

    void check_unique(ObjectReader& reader, const std::string& id, std::set<std::string>& ids,
                      const std::string& what) {
        if (!id.empty() && !ids.insert(id).second) {
            reader.report("id", "id-duplicate",
                          "Another " + what + " has the id " + base::in_quotes(id) +
                              " already; give this one another.");
        }
    }

    void check_needed(ObjectReader& reader) {
        const Field* email = form_.find_field("email");
        if (email == nullptr || email->type != FieldType::kEmail) {
            reader.report("fields", "form-needs-email",
                          "The form needs a field with the id \"email\" and the type \"email\", "
                          "for the answer; add it.");
        }
        const Field* kind = form_.find_field("kind");
        if (kind == nullptr || kind->type != FieldType::kChoice) {
            reader.report("fields", "form-needs-kind",
                          "The form needs a field with the id \"kind\" and the type \"choice\", "
                          "which says what a request is about; add it.");
        }
    }

    void check_conditions() {
        for (std::size_t i = 0; i < form_.fields.size(); ++i) {
            const Field& field = form_.fields[i];
            if (!field.condition) {
                continue;
            }
            for (const std::string& name : field.condition->variables()) {
                if (form_.find_field(name) == nullptr) {
                    findings_.push_back(
                        {pointers_[i] + "/when", "form-condition-field",
                         "The condition asks for " + base::in_quotes(name) +
                             ", but the form has no such field; correct the name."});
                }
            }
            if (depends_on_itself(field)) {
                findings_.push_back({pointers_[i] + "/when", "form-condition-circle",
                                     "Whether " + base::in_quotes(field.id) +
                                         " is asked for depends on itself; break the circle."});
            }
        }
    }

    bool depends_on_itself(const Field& field) const {
        std::set<std::string> seen;
        std::vector<std::string> open = field.condition->variables();
        while (!open.empty()) {
            const std::string id = std::move(open.back());
            open.pop_back();
            if (id == field.id) {
                return true;
            }
            const Field* asked = form_.find_field(id);
            if (asked != nullptr && asked->condition && seen.insert(id).second) {
                for (std::string& name : asked->condition->variables()) {
                    open.push_back(std::move(name));
                }
            }
        }
        return false;
    }

    const std::vector<std::string>& languages_;
    Form form_;
    std::vector<std::string> pointers_;  // of the fields
    std::set<std::string> field_ids_;
    std::vector<FormFinding> findings_;
};

}  // namespace

std::expected<Form, std::vector<FormFinding>> read_form(const Json& json,
                                                        const std::vector<std::string>& languages) {
    return FormReader(languages).read(json);
}

}  // namespace ventanilla::ticket
