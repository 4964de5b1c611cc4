// The top table by packages, files, modules or kinds of code.
#include "session/filters.h"
#include "session/session.h"

namespace burnglass {

GroupsAsked Session::WantedGroups() const {
  const RowsOf rows_of = ShownRowsOf();
  return {static_cast<std::uint32_t>(rows_of) - 1, look_.sort, look_.ascending,
          rows_of == RowsOf::kLabels ? look_.rows_label : std::string()};
}

const Groups* Session::ShownGroups() const {
  const OpenProfile* profile = active();
  if (!profile || !profile->shown || ShownRowsOf() == RowsOf::kFunctions) return nullptr;
  return profile->shown->FindGroups(WantedGroups());
}

void Session::AskGroups(OpenProfile& profile, const Answers& have) {
  if (look_.view != View::kTop || ShownRowsOf() == RowsOf::kFunctions) return;
  const GroupsAsked wanted = WantedGroups();
  if (have.FindGroups(wanted)) return;
  pb::Header header;
  pb::GroupsQuestion& groups = *header.mutable_groups_question();
  groups.set_query(have.query);
  groups.set_by(static_cast<pb::GroupsQuestion::By>(wanted.by));
  groups.set_sort(static_cast<pb::TopQuestion::Sort>(wanted.sort));
  groups.set_ascending(wanted.ascending);
  groups.set_key(wanted.key);
  Ask(profile, {.slot = Slot::kGroups, .query = have.query, .groups = wanted}, std::move(header));
}

// The functions of a package or module are found by their names, those of a file or a binary by
// focusing on it, as pprof's focus looks at these, too. A kind of code is in no name.
void Session::ShowGroup(OpenProfile& profile, const Command& command) {
  const RowsOf rows_of = ShownRowsOf();
  if (rows_of == RowsOf::kLabels) return ShowLabelGroup(profile, command.number);
  const std::string& group = command.text;
  if (group.empty() || rows_of == RowsOf::kFunctions || rows_of == RowsOf::kKinds) return;
  look_.rows_of = RowsOf::kFunctions;
  if (rows_of == RowsOf::kFiles || rows_of == RowsOf::kMappings)
    return SetQuery(profile, WithFilter(profile.query, "focus", group));
  const std::string ends = rows_of == RowsOf::kPackages ? "[.:]" : "[./:]";
  const std::string pattern = "^" + QuotedPattern(group) + ends;
  Say(EffectKind::kSearchText, 0, pattern);
  SetPattern(pattern);
}

// Only the samples with the value stay, or only those without the key.
void Session::ShowLabelGroup(OpenProfile& profile, std::uint32_t row) {
  const Groups* groups = ShownGroups();
  if (!groups || row >= groups->rows.size() || groups->rows[row].filter.empty()) return;
  const Group& group = groups->rows[row];
  const std::string_view name = group.absent ? "tagignore" : "tagfocus";
  Query query = WithLabelFilter(profile.query, name, group.filter);
  look_.rows_of = RowsOf::kFunctions;
  SetQuery(profile, std::move(query));
}

}  // namespace burnglass
