#include "session/comparison.h"

#include <algorithm>

#include "base/json_text.h"
#include "base/percent.h"
#include "base/read_text.h"
#include "base/utf8.h"

namespace burnglass {
namespace {

constexpr std::string_view kModeWords[] = {"absolute", "normalized", "per-second", "per-count"};
constexpr std::string_view kLensWords[] = {"all", "grew", "shrank", "new", "gone"};

Error Unknown(std::string_view name, std::string_view value) {
  return Error{"a comparison has no " + std::string(name) + " " + JsonText(value)};
}

// "1,2"
Status ReadIds(std::string_view text, std::vector<ProfileId>& ids) {
  while (!text.empty()) {
    const std::string_view one = text.substr(0, text.find(','));
    text.remove_prefix(std::min(text.size(), one.size() + 1));
    const auto id = ReadInt(one);
    if (!id || *id <= 0 || *id > 0xffffffff) return Unknown("profile", one);
    ids.push_back(static_cast<ProfileId>(*id));
  }
  return Done{};
}

// "100:200"
Status ReadCounts(std::string_view text, MakePlan& plan) {
  const std::size_t colon = text.find(':');
  const auto base = ReadDouble(text.substr(0, colon));
  const auto source = ReadDouble(colon == text.npos ? "" : text.substr(colon + 1));
  if (!base || !source) return Unknown("counts", text);
  plan.base_count = *base, plan.source_count = *source;
  return Done{};
}

Status ReadMode(std::string_view word, MakePlan& plan) {
  for (std::uint32_t i = 0; i < kCompareModes; ++i) {
    if (kModeWords[i] == word) return plan.mode = static_cast<CompareMode>(i), Done{};
  }
  return Unknown("mode", word);
}

Status ReadPart(std::string_view name, const std::string& value, MakePlan& plan) {
  if (name == "base") return ReadIds(value, plan.base);
  if (name == "source") return ReadIds(value, plan.source);
  if (name == "mode") return ReadMode(value, plan);
  if (name == "counts") return ReadCounts(value, plan);
  if (name == "cancel") return plan.cancel = value == "1", Done{};
  if (name == "counter") return plan.counter = value, Done{};
  if (name == "name") return plan.name = value, Done{};
  if (name == "base_tagfocus") return plan.base_labels.tagfocus = value, Done{};
  if (name == "base_tagignore") return plan.base_labels.tagignore = value, Done{};
  if (name == "source_tagfocus") return plan.source_labels.tagfocus = value, Done{};
  if (name == "source_tagignore") return plan.source_labels.tagignore = value, Done{};
  return Unknown("part", name);
}

}  // namespace

std::string_view LensWord(Lens lens) { return kLensWords[static_cast<std::size_t>(lens)]; }

std::string SideLabels::Title() const {
  if (!key.empty()) return key + ": " + value;
  if (tagfocus.empty()) return "all but " + tagignore;
  return tagignore.empty() ? tagfocus : tagfocus + ", not " + tagignore;
}

pb::MakeQuestion QuestionOf(const MakePlan& plan) {
  pb::MakeQuestion question;
  question.mutable_base()->Assign(plan.base.begin(), plan.base.end());
  question.mutable_source()->Assign(plan.source.begin(), plan.source.end());
  question.set_mode(static_cast<pb::MakeQuestion::Mode>(static_cast<int>(plan.mode)));
  question.set_cancel(plan.cancel);
  question.set_counter(plan.counter);
  question.set_base_count(plan.base_count);
  question.set_source_count(plan.source_count);
  question.set_name(plan.name);
  const auto set = [](const SideLabels& labels, pb::SideLabels& asked) {
    asked.set_tagfocus(labels.tagfocus);
    asked.set_tagignore(labels.tagignore);
  };
  if (!plan.base_labels.all()) set(plan.base_labels, *question.mutable_base_labels());
  if (!plan.source_labels.all()) set(plan.source_labels, *question.mutable_source_labels());
  return question;
}

Result<MakePlan> ParsePlan(std::string_view text) {
  MakePlan plan;
  while (!text.empty()) {
    const std::string_view part = text.substr(0, text.find('&'));
    text.remove_prefix(std::min(text.size(), part.size() + 1));
    const std::size_t equals = std::min(part.find('='), part.size());
    const std::string_view name = part.substr(0, equals);
    const auto value = PercentDecode(part.substr(std::min(part.size(), equals + 1)));
    if (!value) return Unknown("text", part);
    if (Status read = ReadPart(name, RepairUtf8(*value), plan); !read) return read.error();
  }
  if (plan.source.empty()) return Error{"a comparison needs a source"};
  return plan;
}

BothSides SidesOf(const Box& box, TreeWidth width) {
  switch (width) {
    case TreeWidth::kBefore:
      return {box.width, box.width + box.cum};
    case TreeWidth::kAfter:
      return {box.width - box.cum, box.width};
    default:
      break;
  }
  // Both are even or odd.
  const std::int64_t after = box.cum + (box.width - box.cum) / 2;
  return {after - box.cum, after};
}

bool InLens(Lens lens, const BothSides& sides, bool significant) {
  switch (lens) {
    case Lens::kAll:
      return true;
    case Lens::kGrew:
      return significant && sides.b > sides.a;
    case Lens::kShrank:
      return significant && sides.b < sides.a;
    case Lens::kNew:
      return sides.a == 0 && sides.b != 0;
    case Lens::kGone:
      return sides.b == 0 && sides.a != 0;
  }
  return true;
}

ChangeTable::ChangeTable(HeldMessage answer)
    : answer_(std::move(answer)),
      name_(answer_->U32("name")),
      flat_a_(answer_->I64("flat_a")),
      flat_b_(answer_->I64("flat_b")),
      cum_a_(answer_->I64("cum_a")),
      cum_b_(answer_->I64("cum_b")),
      low_(answer_->I64("low")),
      high_(answer_->I64("high")),
      cum_low_(answer_->I64("cum_low")),
      cum_high_(answer_->I64("cum_high")),
      explains_(answer_->I64("explains")),
      significant_(answer_->U8("significant")) {}

bool ChangeTable::Sound(std::size_t names) const {
  for (const auto& column :
       {flat_a_, flat_b_, cum_a_, cum_b_, low_, high_, cum_low_, cum_high_, explains_}) {
    if (column.size() != name_.size()) return false;
  }
  return significant_.size() == name_.size() &&
         std::all_of(name_.begin(), name_.end(), [&](NameId name) { return name < names; });
}

Result<ChangeTable> ChangeTable::Read(HeldMessage answer, std::size_t names) {
  ChangeTable table(std::move(answer));
  if (!table.Sound(names)) return Error{"the engine's changes are damaged"};
  table.row_of_.assign(names, kNoBox);
  for (std::uint32_t row = 0; row < table.size(); ++row) table.row_of_[table.name_[row]] = row;
  return table;
}

ChangeRow ChangeTable::operator[](std::size_t row) const {
  return {name_[row],
          {flat_a_[row], flat_b_[row]},
          {cum_a_[row], cum_b_[row]},
          low_[row],
          high_[row],
          cum_low_[row],
          cum_high_[row],
          explains_[row],
          significant_[row] != 0};
}

std::optional<ChangeRow> ChangeTable::Find(NameId name) const {
  if (name >= row_of_.size() || row_of_[name] == kNoBox) return std::nullopt;
  return (*this)[row_of_[name]];
}

std::size_t ChangeTable::within_noise() const {
  return static_cast<std::size_t>(std::count(significant_.begin(), significant_.end(), 0));
}

}  // namespace burnglass
