// The sentence that says the most important of a comparison, above the table that explains it.
#include <cmath>

#include "ui/changes_table.h"
#include "ui/difference.h"

namespace burnglass::ui {
namespace {

constexpr float kPad = 12, kFoot = 28, kLeastTable = 120;

// The first that is beyond noise: rows come by how much they explain.
std::optional<ChangeRow> MostImportant(const ChangeTable& changes) {
  for (std::size_t i = 0; i < changes.size(); ++i) {
    if (changes[i].significant) return changes[i];
  }
  return std::nullopt;
}

std::string NoiseText(const ChangeTable& changes) {
  return CountText(static_cast<std::int64_t>(changes.within_noise())) + " of " +
         CountText(static_cast<std::int64_t>(changes.size())) +
         " functions that changed are within noise";
}

}  // namespace

std::string ChangeHeadline(const OpenProfile& profile, const ChangeTable& changes) {
  const std::optional<ChangeRow> first = MostImportant(changes);
  if (!first) return "No significant change";
  const std::string name(profile.names.Short(first->name));
  const std::string& unit = profile.Type().unit;
  const BothSides of = first->cum;
  if (of.a == 0) return name + " is new and takes " + ValueText(of.b, unit);
  if (of.b == 0) return name + " is gone; it took " + ValueText(of.a, unit);
  const pb::ChangesAnswer& facts = changes.facts();
  if (facts.total_a() == facts.total_b()) {
    return name + " takes " + PercentText(of.b, facts.total_b()) + " now, " +
           PercentText(of.a, facts.total_a()) + " before";
  }
  return name + " takes " + ValueText(of.b, unit) + " now, " + ValueText(of.a, unit) + " before";
}

std::string ChangeEvidence(const OpenProfile& profile, const ChangeTable& changes) {
  const std::optional<ChangeRow> first = MostImportant(changes);
  const std::string method = changes.facts().spread() ? "what the profiles of one side differ by"
                                                      : "a bound from the samples alone";
  if (!first) return "Chance alone makes differences as large as these, by " + method + ".";
  const std::string& unit = profile.Type().unit;
  // What did not change costs so many times as much; noise is of what is left beyond that.
  const double scale = changes.facts().scale();
  const double expected = scale * static_cast<double>(first->cum.a);
  const std::int64_t by = first->cum.b - static_cast<std::int64_t>(std::llround(expected));
  const std::string as_before =
      scale == 1 ? "" : ValueText(first->cum.b - by, unit) + " expected, ";
  return as_before + SignedText(by, unit) + " ± " +
         ValueText((first->cum_high - first->cum_low) / 2, unit) + ", beyond noise by " + method +
         ".";
}

void ChangesPanel::Draw(Frame& frame, const Rect& area, float row_height) {
  const OpenProfile& profile = *frame.session.active();
  const ChangeTable* changes = frame.session.ShownChanges();
  frame.pen.Fill(area, frame.theme.panel);
  if (!changes) return;
  Rect rest = area;
  Rect top = CutTop(rest, std::min(rest.h, 76.0f)).Inset(kPad + 2, 10);
  const std::string headline = ChangeHeadline(profile, *changes);
  const std::string evidence = ChangeEvidence(profile, *changes);
  frame.snapshot.Add(Role::kLabel, "headline", headline + ". " + evidence, top);
  frame.pen.TextFit(CutTop(top, 20), kPanelHead, frame.theme.text, headline);
  frame.pen.Paragraph(top, kSmall, frame.theme.text2, evidence, 17);
  frame.pen.HLine(rest.x, rest.y, rest.w, frame.theme.line);
  const Rect head = CutTop(rest, 32).Inset(kPad, 0);
  frame.pen.Text(head, kPanelHead, frame.theme.text, "What explains the change");
  if (rest.h > kLeastTable + kFoot) {
    const Rect foot = CutBottom(rest, kFoot);
    frame.pen.HLine(foot.x, foot.y, foot.w, frame.theme.line);
    const std::string text = NoiseText(*changes);
    frame.pen.TextFit(foot.Inset(kPad, 0), kSmall, frame.theme.text2, text);
    frame.snapshot.Add(Role::kLabel, "noise", text, foot);
  }
  table_.Draw(frame, rest, row_height, true);
}

}  // namespace burnglass::ui
