#include "session/names.h"

#include <algorithm>

namespace burnglass {
namespace {

std::string_view Slice(std::span<const std::uint8_t> text, std::uint32_t begin, std::uint32_t end) {
  return {reinterpret_cast<const char*>(text.data()) + begin, end - begin};
}

// Offsets of slices: ascending, and the last one inside the text.
bool SoundOffsets(std::span<const std::uint32_t> offsets, std::size_t limit) {
  return !offsets.empty() && std::is_sorted(offsets.begin(), offsets.end()) &&
         offsets.back() <= limit;
}

}  // namespace

Result<Names> Names::Read(const Message& opened) {
  Names names;
  names.form_begin_ = opened.U32("form_begin");
  names.form_offset_ = opened.U32("form_offset");
  names.text_ = opened.U8("text");
  names.package_length_ = opened.U32("package_length");
  names.name_class_ = opened.U8("name_class");
  names.file_ = opened.U32("file");
  names.line_ = opened.U32("line");
  names.file_offset_ = opened.U32("file_offset");
  names.file_text_ = opened.U8("file_text");
  if (!names.Sound()) return Error{"the engine's list of names is damaged"};
  return names;
}

bool Names::Sound() const {
  const std::size_t count = package_length_.size();
  if (form_begin_.size() != count + 1 || name_class_.size() != count || file_.size() != count ||
      line_.size() != count || form_offset_.empty()) {
    return false;
  }
  if (!SoundOffsets(form_begin_, form_offset_.size() - 1)) return false;
  if (!SoundOffsets(form_offset_, text_.size())) return false;
  if (!file_offset_.empty() && !SoundOffsets(file_offset_, file_text_.size())) return false;
  for (std::size_t i = 0; i < count; ++i) {
    if (form_begin_[i] == form_begin_[i + 1]) return false;
    if (package_length_[i] > Full(static_cast<NameId>(i)).size()) return false;
  }
  return true;
}

std::string_view Names::Form(NameId name, std::uint32_t form) const {
  const std::uint32_t f = form_begin_[name] + form;
  return Slice(text_, form_offset_[f], form_offset_[f + 1]);
}

std::string_view Names::Package(NameId name) const {
  return Full(name).substr(0, package_length_[name]);
}

std::string_view Names::Short(NameId name) const {
  // With a path in front the full form is never what is drawn.
  const bool path = Package(name).find('/') != std::string_view::npos;
  return Form(name, path && Forms(name) > 1 ? 1 : 0);
}

std::size_t Names::PackagePrefix(NameId name, std::string_view form) const {
  const std::string_view package = Package(name);
  if (package.empty()) return 0;
  for (const std::string_view head : {package, BaseName(package)}) {
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
  const std::uint32_t file = file_[name];
  if (file + 1 >= file_offset_.size()) return {};
  return Slice(file_text_, file_offset_[file], file_offset_[file + 1]);
}

std::string_view BaseName(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  return slash == std::string_view::npos ? path : path.substr(slash + 1);
}

}  // namespace burnglass
