// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/demo/people.h"

#include <array>
#include <string_view>

namespace guardline::demo {
namespace {

struct Surname {
  std::string_view han;
  std::string_view pinyin;
};

constexpr auto kSurnames = std::to_array<Surname>({
    {"王", "wang"},     {"李", "li"},     {"张", "zhang"},       {"刘", "liu"},     {"陈", "chen"}, {"杨", "yang"},
    {"黄", "huang"},    {"赵", "zhao"},   {"吴", "wu"},          {"周", "zhou"},    {"徐", "xu"},   {"孙", "sun"},
    {"马", "ma"},       {"朱", "zhu"},    {"胡", "hu"},          {"郭", "guo"},     {"何", "he"},   {"林", "lin"},
    {"罗", "luo"},      {"郑", "zheng"},  {"梁", "liang"},       {"谢", "xie"},     {"宋", "song"}, {"唐", "tang"},
    {"许", "xu"},       {"韩", "han"},    {"冯", "feng"},        {"邓", "deng"},    {"曹", "cao"},  {"彭", "peng"},
    {"欧阳", "ouyang"}, {"司马", "sima"}, {"上官", "shangguan"}, {"诸葛", "zhuge"}, {"𠮷", "ji"},   {"仉", "zhang"},
});

// The last ones are rare characters that people do bear, several of them outside the Basic Multilingual Plane.
constexpr auto kGiven = std::to_array<std::string_view>({
    "伟", "芳", "娜", "敏", "静", "丽", "强",   "磊", "洋",   "艳", "勇", "军",   "杰", "娟", "涛", "明", "超",
    "霞", "平", "刚", "桂", "英", "华", "玉",   "兰", "春",   "梅", "建", "国",   "志", "文", "辉", "力", "宁",
    "宇", "婷", "浩", "雪", "鑫", "晨", "𬱖", "𫍯", "𬭩", "㛃", "𫖯", "𬀩", "翀", "犇", "喆", "昇",
});
constexpr std::size_t kRareGiven = 10;

constexpr auto kDomains =
    std::to_array<std::string_view>({"example.com", "example.net", "example.org", "mail.example"});

}  // namespace

Person People::next() {
  Person person;
  const auto number = ++count_;
  const auto& surname = kSurnames[below(kSurnames.size())];
  person.name = surname.han;
  const auto common = kGiven.size() - kRareGiven;
  const auto given = [&] { return kGiven[chance(6) ? common + below(kRareGiven) : below(common)]; };
  person.name += given();
  if (chance(70)) person.name += given();

  person.phone = "+861" + std::to_string(3 + below(7));
  for (int digit = 0; digit < 9; ++digit) person.phone += static_cast<char>('0' + below(10));

  person.email =
      std::string(surname.pinyin) + std::to_string(number) + "@" + std::string(kDomains[below(kDomains.size())]);

  const auto tier = below(100);
  person.tier = tier < 3 ? "vip" : tier < 15 ? "important" : "standard";
  person.language = chance(4) ? "en" : "zh-CN";
  person.time_zone = chance(3) ? "Asia/Hong_Kong" : "Asia/Shanghai";
  person.has_sms = !chance(2);
  person.has_email = chance(88) || !person.has_sms;
  person.has_push = chance(55);
  person.sms_opted_out = chance(5);
  person.marketing_consent = chance(60);
  return person;
}

}  // namespace guardline::demo
