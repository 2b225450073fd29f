// How many connections there may be. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>

namespace guardline::edge {

/// Counts open connections of one listener, in all and per address, and knows how to end each. Thread safe.
class Admission {
 public:
  Admission(std::size_t all, std::size_t per_address) : all_(all), per_address_(per_address) {}

  /// One admitted connection; gives its place back when it dies.
  class Place {
   public:
    Place(Admission& from, std::size_t number, std::string key) : from_(&from), number_(number), key_(std::move(key)) {}
    Place(Place&& other) noexcept
        : from_(std::exchange(other.from_, nullptr)), number_(other.number_), key_(std::move(other.key_)) {}
    Place& operator=(Place&&) = delete;
    Place(const Place&) = delete;
    Place& operator=(const Place&) = delete;
    ~Place() {
      if (from_ != nullptr) from_->leave(number_, key_);
    }

   private:
    Admission* from_;
    std::size_t number_;
    std::string key_;
  };

  /// Nothing at a bound. `end` is called by end_all, on its thread. `key` groups addresses (see `address_key`).
  std::optional<Place> enter(const std::string& key, std::function<void()> end) {
    const std::lock_guard lock(mutex_);
    if (ends_.size() >= all_) return std::nullopt;
    auto& count = by_address_[key];
    if (count >= per_address_) return std::nullopt;
    ++count;
    ends_.emplace(++last_, std::move(end));
    return std::optional<Place>(std::in_place, *this, last_, key);
  }

  void end_all() {
    std::map<std::size_t, std::function<void()>> ends;
    {
      const std::lock_guard lock(mutex_);
      ends = ends_;
    }
    for (const auto& [number, end] : ends) end();
  }
  [[nodiscard]] std::size_t open() const {
    const std::lock_guard lock(mutex_);
    return ends_.size();
  }

 private:
  void leave(std::size_t number, const std::string& key) {
    const std::lock_guard lock(mutex_);
    ends_.erase(number);
    if (const auto found = by_address_.find(key); found != by_address_.end() && --found->second == 0) {
      by_address_.erase(found);
    }
  }

  const std::size_t all_;
  const std::size_t per_address_;
  mutable std::mutex mutex_;
  std::map<std::size_t, std::function<void()>> ends_;
  std::map<std::string, std::size_t> by_address_;
  std::size_t last_{0};
};

}  // namespace guardline::edge
