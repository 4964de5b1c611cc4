#include "session/names.h"

#include <algorithm>

namespace burnglass {
namespace {

std::string_view Slice(std::span<const std::uint8_t> text, std::uint32_t begin, std::uint32_t end) {
  return {reinterpret_cast<const char*>(text.data()) + begin, end - begin};
}

// Slice i of a text, "" where there is none.
std::string_view SliceAt(std::span<const std::uint8_t> text, std::span<const std::uint32_t> offset,
                         std::uint32_t i) {
  if (offset.empty() || i >= offset.size() - 1) return {};
  return Slice(text, offset[i], offset[i + 1]);
}

// Offsets of slices: ascending, and the last one inside the text.
bool SoundOffsets(std::span<const std::uint32_t> offsets, std::size_t limit) {
  return !offsets.empty() && std::is_sorted(offsets.begin(), offsets.end()) &&
         offsets.back() <= limit;
}

}  // namespace

Names::Part::Part(const Message& message)
    : first(message.header().more_names().first()),
      form_begin(message.U32("form_begin")),
      form_offset(message.U32("form_offset")),
      package_length(message.U32("package_length")),
      file(message.U32("file")),
      line(message.U32("line")),
      file_offset(message.U32("file_offset")),
      filter_length(message.U32("filter_length")),
      mapping(message.U32("mapping")),
      mapping_offset(message.U32("mapping_offset")),
      text(message.U8("text")),
      name_class(message.U8("name_class")),
      file_text(message.U8("file_text")),
      mapping_text(message.U8("mapping_text")) {}

std::string_view Names::Part::Form(NameId at, std::uint32_t form) const {
  const std::uint32_t f = form_begin[at] + form;
  return Slice(text, form_offset[f], form_offset[f + 1]);
}

bool Names::Part::Sound() const {
  const std::size_t count = size();
  if (form_begin.size() != count + 1 || name_class.size() != count || file.size() != count ||
      line.size() != count || form_offset.empty()) {
    return false;
  }
  if (!filter_length.empty() && filter_length.size() != count) return false;
  if (!SoundOffsets(form_begin, form_offset.size() - 1)) return false;
  if (!SoundOffsets(form_offset, text.size())) return false;
  if (!file_offset.empty() && !SoundOffsets(file_offset, file_text.size())) return false;
  if (!mapping.empty() && mapping.size() != count) return false;
  if (!mapping_offset.empty() && !SoundOffsets(mapping_offset, mapping_text.size())) return false;
  for (std::size_t i = 0; i < count; ++i) {
    if (form_begin[i] == form_begin[i + 1]) return false;
    const std::size_t full = Form(static_cast<NameId>(i), 0).size();
    if (package_length[i] > full) return false;
    if (!filter_length.empty() && filter_length[i] > full) return false;
  }
  return true;
}

Result<Names> Names::Read(const Message& opened) {
  Names names;
  if (!names.Append(opened)) return Error{"the engine's list of names is damaged"};
  return names;
}

Status Names::Append(const Message& more) {
  Part part(more);
  if (part.first != size_ || !part.Sound()) return Error{"the engine's list of names is damaged"};
  size_ += part.size();
  parts_.push_back(part);
  return Done{};
}

bool Names::DropAppended() {
  if (parts_.size() < 2) return false;
  parts_.erase(parts_.begin() + 1, parts_.end());
  size_ = parts_[0].size();
  return true;
}

const Names::Part& Names::LaterPartOf(NameId name) const {
  std::size_t part = parts_.size() - 1;
  while (parts_[part].first > name) --part;
  return parts_[part];
}

std::uint32_t Names::Forms(NameId name) const {
  const Part& part = PartOf(name);
  const NameId at = name - part.first;
  return part.form_begin[at + 1] - part.form_begin[at];
}

std::string_view Names::Form(NameId name, std::uint32_t form) const {
  const Part& part = PartOf(name);
  return part.Form(name - part.first, form);
}

std::string_view Names::Filtered(NameId name) const {
  const Part& part = PartOf(name);
  const std::string_view full = Full(name);
  return part.filter_length.empty() ? full : full.substr(0, part.filter_length[name - part.first]);
}

std::uint8_t Names::Class(NameId name) const {
  const Part& part = PartOf(name);
  return part.name_class[name - part.first];
}

std::uint32_t Names::Line(NameId name) const {
  const Part& part = PartOf(name);
  return part.line[name - part.first];
}

std::string_view Names::Package(NameId name) const {
  const Part& part = PartOf(name);
  return Full(name).substr(0, part.package_length[name - part.first]);
}

std::string_view Names::Short(NameId name) const {
  // With a path in front the full form is never what is drawn.
  const bool path = Package(name).find('/') != std::string_view::npos;
  return Form(name, path && Forms(name) > 1 ? 1 : 0);
}

std::size_t Names::PackagePrefix(NameId name, std::string_view form) const {
  const std::string_view package = Package(name);
  if (package.empty()) return 0;
  for (const std::string_view head : {package, PathEnd(package)}) {
    if (form.size() > head.size() && form.substr(0, head.size()) == head &&
        form[head.size()] == '.') {
      return head.size() + 1;
    }
  }
  return 0;
}

std::optional<NameId> Names::Find(std::string_view full) const {
  for (NameId name = 0; name < size(); ++name) {
    if (Full(name) == full) return name;
  }
  return std::nullopt;
}

std::string_view Names::File(NameId name) const {
  const Part& part = PartOf(name);
  return SliceAt(part.file_text, part.file_offset, part.file[name - part.first]);
}

std::string_view Names::Mapping(NameId name) const {
  const Part& part = PartOf(name);
  if (part.mapping.empty()) return {};
  return SliceAt(part.mapping_text, part.mapping_offset, part.mapping[name - part.first]);
}

std::string_view PathEnd(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  return slash == std::string_view::npos ? path : path.substr(slash + 1);
}

}  // namespace burnglass
