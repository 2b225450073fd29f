// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/spine/fixture.h"

#include "core/crypto/ed25519.h"
#include "tests/support/private_postgres.h"

#include <stdlib.h>
#include <unistd.h>

namespace guardline::spine::test {
namespace {

template <class Tag>
Id<Tag> numbered(std::uint8_t kind, std::uint64_t number) {
  Id<Tag> id;
  id.value[0] = kind;
  for (std::size_t i = 0; i < 8; ++i) id.value[15 - i] = static_cast<std::uint8_t>(number >> (8 * i));
  return id;
}

}  // namespace

Folder::Folder() {
  // In memory where there is such a place: no test here depends on a real flush (the power-cut VFS keeps its own
  // books), and hundreds of them would take minutes.
  std::error_code none;
  const std::filesystem::path memory = "/dev/shm";
  const auto base = std::filesystem::is_directory(memory, none) && ::access(memory.c_str(), W_OK) == 0
                        ? memory
                        : std::filesystem::temp_directory_path();
  std::string pattern = (base / "guardline-spine-XXXXXX").string();
  path = ::mkdtemp(pattern.data()) != nullptr ? pattern : "";
}

crypto::Secret bytes32(std::uint8_t fill) { return crypto::Secret::copy_of(Bytes(32, fill)); }
crypto::Ed25519PublicKey test_public_key() {
  return crypto::Ed25519Signer::from_seed(test_keys().chain_seed.view())->public_key();
}

World::World(Store store, std::uint16_t partitions) {
  if (store == Store::embedded) {
    stores = embedded_stores(folder.path, Bytes(32, 0x42), true);
  } else {
    const auto fresh = test_support::fresh_postgres();
    if (!fresh) throw std::runtime_error(fresh.error().message);
    stores = postgres_stores(fresh->conninfo, fresh->schema);
  }
  if (auto ok = Spine::init(stores, partitions, clock); !ok) throw std::runtime_error(ok.error().message);
  open();
}

void World::open(SpineOptions options) {
  spine.reset();
  // On PostgreSQL the lease of the hub before would have to run out.
  clock.push(options.lease + Micros(1'000'000));
  auto opened = Spine::open(stores, test_keys(), clock, std::move(options));
  if (!opened) throw std::runtime_error(opened.error().message);
  spine = std::move(*opened);
}

Committed World::commit(Submission submission) {
  auto answer = committer().submit_and_wait(std::move(submission));
  if (!answer) throw std::runtime_error(answer.error().message);
  return std::move(*answer);
}

std::unique_ptr<db::Database> World::connect(Use use) {
  auto database = stores.open(use);
  if (!database) throw std::runtime_error(database.error().message);
  return std::move(*database);
}

std::vector<StoredEvent> World::all() {
  Reader reader(connect(Use::read));
  std::vector<StoredEvent> events;
  Cursor at;
  for (;;) {
    auto batch = reader.read(at, 500);
    if (!batch) throw std::runtime_error(batch.error().message);
    for (auto& event : batch->events) events.push_back(std::move(event));
    at = batch->to;
    if (!batch->more) return events;
  }
}

Hold::Hold(Committer& committer) {
  Submission hold;
  hold.also = [state = state_](db::Database&) {
    std::unique_lock lock(state->mutex);
    state->holding = true;
    state->changed.notify_all();
    state->changed.wait(lock, [&] { return state->released; });
    return Status{};
  };
  if (auto ok = committer.submit(std::move(hold), [](auto) {}); !ok) throw std::runtime_error(ok.error().message);
  std::unique_lock lock(state_->mutex);
  state_->changed.wait(lock, [&] { return state_->holding; });
}

void Hold::release() {
  const std::lock_guard lock(state_->mutex);
  state_->released = true;
  state_->changed.notify_all();
}

std::vector<Result<Committed>> commit_together(Committer& committer, std::vector<Submission> submissions) {
  std::mutex mutex;
  std::condition_variable changed;
  std::vector<Result<Committed>> answers(submissions.size(), fail(ErrorCode::internal, "no answer"));
  std::size_t answered = 0;
  Hold hold(committer);
  for (std::size_t i = 0; i < submissions.size(); ++i) {
    const auto done = [&, i](Result<Committed> answer) {
      const std::lock_guard lock(mutex);
      answers[i] = std::move(answer);
      ++answered;
      changed.notify_all();
    };
    if (auto ok = committer.submit(std::move(submissions[i]), done); !ok) throw std::runtime_error(ok.error().message);
  }
  hold.release();
  std::unique_lock lock(mutex);
  changed.wait(lock, [&] { return answered == answers.size(); });
  return answers;
}

InvestorId investor(std::uint64_t number) { return numbered<InvestorTag>(0x11, number); }
DeliveryId delivery(std::uint64_t number) { return numbered<DeliveryTag>(0x12, number); }
MessageId message(std::uint64_t number) { return numbered<MessageTag>(0x13, number); }
NoticeId notice(std::uint64_t number) { return numbered<NoticeTag>(0x14, number); }

EventDraft delivery_event(const Clock& clock, EventKind kind, std::uint64_t number, std::string_view detail) {
  EventDraft draft;
  draft.id = EventId::make(clock.now());
  draft.occurred_at = clock.now();
  draft.kind = kind;
  draft.subject_type = SubjectType::delivery;
  draft.notice = notice(number / 100);
  draft.message = message(number);
  draft.delivery = delivery(number);
  draft.investor = investor(number % 50);
  draft.channel = number % 3 == 0 ? Channel::email : Channel::sms;
  draft.carrier = number % 3 == 0 ? "mail-main" : "sms-main";
  draft.detail.assign(detail.begin(), detail.end());
  return draft;
}

Submission one(EventDraft draft) {
  Submission submission;
  submission.events.push_back(std::move(draft));
  return submission;
}

std::vector<EventDraft> life(const Clock& clock, std::uint64_t number, std::string_view detail) {
  std::vector<EventDraft> drafts;
  for (const auto kind : {EventKind::delivery_planned, EventKind::delivery_intent, EventKind::delivery_handed,
                          EventKind::delivery_accepted, EventKind::delivery_delivered}) {
    drafts.push_back(delivery_event(clock, kind, number, detail));
    if (drafts.size() > 1) drafts.back().cause = DraftIndex{drafts.size() - 2};
  }
  return drafts;
}

}  // namespace guardline::spine::test
