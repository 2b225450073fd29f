// What a power cut leaves. SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/unsynced.h"

#include <algorithm>
#include <cstring>
#include <random>

#include <fcntl.h>
#include <unistd.h>

namespace guardline::test_support {
namespace {

constexpr std::int64_t kSector = 512;

class RealFile {
 public:
  explicit RealFile(const std::string& name) : file_(::open(name.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0600)) {}
  ~RealFile() { ::close(file_); }
  RealFile(const RealFile&) = delete;
  RealFile& operator=(const RealFile&) = delete;

  // Bytes [from, to) of a change, counted from the change's start.
  void apply(const Change& change, std::int64_t from, std::int64_t to) const {
    [[maybe_unused]] const auto done =
        change.truncates
            ? ::ftruncate(file_, change.offset)
            : ::pwrite(file_, change.bytes.data() + from, static_cast<std::size_t>(to - from), change.offset + from);
  }

 private:
  int file_;
};

struct Pending {
  const std::string* name;
  const Change* change;
};

void keep_random_sectors(const Pending& pending, std::mt19937_64& random) {
  const RealFile file(*pending.name);
  const auto& change = *pending.change;
  if (change.truncates) {
    if (random() % 2 == 0) file.apply(change, 0, 0);
    return;
  }
  const auto size = static_cast<std::int64_t>(change.bytes.size());
  for (std::int64_t from = 0; from < size;) {
    // Sectors of the disk, not of the change.
    const auto to = std::min(size, from + kSector - (change.offset + from) % kSector);
    if (random() % 2 == 0) file.apply(change, from, to);
    from = to;
  }
}

}  // namespace

void Image::write(const void* data, std::size_t size, std::int64_t offset, std::int64_t order) {
  const auto end = static_cast<std::size_t>(offset) + size;
  if (content.size() < end) content.resize(end);
  std::memcpy(content.data() + offset, data, size);
  const auto* bytes = static_cast<const std::uint8_t*>(data);
  unsynced.push_back({order, offset, std::vector<std::uint8_t>(bytes, bytes + size), false});
}

void Image::truncate(std::int64_t size, std::int64_t order) {
  content.resize(static_cast<std::size_t>(size));
  unsynced.push_back({order, size, {}, true});
}

void settle(std::map<std::string, Image>& images, const CutPlan& plan) {
  if (plan.mode == CutMode::drop_all) return;
  std::vector<Pending> pending;
  for (const auto& [name, image] : images) {
    for (const auto& change : image.unsynced) pending.push_back({&name, &change});
  }
  std::ranges::sort(pending, {}, [](const Pending& p) { return p.change->order; });
  std::mt19937_64 random(plan.seed);
  if (plan.mode == CutMode::random_sectors) {
    for (const auto& p : pending) keep_random_sectors(p, random);
    return;
  }
  if (pending.empty()) return;
  const auto kept = random() % (pending.size() + 1);
  for (std::size_t i = 0; i < kept; ++i) {
    const auto size = static_cast<std::int64_t>(pending[i].change->bytes.size());
    const bool torn = i + 1 == kept && size > 0;
    const auto to = torn ? static_cast<std::int64_t>(random() % static_cast<std::uint64_t>(size + 1)) : size;
    RealFile(*pending[i].name).apply(*pending[i].change, 0, to);
  }
}

}  // namespace guardline::test_support
