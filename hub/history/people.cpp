// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/history/people.h"

#include "core/text/masking.h"
#include "core/wire/codec.h"
#include "hub/history/journal.h"
#include "hub/history/list_cursor.h"
#include "hub/history/sealed_record.h"
#include "hub/history/wire_forms.h"
#include "hub/spine/connections.h"
#include "hub/spine/kpi_people.h"

#include <algorithm>
#include <chrono>
#include <semaphore>

namespace guardline::history {
namespace {

/// So that lists never take all of the threads that answer requests.
constexpr int kAtOnce = 2;
constexpr std::size_t kPage = 30;
constexpr std::size_t kMostDeliveries = 16;
constexpr std::size_t kPlaceSize = 17;  // side, investor

std::optional<spine::PeopleOf> question_of(api::KpiFigureName figure) {
  switch (figure) {
    case api::KpiFigureName::people_reached:
    case api::KpiFigureName::first_reach:  // its points count the same people
      return spine::PeopleOf::reached;
    case api::KpiFigureName::delivery_rate:
      return spine::PeopleOf::delivered;
    case api::KpiFigureName::trusted_open:
      return spine::PeopleOf::opened;
    case api::KpiFigureName::confirm_rate:
      return spine::PeopleOf::confirmed;
    case api::KpiFigureName::first_response:
      break;
  }
  return std::nullopt;
}

static_assert(static_cast<int>(spine::PersonSide::never) == static_cast<int>(api::KpiSide::never));
static_assert(static_cast<int>(spine::PersonSide::elsewhere) == static_cast<int>(api::KpiSide::elsewhere));
static_assert(static_cast<int>(spine::PersonSide::counted) == static_cast<int>(api::KpiSide::counted));

/// The list that a cursor belongs to: the request without its place.
ListCursor cursor_of(BytesView key, api::KpiPeopleRequest request) {
  request.cursor.reset();
  request.limit.reset();
  return {key, "\x01people cursor " + wire::to_json(request)};
}

Bytes place_of(const spine::PersonBehind& person) {
  Bytes place{static_cast<std::uint8_t>(person.side)};
  place.insert(place.end(), person.investor.value.begin(), person.investor.value.end());
  return place;
}

spine::PersonBehind person_at(BytesView place) {
  return {static_cast<spine::PersonSide>(place.front()), *InvestorId::from_bytes(place.subspan(1))};
}

class RealPeopleDesk final : public PeopleDesk {
 public:
  RealPeopleDesk(spine::Spine& spine, DeskKeys keys, const Clock& clock)
      : spine_(spine), keys_(std::move(keys)), clock_(clock) {}

  Result<api::KpiPeople> people(const Viewer& viewer, const api::KpiPeopleRequest& request) override {
    const auto now = clock_.now();
    if (auto ok = check_people(request, now); !ok) return std::unexpected(ok.error());
    const auto cursors = cursor_of(keys_.pseudonym.view(), request);
    std::optional<spine::PersonBehind> after;
    if (request.cursor) {
      const auto place = cursors.read(*request.cursor, kPlaceSize);
      if (!place) return std::unexpected(place.error());
      after = person_at(*place);
    }
    if (!running_.try_acquire()) return fail(ErrorCode::exhausted, "other lists are being made");
    auto page = read(request, cursors, after);
    running_.release();
    if (!page) return page;
    page->as_of = now;
    std::vector<InvestorId> seen;
    for (const auto& person : page->people) seen.push_back(person.investor_id);
    const Look look{.what = "people", .reason = viewer.reason};
    if (auto ok = write_down(spine_, clock_, viewer, look, seen); !ok) return std::unexpected(ok.error());
    return page;
  }

 private:
  Result<api::KpiPeople> read(const api::KpiPeopleRequest& request, const ListCursor& cursors,
                              const std::optional<spine::PersonBehind>& after) {
    return stores_.with([&](db::Database& store) {
      return projections_.with([&](db::Database& projections) -> Result<api::KpiPeople> {
        spine::Opener opener(store, keys_.wrap.clone());
        // The numbers and what stands beside each person are of one moment.
        if (auto ok = projections.begin_read(); !ok) return std::unexpected(ok.error());
        auto page = page_of(projections, opener, request, cursors, after);
        projections.rollback();
        return page;
      });
    });
  }

  static Result<api::KpiPeople> page_of(db::Database& projections, spine::Opener& opener,
                                        const api::KpiPeopleRequest& request, const ListCursor& cursors,
                                        const std::optional<spine::PersonBehind>& after) {
    const spine::PeopleQuery query{
        .of = *question_of(request.figure), .channel = request.channel, .from = request.from, .until = request.until};
    const auto behind = spine::read_kpi_people(projections, query);
    if (!behind) return std::unexpected(behind.error());
    api::KpiPeople page{.figure = request.figure,
                        .channel = request.channel,
                        .from = request.from,
                        .until = request.until,
                        .as_of = {},
                        .numerator = behind->numerator,
                        .denominator = behind->denominator};
    for (const auto& person : behind->people) {
      ++(person.side == spine::PersonSide::never       ? page.never
         : person.side == spine::PersonSide::elsewhere ? page.elsewhere
                                                       : page.counted);
    }
    const auto most = static_cast<std::size_t>(request.limit.value_or(kPage));
    auto at = after ? std::ranges::upper_bound(behind->people, *after) : behind->people.begin();
    for (; at != behind->people.end(); ++at) {
      if (request.side && static_cast<int>(at->side) != static_cast<int>(*request.side)) continue;
      if (page.people.size() == most) {
        page.next = cursors.text(
            place_of({static_cast<spine::PersonSide>(page.people.back().side), page.people.back().investor_id}));
        break;
      }
      auto person = person_of(projections, opener, query, *at);
      if (!person) return std::unexpected(person.error());
      page.people.push_back(std::move(*person));
    }
    return page;
  }

  static Result<api::KpiPerson> person_of(db::Database& projections, spine::Opener& opener,
                                          const spine::PeopleQuery& query, const spine::PersonBehind& behind) {
    const auto record = record_of(opener, behind.investor);
    if (!record) return std::unexpected(record.error());
    const auto reach = spine::read_reach(projections, behind.investor);
    if (!reach) return std::unexpected(reach.error());
    const auto tracks = spine::read_person_behind(projections, query, behind.investor, kMostDeliveries);
    if (!tracks) return std::unexpected(tracks.error());
    api::KpiPerson person{.investor_id = behind.investor,
                          .name = *record ? text::masked(text::PersonalColumn::name, (*record)->name) : std::string(),
                          .erased = !*record,
                          .reach = static_cast<api::ReachState>(reach->reach),
                          .side = static_cast<api::KpiSide>(behind.side)};
    for (const auto& track : *tracks) person.deliveries.push_back(wire_form(track));
    return person;
  }

  spine::Spine& spine_;
  DeskKeys keys_;
  const Clock& clock_;
  spine::Connections stores_{[this] { return spine_.stores().open(spine::Use::read); }};
  spine::Connections projections_{[this] { return spine_.stores().open(spine::Use::read_projections); }};
  std::counting_semaphore<kAtOnce> running_{kAtOnce};
};

}  // namespace

Status check_people(const api::KpiPeopleRequest& request, Timestamp now) {
  const auto bad = [](const char* why) { return fail(ErrorCode::invalid_argument, why); };
  const auto whole = [](Timestamp at) { return std::chrono::floor<std::chrono::hours>(at) == at; };
  if (!question_of(request.figure)) return bad("this figure is not recorded");
  if (!whole(request.from) || !whole(request.until)) return bad("the bounds must be whole hours");
  if (request.until <= request.from) return bad("the end must come after the beginning");
  if (request.until - request.from > std::chrono::days(api::kMostKpiDays)) return bad("at most 92 days at a time");
  if (request.from > now) return bad("the time has not begun");
  return {};
}

std::unique_ptr<PeopleDesk> make_people_desk(spine::Spine& spine, DeskKeys keys, const Clock& clock) {
  return std::make_unique<RealPeopleDesk>(spine, std::move(keys), clock);
}

}  // namespace guardline::history
