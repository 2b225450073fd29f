// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/public/door.h"

#include "hub/edge/routes/public_routes.h"
#include "hub/inbox/code_template.h"
#include "hub/notices/templates.h"

#include <future>
#include <stdexcept>

namespace guardline::test {
namespace {

crypto::Secret bytes32(std::uint8_t fill) { return crypto::Secret::copy_of(Bytes(32, fill)); }

std::vector<notices::TemplateText> words() {
  using enum Channel;
  return {
      {"linked", 1, "zh-CN", sms, Category::service, "", "{{name}}，请确认：{{inbox_link}}"},
      {"linked", 1, "zh-CN", email, Category::service, "月报 <{{name}}> & \"co\"",
       "您好 {{name}}：\n登录 https://www.example.com/statements?a=1&b=2 查看。\n帮助：http://help.example.com/。\n"
       "确认：{{inbox_link}}\n值 {{sum}}"},
      {"sealed", 1, "zh-CN", sms, Category::core_risk, "", "请阅读：{{inbox_link}}"},
      {"sealed", 1, "zh-CN", email, Category::core_risk, "追加担保物通知", "请阅读：{{inbox_link}}"},
      {"sealed", 1, "zh-CN", web, Category::core_risk, "追加担保物通知",
       "尊敬的{{name}}：\n<b>比例</b> 118 & 130\n第三行"},
  };
}

}  // namespace

Door::Door(Store store)
    : house(store),
      sms(house.add_carrier("sms-main", Channel::sms)),
      mail(house.add_carrier("email-main", Channel::email)),
      tokens(bytes32(0x4C)),
      writer(tokens, kBase) {
  house.links = &writer;
  spine::Submission submission;
  submission.also = [](db::Database& database) -> Status {
    for (const auto& text : words())
      if (auto ok = notices::add_template(database, text); !ok) return ok;
    return {};
  };
  if (auto ok = house.spine->committer().submit_and_wait(std::move(submission)); !ok)
    throw std::runtime_error(ok.error().message);
  if (auto ok = inbox::seed_code_template(house.spine->committer(), "示例证券"); !ok)
    throw std::runtime_error(ok.error().message);
  house.start();
  tracking = std::make_unique<receipts::Tracking>(*house.spine, house.clock,
                                                  receipts::TrackingOptions{.poll = std::chrono::milliseconds(10)});
  tracking->start();
  inbox = inbox::make_inbox({.spine = *house.spine,
                             .clock = house.clock,
                             .intake = *house.intake,
                             .tracking = *tracking,
                             .tokens = tokens,
                             .wrap = bytes32(0x17),
                             .pseudonym = bytes32(0x55)});
  edge::add_public_routes(router, {.clock = house.clock,
                                   .inbox = *inbox,
                                   .tracking = *tracking,
                                   .tokens = tokens,
                                   .sender = "示例<证券> & \"Co\""});
  gate_ = std::make_unique<edge::Gate>(nobody_, house.clock);
  service_ = std::make_unique<edge::Service>(router, *gate_, pool_, house.clock);
}

Door::~Door() {
  pool_.stop();
  tracking->stop();
}

edge::Response Door::ask(edge::Method method, const std::string& target, std::string body, Headers headers) {
  auto request = std::make_shared<edge::Request>();
  request->door = edge::Door::open;
  request->method = method;
  const auto mark = target.find('?');
  request->path = target.substr(0, mark);
  if (mark != std::string::npos) request->query = target.substr(mark + 1);
  request->headers = std::move(headers);
  if (!body.empty()) request->headers.emplace_back("content-type", "application/x-www-form-urlencoded");
  request->body = std::move(body);
  request->trace = "test";
  auto promise = std::make_shared<std::promise<edge::Response>>();
  auto answered = promise->get_future();
  service_->handle(request, [promise](edge::Response response) { promise->set_value(std::move(response)); });
  return answered.get();
}

edge::Response Door::get(const std::string& path, Headers headers) {
  return ask(edge::Method::get, path, {}, std::move(headers));
}
edge::Response Door::post(const std::string& path, const std::string& form, Headers headers) {
  return ask(edge::Method::post, path, form, std::move(headers));
}

dispatch::Outgoing Door::send(const std::string& template_id, Category category, std::vector<Channel> channels,
                              InvestorId who) {
  const auto before = house.events(EventKind::delivery_accepted).size();
  auto order = request(template_id, category, {who}, {together(channels)});
  if (template_id == "linked") order.variables = {{"sum", "{{inbox_link}} https://evil.example/x"}};
  house.send(order);
  if (!house.wait(EventKind::delivery_accepted, before + channels.size())) throw std::runtime_error("not accepted");
  return last(channels.back());
}

dispatch::Outgoing Door::last(Channel channel) { return (channel == Channel::sms ? sms : mail).seen().back(); }

std::string Door::code(Channel channel) {
  const auto body = last(channel).body;
  for (std::size_t i = 0; i + 6 <= body.size(); ++i)
    if (body.find_first_not_of("0123456789", i) >= i + 6 ||
        body.find_first_not_of("0123456789", i) == std::string::npos)
      return body.substr(i, 6);
  return {};
}

std::string Door::letter(DeliveryId delivery) const { return "/m/" + tokens.make(links::Purpose::letter, delivery); }
std::string Door::pixel(DeliveryId delivery) const {
  return "/o/" + tokens.make(links::Purpose::pixel, delivery) + ".gif";
}
std::string Door::click(DeliveryId delivery, std::uint8_t place) const {
  return "/c/" + std::to_string(place) + "/" + tokens.make(links::Purpose::click, delivery, place);
}

std::size_t Door::count(EventKind kind, const std::string& code) {
  std::size_t found = 0;
  for (const auto& event : house.events(kind)) found += code.empty() || event.code == code ? 1 : 0;
  return found;
}

std::string Door::record() {
  std::string all = std::to_string(house.events().size());
  for (const auto* table :
       {"engagement", "inbox_code", "link_ended", "access_throttle", "message", "outgoing", "notice"})
    all += " " + std::to_string(house.number("SELECT count(*) FROM " + std::string(table)));
  return all;
}

}  // namespace guardline::test
