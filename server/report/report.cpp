#include "server/report/report.h"

#include <algorithm>
#include <map>
#include <utility>

namespace ventanilla::report {
namespace {

using Durations = std::vector<std::chrono::seconds>;

struct Group {
    Line line;
    Durations first_answers;
    Durations resolutions;
};

std::chrono::seconds between(store::Time from, store::Time to) {
    return std::chrono::floor<std::chrono::seconds>(to - from);
}

void add(const store::Course& course, store::Time now, Group& group) {
    Line& line = group.line;
    ++line.received;
    if (course.answered) {
        ++line.answered;
        group.first_answers.push_back(between(course.received, *course.answered));
    }
    if (course.over) {
        ++line.over;
        group.resolutions.push_back(between(course.received, *course.over));
    }
    if (course.due) {
        // What is over needs no answer any more.
        const store::Time until = course.answered.value_or(course.over.value_or(now));
        ++line.promised;
        line.overdue += until > *course.due ? 1 : 0;
    }
    line.good += course.satisfaction == "good" ? 1 : 0;
    line.bad += course.satisfaction == "bad" ? 1 : 0;
}

Spread spread(Durations durations) {
    if (durations.empty()) {
        return {};
    }
    std::ranges::sort(durations);
    const std::size_t count = durations.size();
    return {durations[(count - 1) / 2], durations[(count * 9 + 9) / 10 - 1]};
}

Line finish(Group group) {
    group.line.first_answer = spread(std::move(group.first_answers));
    group.line.resolution = spread(std::move(group.resolutions));
    return std::move(group.line);
}

}  // namespace

std::vector<Line> make_report(const std::vector<store::Course>& courses, store::Time now) {
    std::map<std::pair<std::string, std::string>, Group> groups;
    Group all;
    for (const store::Course& course : courses) {
        Group& group = groups[{course.queue, course.language}];
        group.line.queue = course.queue;
        group.line.language = course.language;
        add(course, now, group);
        add(course, now, all);
    }
    std::vector<Line> lines;
    for (auto& [name, group] : groups) {
        lines.push_back(finish(std::move(group)));
    }
    lines.push_back(finish(std::move(all)));
    return lines;
}

}  // namespace ventanilla::report
