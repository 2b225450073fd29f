// Notes and calls, for pages: handed on from core. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Pages know only models (docs/architecture.md): what of core they may name is listed in this folder, so that a wish
// for more is seen in review and not in an include somewhere in a page.
#include "core/domain/contact.h"  // IWYU pragma: export
