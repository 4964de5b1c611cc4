// The words of the guide: which profile tells what, how it is fetched, what it cannot tell.
#pragma once

#include <span>
#include <string_view>

namespace burnglass::ui {

struct GuideEntry {
  std::string_view kind;     // "cpu"
  std::string_view symptom;  // what a person sees
  std::string_view shows;    // what the profile shows
  std::string_view command;
  std::string_view cannot;  // what it cannot tell
};
std::span<const GuideEntry> GuideEntries();

// The entry of a kind; the CPU's for others.
const GuideEntry& GuideEntryOf(std::string_view kind);

struct GuideStep {
  std::string_view words;
  std::string_view command;
};
// How a program lends out its profiles without lending them to everybody.
std::span<const GuideStep> GuideSteps();

}  // namespace burnglass::ui
