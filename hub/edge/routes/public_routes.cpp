// What investors and their mail programs may ask. SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/edge/routes/public_routes.h"

#include "core/api/problem_codes.h"
#include "hub/edge/form.h"
#include "hub/edge/router.h"
#include "hub/inbox/inbox.h"
#include "hub/links/writer.h"
#include "hub/pages/public_pages.h"
#include "hub/pages/style.h"
#include "hub/receipts/tracking/sight.h"
#include "hub/receipts/tracking/tracking.h"

#include <charconv>
#include <memory>
#include <utility>

namespace guardline::edge {
namespace {

using inbox::No;
using pages::Language;
using pages::Word;

/// A transparent picture of one pixel.
constexpr unsigned char kPixel[] = {0x47, 0x49, 0x46, 0x38, 0x39, 0x61, 0x01, 0x00, 0x01, 0x00, 0x80,
                                    0x00, 0x00, 0x00, 0x00, 0x00, 0xFF, 0xFF, 0xFF, 0x21, 0xF9, 0x04,
                                    0x01, 0x00, 0x00, 0x00, 0x00, 0x2C, 0x00, 0x00, 0x00, 0x00, 0x01,
                                    0x00, 0x01, 0x00, 0x00, 0x02, 0x02, 0x44, 0x01, 0x00, 0x3B};

Response answer(unsigned status, std::string type, std::string body) {
  return {.status = status,
          .content_type = std::move(type),
          .body = std::move(body),
          .headers = {{"Referrer-Policy", "no-referrer"}, {"X-Robots-Tag", "noindex, nofollow"}},
          .upgrade = {},
          .code = {}};
}

Response html(unsigned status, Language language, std::string body, std::string_view also = {}) {
  auto response = answer(status, "text/html; charset=utf-8", std::move(body));
  response.headers.emplace_back("Content-Security-Policy", pages::security_policy(also));
  response.headers.emplace_back("Content-Language", pages::tag(language));
  response.headers.emplace_back("Vary", "Accept-Language");
  response.headers.emplace_back("X-Frame-Options", "DENY");
  return response;
}

std::string_view part(const Call& call, std::string_view name) {
  const auto found = call.path.find(name);
  return found == call.path.end() ? std::string_view() : std::string_view(found->second);
}

/// The value of a parameter behind the '?'; only plain words are looked at.
std::string_view asked(const Request& request, std::string_view name) {
  std::string_view rest = request.query;
  while (!rest.empty()) {
    const auto end = std::min(rest.find('&'), rest.size());
    const auto pair = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    if (pair.size() > name.size() && pair.starts_with(name) && pair[name.size()] == '=')
      return pair.substr(name.size() + 1);
  }
  return {};
}

/// Six digits as typed: blanks between them and full-width ones (an input method's) are meant as digits.
std::string digits_of(std::string_view typed) {
  std::string out;
  for (std::size_t i = 0; i < typed.size() && out.size() < 16; ++i) {
    if (typed.substr(i).starts_with("\xEF\xBC") && i + 2 < typed.size() && typed[i + 2] >= '\x90' &&
        typed[i + 2] <= '\x99') {
      out += static_cast<char>('0' + (typed[i + 2] - '\x90'));
      i += 2;
    } else if (typed[i] != ' ' && typed[i] != '-') {
      out += typed[i];
    }
  }
  return out;
}

/// One request for a page.
class Visit {
 public:
  Visit(const PublicParts& parts, const Call& call, Fields fields)
      : parts_(parts), call_(call), fields_(std::move(fields)) {}

  Response letter();
  Response send_code();
  Response read();
  Response again();
  Response confirm();
  Response destination();
  Response follow();

 private:
  [[nodiscard]] std::string_view field(std::string_view name) const {
    const auto found = fields_.find(name);
    return found == fields_.end() ? std::string_view() : std::string_view(found->second);
  }
  [[nodiscard]] std::string path() const { return "/m/" + std::string(part(call_, "token")); }
  [[nodiscard]] std::optional<DeliveryId> delivery() const {
    return parts_.tokens.read(links::Purpose::letter, part(call_, "token"));
  }
  [[nodiscard]] std::optional<std::uint8_t> place() const;
  /// What was chosen, else what the browser wants, else `otherwise`.
  [[nodiscard]] Language language(std::string_view otherwise = {}) const;
  [[nodiscard]] pages::Frame frame(Language language, std::string_view more = {}) const;
  [[nodiscard]] pages::LetterPage page_of(inbox::Letter letter) const;
  /// The words of a page with the passage for a pass.
  Response shown(inbox::Words words);
  /// A refusal, as a page of its own.
  Response no(const inbox::Refused& refused);
  /// A refusal that leaves the letter on the page, with what to do next.
  Response letter_with(DeliveryId delivery, const inbox::Refused& refused, bool code_asked);

  const PublicParts& parts_;
  const Call& call_;
  const Fields fields_;
};

Language Visit::language(std::string_view otherwise) const {
  for (const auto chosen : {field("lang"), asked(call_.request, "lang")})
    if (const auto language = pages::language_from(chosen)) return *language;
  if (const auto wanted = pages::language_wanted(call_.request.header("accept-language"))) return *wanted;
  return pages::language_from(otherwise).value_or(Language::zh_cn);
}

pages::Frame Visit::frame(Language language, std::string_view more) const {
  pages::Frame frame{.language = language, .sender = parts_.sender};
  const auto other = language == Language::en ? Language::zh_cn : Language::en;
  if (!more.empty()) frame.switch_to = std::string(more) + "lang=" + std::string(pages::tag(other));
  return frame;
}

pages::LetterPage Visit::page_of(inbox::Letter letter) const {
  pages::LetterPage page;
  page.title = std::move(letter.title);
  page.sent = letter.sent;
  page.confirmed = letter.confirmed;
  page.no_contact = letter.code_to.empty();
  if (!page.no_contact) page.code_action = path() + "/code";
  page.code_to = std::move(letter.code_to);
  page.read_action = path() + "/read";
  if (!letter.sealed && !letter.confirmed) page.confirm_action = path() + "/confirm";
  return page;
}

Response Visit::no(const inbox::Refused& refused) {
  const auto language = this->language();
  const bool later = refused.why == No::later;
  const bool over = refused.why == No::over;
  auto response = html(later  ? 503
                       : over ? 410
                              : 404,
                       language,
                       pages::plain_page(frame(language), later ? Word::later_title : Word::gone_title,
                                         later ? Word::later : Word::gone));
  response.code = later ? "later" : over ? "link-over" : "link-unknown";
  if (later) response.headers.emplace_back("Retry-After", "60");
  return response;
}

Response Visit::letter_with(DeliveryId delivery, const inbox::Refused& refused, bool code_asked) {
  if (refused.why == No::unknown || refused.why == No::over || refused.why == No::later) return no(refused);
  auto letter = parts_.inbox.look(delivery);
  if (!letter) return no(letter.error());
  const auto language = this->language(letter->language);
  auto page = page_of(std::move(*letter));
  page.bad = true;
  unsigned status = 403;
  const auto left = std::to_string(refused.tries_left.value_or(0));
  const auto wait = pages::duration(language, refused.wait);
  const char* code = "code-wrong";
  switch (refused.why) {
    case No::wait:
      page.note = pages::sentence(language, Word::wait, {wait});
      status = 429;
      code = "too-many";
      break;
    case No::wrong:
      page.note = refused.wait > Micros(0) ? pages::sentence(language, Word::wrong_wait, {left, wait})
                                           : pages::sentence(language, Word::wrong_code, {left});
      break;
    case No::spent:
      page.note = pages::word(language, Word::code_spent);
      code = "code-spent";
      code_asked = false;
      break;
    case No::locked:
      page.note = pages::word(language, Word::locked);
      code = "not-read";
      break;
    default:
      code = "no-contact";  // the page says so by itself
      break;
  }
  page.code_asked = code_asked && !page.no_contact;
  auto response = html(status, language, pages::letter_page(frame(language, path() + "?step=code&"), page));
  response.code = code;
  if (status == 429) {
    const auto seconds = std::max<std::int64_t>(1, std::chrono::ceil<std::chrono::seconds>(refused.wait).count());
    response.headers.emplace_back("Retry-After", std::to_string(seconds));
  }
  return response;
}

Response Visit::letter() {
  const auto id = delivery();
  if (!id) return no({No::unknown, {}, {}});
  auto letter = parts_.inbox.look(*id);
  if (!letter) return no(letter.error());
  const auto language = this->language(letter->language);
  auto page = page_of(std::move(*letter));
  const bool step = asked(call_.request, "step") == "code";
  page.code_asked = step && !page.no_contact;
  return html(200, language, pages::letter_page(frame(language, path() + (step ? "?step=code&" : "?")), page));
}

Response Visit::send_code() {
  const auto id = delivery();
  if (!id) return no({No::unknown, {}, {}});
  const auto sent = parts_.inbox.send_code(*id);
  if (!sent) return letter_with(*id, sent.error(), true);
  auto letter = parts_.inbox.look(*id);
  if (!letter) return no(letter.error());
  const auto language = this->language(letter->language);
  auto page = page_of(std::move(*letter));
  page.note = pages::sentence(language, Word::code_sent, {sent->to, pages::moment(language, sent->until)});
  page.code_asked = true;
  return html(200, language, pages::letter_page(frame(language, path() + "?step=code&"), page));
}

Response Visit::shown(inbox::Words words) {
  const auto language = this->language(words.letter.language);
  const bool confirmed = words.letter.confirmed;
  auto page = page_of(std::move(words.letter));
  page.body = std::move(words.body);
  page.pass = std::move(words.pass);
  page.code_action.clear();
  page.no_contact = false;
  page.again_action = path() + "/again";
  page.confirm_action = confirmed ? "" : path() + "/confirm";
  return html(200, language, pages::letter_page(frame(language), page));
}

Response Visit::read() {
  const auto id = delivery();
  if (!id) return no({No::unknown, {}, {}});
  auto words = parts_.inbox.read(*id, digits_of(field("code")));
  return words ? shown(std::move(*words)) : letter_with(*id, words.error(), true);
}

Response Visit::again() {
  const auto id = delivery();
  if (!id) return no({No::unknown, {}, {}});
  auto words = parts_.inbox.again(*id, field("pass"));
  return words ? shown(std::move(*words)) : letter_with(*id, words.error(), false);
}

Response Visit::confirm() {
  const auto id = delivery();
  if (!id) return no({No::unknown, {}, {}});
  auto letter = parts_.inbox.confirm(*id, field("pass"));
  if (!letter) return letter_with(*id, letter.error(), false);
  const auto language = this->language(letter->language);
  auto page = page_of(std::move(*letter));
  return html(200, language, pages::letter_page(frame(language, path() + "?"), page));
}

std::optional<std::uint8_t> Visit::place() const {
  const auto text = part(call_, "place");
  unsigned number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  const bool plain = error == std::errc() && end == text.data() + text.size() && text.size() <= 2;
  return plain && number < links::kMostClicks ? std::optional(static_cast<std::uint8_t>(number)) : std::nullopt;
}

Response Visit::destination() {
  const auto place = this->place();
  const auto id = place ? parts_.tokens.read(links::Purpose::click, part(call_, "token"), *place) : std::nullopt;
  if (!id) return no({No::unknown, {}, {}});
  const auto address = parts_.inbox.destination(*id, *place);
  if (!address) return no(address.error());
  const auto language = this->language();
  const auto host = links::host_of(*address);
  const std::string origin = address->substr(0, address->find("://") + 3) + host;
  // Browsers hold form-action against the place that the answer leads to, too.
  return html(200, language,
              pages::leaving_page(frame(language, call_.request.path + "?"), host, *address, call_.request.path),
              origin);
}

Response Visit::follow() {
  const auto place = this->place();
  const auto id = place ? parts_.tokens.read(links::Purpose::click, part(call_, "token"), *place) : std::nullopt;
  if (!id) return no({No::unknown, {}, {}});
  const auto address = parts_.inbox.follow(*id, *place);
  if (!address) return no(address.error());
  auto response = answer(303, {}, {});
  response.headers.emplace_back("Location", *address);
  return response;
}

/// A page's route; forms are read before the handler sees them.
Route page_route(std::shared_ptr<const PublicParts> parts, Method method, std::string pattern, std::string summary,
                 Response (Visit::*act)()) {
  Route route;
  route.spec = {.method = method,
                .pattern = std::move(pattern),
                .summary = std::move(summary),
                .policy = {.need = Need::open},
                .form = method == Method::post};
  route.handle = [parts = std::move(parts), act](const Call& call, const Responder& respond) {
    auto fields = call.request.method == Method::post ? read_form(call.request) : Fields{};
    if (!fields) return respond(to_response(fields.error(), call.request.trace));
    respond((Visit(*parts, call, std::move(*fields)).*act)());
  };
  return route;
}

Response pixel(const PublicParts& parts, const Call& call) {
  auto token = part(call, "token");
  if (token.ends_with(".gif")) token.remove_suffix(4);
  if (const auto delivery = parts.tokens.read(links::Purpose::pixel, token)) {
    const auto& request = call.request;
    std::string purpose;
    for (const auto* name : {"purpose", "sec-purpose", "x-purpose", "x-moz"}) {
      purpose += request.header(name);
      purpose += ' ';
    }
    const auto rule = receipts::machine_by_sight({request.header("user-agent"), purpose});
    parts.tracking.on_open(*delivery, parts.clock.now(), rule);  // at its bound an opening less is counted
  }
  auto response = answer(200, "image/gif", std::string(reinterpret_cast<const char*>(kPixel), std::size(kPixel)));
  response.headers.emplace_back("Cross-Origin-Resource-Policy", "cross-origin");  // it stands in other pages
  return response;
}

}  // namespace

void add_public_routes(Router& router, const PublicParts& given) {
  const auto parts = std::make_shared<const PublicParts>(given);
  Route picture;
  picture.spec = {
      .method = Method::get, .pattern = "/o/{token}", .summary = "A picture.", .policy = {.need = Need::open}};
  picture.handle = [parts](const Call& call, const Responder& respond) { respond(pixel(*parts, call)); };
  router.add(std::move(picture));
  router.add(page_route(parts, Method::get, "/m/{token}", "A letter.", &Visit::letter));
  router.add(page_route(parts, Method::post, "/m/{token}/code", "Sends a code.", &Visit::send_code));
  router.add(page_route(parts, Method::post, "/m/{token}/read", "Its words, by a code.", &Visit::read));
  router.add(page_route(parts, Method::post, "/m/{token}/again", "Its words, once more.", &Visit::again));
  router.add(page_route(parts, Method::post, "/m/{token}/confirm", "Confirms it.", &Visit::confirm));
  router.add(page_route(parts, Method::get, "/c/{place}/{token}", "Where a link leads.", &Visit::destination));
  router.add(page_route(parts, Method::post, "/c/{place}/{token}", "Follows a link.", &Visit::follow));
}

}  // namespace guardline::edge
