// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/history/finder.h"

#include "hub/dispatch/references.h"
#include "hub/notices/investors.h"
#include "hub/notices/lookup.h"
#include "hub/spine/progress.h"

#include <algorithm>
#include <string>
#include <string_view>

namespace guardline::history {
namespace {

/// Namesakes that are opened and compared with the second term; a name that more share needs another term.
constexpr std::size_t kNamesakes = 2000;

/// "Not there" is an answer here, not an error.
template <class T>
Result<std::vector<InvestorId>> at_most_one(const Result<T>& found, InvestorId T::*member) {
  if (found) return std::vector{(*found).*member};
  if (found.error().code == ErrorCode::not_found) return std::vector<InvestorId>{};
  return std::unexpected(found.error());
}

Result<std::vector<InvestorId>> by_uuid(db::Database& store, db::Database& projections, const Uuid& uuid) {
  const InvestorId investor{uuid};
  const auto row = notices::read_investor(store, investor);
  if (row) return std::vector{investor};
  if (row.error().code != ErrorCode::not_found) return std::unexpected(row.error());
  const auto of_message = notices::investor_of(store, MessageId{uuid});
  if (of_message) return std::vector{*of_message};
  if (of_message.error().code != ErrorCode::not_found) return std::unexpected(of_message.error());
  return at_most_one(spine::read_delivery(projections, DeliveryId{uuid}), &spine::DeliveryProgress::investor);
}

Result<std::vector<InvestorId>> by_reference(db::Database& store, db::Database& projections,
                                             std::string_view reference) {
  if (const auto uuid = parse_uuid(reference)) return by_uuid(store, projections, *uuid);
  const auto colon = reference.find(':');
  if (colon == std::string_view::npos) return std::vector<InvestorId>{};
  return at_most_one(dispatch::find_reference(store, reference.substr(0, colon),
                                              dispatch::kept_reference(reference.substr(colon + 1))),
                     &dispatch::Reference::investor);
}

Result<std::vector<InvestorId>> by_email(db::Database& store, BytesView key, const std::string& email,
                                         std::size_t max) {
  auto found = notices::find_by_address(store, notices::address_tag(key, email), max);
  if (!found || !found->empty()) return found;
  std::string lower = email;
  std::ranges::transform(lower, lower.begin(),
                         [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; });
  return notices::find_by_address(store, notices::address_tag(key, lower), max);
}

Result<std::vector<InvestorId>> candidates(db::Database& store, db::Database& projections, BytesView key,
                                           const api::InvestorSearch& terms, std::size_t max) {
  if (terms.reference) return by_reference(store, projections, *terms.reference);
  if (terms.phone) return notices::find_by_address(store, notices::address_tag(key, on_file_form(*terms.phone)), max);
  if (terms.email) return by_email(store, key, *terms.email, max);
  return notices::find_by_name(store, notices::name_tag(key, *terms.name), kNamesakes);
}

/// Whether the sealed record bears out name and phone tail.
Result<bool> fits(spine::Opener& opener, InvestorId investor, const api::InvestorSearch& terms) {
  const auto record = notices::read_record(opener, investor);
  if (!record) {
    if (record.error().code == ErrorCode::denied) return false;  // erased
    return std::unexpected(record.error());
  }
  return record->name == *terms.name && (!terms.phone_tail || record->phone.ends_with(*terms.phone_tail));
}

}  // namespace

Status check_terms(const api::InvestorSearch& terms) {
  const int keys = (terms.reference ? 1 : 0) + (terms.phone ? 1 : 0) + (terms.email ? 1 : 0);
  const bool alone = !terms.name && !terms.phone_tail && keys == 1;
  const bool with_name = terms.name && keys + (terms.phone_tail ? 1 : 0) == 1;
  if (alone || with_name) return {};
  return fail(ErrorCode::invalid_argument,
              "give one of reference, phone, email; or a name with one of these or a phone_tail");
}

std::string on_file_form(std::string_view phone) {
  std::string out;
  for (const char c : phone) {
    if (c != ' ' && c != '-' && c != '(' && c != ')') out += c;
  }
  if (out.size() == 11 && out.front() == '1') out.insert(0, "+86");
  return out;
}

Result<std::vector<InvestorId>> find_investors(db::Database& store, db::Database& projections, spine::Opener& opener,
                                               BytesView pseudonym_key, const api::InvestorSearch& terms,
                                               std::size_t max) {
  auto found = candidates(store, projections, pseudonym_key, terms, max);
  if (!found || !terms.name) return found;
  std::vector<InvestorId> fitting;
  for (const auto& investor : *found) {
    const auto yes = fits(opener, investor, terms);
    if (!yes) return std::unexpected(yes.error());
    if (*yes && fitting.size() < max) fitting.push_back(investor);
  }
  return fitting;
}

}  // namespace guardline::history
