#include "report/pprof_header.h"

#include "base/path.h"
#include "base/units.h"
#include "report/local_time.h"

namespace burnglass {
namespace {

// "Duration: 3.02s, Total samples = 1.31s (43.40%)". What is not time has no ratio to the duration;
// the space before it stays.
std::string Duration(const Selection& selection, std::string_view unit) {
  const std::int64_t duration = selection.profile->data().duration_nanos;
  const ScaledValue nanos = Scale(selection.total, selection.unit(), "nanoseconds");
  std::string ratio;
  if (nanos.unit == "ns" && nanos.value != 0) {
    ratio = "(" + Percentage(static_cast<std::int64_t>(nanos.value), duration) + ")";
  }
  return "Duration: " + ScaledLabel(duration, "nanoseconds", "auto") +
         ", Total samples = " + ScaledLabel(selection.total, selection.unit(), unit) + " " + ratio;
}

}  // namespace

std::vector<std::string> PprofHeader(const Selection& selection, std::string_view unit) {
  const Profile& profile = *selection.profile;
  const ProfileData& data = profile.data();
  std::vector<std::string> lines;
  const auto add = [&](const char* what, std::string_view text) {
    if (!text.empty()) lines.push_back(what + std::string(text));
  };
  if (!data.mappings.empty()) {
    const std::string_view file = profile.text(data.mappings[0].file);
    if (!file.empty()) add("File: ", BaseName(file));
    add("Build ID: ", profile.text(data.mappings[0].build_id));
  }
  for (const StringId comment : data.comments) {
    const std::string_view text = profile.text(comment);
    // What begins with '#' is for programs.
    if (!text.starts_with('#')) lines.emplace_back(text);
  }
  add("Type: ", selection.type());
  add("Doc: ", profile.text(data.doc_url));
  if (data.time_nanos != 0) add("Time: ", LocalTime(data.time_nanos));
  if (data.duration_nanos != 0) lines.push_back(Duration(selection, unit));
  return lines;
}

}  // namespace burnglass
