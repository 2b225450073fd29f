// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/spine_durability/runs.h"

namespace guardline::spine::test {

Stores fragile_stores(const std::string& folder, const std::string& vfs, bool full) {
  return {[=](Use use) -> Result<std::unique_ptr<db::Database>> {
    if (use == Use::project || use == Use::read_projections) return embedded_stores(folder, kFileKey).open(use);
    db::SqlcipherOptions options;
    options.path = folder + "/spine.db";
    options.key = kFileKey;
    options.create = true;
    options.owns_checkpoint = use == Use::commit;
    options.synchronous_full = full;
    options.vfs = vfs;
    auto opened = db::open_sqlcipher(options);
    if (opened && use == Use::commit) {
      if (auto ok = (*opened)->execute("PRAGMA wal_autocheckpoint=40"); !ok) return std::unexpected(ok.error());
    }
    return opened;
  }};
}

std::uint64_t number_of(DeliveryId delivery) {
  std::uint64_t number = 0;
  for (std::size_t i = 8; i < 16; ++i) number = number << 8 | delivery.value[i];
  return number;
}

std::map<std::uint64_t, int> numbers_in(const std::string& folder) {
  std::map<std::uint64_t, int> numbers;
  auto database = embedded_stores(folder, kFileKey).open(Use::read);
  EXPECT_TRUE(database) << database.error().message;
  if (!database) return numbers;
  const auto keys = test_keys();
  const auto report = verify(**database, test_public_key(), &keys.wrap);
  EXPECT_TRUE(report) << report.error().message;
  if (report) EXPECT_TRUE(report->good()) << report->defects.at(0).text;
  Reader reader(std::move(*database));
  Cursor at;
  for (bool more = true; more;) {
    auto batch = reader.read(at, 1000);
    EXPECT_TRUE(batch) << batch.error().message;
    if (!batch) break;
    for (const auto& event : batch->events) ++numbers[number_of(event.delivery)];
    at = batch->to;
    more = batch->more;
  }
  return numbers;
}

Submission numbered(const Clock& clock, std::uint64_t number) {
  auto submission = one(delivery_event(clock, EventKind::delivery_planned, number, "detail " + std::to_string(number)));
  submission.idempotency = IdempotencyRecord{"durability", std::to_string(number), Digest{}, {1}};
  OutgoingWork work;
  work.delivery = delivery(number);
  work.investor = investor(number % 50);
  work.channel = Channel::sms;
  work.lane = "sms-main";
  submission.add_outgoing.push_back(work);
  if (number > 3) submission.remove_outgoing.push_back(delivery(number - 3));
  return submission;
}

}  // namespace guardline::spine::test
