#include "formats/same_profile.h"

#include <span>
#include <vector>

namespace burnglass {
namespace {

class Comparison {
 public:
  Comparison(const ProfileData& a, const ProfileData& b) : a_(a), b_(b) {}

  std::string Run() {
    Header();
    Rows("mapping", a_.mappings, b_.mappings,
         [&](const Mapping& a, const Mapping& b) { return SameMapping(a, b); });
    Rows("function", a_.functions, b_.functions,
         [&](const Function& a, const Function& b) { return SameFunction(a, b); });
    Rows("line", a_.lines, b_.lines, [](const Line& a, const Line& b) {
      return a.function == b.function && a.line == b.line && a.column == b.column;
    });
    Rows("location", a_.locations, b_.locations, [](const Location& a, const Location& b) {
      return a.id == b.id && a.address == b.address && a.mapping == b.mapping &&
             a.line_begin == b.line_begin && a.line_end == b.line_end && a.is_folded == b.is_folded;
    });
    if (a_.sample_count() != b_.sample_count() || !SameStacks()) Say("the stacks");
    if (a_.sample_count() > 0 && a_.values != b_.values) Say("the values");
    Labels();
    return difference_;
  }

 private:
  void Say(const std::string& what) {
    if (difference_.empty()) difference_ = what;
  }
  bool SameStacks() const {
    std::vector<std::uint32_t> a, b;
    for (std::size_t i = 0; i < a_.sample_count() && a == b; ++i) {
      a.clear(), b.clear();
      AppendStack(a_, i, a), AppendStack(b_, i, b);
    }
    return a == b;
  }
  bool Same(StringId a, StringId b) const { return a_.strings[a] == b_.strings[b]; }
  bool Same(const ValueType& a, const ValueType& b) const {
    return Same(a.type, b.type) && Same(a.unit, b.unit);
  }

  template <typename T, typename Equal>
  void Rows(const std::string& what, const T& a, const T& b, Equal equal) {
    if (a.size() != b.size()) return Say("how many there are of: " + what);
    for (std::size_t i = 0; i < a.size(); ++i) {
      if (!equal(a[i], b[i])) return Say(what + " " + std::to_string(i));
    }
  }

  void Header() {
    const auto types = [&](const ValueType& a, const ValueType& b) { return Same(a, b); };
    const auto texts = [&](StringId a, StringId b) { return Same(a, b); };
    Rows("sample type", a_.sample_types, b_.sample_types, types);
    Rows("comment", a_.comments, b_.comments, texts);
    if (!Same(a_.period_type, b_.period_type)) Say("the period type");
    if (!Same(a_.default_sample_type, b_.default_sample_type)) Say("the default sample type");
    if (!Same(a_.drop_frames, b_.drop_frames)) Say("drop_frames");
    if (!Same(a_.keep_frames, b_.keep_frames)) Say("keep_frames");
    if (!Same(a_.doc_url, b_.doc_url)) Say("doc_url");
    if (a_.time_nanos != b_.time_nanos) Say("the time");
    if (a_.duration_nanos != b_.duration_nanos) Say("the duration");
    if (a_.period != b_.period) Say("the period");
  }

  bool SameMapping(const Mapping& a, const Mapping& b) const {
    return a.id == b.id && a.start == b.start && a.limit == b.limit && a.offset == b.offset &&
           Same(a.file, b.file) && Same(a.build_id, b.build_id) &&
           a.has_functions == b.has_functions && a.has_filenames == b.has_filenames &&
           a.has_line_numbers == b.has_line_numbers && a.has_inline_frames == b.has_inline_frames;
  }

  bool SameFunction(const Function& a, const Function& b) const {
    return a.id == b.id && Same(a.name, b.name) && Same(a.system_name, b.system_name) &&
           Same(a.filename, b.filename) && a.start_line == b.start_line;
  }

  static std::span<const Label> LabelsOf(const ProfileData& data, std::size_t sample) {
    if (data.label_ends.empty()) return {};
    const std::uint32_t begin = sample == 0 ? 0 : data.label_ends[sample - 1];
    return std::span(data.labels).subspan(begin, data.label_ends[sample] - begin);
  }

  void Labels() {
    for (std::size_t i = 0; i < a_.sample_count() && difference_.empty(); ++i) {
      Rows("label of sample " + std::to_string(i), LabelsOf(a_, i), LabelsOf(b_, i),
           [&](const Label& a, const Label& b) {
             return Same(a.key, b.key) && Same(a.str, b.str) && Same(a.unit, b.unit) &&
                    a.num == b.num && a.numeric == b.numeric;
           });
    }
  }

  const ProfileData& a_;
  const ProfileData& b_;
  std::string difference_;
};

}  // namespace

std::string FirstDifference(const ProfileData& a, const ProfileData& b) {
  return Comparison(a, b).Run();
}

}  // namespace burnglass
