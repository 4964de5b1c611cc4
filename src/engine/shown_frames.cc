#include "engine/shown_frames.h"

#include "engine/describe_name.h"

namespace burnglass {
namespace {

// One function and one line for each name that the page knows.
void AddFunctions(const OpenProfile& open, ProfileData& data) {
  NameDescriber describe(open);
  for (NameId name = 1; name < open.names().size(); ++name) {
    Function function;
    function.id = name;
    function.name = data.strings.Intern(describe.Of(name).forms[0]);
    function.filename = data.strings.Intern(open.names().file(name));
    data.functions.push_back(function);
  }
}

void AddLocations(const NameFrames& frames, ProfileData& data) {
  const std::size_t count = frames.begin.empty() ? 0 : frames.begin.size() - 1;
  for (std::uint32_t i = 0; i < count; ++i) {
    Location location;
    location.id = i + 1;
    location.line_begin = static_cast<std::uint32_t>(data.lines.size());
    const auto names = frames.of(i);
    for (auto name = names.rbegin(); name != names.rend(); ++name) {
      data.lines.push_back({.function = *name - 1});
    }
    location.line_end = static_cast<std::uint32_t>(data.lines.size());
    data.locations.push_back(location);
  }
}

void AddSamples(const Selection& selection, ProfileData& data) {
  const LocationTree& stacks = *selection.stacks;
  data.values.emplace_back();
  for (std::size_t i = 0; i < selection.values().size(); ++i) {
    if (stacks.leaf[i] == kNone) continue;
    for (std::uint32_t node = stacks.leaf[i]; node != 0; node = stacks.parent[node]) {
      // What a filter has left nothing of is no frame.
      const Location& location = data.locations[stacks.location[node]];
      if (location.line_begin != location.line_end) data.stacks.push_back(stacks.location[node]);
    }
    data.stack_ends.push_back(static_cast<std::uint32_t>(data.stacks.size()));
    data.values[0].push_back(selection.values()[i]);
  }
}

}  // namespace

Result<ProfilePtr> ProfileOfShownFrames(const Answered& answered, const OpenProfile& open) {
  const Result<Selection> selection = open.StacksOf(answered);
  if (!selection) return selection.error();
  const NameFrames frames = answered.frames
                                ? *answered.frames
                                : open.names().FramesOf(*selection->profile, *selection->lines);
  ProfileData data;
  const ValueType& type = selection->profile->data().sample_types[selection->sample_type];
  data.sample_types.push_back({data.strings.Intern(selection->profile->text(type.type)),
                               data.strings.Intern(selection->profile->text(type.unit))});
  AddFunctions(open, data);
  AddLocations(frames, data);
  AddSamples(*selection, data);
  return FinishProfile(std::move(data));
}

}  // namespace burnglass
