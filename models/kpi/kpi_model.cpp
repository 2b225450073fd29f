// The figures of one period and how they were got. SPDX-License-Identifier: GPL-3.0-or-later
#include "models/kpi/kpi_model.h"

#include <algorithm>
#include <utility>

namespace guardline::models {

KpiModel::KpiModel(KpiGateway& gateway, const Clock& clock, QObject* parent)
    : QObject(parent), gateway_(gateway), clock_(clock) {}

void KpiModel::show(const KpiQuery& query) {
  if (asked_ && query == query_) return;
  query_ = query;
  ask();
}

void KpiModel::reload() { ask(); }

void KpiModel::ask() {
  asked_ = true;
  waiting_ = true;
  if (!is_of_query()) state_ = State::loading;
  asking_ = gateway_.period(query_, [this](std::expected<KpiReport, SessionError> answer) { take(std::move(answer)); });
  Q_EMIT changed();
}

void KpiModel::cancel() {
  if (!waiting_) return;
  asking_.reset();
  waiting_ = false;
  if (report_) {
    query_ = report_query_;
    state_ = report_->scopes.empty() ? State::empty : State::ready;
  } else {
    state_ = State::failed;
    error_.reset();
  }
  Q_EMIT changed();
}

void KpiModel::take(std::expected<KpiReport, SessionError> answer) {
  waiting_ = false;
  if (answer) {
    error_.reset();
    report_ = std::move(*answer);
    report_query_ = query_;
    state_ = report_->scopes.empty() ? State::empty : State::ready;
  } else {
    error_ = std::move(answer.error());
    switch (error_->failure) {
      case Failure::unreachable:
        state_ = State::offline;
        break;
      case Failure::role:
        state_ = State::denied;
        report_.reset();
        break;
      default:
        state_ = State::failed;
        break;
    }
  }
  Q_EMIT changed();
}

void KpiModel::choose(KpiFigureName figure) {
  if (figure == chosen_) return;
  chosen_ = figure;
  Q_EMIT changed();
}

const KpiScope* KpiModel::scope(std::optional<Channel> channel) const {
  if (!report_) return nullptr;
  const auto found = std::ranges::find(report_->scopes, channel, &KpiScope::channel);
  return found == report_->scopes.end() ? nullptr : &*found;
}

const KpiFigure* KpiModel::figure(KpiFigureName name, std::optional<Channel> channel) const {
  const auto* of = scope(channel);
  if (of == nullptr) return nullptr;
  const auto found = std::ranges::find(of->figures, name, &KpiFigure::name);
  return found == of->figures.end() ? nullptr : &*found;
}

std::vector<Channel> KpiModel::channels() const {
  std::vector<Channel> out;
  for (const auto channel : kChannels) {
    if (scope(channel) != nullptr) out.push_back(channel);
  }
  return out;
}

}  // namespace guardline::models
