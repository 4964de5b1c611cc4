// What leaves the program as a file.
#include "session/graph_svg.h"
#include "session/session.h"

namespace burnglass {

bool Session::ApplyToExports(OpenProfile& profile, const Command& command) {
  if (command.verb == Verb::kSaveTable) {
    if (profile.shown && !profile.reloading) AskExport(profile, "csv");
    return true;
  }
  if (command.verb != Verb::kExport) return false;
  if (!profile.shown || profile.reloading) return true;
  look_.overlay = Overlay::kNone;
  const std::string& what = command.text;
  if (what == "picture") {
    effects_.push_back({.kind = EffectKind::kSavePicture,
                        .name = profile.Title() + ".png",
                        .number = std::max(1u, command.number)});
  } else if (what == "graph") {
    if (ShownLayout()) {
      Save(profile.Title() + "-graph.svg",
           GraphSvg(profile, *ShownGraph(), *ShownLayout(), TitleOf(profile)));
    }
  } else {
    AskExport(profile, what);
  }
  return true;
}

void Session::AskExport(OpenProfile& profile, const std::string& what) {
  pb::Header header;
  pb::ExportQuestion& question = *header.mutable_export_question();
  question.set_query(burnglass::QueryText(profile.query));
  question.set_what(what);
  // A table is saved without what the search leaves out of it.
  const Search* search = what == "csv" && look_.matches_only ? ShownSearch() : nullptr;
  if (search) question.set_pattern(search->pattern());
  Pending pending{.slot = Slot::kExport, .query = question.query(), .pattern = what};
  Ask(profile, std::move(pending), std::move(header));
}

void Session::Save(std::string name, std::string bytes) {
  effects_.push_back(
      {.kind = EffectKind::kSave, .text = std::move(bytes), .name = std::move(name)});
}

void Session::KeepExport(const HeldMessage& message) {
  const auto bytes = message->U8("bytes");
  const std::string& file = message.header().export_answer().file();
  Save(file, {reinterpret_cast<const char*>(bytes.data()), bytes.size()});
  Say(EffectKind::kAnnounce, 0, file + " is saved.");
}

}  // namespace burnglass
