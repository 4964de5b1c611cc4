// The top table by packages, files, modules or kinds of code.
#include "session/filters.h"
#include "session/session.h"

namespace burnglass {

GroupsAsked Session::WantedGroups() const {
  return {static_cast<std::uint32_t>(look_.rows_of) - 1, look_.sort, look_.ascending};
}

const Groups* Session::ShownGroups() const {
  const OpenProfile* profile = active();
  if (!profile || !profile->shown || look_.rows_of == RowsOf::kFunctions) return nullptr;
  return profile->shown->FindGroups(WantedGroups());
}

void Session::AskGroups(OpenProfile& profile, const Answers& have) {
  if (look_.view != View::kTop || look_.rows_of == RowsOf::kFunctions) return;
  const GroupsAsked wanted = WantedGroups();
  if (have.FindGroups(wanted)) return;
  pb::Header header;
  pb::GroupsQuestion& groups = *header.mutable_groups_question();
  groups.set_query(have.query);
  groups.set_by(static_cast<pb::GroupsQuestion::By>(wanted.by));
  groups.set_sort(static_cast<pb::TopQuestion::Sort>(wanted.sort));
  groups.set_ascending(wanted.ascending);
  Ask(profile, {.slot = Slot::kGroups, .query = have.query, .groups = wanted}, std::move(header));
}

// The functions of a package or module are found by their names, those of a file or a binary by
// focusing on it, as pprof's focus looks at these, too. A kind of code is in no name.
void Session::ShowGroup(OpenProfile& profile, const std::string& group) {
  const RowsOf rows_of = look_.rows_of;
  if (group.empty() || rows_of == RowsOf::kFunctions || rows_of == RowsOf::kKinds) return;
  look_.rows_of = RowsOf::kFunctions;
  if (rows_of == RowsOf::kFiles || rows_of == RowsOf::kMappings)
    return SetQuery(profile, WithFilter(profile.query, "focus", group));
  const std::string ends = rows_of == RowsOf::kPackages ? "[.:]" : "[./:]";
  const std::string pattern = "^" + QuotedPattern(group) + ends;
  Say(EffectKind::kSearchText, 0, pattern);
  SetPattern(pattern);
}

}  // namespace burnglass
