// What the active file could tell of people, machines and code, and a copy that does not.
#include "session/session.h"

namespace burnglass {

void Session::ShowPrivacy() {
  const OpenProfile* profile = active();
  const bool shown = look_.overlay == Overlay::kPrivacy;
  const bool open = profile && profile->state == LoadState::kOpen;
  look_.overlay = open && !shown ? Overlay::kPrivacy : Overlay::kNone;
  Say(EffectKind::kStateChanged);
}

void Session::AskPrivacy() {
  OpenProfile* profile = look_.overlay == Overlay::kPrivacy ? Find(active_) : nullptr;
  const bool open = profile && profile->state == LoadState::kOpen && !profile->reloading;
  if (!open || profile->privacy) return;
  pb::Header header;
  header.mutable_privacy_question();
  Ask(*profile, {.slot = Slot::kPrivacy}, std::move(header));
}

bool Session::ApplyToPrivacy(OpenProfile& profile, const Command& command) {
  if (command.verb == Verb::kKeepPackage) {
    if (profile.kept_packages.erase(command.text) == 0) profile.kept_packages.insert(command.text);
    return true;
  }
  if (command.verb != Verb::kSaveRedacted) return false;
  if (profile.state != LoadState::kOpen || profile.reloading) return true;
  pb::Header header;
  pb::ExportQuestion& question = *header.mutable_export_question();
  question.set_query(burnglass::QueryText(profile.query));
  question.set_what("redacted");
  for (const std::string& package : profile.kept_packages) question.add_keep(package);
  Pending pending{.slot = Slot::kExport, .query = question.query(), .pattern = "redacted"};
  Ask(profile, std::move(pending), std::move(header));
  return true;
}

}  // namespace burnglass
