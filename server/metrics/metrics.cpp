#include "server/metrics/metrics.h"

#include <prometheus/counter.h>
#include <prometheus/gauge.h>
#include <prometheus/histogram.h>
#include <prometheus/registry.h>
#include <prometheus/text_serializer.h>
#include <unistd.h>

#include <chrono>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <utility>

namespace ventanilla::metrics {
namespace {

using Clock = std::chrono::steady_clock;

const prometheus::Histogram::BucketBoundaries kSeconds = {.0005, .001, .0025, .005, .01, .025, .05,
                                                          .1,    .25,  .5,    1,    2.5, 5,    10};

const char* area_of(const http::Request& request) {
    return request.path.starts_with("/api/") ? "api" : "pages";
}

const char* class_of(int status) {
    static constexpr const char* kClasses[] = {"1xx", "2xx", "3xx", "4xx", "5xx"};
    return status >= 100 && status < 600 ? kClasses[status / 100 - 1] : "other";
}

double resident_bytes() {
    std::ifstream file("/proc/self/statm");
    double pages = 0;
    double resident = 0;
    file >> pages >> resident;
    return resident * static_cast<double>(sysconf(_SC_PAGESIZE));
}

double open_files() {
    std::error_code error;
    const std::filesystem::directory_iterator files("/proc/self/fd", error);
    return error ? 0 : static_cast<double>(std::distance(begin(files), end(files)));
}

double now_in_seconds() {
    return std::chrono::duration<double>(std::chrono::system_clock::now().time_since_epoch())
        .count();
}

}  // namespace

struct Metrics::Families {
    prometheus::Registry registry;
    prometheus::Family<prometheus::Counter>& requests =
        prometheus::BuildCounter()
            .Name("ventanilla_http_requests_total")
            .Help("Answered requests, by the kind of address and the kind of status.")
            .Register(registry);
    prometheus::Family<prometheus::Histogram>& durations =
        prometheus::BuildHistogram()
            .Name("ventanilla_http_request_duration_seconds")
            .Help("Time from a whole request to its answer.")
            .Register(registry);
    prometheus::Counter& tickets = prometheus::BuildCounter()
                                       .Name("ventanilla_tickets_stored_total")
                                       .Help("New requests of customers, without repetitions.")
                                       .Register(registry)
                                       .Add({});
    prometheus::Gauge& mails = gauge("ventanilla_mail_waiting", "Mail that waits to be sent.");
    prometheus::Gauge& quarantined =
        gauge("ventanilla_tickets_quarantined", "Requests that the team has not let out yet.");
    prometheus::Gauge& resident =
        gauge("process_resident_memory_bytes", "Resident memory size in bytes.");
    prometheus::Gauge& files = gauge("process_open_fds", "Number of open file descriptors.");
    prometheus::Gauge& started =
        gauge("process_start_time_seconds", "Start time of the process since unix epoch.");

    prometheus::Gauge& gauge(const char* name, const char* help) {
        return prometheus::BuildGauge().Name(name).Help(help).Register(registry).Add({});
    }

    void count(const char* area, int status, Clock::duration took) {
        requests.Add({{"area", area}, {"status", class_of(status)}}).Increment();
        durations.Add({{"area", area}}, kSeconds)
            .Observe(std::chrono::duration<double>(took).count());
    }
};

Metrics::Metrics() : families_(std::make_unique<Families>()) {
    families_->started.Set(now_in_seconds());
}

Metrics::~Metrics() = default;

http::Handler Metrics::measured(http::Handler handler) {
    return
        [this, handler = std::move(handler)](const http::Request& request, http::Respond respond) {
            handler(request, [this, area = area_of(request), start = Clock::now(),
                              respond = std::move(respond)](http::Response response) {
                families_->count(area, response.status, Clock::now() - start);
                respond(std::move(response));
            });
        };
}

void Metrics::count_stored_ticket() {
    families_->tickets.Increment();
}

std::string Metrics::text(const Standing& standing) {
    families_->mails.Set(standing.waiting_mails);
    families_->quarantined.Set(standing.quarantined);
    families_->resident.Set(resident_bytes());
    families_->files.Set(open_files());
    return prometheus::TextSerializer().Serialize(families_->registry.Collect());
}

}  // namespace ventanilla::metrics
