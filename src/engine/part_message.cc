#include "engine/part_message.h"

#include "analysis/series.h"
#include "base/utf8.h"
#include "profile/kind.h"

namespace burnglass {

Bytes PartMessage(std::uint32_t number, const DecodedPart& part) {
  pb::Header header;
  header.set_profile(number);
  pb::Part& news = *header.mutable_part();
  const std::string kind = ProfileKind(*part.profile, part.file_name);
  news.set_name(part.file_name);
  news.set_kind(RepairUtf8(kind));
  news.set_series(RepairUtf8(SeriesKey(*part.profile, kind)));
  news.set_time_nanos(part.profile->data().time_nanos);
  news.set_samples(part.profile->sample_count());
  return MessageWriter(std::move(header)).Finish();
}

}  // namespace burnglass
