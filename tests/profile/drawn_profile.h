// Profiles drawn as columns of text, as a person would sketch them: each column is a sample, root
// on top, its value below.
//
//   DrawProfile({
//       "main     main       main",
//       "run      run>gc     run",
//       "-        -          0x7f@/lib/libc.so",
//       "5        3          2",
//   })
//
// `run>gc`: gc is inlined into run. `0x7f@FILE`: an address in a binary, without a function;
// `0x7f`: in no binary. `?@FILE`: a function without a name. `-`: nothing. The last row has the
// values.
#pragma once

#include <initializer_list>
#include <map>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include <catch2/catch_test_macros.hpp>

#include "profile/profile.h"

namespace burnglass {

class ProfileSketch {
 public:
  ProfileSketch() {
    data_.sample_types.push_back({data_.strings.Intern("cpu"), data_.strings.Intern("count")});
    data_.values.emplace_back();
  }

  // The location that a cell stands for; equal cells are one location.
  std::uint32_t LocationOf(const std::string& cell) {
    const auto [known, is_new] = locations_.try_emplace(cell, data_.locations.size());
    if (is_new) AddLocation(cell);
    return known->second;
  }

  // Frames from the root on.
  void AddSample(const std::vector<std::string>& cells, std::int64_t value) {
    for (auto cell = cells.rbegin(); cell != cells.rend(); ++cell) {
      data_.stacks.push_back(LocationOf(*cell));
    }
    data_.stack_ends.push_back(static_cast<std::uint32_t>(data_.stacks.size()));
    data_.values[0].push_back(value);
  }

  ProfileData& data() { return data_; }
  ProfilePtr Finish() {
    Result<ProfilePtr> profile = FinishProfile(std::move(data_));
    INFO((profile.ok() ? "" : profile.error().message));
    REQUIRE(profile.ok());
    return *profile;
  }

 private:
  void AddLocation(const std::string& cell) {
    Location location;
    location.id = data_.locations.size() + 1;
    const std::size_t at = cell.find('@');
    const std::string frames = cell.substr(0, at);
    if (at != std::string::npos) location.mapping = MappingOf(cell.substr(at + 1));
    location.line_begin = static_cast<std::uint32_t>(data_.lines.size());
    if (frames.starts_with("0x")) {
      location.address = std::stoull(frames, nullptr, 16);
    } else {
      AddLines(frames);
    }
    location.line_end = static_cast<std::uint32_t>(data_.lines.size());
    data_.locations.push_back(location);
  }

  void AddLines(const std::string& frames) {
    std::vector<std::string> names;
    std::istringstream in(frames);
    for (std::string name; std::getline(in, name, '>');) names.push_back(name);
    for (auto name = names.rbegin(); name != names.rend(); ++name) {
      data_.lines.push_back({FunctionOf(*name == "?" ? "" : *name), 1, 0});
    }
  }

  std::uint32_t FunctionOf(const std::string& name) {
    const auto [known, is_new] = functions_.try_emplace(name, data_.functions.size());
    if (is_new) {
      Function function;
      function.id = data_.functions.size() + 1;
      function.name = function.system_name = data_.strings.Intern(name);
      data_.functions.push_back(function);
    }
    return known->second;
  }

  std::uint32_t MappingOf(const std::string& file) {
    const auto [known, is_new] = mappings_.try_emplace(file, data_.mappings.size());
    if (is_new) {
      Mapping mapping;
      mapping.id = data_.mappings.size() + 1;
      mapping.file = data_.strings.Intern(file);
      data_.mappings.push_back(mapping);
    }
    return known->second;
  }

  ProfileData data_;
  std::map<std::string, std::uint32_t> locations_, functions_, mappings_;
};

inline std::vector<std::string> Cells(const std::string& row) {
  std::istringstream in(row);
  std::vector<std::string> cells;
  for (std::string cell; in >> cell;) cells.push_back(cell);
  return cells;
}

inline ProfileSketch SketchProfile(std::initializer_list<std::string> rows) {
  std::vector<std::vector<std::string>> table;
  for (const std::string& row : rows) table.push_back(Cells(row));
  const std::vector<std::string> values = std::move(table.back());
  table.pop_back();
  ProfileSketch sketch;
  for (std::size_t column = 0; column < values.size(); ++column) {
    std::vector<std::string> cells;
    for (const auto& row : table) {
      REQUIRE(row.size() == values.size());
      if (row[column] != "-") cells.push_back(row[column]);
    }
    sketch.AddSample(cells, std::stoll(values[column]));
  }
  return sketch;
}

inline ProfilePtr DrawProfile(std::initializer_list<std::string> rows) {
  return SketchProfile(rows).Finish();
}

// The other way round: a line for each sample, root first, inlined functions as in a cell, then the
// values and, in brackets, the labels.
//   main run>gc 5 [tenant=acme bytes=16]
inline std::string ListSamples(const ProfileData& data) {
  std::string list = "\n";
  std::uint32_t label = 0;
  for (std::size_t sample = 0; sample < data.sample_count(); ++sample) {
    std::vector<std::uint32_t> stack;
    AppendStack(data, sample, stack);
    for (std::size_t i = stack.size(); i-- > 0;) {
      const Location& location = data.locations[stack[i]];
      for (std::uint32_t line = location.line_end; line-- > location.line_begin;) {
        list += data.strings[data.functions[data.lines[line].function].name];
        list += line == location.line_begin ? " " : ">";
      }
      if (location.line_begin == location.line_end) {
        std::ostringstream address;
        address << "0x" << std::hex << location.address << " ";
        list += address.str();
      }
    }
    for (std::size_t type = 0; type < data.values.size(); ++type) {
      list += (type == 0 ? "" : " ") + std::to_string(data.values[type][sample]);
    }
    const std::uint32_t labels_end = data.label_ends.empty() ? 0 : data.label_ends[sample];
    for (const char* open = " ["; label < labels_end; ++label, open = " ") {
      const Label& l = data.labels[label];
      list += open + std::string(data.strings[l.key]) + "=" +
              (l.numeric ? std::to_string(l.num) + std::string(data.strings[l.unit])
                         : std::string(data.strings[l.str])) +
              (label + 1 == labels_end ? "]" : "");
    }
    list += "\n";
  }
  return list;
}

}  // namespace burnglass
