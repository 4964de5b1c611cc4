#include "support/viewer/fake_engine.h"

#include <algorithm>
#include <stdexcept>

namespace burnglass {
namespace {

std::vector<std::string_view> Split(std::string_view text, char at) {
  std::vector<std::string_view> parts;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(at), text.size());
    if (end > 0) parts.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return parts;
}

std::string_view PackageOf(std::string_view full) {
  const std::size_t slash = full.rfind('/');
  const std::size_t dot = full.find('.', slash == std::string_view::npos ? 0 : slash);
  return full.substr(0, dot == std::string_view::npos ? 0 : dot);
}

std::uint8_t ClassOf(std::string_view full) {
  const std::string_view package = PackageOf(full);
  if (full == "root") return 4;
  if (package == "main") return 0;
  if (package == "runtime") return 3;
  return package.substr(0, package.find('/')).find('.') == std::string_view::npos ? 2 : 1;
}

// The full name, without its path, without its package, without its receiver.
std::vector<std::string> FormsOf(const std::string& full) {
  std::vector<std::string> forms = {full};
  const auto add = [&](std::string form) {
    if (!form.empty() && form.size() < forms.back().size()) forms.push_back(std::move(form));
  };
  const std::size_t slash = full.rfind('/');
  if (slash != std::string::npos) add(full.substr(slash + 1));
  const std::string_view package = PackageOf(full);
  if (!package.empty()) add(full.substr(package.size() + 1));
  add(full.substr(full.rfind('.') + 1));
  return forms;
}

Bytes Finished(pb::Header header) { return MessageWriter(std::move(header)).Finish(); }

// Texts one after the other with where they begin.
struct Blob {
  std::vector<std::uint32_t> offsets = {0};
  std::vector<std::uint8_t> text;

  void Add(std::string_view s) {
    text.insert(text.end(), s.begin(), s.end());
    offsets.push_back(static_cast<std::uint32_t>(text.size()));
  }
};

}  // namespace

FakeEngine::FakeEngine(std::string_view stacks, FakeFacts facts) : facts_(std::move(facts)) {
  nodes_.push_back({kNone, 0, 0});
  for (const std::string_view line : Split(stacks, '\n')) {
    const std::size_t space = line.rfind(' ');
    const std::int64_t value = std::stoll(std::string(line.substr(space + 1)));
    std::string_view path = line.substr(0, space);
    path.remove_prefix(std::min(path.find_first_not_of(' '), path.size()));
    std::uint32_t node = 0;
    nodes_[0].cum += value;
    for (const std::string_view frame : Split(path, ';')) {
      node = ChildOf(node, frame);
      nodes_[node].cum += value;
    }
    nodes_[node].flat += value;
  }
  total_ = nodes_[0].cum;
  PlaceChildren(0);
  for (std::uint32_t i = 0; i < nodes_.size(); ++i) drawing_order_.push_back(i);
  std::stable_sort(drawing_order_.begin(), drawing_order_.end(), [&](auto a, auto b) {
    return std::pair(nodes_[a].depth, nodes_[a].x) < std::pair(nodes_[b].depth, nodes_[b].x);
  });
}

std::uint32_t FakeEngine::NameOf(std::string_view full) {
  const auto it = std::find(names_.begin(), names_.end(), full);
  if (it != names_.end()) return static_cast<std::uint32_t>(it - names_.begin());
  names_.emplace_back(full);
  return static_cast<std::uint32_t>(names_.size()) - 1;
}

std::uint32_t FakeEngine::ChildOf(std::uint32_t parent, std::string_view frame) {
  const bool inlined = frame.ends_with('~');
  if (inlined) frame.remove_suffix(1);
  const std::uint32_t name = NameOf(frame);
  for (const std::uint32_t child : nodes_[parent].children) {
    if (nodes_[child].name == name) return child;
  }
  const auto child = static_cast<std::uint32_t>(nodes_.size());
  nodes_.push_back({parent, name, nodes_[parent].depth + 1});
  nodes_.back().inlined = inlined;
  nodes_[parent].children.push_back(child);
  return child;
}

void FakeEngine::PlaceChildren(std::uint32_t node) {
  std::int64_t x = nodes_[node].x;
  for (const std::uint32_t child : nodes_[node].children) {
    nodes_[child].x = x;
    x += nodes_[child].cum;
    PlaceChildren(child);
  }
}

std::uint32_t FakeEngine::Name(std::string_view full) const {
  const auto it = std::find(names_.begin(), names_.end(), full);
  if (it == names_.end()) throw std::out_of_range("no such name: " + std::string(full));
  return static_cast<std::uint32_t>(it - names_.begin());
}

std::uint32_t FakeEngine::Node(std::string_view path) const {
  std::uint32_t node = 0;
  for (const std::string_view frame : Split(path, ';')) {
    const auto& children = nodes_[node].children;
    const auto it = std::find_if(children.begin(), children.end(),
                                 [&](auto child) { return names_[nodes_[child].name] == frame; });
    if (it == children.end()) throw std::out_of_range("no such box: " + std::string(path));
    node = *it;
  }
  return node;
}

Bytes FakeEngine::Opened(std::uint32_t profile, const pb::MakeQuestion* made) const {
  pb::Header header;
  header.set_profile(profile);
  pb::Opened& opened = *header.mutable_opened();
  opened.set_name(facts_.name);
  if (made) {
    opened.set_name(made->name());
    opened.set_compared(made->base_size() > 0 && !made->cancel());
    *opened.mutable_made_base() = made->base();
    *opened.mutable_made_source() = made->source();
    opened.set_made_mode(made->mode());
  }
  opened.set_kind(facts_.kind);
  opened.set_program(facts_.program);
  opened.set_empty_reason(facts_.empty_reason);
  opened.set_goroutines(facts_.goroutines);
  for (const std::string& key : facts_.label_keys) opened.add_label_key(key);
  opened.set_samples(330);
  opened.set_time_nanos(1'795'372'000'000'000'000);
  opened.set_duration_nanos(5'140'000'000);
  for (const std::string& type : facts_.types) {
    pb::SampleType& added = *opened.add_sample_type();
    added.set_type(type.substr(0, type.find(' ')));
    added.set_unit(type.substr(type.find(' ') + 1));
    added.set_total(nodes_[0].cum);
    if (added.unit() == "nanoseconds") {
      added.set_cores(static_cast<double>(nodes_[0].cum) / static_cast<double>(5'140'000'000));
    }
  }
  opened.set_default_sample_type(static_cast<std::uint32_t>(facts_.types.size()) - 1);

  Blob forms, files;
  std::vector<std::uint32_t> form_begin = {0}, package_length, file, line;
  std::vector<std::uint8_t> name_class;
  files.Add("/src/app/work.go");
  for (const std::string& name : names_) {
    for (const std::string& form : FormsOf(name)) forms.Add(form);
    form_begin.push_back(static_cast<std::uint32_t>(forms.offsets.size()) - 1);
    package_length.push_back(static_cast<std::uint32_t>(PackageOf(name).size()));
    name_class.push_back(ClassOf(name));
    file.push_back(0);
    line.push_back(40 + static_cast<std::uint32_t>(line.size()));
  }
  MessageWriter writer(std::move(header));
  writer.Add("form_begin", form_begin);
  writer.Add("form_offset", forms.offsets);
  writer.Add("text", forms.text);
  writer.Add("package_length", package_length);
  writer.Add("name_class", name_class);
  writer.Add("file", file);
  writer.Add("line", line);
  writer.Add("file_offset", files.offsets);
  writer.Add("file_text", files.text);
  return writer.Finish();
}

Bytes FakeEngine::Progress(std::uint32_t profile, std::string_view name, bool building,
                           std::uint64_t done, std::uint64_t total) {
  pb::Header header;
  header.set_profile(profile);
  pb::Progress& progress = *header.mutable_progress();
  progress.set_name(std::string(name));
  progress.set_phase(building ? pb::Progress::BUILD : pb::Progress::READ);
  progress.set_done(done);
  progress.set_total(total);
  return Finished(std::move(header));
}

Bytes FakeEngine::Failed(std::uint32_t profile, std::string_view name, std::string_view message,
                         bool cancelled) {
  pb::Header header;
  header.set_profile(profile);
  header.mutable_failed()->set_name(std::string(name));
  header.mutable_failed()->set_message(std::string(message));
  header.mutable_failed()->set_cancelled(cancelled);
  return Finished(std::move(header));
}

Bytes FakeEngine::Closed(std::uint32_t profile) {
  pb::Header header;
  header.set_profile(profile);
  header.mutable_closed();
  return Finished(std::move(header));
}

}  // namespace burnglass
