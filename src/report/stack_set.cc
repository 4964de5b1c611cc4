#include "report/stack_set.h"

#include <map>
#include <set>
#include <tuple>
#include <vector>

#include "base/json_writer.h"
#include "base/path.h"
#include "base/units.h"
#include "profile/pprof_names.h"

namespace burnglass {
namespace {

struct Place {
  std::size_t stack = 0, position = 0;
};

struct Source {
  std::string full_name = {}, file_name = {}, unique_name = {};
  bool inlined = false;
  std::vector<std::string> display = {};
  std::vector<Place> places = {};
  std::int64_t self = 0;
  std::uint32_t colour = 0;
};

struct Stack {
  std::int64_t value = 0;
  std::vector<std::size_t> sources = {};
};

// The directory of a file, "." where it has none.
std::string DirectoryOf(std::string_view file) {
  const std::size_t slash = file.rfind('/');
  return CleanPath(slash == std::string_view::npos ? "" : file.substr(0, slash + 1));
}

class StackSet {
 public:
  StackSet(const Selection& selection, const Query& query, const ColourOfPackage& colour)
      : selection_(selection), granularity_(query.granularity), colour_(colour) {
    sources_.push_back({.full_name = "root", .display = {"root"}});
    for (std::size_t i = 0; i < selection.stacks->leaf.size(); ++i) {
      if (selection.stacks->leaf[i] != kNone) NumberFunctions(selection.stacks->leaf[i]);
    }
    for (std::size_t i = 0; i < selection.stacks->leaf.size(); ++i) {
      if (selection.stacks->leaf[i] != kNone) AddStack(i);
    }
  }

  std::string Json() const {
    const ScaledValue scale = Scale(1, selection_.unit(), "default");
    JsonWriter json;
    json.BeginObject().Key("Total").Plain(std::to_string(selection_.total));
    json.Key("Scale").Number(scale.value, 12).Key("Type").Text(selection_.type());
    json.Key("Unit").Text(scale.unit == "default" ? "" : scale.unit).Key("Stacks").BeginArray();
    for (const Stack& stack : stacks_) {
      json.BeginObject().Key("Value").Plain(std::to_string(stack.value));
      json.Key("Sources").BeginArray();
      for (const std::size_t source : stack.sources) json.Count(source);
      json.EndArray().EndObject();
    }
    json.EndArray().Key("Sources").BeginArray();
    for (const Source& source : sources_) Write(source, json);
    return json.EndArray().EndObject().Take();
  }

 private:
  // Name, file and start line of a function as far as the granularity tells functions apart.
  using FunctionKey = std::tuple<std::string, std::string, std::int64_t>;

  static void Write(const Source& source, JsonWriter& json) {
    json.BeginObject().Key("FullName").Text(source.full_name);
    json.Key("FileName").Text(source.file_name).Key("UniqueName").Text(source.unique_name);
    json.Key("Inlined").Bool(source.inlined).Key("Display").BeginArray();
    for (const std::string& text : source.display) json.Text(text);
    json.EndArray().Key("Places").BeginArray();
    for (const Place& place : source.places) {
      json.BeginObject().Key("Stack").Count(place.stack).Key("Pos").Count(place.position);
      json.EndObject();
    }
    json.EndArray().Key("Self").Plain(std::to_string(source.self));
    json.Key("Color").Count(source.colour).EndObject();
  }

  FunctionKey KeyOf(const Line& line) const {
    const Profile& profile = *selection_.profile;
    const Function& function = profile.data().functions[line.function];
    std::string name(profile.text(function.name)), file(profile.text(function.filename));
    if (granularity_ == "files") return {"", std::move(file), 0};
    if (granularity_ == "functions") file.clear();
    return {std::move(name), std::move(file), function.start_line};
  }

  const std::vector<Line>& lines() const { return selection_.profile->data().lines; }

  // As a profile of what is left numbers them: from the leaves, stack by stack.
  void NumberFunctions(std::uint32_t leaf) {
    const LocationTree& tree = *selection_.stacks;
    for (std::uint32_t at = leaf; at != 0; at = tree.parent[at]) {
      for (const std::uint32_t line : selection_.lines->of(tree.location[at])) {
        function_number_.try_emplace(lines()[line].function, function_number_.size() + 1);
      }
    }
  }

  void AddStack(std::size_t sample) {
    const LocationTree& tree = *selection_.stacks;
    std::vector<std::uint32_t> path;
    for (std::uint32_t at = tree.leaf[sample]; at != 0; at = tree.parent[at]) path.push_back(at);
    Stack stack{.value = selection_.values()[sample], .sources = {0}};
    for (auto at = path.rbegin(); at != path.rend(); ++at) {
      const auto of = selection_.lines->of(tree.location[*at]);
      for (std::size_t i = of.size(); i > 0; --i) {
        stack.sources.push_back(SourceOf(lines()[of[i - 1]], i < of.size()));
      }
    }
    std::set<std::size_t> seen;
    for (std::size_t i = 0; i < stack.sources.size(); ++i) {
      if (!seen.insert(stack.sources[i]).second) continue;
      sources_[stack.sources[i]].places.push_back({stacks_.size(), i});
    }
    sources_[stack.sources.back()].self += stack.value;
    stacks_.push_back(std::move(stack));
  }

  std::size_t SourceOf(const Line& line, bool inlined) {
    FunctionKey key = KeyOf(line);
    const bool by_line = granularity_ == "lines" || granularity_ == "addresses";
    const std::int64_t number = by_line ? line.line : 0;
    const auto [it, is_new] = source_of_.try_emplace({key, number, inlined}, sources_.size());
    if (is_new) {
      sources_.push_back(MakeSource(key, number, inlined, function_number_.at(line.function)));
    }
    return it->second;
  }

  Source MakeSource(const FunctionKey& key, std::int64_t line, bool inlined, std::size_t function) {
    const auto& [name, file, start] = key;
    Source source{.full_name = name.empty() ? file : name, .file_name = file, .inlined = inlined};
    if (line != 0) source.full_name += ':' + std::to_string(line);
    source.unique_name = source.full_name;
    if (!unique_names_.insert(source.unique_name).second) {
      source.unique_name += '#' + std::to_string(function);
    }
    source.display = name.empty() ? DisplayPaths(file) : DisplayNames(source.full_name);
    source.colour = colour_(name.empty() ? DirectoryOf(file) : PprofPackage(source.full_name));
    return source;
  }

  const Selection& selection_;
  const std::string& granularity_;
  const ColourOfPackage& colour_;
  std::map<std::uint32_t, std::size_t> function_number_;  // by index in the profile
  std::map<std::tuple<FunctionKey, std::int64_t, bool>, std::size_t> source_of_;
  std::set<std::string> unique_names_;
  std::vector<Source> sources_;
  std::vector<Stack> stacks_;
};

}  // namespace

std::string StackSetJson(const Selection& selection, const Query& query,
                         const ColourOfPackage& colour) {
  return StackSet(selection, query, colour).Json();
}

}  // namespace burnglass
