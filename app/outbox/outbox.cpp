// What was done without a hub, kept until the hub has it. SPDX-License-Identifier: GPL-3.0-or-later
#include "app/outbox/outbox.h"

#include "app/outbox/frames.h"
#include "app/vault/files.h"
#include "core/crypto/digest.h"
#include "core/wire/codec.h"

#include <algorithm>
#include <cerrno>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace guardline::app {
namespace {

constexpr std::uint8_t kVersion = 1;
constexpr std::uint8_t kEntry = 1;
constexpr std::uint8_t kWithdrawn = 2;
constexpr std::uint8_t kSettled = 3;

// version ‖ type ‖ id 16, then of an entry: instead of 16 ‖ made_at i64 ‖ kind ‖ owner 8 ‖ box; of the others: outcome.
constexpr std::size_t kIdEnd = 18;
constexpr std::size_t kEntryHead = kIdEnd + 16 + 8 + 1 + 8;
constexpr std::size_t kFiller = 8;         // as long as a frame's sum
constexpr std::size_t kStartOver = 65536;  // a file this long starts over once nothing waits

OutboxId id_at(BytesView payload, std::size_t at) { return *OutboxId::from_bytes(payload.subspan(at, 16)); }

Bytes head_of(std::uint8_t type, OutboxId id) {
  Bytes out{kVersion, type};
  out.insert(out.end(), id.value.begin(), id.value.end());
  return out;
}

Bytes payload_of(const OutboxItem& item, OutboxId instead_of) {
  auto out = head_of(kEntry, item.id);
  out.insert(out.end(), instead_of.value.begin(), instead_of.value.end());
  const auto at = static_cast<std::uint64_t>(to_micros(item.made_at));
  for (int i = 0; i < 8; ++i) out.push_back(static_cast<std::uint8_t>(at >> (8 * i)));
  out.push_back(static_cast<std::uint8_t>(item.kind));
  out.insert(out.end(), item.owner.begin(), item.owner.end());
  out.insert(out.end(), item.box.begin(), item.box.end());
  return out;
}

OutboxItem item_of(BytesView payload) {
  OutboxItem item;
  item.id = id_at(payload, 2);
  std::uint64_t at = 0;
  for (std::size_t i = 0; i < 8; ++i) at |= std::uint64_t{payload[kIdEnd + 16 + i]} << (8 * i);
  item.made_at = from_micros(static_cast<std::int64_t>(at));
  item.kind = static_cast<api::OutboxKind>(payload[kIdEnd + 24]);
  std::copy_n(payload.begin() + kIdEnd + 25, item.owner.size(), item.owner.begin());
  item.box.assign(payload.begin() + kEntryHead, payload.end());
  return item;
}

}  // namespace

OwnerTag owner_tag(std::string_view device, std::string_view account) {
  const auto digest =
      crypto::sha256({as_bytes("guardline outbox owner"), Bytes{0}, as_bytes(device), Bytes{0}, as_bytes(account)});
  OwnerTag tag{};
  std::copy_n(digest.begin(), tag.size(), tag.begin());
  return tag;
}

Result<std::unique_ptr<Outbox>> Outbox::open(std::filesystem::path file) {
  std::unique_ptr<Outbox> outbox(new Outbox(std::move(file)));
  const auto content = read_whole(outbox->file_, kMostOutboxFile);
  if (!content) {
    if (content.error().code == ErrorCode::not_found) return outbox;
    return std::unexpected(content.error());
  }
  const auto scan = scan_frames(*content);
  outbox->size_ = content->size();
  outbox->damage_.gaps = scan.gaps;
  for (const auto& payload : scan.payloads) outbox->apply(payload);
  if (scan.gaps > 0) {
    // Of two fillers one at most makes a cut frame whole, which nobody was told is kept.
    auto filled = *content;
    filled.insert(filled.end(), kFiller, 0);
    const bool completes = scan_frames(filled).payloads.size() != scan.payloads.size();
    outbox->filler_.assign(kFiller, completes ? 1 : 0);
  }
  return outbox;
}

/// Told twice (an append whose answer was lost), or about what is not there, changes nothing.
void Outbox::apply(BytesView payload) {
  const bool known = payload.size() > kIdEnd && payload[0] == kVersion && payload[1] >= kEntry &&
                     payload[1] <= kSettled && (payload[1] != kEntry || payload.size() > kEntryHead);
  if (!known) {
    ++damage_.unknown;
    return;
  }
  if (payload[1] != kEntry) {
    if (const auto found = find(id_at(payload, 2)); found != waiting_.end()) waiting_.erase(found);
    return;
  }
  auto item = item_of(payload);
  if (find(item.id) != waiting_.end()) return;
  // The one it replaces may lie in a damaged stretch: the newer wish stands all the same.
  if (const auto old = find(id_at(payload, kIdEnd)); old != waiting_.end()) {
    *old = std::move(item);
  } else {
    waiting_.push_back(std::move(item));
  }
}

std::vector<OutboxItem>::iterator Outbox::find(OutboxId entry) {
  return std::ranges::find(waiting_, entry, &OutboxItem::id);
}

Status Outbox::append(const Bytes& payload) {
  auto frame = frame_of(payload);
  frame.insert(frame.begin(), filler_.begin(), filler_.end());
  if (size_ + frame.size() > kMostOutboxFile) return fail(ErrorCode::exhausted, "outbox: the file is full");
  const int fd = ::open(file_.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC | O_NOFOLLOW, 0600);
  if (fd < 0) return fail(ErrorCode::io, "outbox: the file can't be opened");
  // One call: a frame cut by a full disk is a gap, which the next frame survives.
  const auto wrote = ::write(fd, frame.data(), frame.size());
  const int why = errno;
  const bool whole = wrote >= 0 && static_cast<std::size_t>(wrote) == frame.size();
  if (wrote > 0) {
    size_ += static_cast<std::size_t>(wrote);
    // What the cut frame lacks does not begin so.
    filler_.assign(whole ? 0 : kFiller, whole ? 0 : static_cast<std::uint8_t>(~frame[static_cast<std::size_t>(wrote)]));
  }
  const bool synced = whole && ::fsync(fd) == 0;
  ::close(fd);
  if (!whole) {
    ++damage_.gaps;
    const bool full = wrote >= 0 || why == ENOSPC || why == EDQUOT;
    return fail(full ? ErrorCode::exhausted : ErrorCode::io, "outbox: a frame can't be written");
  }
  if (!synced) return fail(ErrorCode::io, "outbox: a frame can't be synced");
  if (size_ == frame.size()) return sync_folder(file_.parent_path());  // the name is new
  return {};
}

Result<OutboxId> Outbox::add(const api::OutboxAct& act, const crypto::X25519PublicKey& hub, const OwnerTag& owner,
                             Timestamp now, std::optional<OutboxId> instead_of) {
  auto text = wire::to_json(act);
  if (!wire::from_json<api::OutboxAct>(text)) return fail(ErrorCode::invalid_argument, "outbox: the act is none");
  const auto old = instead_of ? find(*instead_of) : waiting_.end();
  if (instead_of && old == waiting_.end()) return fail(ErrorCode::not_found, "outbox: nothing to replace");
  if (!instead_of && waiting_.size() >= kMostWaiting) return fail(ErrorCode::exhausted, "outbox: 500 entries wait");
  OutboxItem item{.id = OutboxId::make(now), .made_at = now, .kind = act.kind, .owner = owner, .box = {}};
  auto box = crypto::hpke_seal(hub, as_bytes(api::kOutboxInfo), api::outbox_aad(item.id, item.made_at), as_bytes(text));
  crypto::wipe(text);
  if (!box) return std::unexpected(box.error());
  item.box = std::move(*box);
  const auto payload = payload_of(item, instead_of.value_or(OutboxId{}));
  if (auto ok = append(payload); !ok) return std::unexpected(ok.error());
  const auto id = item.id;
  apply(payload);
  return id;
}

Status Outbox::end(OutboxId entry, std::uint8_t type, std::uint8_t outcome) {
  const auto found = find(entry);
  if (found == waiting_.end()) return fail(ErrorCode::not_found, "outbox: no such entry waits");
  auto payload = head_of(type, entry);
  payload.push_back(outcome);
  if (auto ok = append(payload); !ok) return ok;
  apply(payload);
  start_over();
  return {};
}

Status Outbox::withdraw(OutboxId entry) { return end(entry, kWithdrawn, 0); }

Status Outbox::settle(OutboxId entry, api::OutboxOutcome outcome) {
  return end(entry, kSettled, static_cast<std::uint8_t>(outcome));
}

/// Only a file without damage, in which all is said and done: what could not be read might be somebody's work.
void Outbox::start_over() {
  const bool idle = waiting_.empty() && damage_.gaps == 0 && damage_.unknown == 0;
  if (!idle || size_ < kStartOver) return;
  if (::unlink(file_.c_str()) == 0) size_ = 0;  // else it goes on growing up to its bound
}

}  // namespace guardline::app
