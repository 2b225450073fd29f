// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/dispatch/survivors.h"

#include "hub/spine/outgoing.h"

#include <algorithm>
#include <utility>

namespace guardline::dispatch {

Result<Survivors> read_survivors(const spine::Spine& spine, std::span<const spine::Holding> partitions,
                                 const CategoryFn& category, Timestamp now) {
  constexpr std::size_t kPage = 5000;
  auto database = spine.stores().open(spine::Use::read);
  if (!database) return std::unexpected(database.error());
  std::vector<std::uint16_t> numbers;
  for (const auto& holding : partitions) numbers.push_back(holding.partition);
  Survivors out;
  for (DeliveryId after;;) {
    auto page = spine::read_outgoing(**database, numbers, after, kPage);
    if (!page) return std::unexpected(page.error());
    for (auto& work : *page) {
      after = work.delivery;
      if (!work.sent_before) {
        out.waiting.push_back(std::move(work));
        continue;
      }
      const auto known = category(work.notice);
      if (!known) return std::unexpected(known.error());
      const auto holding = std::ranges::find(partitions, spine.partition_of(work.investor), &spine::Holding::partition);
      const bool drill = work.drill;
      out.uncertain.push_back({std::move(work), *known, drill, {}, now, holding->epoch});
    }
    if (page->size() < kPage) return out;
  }
}

}  // namespace guardline::dispatch
