// What a connection needs of the hub. Internal to the edge. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hub/edge/limits.h"

namespace guardline::edge {

class Identities;
class Service;
class StreamHub;
class WorkerPool;

/// Outlives every connection.
struct Surroundings {
  const Service& service;
  Identities& identities;
  WorkerPool& pool;
  StreamHub& streams;
  Limits limits;
};

}  // namespace guardline::edge
