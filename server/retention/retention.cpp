#include "server/retention/retention.h"

#include <condition_variable>
#include <future>
#include <mutex>
#include <stdexcept>
#include <string>
#include <utility>

#include "server/time/timestamps.h"

namespace ventanilla::retention {
namespace {

constexpr std::chrono::hours kBetween{1};

}  // namespace

int forget(store::Store& store, store::Time now, std::optional<std::chrono::days> keep) {
    int sum = 0;
    while (true) {
        std::promise<std::optional<int>> promise;
        store.expire(now, keep ? now - *keep : store::Time::min(),
                     [&](std::optional<int> erased) { promise.set_value(erased); });
        const auto erased = promise.get_future().get();
        if (!erased) {
            throw std::runtime_error("the database cannot be written to");
        }
        sum += *erased;
        if (*erased < store::kMaxExpired) {
            return sum;
        }
    }
}

Retention::Retention(store::Store& store, std::optional<std::chrono::days> keep, Log log)
    : thread_([&store, keep, log = std::move(log)](const std::stop_token& stop) {
          std::mutex mutex;
          std::condition_variable_any wake;
          std::unique_lock lock(mutex);
          while (!stop.stop_requested()) {
              try {
                  const int erased = forget(store, server::now(), keep);
                  if (erased > 0) {
                      log.done(std::to_string(erased) +
                               " requests were erased: their time was over");
                  }
              } catch (const std::exception& error) {
                  log.failed(std::string("nothing was erased: ") + error.what());
              }
              wake.wait_for(lock, stop, kBetween, [] { return false; });
          }
      }) {}

}  // namespace ventanilla::retention
