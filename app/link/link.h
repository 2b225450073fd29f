// The link's thread, seen from the GUI thread. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/device/device_store.h"
#include "app/link/batch_queue.h"
#include "app/link/errors.h"
#include "app/link/http_answer.h"
#include "app/link/options.h"
#include "core/api/stream.h"
#include "core/wire/codec.h"
#include "models/gateway/live_gateway.h"
#include "models/gateway/session_values.h"

#include <QObject>
#include <QThread>
#include <expected>
#include <functional>
#include <optional>
#include <type_traits>
#include <vector>

namespace guardline::app {

class LinkWorker;

/// Everything that speaks to the hub runs on one thread of its own, where answers and frames are decoded too. Every
/// method here is called on the GUI thread and returns at once; every callback and signal comes there, from its event
/// loop, and none after the destructor, which waits for the thread.
class Link final : public QObject {
  Q_OBJECT
 public:
  Link(LinkOptions options, const Clock& clock);
  ~Link() override;

  /// Whom to call and as whom; ends the session on this side.
  void set_identity(std::optional<DeviceIdentity> identity);
  void set_session(const QByteArray& token, bool same_person);
  void set_topics(std::vector<api::Topic> topics);
  void request_snapshot();
  void retry_now();
  void heard_session_refused();
  void heard_device_revoked();

  /// A wire struct for an answer without a body.
  struct Empty {};
  /// What arrived beside the body.
  struct Envelope {
    std::chrono::milliseconds elapsed{};
    Timestamp at;  ///< when the answer was complete, this computer's clock
    QString protocol;
    bool mutual{false};
  };
  template <class T>
  using Answered = std::function<void(std::expected<T, models::SessionError>, const Envelope&)>;

  /// One request; T is the wire struct of the 2xx answer (or Empty). With `as` it speaks for that identity instead of
  /// the set one (an enrolment speaks to a hub that is not ours yet). When the hub knows the person's session no more,
  /// or the device, that is told as if the stream had heard it.
  template <class T>
  void ask(HttpRequest request, Answered<T> answered, std::optional<DeviceIdentity> as = {}) {
    send(std::move(request), std::move(as),
         [answered = std::move(answered)](const HttpAnswer& answer, Timestamp at) -> std::function<void()> {
           Envelope envelope{answer.elapsed, at, answer.protocol, answer.mutual};
           return [answered, envelope, result = decode<T>(answer, at)] { answered(result, envelope); };
         });
  }

  [[nodiscard]] std::vector<StreamBatch> take_batches() { return queue_.take(); }

 Q_SIGNALS:
  void connection_changed(const guardline::models::Connection& connection);
  void batches_waiting();
  void session_refused();
  void device_revoked();

 private:
  /// Runs on the link thread and returns what is to run on the GUI thread.
  using Decode = std::function<std::function<void()>(const HttpAnswer&, Timestamp)>;
  void send(HttpRequest request, std::optional<DeviceIdentity> as, Decode decode);
  template <class Call>
  void on_thread(Call call);

  template <class T>
  static std::expected<T, models::SessionError> decode(const HttpAnswer& answer, Timestamp at) {
    if (!answer.good()) return std::unexpected(error_of(answer, at));
    if constexpr (std::is_same_v<T, Empty>) {
      return T{};
    } else {
      auto body = wire::from_json<T>(answer.body, {.ignore_unknown = true});
      if (!body) return std::unexpected(not_understood());
      return std::move(*body);
    }
  }

  const Clock& clock_;
  BatchQueue queue_;
  QByteArray token_;  ///< of the session of the moment
  QThread thread_;    ///< starts with the first thing that is asked of it
  bool started_{false};
  QObject* room_;         ///< lives on thread_, which deletes it
  LinkWorker* worker_{};  ///< room_'s child; made and used on thread_ only
};

}  // namespace guardline::app
