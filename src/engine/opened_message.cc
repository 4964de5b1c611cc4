#include "engine/opened_message.h"

#include <algorithm>
#include <limits>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include "analysis/own_frames.h"
#include "analysis/sum_error.h"
#include "base/units.h"
#include "base/utf8.h"
#include "engine/describe_name.h"
#include "engine/text_column.h"
#include "profile/compared.h"
#include "profile/kind.h"
#include "profile/names.h"
#include "profile/sample_type.h"

namespace burnglass {
namespace {

// The columns of Opened (proto/engine.proto).
struct NameColumns {
  TextColumn forms, files, mappings;
  std::vector<std::uint32_t> form_begin = {0}, package_length, row, file, line, mapping;
  std::vector<std::uint8_t> name_class;
  std::vector<std::uint32_t> filter_length;  // of adopted names

  void Add(const NameForms& name) {
    for (const std::string& form : name.forms) forms.Add(form);
    form_begin.push_back(static_cast<std::uint32_t>(forms.offset.size() - 1));
    package_length.push_back(name.package_length);
    name_class.push_back(static_cast<std::uint8_t>(name.name_class));
  }

  void AddTo(MessageWriter& writer) const {
    writer.Add("form_begin", form_begin);
    AddText(writer, "form_offset", "text", forms);
    writer.Add("package_length", package_length);
    writer.Add("name_class", name_class);
    writer.Add("row", row);
    writer.Add("file", file);
    writer.Add("line", line);
    AddText(writer, "file_offset", "file_text", files);
    writer.Add("mapping", mapping);
    AddText(writer, "mapping_offset", "mapping_text", mappings);
  }
};

// The base name of the main binary; what the kernel or a profiler made up in brackets is none.
std::string ProgramName(const Profile& profile) {
  if (profile.data().mappings.empty()) return {};
  std::string_view file = profile.text(profile.data().mappings.front().file);
  file.remove_prefix(file.rfind('/') + 1);
  if (file.empty() || file.front() == '[') return {};
  return RepairUtf8(file);
}

NameColumns CollectNames(const OpenProfile& open, NameId first, const std::string& program) {
  const NameTable& names = open.names();
  NameDescriber describe(open);
  NameColumns columns;
  std::unordered_map<std::string_view, std::uint32_t> files;
  for (const Mapping& mapping : open.profile()->data().mappings) {
    columns.mappings.Add(RepairUtf8(open.profile()->text(mapping.file)));
  }
  columns.mappings.Add("");  // of names that are in none
  const std::vector<std::uint32_t> mappings = open.MappingsOfNames();
  const auto none = static_cast<std::uint32_t>(open.profile()->data().mappings.size());
  for (NameId name = first; name < names.size(); ++name) {
    const auto [file, is_new] =
        files.try_emplace(names.file(name), static_cast<std::uint32_t>(files.size()));
    if (is_new) columns.files.Add(RepairUtf8(names.file(name)));
    if (name == kRootName) {
      columns.Add({{program.empty() ? "root" : program}, 0, NameClass::kRoot});
    } else if (names.adopted(name)) {
      const AdoptedForms forms = describe.OfAdopted(name);
      columns.Add(forms.name);
      columns.filter_length.push_back(forms.filter_length);
    } else {
      columns.Add(describe.Of(name));
    }
    columns.row.push_back(names.row(name));
    columns.file.push_back(file->second);
    columns.line.push_back(names.line(name));
    columns.mapping.push_back(std::min(mappings[name], none));
  }
  return columns;
}

// Why there is nothing to draw; empty when there is something.
std::string EmptyReason(const OpenProfile& open, const pb::Opened& opened) {
  if (opened.samples() == 0 && open.combined() && open.combined()->comparison) {
    return "Both sides are equal, sample for sample: there is no difference to show.";
  }
  if (opened.samples() == 0) {
    return "The file is sound, but it holds no samples: nothing was measured while it was taken.";
  }
  for (const pb::SampleType& type : opened.sample_type()) {
    if (type.total() != 0) return {};
  }
  return open.profile()->data().sample_types.empty()
             ? "The file has no sample types, so its samples have no values."
             : "The file is sound, but all its values are zero.";
}

// How many cores were busy on average while it was taken.
double BusyCores(const pb::Opened& opened, const pb::SampleType& type) {
  if (opened.kind() != "cpu" || opened.duration_nanos() <= 0) return 0;
  if (!SameUnitFamily(type.unit(), "nanoseconds")) return 0;
  const double nanos = Scale(type.total(), type.unit(), "nanoseconds").value;
  return nanos / static_cast<double>(opened.duration_nanos());
}

void AddSampleTypes(const OpenProfile& open, pb::Opened& opened) {
  const Profile& profile = *open.profile();
  const auto& types = profile.data().sample_types;
  for (std::uint32_t i = 0; i < types.size(); ++i) {
    const Result<Selection> all = Select(open.profile(), {.sample_index = std::to_string(i)});
    pb::SampleType& type = *opened.add_sample_type();
    type.set_type(RepairUtf8(profile.text(types[i].type)));
    type.set_unit(RepairUtf8(profile.text(types[i].unit)));
    type.set_total(all ? all->total : 0);
    if (all && all->total_overflowed) {
      // As much as can be said of it.
      type.set_total(std::numeric_limits<std::int64_t>::max());
      opened.add_repaired(RepairUtf8(SumsDoNotFit(*all).message) + ": its total is larger.");
    }
    type.set_cores(BusyCores(opened, type));
  }
  if (!types.empty()) opened.set_default_sample_type(DefaultSampleType(profile));
}

// Sides of a comparison are no label of the program's.
void AddLabelKeys(const Profile& profile, pb::Opened& opened) {
  std::set<StringId> ids;
  for (const Label& label : profile.data().labels) ids.insert(label.key);
  std::set<std::string> keys;
  for (const StringId id : ids) keys.insert(RepairUtf8(profile.text(id)));
  keys.erase("pprof::base");
  for (const std::string& key : keys) opened.add_label_key(key);
}

}  // namespace

pb::Opened DescribeProfile(const OpenProfile& open) {
  const Profile& profile = *open.profile();
  pb::Opened opened;
  const ProfileData& data = profile.data();
  opened.set_name(RepairUtf8(open.file_name()));
  opened.set_kind(RepairUtf8(ProfileKind(profile, open.file_name())));
  opened.set_samples(profile.sample_count());
  opened.set_time_nanos(data.time_nanos);
  opened.set_duration_nanos(data.duration_nanos);
  AddSampleTypes(open, opened);
  opened.set_period(data.period);
  opened.set_period_type(RepairUtf8(profile.text(data.period_type.type)));
  opened.set_period_unit(RepairUtf8(profile.text(data.period_type.unit)));
  opened.set_program(ProgramName(profile));
  for (const StringId comment : data.comments) {
    opened.add_comment(RepairUtf8(profile.text(comment)));
  }
  for (const std::string& sentence : data.repaired) opened.add_repaired(RepairUtf8(sentence));
  opened.set_goroutines(data.goroutines.size());
  opened.set_empty_reason(EmptyReason(open, opened));
  opened.set_compared(IsCompared(profile));
  AddLabelKeys(profile, opened);
  if (const Combined* combined = open.combined()) {
    *opened.mutable_made_source() = combined->asked.source();
    *opened.mutable_made_base() = combined->asked.base();
    opened.set_made_mode(combined->asked.mode());
  }
  return opened;
}

Bytes OpenedMessage(std::uint32_t number, const OpenProfile& open) {
  pb::Header header;
  header.set_profile(number);
  *header.mutable_opened() = DescribeProfile(open);
  const NameColumns columns = CollectNames(open, 0, header.opened().program());
  MessageWriter writer(std::move(header));
  columns.AddTo(writer);
  return writer.Finish();
}

Bytes MoreNamesMessage(std::uint32_t number, const OpenProfile& open, NameId first) {
  pb::Header header;
  header.set_profile(number);
  header.mutable_more_names()->set_first(first);
  const NameColumns columns = CollectNames(open, first, "");
  MessageWriter writer(std::move(header));
  columns.AddTo(writer);
  writer.Add("filter_length", columns.filter_length);
  return writer.Finish();
}

}  // namespace burnglass
