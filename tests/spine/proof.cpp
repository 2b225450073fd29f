// Any change of the record is found and named; erasure leaves the proofs whole. SPDX-License-Identifier:
// GPL-3.0-or-later
#include "hub/spine/sealing.h"
#include "hub/spine/sql.h"
#include "hub/spine/verify.h"
#include "tests/spine/fixture.h"

#include <algorithm>
#include <fstream>

namespace guardline::spine::test {
namespace {

class Proof : public testing::TestWithParam<Store> {
 protected:
  World world{GetParam(), 4};

  void SetUp() override {
    for (std::uint64_t n = 0; n < 40; n += 8) {
      Submission submission;
      for (std::uint64_t i = n; i < n + 8; ++i) {
        auto drafts = life(world.clock, i, "detail of " + std::to_string(i));
        for (auto& draft : drafts) {
          draft.cause = {};
          submission.events.push_back(std::move(draft));
        }
      }
      world.commit(std::move(submission));
      if (n == 16) ASSERT_TRUE(world.spine->sign_head());
    }
    ASSERT_TRUE(world.spine->sign_head());
    world.commit(one(delivery_event(world.clock, EventKind::delivery_planned, 900, "after the head")));
  }
  VerifyReport look() {
    const auto keys = test_keys();
    auto report = verify(*world.connect(Use::read), test_public_key(), &keys.wrap);
    EXPECT_TRUE(report) << report.error().message;
    return report ? *report : VerifyReport{};
  }
  /// What someone with the database's key could do behind the hub's back.
  void tamper(std::string_view sql, std::initializer_list<db::Param> params = {}) {
    world.close();
    auto database = world.connect(Use::commit);
    const auto changed = run_sql(*database, sql, params);
    ASSERT_TRUE(changed) << changed.error().message;
    ASSERT_GT(*changed, 0);
  }
  bool names(const VerifyReport& report, Finding finding, EventRef ref) {
    return std::ranges::any_of(report.defects, [&](const Defect& d) { return d.finding == finding && d.ref == ref; });
  }
  std::string words(const VerifyReport& report) {
    std::string all;
    for (const auto& defect : report.defects) all += defect.text + "\n";
    return all;
  }
  EventRef some_row(std::size_t index = 57) { return world.all().at(index).ref; }
};
INSTANTIATE_TEST_SUITE_P(Spine, Proof, testing::Values(Store::embedded, Store::postgres), store_name);

TEST_P(Proof, AnUntouchedSpineIsGood) {
  const auto report = look();
  EXPECT_TRUE(report.good()) << words(report);
  EXPECT_EQ(report.rows, 201);
  EXPECT_EQ(report.heads, 3);  // the first was signed over the empty spine when it was opened
  EXPECT_EQ(report.last_head, 3);
  EXPECT_EQ(report.rows_after_head, 1);
}

TEST_P(Proof, AnEditOfAnyColumnNamesTheRow) {
  const auto ref = some_row();
  const std::int64_t p = ref.partition;
  const char* const edits[] = {"event_id = notice",
                               "recorded_at = recorded_at + 1",
                               "occurred_at = occurred_at - 1",
                               "drill = 1",
                               "kind = 999",
                               "v = 2",
                               "cause = 77",
                               "subject_type = 4",
                               "notice = delivery",
                               "message = NULL",
                               "delivery = message",
                               "investor = delivery",
                               "channel = 5",
                               "carrier = 'other'",
                               "actor = delivery",
                               "mark = 2",
                               "reason = 101",
                               "code = 'x'",
                               "detail_hash = commitment",
                               "detail_hash = NULL",
                               "commitment = detail_hash"};
  world.close();
  auto database = world.connect(Use::commit);
  const auto run = [&](const std::string& sql) {
    const auto ok = database->execute(sql);
    ASSERT_TRUE(ok) << ok.error().message;
  };
  const std::string where = " WHERE partition = " + std::to_string(p) + " AND seq = " + std::to_string(ref.seq);
  run("CREATE TABLE kept AS SELECT * FROM spine" + where);
  for (const auto* edit : edits) {
    run(std::string("UPDATE spine SET ") + edit + where);
    const auto report = look();
    EXPECT_TRUE(names(report, Finding::row_edited, ref)) << edit << "\n" << words(report);
    run("DELETE FROM spine" + where);
    run("INSERT INTO spine SELECT * FROM kept");
  }
  EXPECT_TRUE(look().good());
}

TEST_P(Proof, AnEditedSealedDetailNamesTheRow) {
  const auto rows = world.all();
  const auto from = rows.at(3).ref;
  const auto ref = some_row();
  tamper(
      "UPDATE spine SET detail = (SELECT s.detail FROM spine AS s WHERE s.partition = $3 AND s.seq = $4) "
      "WHERE partition = $1 AND seq = $2",
      {std::int64_t{ref.partition}, ref.seq, std::int64_t{from.partition}, from.seq});
  EXPECT_TRUE(names(look(), Finding::detail_edited, ref));
}

TEST_P(Proof, ARowEditedWithItsCommitmentIsFoundByItsGroup) {
  const auto ref = some_row();
  // A careful forger hashes anew.
  auto row = world.all().at(57);
  row.reason = Reason::carrier_down;
  crypto::Sha256 hash;
  Bytes scratch;
  const auto leaf = leaf_of(hash, scratch, row);
  tamper("UPDATE spine SET reason = 302, commitment = $3 WHERE partition = $1 AND seq = $2",
         {std::int64_t{ref.partition}, ref.seq, BytesView(leaf)});
  const auto report = look();
  ASSERT_EQ(report.defects.size(), 1u) << words(report);
  EXPECT_EQ(report.defects[0].finding, Finding::group_edited);
  EXPECT_LE(report.defects[0].ref.seq, ref.seq);
  EXPECT_GE(report.defects[0].other->seq, ref.seq);
}

TEST_P(Proof, AMissingRowIsNamed) {
  const auto ref = some_row();
  tamper("DELETE FROM spine WHERE partition = $1 AND seq = $2", {std::int64_t{ref.partition}, ref.seq});
  const auto report = look();
  ASSERT_EQ(report.defects.size(), 1u) << words(report);
  EXPECT_TRUE(names(report, Finding::row_missing, ref));
}

TEST_P(Proof, SwappedRowsAreNamedTogether) {
  const auto a = some_row(57);
  const auto b = some_row(58);
  ASSERT_EQ(a.partition, b.partition);
  const std::int64_t p = a.partition;
  tamper("UPDATE spine SET seq = 1000000 WHERE partition = $1 AND seq = $2", {p, a.seq});
  tamper("UPDATE spine SET seq = $3 WHERE partition = $1 AND seq = $2", {p, b.seq, a.seq});
  tamper("UPDATE spine SET seq = $2 WHERE partition = $1 AND seq = 1000000", {p, b.seq});
  const auto report = look();
  ASSERT_EQ(report.defects.size(), 1u) << words(report);
  EXPECT_EQ(report.defects[0].finding, Finding::rows_swapped);
  EXPECT_EQ(report.defects[0].ref, a);
  EXPECT_EQ(report.defects[0].other, b);
}

TEST_P(Proof, AnAddedRowIsNamed) {
  const auto ref = some_row();
  tamper(
      "INSERT INTO spine (partition, seq, event_id, recorded_at, occurred_at, drill, kind, v, subject_type, mark, "
      "reason, commitment) SELECT partition, 5000, event_id, recorded_at, occurred_at, drill, kind, v, subject_type, "
      "mark, reason, commitment FROM spine WHERE partition = $1 AND seq = $2",
      {std::int64_t{ref.partition}, ref.seq});
  EXPECT_TRUE(names(look(), Finding::row_added, {ref.partition, 5000}));
}

TEST_P(Proof, TruncationBelowTheLastHeadIsNamed) {
  // A partition that ends below the head.
  const auto rows = world.all();
  const auto after = std::ranges::max(rows, {}, [](const StoredEvent& e) { return e.recorded_at; }).ref;
  const auto ref = std::ranges::find_if(rows, [&](const auto& e) { return e.ref.partition != after.partition; })->ref;
  const std::int64_t p = ref.partition;
  std::int64_t cut = 0;
  ASSERT_TRUE(do_sql(*world.connect(Use::read),
                     "SELECT first_seq FROM spine_group WHERE partition = $1 ORDER BY "
                     "first_seq DESC LIMIT 1",
                     {p}, [&](const db::Row& row) {
                       cut = row.int64(0);
                       return true;
                     }));
  tamper("DELETE FROM spine WHERE partition = $1 AND seq >= $2", {p, cut});
  tamper("DELETE FROM spine_group WHERE partition = $1 AND first_seq >= $2", {p, cut});
  EXPECT_TRUE(names(look(), Finding::truncated, {ref.partition, cut - 1}));
  // Even if the counter of the partition is put back too: the signed head knows better.
  tamper("UPDATE lease SET next_seq = $2 WHERE partition = $1", {p, cut});
  const auto report = look();
  ASSERT_EQ(report.defects.size(), 1u) << words(report);
  EXPECT_TRUE(names(report, Finding::truncated, {ref.partition, cut - 1}));
}

TEST_P(Proof, WhatIsCutAfterTheLastHeadIsSaidToBeUnanchored) {
  // The one row after the head: with counter, group and row gone nothing can know it. The report says how far the
  // anchor reaches, and while the row is there, that it is not anchored yet.
  EXPECT_EQ(look().rows_after_head, 1);
  ASSERT_TRUE(world.spine->sign_head());
  const auto report = look();
  EXPECT_EQ(report.rows_after_head, 0);
  EXPECT_EQ(report.last_head, 4);
}

TEST_P(Proof, EditedGroupsAndHeadsAreNamed) {
  const auto ref = some_row();
  tamper("UPDATE spine_group SET root = chain WHERE partition = $1 AND first_seq = 1", {std::int64_t{ref.partition}});
  EXPECT_TRUE(names(look(), Finding::group_edited, {ref.partition, 1}));
}

TEST_P(Proof, AChainMadeAnewDoesNotMatchTheSignedHead) {
  // Someone rewrites a row, its group and every chain value after it. Only the signature is out of reach.
  auto rows = world.all();
  const std::uint16_t p = rows.at(57).ref.partition;
  world.close();
  auto database = world.connect(Use::commit);
  ASSERT_TRUE(do_sql(*database, "UPDATE spine SET reason = 302 WHERE partition = $1 AND seq = 1", {std::int64_t{p}}));
  std::vector<GroupSeal> groups;
  ASSERT_TRUE(do_sql(*database,
                     "SELECT first_seq, last_seq, committed_at FROM spine_group WHERE partition = $1 "
                     "ORDER BY first_seq",
                     {std::int64_t{p}}, [&](const db::Row& row) {
                       groups.push_back({p, row.int64(0), row.int64(1), from_micros(row.int64(2)), {}, {}});
                       return true;
                     }));
  crypto::Sha256 hash;
  Bytes scratch;
  Digest chain{};
  for (auto& group : groups) {
    std::vector<Digest> leaves;
    for (auto& row : rows) {
      if (row.ref.partition != p || row.ref.seq < group.first_seq || row.ref.seq > group.last_seq) continue;
      if (row.ref.seq == 1) row.reason = Reason::carrier_down;
      leaves.push_back(leaf_of(hash, scratch, row));
      ASSERT_TRUE(do_sql(*database, "UPDATE spine SET commitment = $3 WHERE partition = $1 AND seq = $2",
                         {std::int64_t{p}, row.ref.seq, BytesView(leaves.back())}));
    }
    group.root = crypto::merkle_root(hash, leaves);
    chain = chain_of(hash, chain, group);
    ASSERT_TRUE(do_sql(*database,
                       "UPDATE spine_group SET root = $3, chain = $4 WHERE partition = $1 AND first_seq = $2",
                       {std::int64_t{p}, group.first_seq, BytesView(group.root), BytesView(chain)}));
  }
  database.reset();
  const auto report = look();
  ASSERT_FALSE(report.good());
  EXPECT_EQ(report.defects[0].finding, Finding::group_edited);
  EXPECT_NE(report.defects[0].text.find("has signed"), std::string::npos) << words(report);
}

TEST_P(Proof, AForgedHeadDoesNotVerify) {
  tamper("UPDATE spine_head SET body = (SELECT h.body FROM spine_head AS h WHERE h.number = 1) WHERE number = 2");
  EXPECT_TRUE(names(look(), Finding::head_edited, {}));
}

TEST_P(Proof, AMissingHeadIsNamed) {
  tamper("DELETE FROM spine_head WHERE number = 1");
  EXPECT_TRUE(names(look(), Finding::head_missing, {}));
}

TEST_P(Proof, EveryRowCanBeProvedAloneAndNoChangedOne) {
  auto database = world.connect(Use::read);
  for (const auto& row : world.all()) {
    auto proof = prove(*database, row.ref);
    ASSERT_TRUE(proof) << proof.error().message;
    EXPECT_TRUE(check(*proof));
    proof->row.reason = Reason::carrier_down;
    EXPECT_FALSE(check(*proof));
  }
  EXPECT_EQ(prove(*database, {0, 100000}).error().code, ErrorCode::not_found);
}

TEST_P(Proof, AnErasedInvestorsContentIsGoneAndTheProofsStay) {
  Submission body;
  body.bodies.push_back({message(7), investor(7), {'s', 'e', 'c', 'r', 'e', 't'}});
  world.commit(std::move(body));
  Submission erase;
  erase.erase = {investor(7)};
  auto draft = delivery_event(world.clock, EventKind::investor_erased, 7, "must not be kept");
  draft.subject_type = SubjectType::investor;
  draft.subject = investor(7).value;
  erase.events.push_back(draft);
  world.commit(std::move(erase));
  const auto scrubbed = world.spine->scrub();
  ASSERT_TRUE(scrubbed) << scrubbed.error().message;
  auto database = world.connect(Use::read);
  Opener opener(*database, test_keys().wrap);
  EXPECT_TRUE(*opener.erased(investor(7)));
  EXPECT_FALSE(*opener.erased(investor(8)));
  EXPECT_EQ(opener.body(message(7)).error().code, ErrorCode::denied);
  int closed = 0;
  for (const auto& row : world.all()) {
    if (row.investor != investor(7)) continue;
    EXPECT_FALSE(opener.detail(row));
    ++closed;
  }
  EXPECT_EQ(closed, 6);
  // Nothing new is kept for an erased investor either.
  const auto later = world.commit(one(delivery_event(world.clock, EventKind::delivery_retry, 7, "nor this")));
  Reader reader(world.connect(Use::read));
  EXPECT_FALSE(reader.at(later.refs[0])->detail_hash);
  const auto report = look();
  EXPECT_TRUE(report.good()) << words(report);
}

TEST_P(Proof, AfterRotationOnlyTheNewWrappingKeyOpens) {
  const auto rotated = world.spine->rotate_wrap_key(bytes32(0x66));
  ASSERT_TRUE(rotated) << rotated.error().message;
  world.commit(one(delivery_event(world.clock, EventKind::delivery_planned, 901, "with the new key")));
  auto database = world.connect(Use::read);
  Opener fresh(*database, bytes32(0x66));
  Opener stale(*database, test_keys().wrap);
  int opened = 0;
  for (const auto& row : world.all()) {
    EXPECT_TRUE(fresh.detail(row));
    EXPECT_FALSE(stale.detail(row));
    ++opened;
  }
  EXPECT_EQ(opened, 202);
  world.close();
  EXPECT_EQ(Spine::open(world.stores, test_keys(), world.clock).error().code, ErrorCode::denied);
}

}  // namespace
}  // namespace guardline::spine::test
