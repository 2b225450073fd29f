// The mapper: what is refused and with which pointers. SPDX-License-Identifier: GPL-3.0-or-later
#include "core/wire/codec.h"

#include "core/api/admin.h"
#include "core/api/device.h"
#include "core/api/enrolment.h"
#include "core/api/hub.h"
#include "core/api/notice.h"
#include "core/api/session.h"
#include "core/api/stream.h"
#include "core/wire/format.h"
#include "core/wire/problem.h"
#include "core/wire/schema.h"
#include "core/wire/syntax.h"

#include <set>
#include <string>

#include <gtest/gtest.h>

namespace guardline {
namespace {

using wire::from_json;
using wire::to_json;

const std::string kNotice = R"({"template":"margin-call","version":3,"category":"core_risk",
  "variables":[{"name":"amount","value":"1,000"}],
  "audience":{"tiers":["gold"]},
  "route":[{"mode":"parallel","channels":["sms","email"],"wait_seconds":0}],"drill":false})";

/// Replaces the first `what` in the good notice.
std::string notice_with(const std::string& what, const std::string& by) {
  std::string text = kNotice;
  const auto at = text.find(what);
  EXPECT_NE(at, std::string::npos) << what;
  return text.replace(at, what.size(), by);
}

std::set<std::string> pointers(const wire::Violations& violations) {
  std::set<std::string> result;
  for (const auto& each : violations) result.insert(each.pointer);
  return result;
}

TEST(Codec, ReadsAGoodNotice) {
  const auto notice = from_json<api::NoticeRequest>(kNotice);
  ASSERT_TRUE(notice) << notice.error().front().pointer << " " << notice.error().front().detail;
  EXPECT_EQ(notice->template_, "margin-call");
  EXPECT_EQ(notice->version, 3);
  EXPECT_EQ(notice->category, Category::core_risk);
  ASSERT_EQ(notice->route.size(), 1U);
  EXPECT_EQ(notice->route[0].channels, (std::vector<Channel>{Channel::sms, Channel::email}));
  EXPECT_FALSE(notice->audience.investors.has_value());
  EXPECT_EQ(notice->audience.tiers, std::vector<std::string>{"gold"});
}

struct Bad {
  const char* name;
  std::string text;
  std::set<std::string> places;
};

class CodecRefuses : public testing::TestWithParam<Bad> {};

TEST_P(CodecRefuses, WithEveryPlace) {
  const auto notice = from_json<api::NoticeRequest>(GetParam().text);
  ASSERT_FALSE(notice);
  EXPECT_EQ(pointers(notice.error()), GetParam().places);
  for (const auto& each : notice.error()) EXPECT_FALSE(each.detail.empty());
}

INSTANTIATE_TEST_SUITE_P(
    Bodies, CodecRefuses,
    testing::Values(
        Bad{"nothing", "", {""}}, Bad{"no_json", "{", {""}}, Bad{"trailing", kNotice + "x", {""}},
        Bad{"two_documents", kNotice + kNotice, {""}}, Bad{"comment", "/* a */" + kNotice, {""}},
        Bad{"array", "[]", {""}}, Bad{"null", "null", {""}},
        Bad{"empty_object",
            "{}",
            {"/template", "/version", "/category", "/variables", "/audience", "/route", "/drill"}},
        Bad{"null_member", notice_with("3", "null"), {"/version"}},
        Bad{"text_for_number", notice_with("3", "\"3\""), {"/version"}},
        Bad{"fraction", notice_with("3", "3.5"), {"/version"}}, Bad{"too_small", notice_with("3", "0"), {"/version"}},
        Bad{"too_big", notice_with("3", "1000001"), {"/version"}},
        Bad{"beyond_int64", notice_with("3", "18446744073709551615"), {"/version"}},
        Bad{"beyond_double", notice_with("3", "1e400"), {"/version"}}, Bad{"nan", notice_with("3", "NaN"), {""}},
        Bad{"text_for_boolean", notice_with("false", "\"false\""), {"/drill"}},
        Bad{"object_for_list", notice_with("[\"gold\"]", "{}"), {"/audience/tiers"}},
        Bad{"number_for_id", notice_with("\"tiers\"", "\"investors\":[7],\"tiers\""), {"/audience/investors/0"}},
        Bad{"number_for_word", notice_with("\"core_risk\"", "1"), {"/category"}},
        Bad{"list_for_object", notice_with("{\"tiers\":[\"gold\"]}", "[]"), {"/audience"}},
        Bad{"unknown_word", notice_with("core_risk", "core-risk"), {"/category"}},
        Bad{"unknown_member", notice_with("\"drill\"", "\"dril\":1,\"drill\""), {"/dril"}},
        Bad{"unknown_member_escaped", notice_with("\"drill\"", "\"a/b~c\":1,\"drill\""), {"/a~1b~0c"}},
        Bad{"doubled", notice_with("\"drill\"", "\"version\":4,\"drill\""), {"/version"}},
        Bad{"doubled_deep", notice_with("\"mode\"", "\"mode\":\"then\",\"mode\""), {"/route/0/mode"}},
        Bad{"bad_id", notice_with("margin-call", "Margin Call"), {"/template"}},
        Bad{"control", notice_with("1,000", "a\\u0000b"), {"/variables/0/value"}},
        Bad{"lone_surrogate", notice_with("1,000", "\\ud800"), {""}},
        Bad{"bad_utf8", notice_with("1,000", "\xc3\x28"), {""}},
        Bad{"empty_list", notice_with("[\"gold\"]", "[]"), {"/audience/tiers"}},
        Bad{"bad_item", notice_with("[\"gold\"]", "[\"gold\",7,\"\"]"), {"/audience/tiers/1", "/audience/tiers/2"}},
        Bad{"bad_channel", notice_with("\"email\"", "\"fax\""), {"/route/0/channels/1"}},
        Bad{"bad_uuid", notice_with("\"tiers\"", "\"investors\":[\"x\"],\"tiers\""), {"/audience/investors/0"}},
        Bad{"several", notice_with("3", "-1").replace(2, 8, "templote"), {"/template", "/templote", "/version"}}),
    [](const auto& each) { return std::string(each.param.name); });

TEST(Codec, LengthsCountCharactersNotBytes) {
  api::AccountCreate account{
      .account = "fang", .display_name = {}, .role = api::Role::agent, .password = "twelve horses"};
  for (int i = 0; i < 64; ++i) account.display_name += "𠮷";  // four bytes each, beyond the BMP
  EXPECT_TRUE(from_json<api::AccountCreate>(to_json(account)));
  account.display_name += "圆";
  const auto refused = from_json<api::AccountCreate>(to_json(account));
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().front().pointer, "/display_name");
}

TEST(Codec, WholeNumbersMayBeWrittenAsFractions) {
  EXPECT_TRUE(from_json<api::NoticeRequest>(notice_with("3", "3.0")));
  EXPECT_TRUE(from_json<api::NoticeRequest>(notice_with("3", "3e0")));
  EXPECT_FALSE(from_json<api::NoticeRequest>(notice_with("3", "9007199254740993.0")));
}

TEST(Codec, BoundsSizeAndDepthBeforeReading) {
  wire::ReadOptions options;
  options.max_bytes = 10;
  EXPECT_FALSE(from_json<api::NoticeRequest>(kNotice, options));
  const std::string deep(100000, '[');
  const auto refused = from_json<api::NoticeRequest>(deep);
  ASSERT_FALSE(refused);
  EXPECT_NE(refused.error().front().detail.find("deeper"), std::string::npos);
}

TEST(Codec, StopsCollectingAtItsBound) {
  std::string text = "{";
  for (int i = 0; i < 1000; ++i) text += "\"m" + std::to_string(i) + "\":1,";
  text += "\"z\":1}";
  const auto refused = from_json<api::HubInfo>(text);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().size(), wire::kMaxViolations);
}

TEST(Codec, OfAnUnknownNameOnlyTheHeadIsRepeatedAndCutBetweenCharacters) {
  std::string name(63, 'n');
  for (int i = 0; i < 1000; ++i) name += "守";  // its first octet is the 64th
  const auto refused = from_json<api::NoticeRequest>(notice_with("\"drill\"", "\"" + name + "\":1,\"drill\""));
  ASSERT_FALSE(refused);
  EXPECT_EQ(pointers(refused.error()), (std::set<std::string>{"/" + std::string(63, 'n')}));
  const std::string short_name(64, 'n');
  const auto whole = from_json<api::NoticeRequest>(notice_with("\"drill\"", "\"" + short_name + "\":1,\"drill\""));
  ASSERT_FALSE(whole);
  EXPECT_EQ(pointers(whole.error()), (std::set<std::string>{"/" + short_name}));
}

TEST(Codec, SaysWhichFormATextMustHave) {
  std::set<std::string_view> labels;
  for (int each = 0;
       wire::matches(static_cast<wire::Format>(each), "") || !wire::pattern(static_cast<wire::Format>(each)).empty();
       ++each) {
    const auto format = static_cast<wire::Format>(each);
    EXPECT_TRUE(labels.insert(wire::label(format)).second) << "its own words: " << wire::label(format);
    EXPECT_NE(wire::label(format), "");
  }
  EXPECT_EQ(labels.size(), 12U);
}

TEST(Codec, NeverRepeatsTheValue) {
  const auto refused =
      from_json<api::SessionRequest>(R"({"account":"a","password":17,"totp":"secretsecretsecretsecretsecret"})");
  ASSERT_FALSE(refused);
  for (const auto& each : refused.error()) EXPECT_EQ(each.detail.find("secret"), std::string::npos);
}

TEST(Codec, AConsolePassesOverWhatANewerHubSays) {
  const std::string text = R"({"name":"hub","time":1,"version":"9","news":{"a":[1]}})";
  EXPECT_FALSE(from_json<api::HubInfo>(text));
  const auto info = from_json<api::HubInfo>(text, {.ignore_unknown = true});
  ASSERT_TRUE(info);
  EXPECT_EQ(info->version, "9");
}

TEST(Codec, LeavesEmptyOptionalsOut) {
  EXPECT_EQ(to_json(api::StreamTicketRequest{.topics = {api::Topic::kpi}, .cursor = {}}), R"({"topics":["kpi"]})");
  EXPECT_EQ(to_json(api::StreamTicketRequest{.topics = {api::Topic::kpi}, .cursor = "a"}),
            R"({"topics":["kpi"],"cursor":"a"})");
}

TEST(Words, AreThoseOfTheDomain) {
  for (const auto& choice : wire::type_of<Channel>().choices) {
    EXPECT_EQ(choice.name, name(static_cast<Channel>(choice.value)));
  }
  EXPECT_EQ(wire::type_of<Channel>().choices.size(), std::size(kChannels));
  for (const auto& choice : wire::type_of<DeliveryState>().choices) {
    EXPECT_EQ(choice.name, name(static_cast<DeliveryState>(choice.value)));
  }
  for (const auto& choice : wire::type_of<FailureClass>().choices) {
    EXPECT_EQ(choice.name, name(static_cast<FailureClass>(choice.value)));
  }
  for (const auto& choice : wire::type_of<Category>().choices) {
    EXPECT_EQ(choice.name, name(static_cast<Category>(choice.value)));
  }
  for (const auto& choice : wire::type_of<StepMode>().choices) {
    EXPECT_EQ(choice.name, name(static_cast<StepMode>(choice.value)));
  }
}

TEST(Pointer, EscapesAsRfc6901) {
  EXPECT_EQ(wire::pointer_to("", "a"), "/a");
  EXPECT_EQ(wire::pointer_to("/a", ""), "/a/");
  EXPECT_EQ(wire::pointer_to("", "a/b"), "/a~1b");
  EXPECT_EQ(wire::pointer_to("", "m~n"), "/m~0n");
  EXPECT_EQ(wire::pointer_to("", "~1"), "/~01");
}

TEST(Schema, IsClosedAndNamesWhatIsRequired) {
  wire::Schemas schemas;
  wire::collect_schemas(wire::type_of<api::StreamTicketRequest>(), schemas);
  ASSERT_EQ(schemas.size(), 2U);
  EXPECT_EQ(schemas.at("Topic"), R"({"type":"string","enum":["kpi","alerts","ticker"]})");
  const auto& text = schemas.at("StreamTicketRequest");
  EXPECT_NE(text.find(R"("required":["topics"])"), std::string::npos) << text;
  EXPECT_NE(text.find(R"("additionalProperties":false)"), std::string::npos) << text;
  EXPECT_NE(text.find(R"("items":{"$ref":"#/components/schemas/Topic"})"), std::string::npos) << text;
  EXPECT_NE(text.find(R"("maxItems":8)"), std::string::npos) << text;
}

}  // namespace
}  // namespace guardline
