// The answer to a SeriesQuestion: what grows over the profiles that one is made of.
#pragma once

#include <span>
#include <string>

#include "engine/open_profile.h"
#include "message/message.h"

namespace burnglass {

struct SeriesMember {
  std::uint32_t number = 0;
  std::string file_name = {};
  ProfilePtr profile = nullptr;
};

// `open` is what is made of the members. Fails when the query is none, or when a member does not
// have its sample type.
Result<Bytes> AnswerSeries(const pb::Header& question, const OpenProfile& open,
                           std::span<const SeriesMember> members);

}  // namespace burnglass
