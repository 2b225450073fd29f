// The one thread that touches vault and outbox. SPDX-License-Identifier: GPL-3.0-or-later
#include "app/vault/local_thread.h"

#include <set>
#include <system_error>
#include <utility>

namespace guardline::app {
namespace {

using models::VaultTrouble;

constexpr Micros kForgetEvery = std::chrono::hours(1);

/// Opens, or makes a new one where that loses nothing: where there is none, where the lease has destroyed it, or where
/// the person asked for it.
void open_or_make(LocalRoom& room, const VaultSecrets& secrets, const Clock& clock, bool remake) {
  room.trouble.reset();
  std::expected<std::unique_ptr<Vault>, VaultFailure> opened = std::unexpected(VaultFailure{VaultTrouble::absent, {}});
  if (!remake) opened = Vault::open(room.place, secrets, clock, room.options);
  const bool fresh = !opened && (remake || opened.error().trouble == VaultTrouble::absent ||
                                 opened.error().trouble == VaultTrouble::lease_over);
  if (fresh) opened = Vault::make(room.place, secrets, clock, room.options);
  if (!opened) {
    room.trouble = opened.error().trouble;
    return;
  }
  room.vault = std::move(*opened);
  const auto renewed = room.vault->renew_lease();
  const auto forgotten = room.vault->store().forget(clock.now() - room.options.limits.keep);
  if (!renewed || !forgotten) {
    room.vault.reset();
    room.trouble = VaultTrouble::unavailable;
  }
}

}  // namespace

Status destroy_vaults(const std::filesystem::path& folder) {
  std::set<std::string> names;
  std::error_code error;
  for (const auto& entry : std::filesystem::directory_iterator(folder, error)) {
    const auto file = entry.path().filename().string();
    for (const std::string_view ending : {".head", ".head.new", ".db"}) {
      const auto at = file.find(ending);
      if (at != std::string::npos) names.insert(file.substr(0, at));
    }
  }
  if (error == std::errc::no_such_file_or_directory) return {};
  if (error) return fail(ErrorCode::io, "the folder of the local copy can't be read");
  Status first;
  for (const auto& name : names) {
    if (auto ok = Vault::destroy({folder, name}); !ok && first) first = ok;
  }
  return first;
}

LocalThread::LocalThread(const Clock& clock, Told told, std::chrono::milliseconds look, std::size_t most)
    : clock_(clock), told_(std::move(told)), look_(look), most_(most), thread_([this] { run(); }) {}

LocalThread::~LocalThread() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  wake_.notify_one();
  thread_.join();
}

void LocalThread::push(Job job, bool first) {
  {
    const std::lock_guard lock(mutex_);
    if (first) {
      jobs_.push_front(std::move(job));
    } else {
      jobs_.push_back(std::move(job));
    }
  }
  wake_.notify_one();
}

bool LocalThread::post(Job job) {
  {
    const std::lock_guard lock(mutex_);
    if (stopping_ || jobs_.size() >= most_) return false;
    jobs_.push_back(std::move(job));
  }
  wake_.notify_one();
  return true;
}

void LocalThread::unlock(VaultPlace place, VaultSecrets secrets, VaultOptions options, bool remake) {
  const auto held = std::make_shared<VaultSecrets>(std::move(secrets));
  push(
      [this, place = std::move(place), held, options, remake](LocalRoom& room) {
        const bool same = room.vault && !remake && room.place.folder == place.folder && room.place.name == place.name;
        // Unlocking a locked screen: the same person with both factors again.
        if (same && room.vault->renew_lease()) return;
        room.vault.reset();
        room.place = place;
        room.options = options;
        open_or_make(room, *held, clock_, remake);
      },
      false);
}

void LocalThread::renew() {
  // One that can't be written down now is told again before long.
  record([](LocalRoom& room) {
    if (room.vault && !room.vault->lease().over()) static_cast<void>(room.vault->renew_lease());
  });
}

void LocalThread::close() {
  push(
      [](LocalRoom& room) {
        if (room.vault) static_cast<void>(room.vault->keep_lease());
        room.vault.reset();
        room.trouble.reset();
        room.place = {};
      },
      false);
}

void LocalThread::wipe(std::filesystem::path folder, std::function<void(Status)> done) {
  push(
      [folder = std::move(folder), done = std::move(done)](LocalRoom& room) {
        room.vault.reset();
        room.trouble.reset();
        room.place = {};
        done(destroy_vaults(folder));
      },
      true);
}

void LocalThread::look(LocalRoom& room) {
  if (!room.vault) return;
  if (room.vault->lease().over()) {
    room.vault.reset();
    room.trouble = Vault::destroy(room.place) ? VaultTrouble::lease_over : VaultTrouble::unavailable;
    return;
  }
  if (!room.vault->keep_lease()) {
    room.vault.reset();
    room.trouble = VaultTrouble::corrupt;
  }
}

void LocalThread::tell(const LocalRoom& room) {
  models::VaultStatus status;
  status.open = room.vault != nullptr;
  status.trouble = room.trouble;
  if (room.vault) {
    const auto people = room.vault->store().count_people();
    status.people = people.value_or(0);
    status.followed = room.vault->store().count_followed().value_or(0);
    // Whole seconds: no news with every job.
    status.lease_left = std::chrono::floor<std::chrono::seconds>(room.vault->lease().left());
    status.lease_length = room.vault->lease().length();
    status.clock_set_back = room.vault->lease().clock_set_back();
  }
  if (said_ && status == last_) return;
  said_ = true;
  last_ = status;
  told_(status);
}

void LocalThread::run() {
  LocalRoom room;
  auto looked = clock_.steady();
  auto forgot = looked;
  for (;;) {
    Job job;
    {
      std::unique_lock lock(mutex_);
      wake_.wait_for(lock, look_, [this] { return stopping_ || !jobs_.empty(); });
      if (jobs_.empty() && stopping_) break;
      if (!jobs_.empty()) {
        job = std::move(jobs_.front());
        jobs_.pop_front();
      }
    }
    // First the lease: no job reads from a vault whose time is over.
    const auto now = clock_.steady();
    if (room.vault && room.vault->lease().over()) look(room);
    if (job) job(room);
    job = nullptr;  // what it holds goes before the next wait
    if (now - looked >= look_) {
      looked = now;
      look(room);
    }
    if (room.vault && now - forgot >= kForgetEvery) {
      forgot = now;
      static_cast<void>(room.vault->store().forget(clock_.now() - room.options.limits.keep));
    }
    tell(room);
  }
  if (room.vault) static_cast<void>(room.vault->keep_lease());
}

}  // namespace guardline::app
