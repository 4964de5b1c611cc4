// Fetching over HTTP.
#pragma once

#include <cstddef>
#include <functional>
#include <span>

#include "base/result.h"
#include "cli/url.h"

namespace burnglass {

// Takes the next piece of what comes; an error ends the fetching.
using PieceTaker = std::function<Status(std::span<const std::byte> piece)>;

// Whether to give up; asked a few times a second.
using StopAsker = std::function<bool()>;

// Gives the body of the answer to `take`, piece by piece. Follows redirections, to http and https
// only. Errors say what the server answered or what kept it from answering, and do not name the
// URL.
Status Fetch(const WebSource& source, const PieceTaker& take, const StopAsker& stop = {});

}  // namespace burnglass
