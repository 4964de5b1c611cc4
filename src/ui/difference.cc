#include "ui/difference.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>

#include "session/numbers.h"

namespace burnglass::ui {
namespace {

constexpr double kLargest = 12;  // points, from which on a change is as large as any

}  // namespace

int DiffStep(double points) {
  const double v = std::min(1.0, std::sqrt(std::fabs(points) / kLargest));
  const int step = static_cast<int>(std::lround(v * kDiffSteps));
  return points < 0 ? -step : step;
}

Rgba DiffFill(const Theme& theme, int step) {
  if (step == 0) return theme.noise;
  const Ramp& ramp = step > 0 ? theme.more_fill : theme.less_fill;
  const float v = static_cast<float>(std::abs(step)) / kDiffSteps;
  return Oklch(ramp.from.lightness + v * (ramp.to.lightness - ramp.from.lightness),
               ramp.from.chroma + v * (ramp.to.chroma - ramp.from.chroma), ramp.hue);
}

std::vector<Rgba> DiffFills(const Theme& theme) {
  std::vector<Rgba> fills;
  for (int step = -kDiffSteps; step <= kDiffSteps; ++step) fills.push_back(DiffFill(theme, step));
  return fills;
}

Difference::Difference(const OpenProfile& profile, const Answers& answers) : profile_(profile) {
  // Tables are the same in every shape.
  const Answers* shown = answers.changes ? &answers : profile.shown;
  table_ = profile.IsDiff() && shown ? shown->changes.get() : nullptr;
  unit_ = profile.Type().unit;
  if (!table_) return;
  const pb::ChangesAnswer& facts = table_->facts();
  total_ = std::max(std::fabs(static_cast<double>(facts.total_a())),
                    std::fabs(static_cast<double>(facts.total_b())));
}

BothSides Difference::Of(const Box& box, TreeWidth width) const {
  if (profile_.HasSides()) return SidesOf(box, width);
  const auto row = table_ ? table_->Find(box.name) : std::nullopt;
  return row ? row->cum : BothSides{0, 0};
}

bool Difference::Significant(NameId name) const {
  if (!table_) return true;
  const auto row = table_->Find(name);
  return row && row->significant;
}

bool Difference::Seen(const Box& box, TreeWidth width) const {
  return InLens(profile_.lens, Of(box, width), Significant(box.name));
}

bool Difference::Seen(const ChangeRow& row) const {
  return InLens(profile_.lens, row.cum, row.significant);
}

double Difference::Points(std::int64_t change) const {
  return total_ <= 0 ? 0 : 100 * static_cast<double>(change) / total_;
}

int Difference::StepOf(const Box& box) const {
  if (!Significant(box.name)) return 0;
  return DiffStep(Points(box.cum));
}

std::string Difference::Figure(std::int64_t change) const {
  const bool equal = table_ && table_->facts().total_a() == table_->facts().total_b();
  return equal ? PointsText(Points(change)) : SignedText(change, unit_);
}

std::uint32_t StepFlag(const OpenProfile& profile, int step) {
  const auto names = static_cast<int>(profile.names.size());
  return static_cast<std::uint32_t>(names + kDiffSteps + step + 1) << kPaintColourShift;
}

void ColourBoxes(std::vector<SeenBox>& boxes, const OpenProfile& profile, const Answers& answers,
                 TreeWidth width) {
  if (!profile.IsDiff()) return;
  const Difference difference(profile, answers);
  for (SeenBox& box : boxes) {
    if (box.strip()) continue;
    const int step = box.box.depth == 0 || !difference ? 0 : difference.StepOf(box.box);
    box.painted.flags |= StepFlag(profile, step);
    if (profile.lens == Lens::kAll || box.box.depth == 0 || !difference) continue;
    if (!difference.Seen(box.box, width)) box.painted.flags |= kPaintAncestor;
  }
}

std::string BoxColouringKey(const OpenProfile& profile) {
  if (!profile.IsDiff()) return {};
  const ChangeTable* changes = profile.shown ? profile.shown->changes.get() : nullptr;
  return std::string(LensWord(profile.lens)) + (changes ? " told " : " untold ") +
         (changes ? std::to_string(changes->facts().total_b()) : std::string());
}

std::string SignedText(std::int64_t value, std::string_view unit) {
  return (value > 0 ? "+" : "") + ValueText(value, unit);
}

std::string PointsText(double points) {
  std::array<char, 32> text;
  std::snprintf(text.data(), text.size(), "%.1f pt", std::fabs(points));
  const bool nothing = std::string_view(text.data()) == "0.0 pt";
  return (nothing ? "" : points < 0 ? "−" : "+") + std::string(text.data());
}

Rgba DiffText(const Theme& theme, std::int64_t change, bool significant) {
  if (!significant || change == 0) return theme.text3;
  return change > 0 ? theme.more : theme.less;
}

}  // namespace burnglass::ui
