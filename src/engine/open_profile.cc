#include "engine/open_profile.h"

#include <algorithm>

#include "analysis/own_frames.h"
#include "analysis/side_tree.h"
#include "engine/describe_name.h"
#include "profile/compared.h"

namespace burnglass {
namespace {

// A person goes to and fro between a few queries, some in several shapes at once; the viewer keeps
// its own answers, too.
constexpr std::size_t kKeptAnswers = 6;

// The box of the whole tree that each box of its sketch is, if there was one: both stand in the
// same order, and siblings have different names.
std::vector<std::uint32_t> BoxesOfSketch(const CallTree* sketch, const CallTree& whole) {
  std::vector<std::uint32_t> boxes;
  if (!sketch) return boxes;
  boxes.reserve(sketch->size());
  std::uint32_t at = 0;
  for (std::uint32_t box = 0; box < sketch->size(); ++box, ++at) {
    while (whole.depth[at] != sketch->depth[box] || whole.name[at] != sketch->name[box]) {
      at = whole.end[at];
    }
    boxes.push_back(at);
  }
  return boxes;
}

// Works on a tree; false: it is not done, but the budget is spent, or there is a sketch of it and
// one is wanted.
template <typename Builder>
bool WorkOn(Builder& builder, const Budget& budget, bool sketch) {
  while (!builder.Work(budget)) {
    if (sketch || budget.Spent()) return false;
  }
  return true;
}

}  // namespace

OpenProfile::Building::Building(std::string text, Selection selected, const NameTable& names,
                                const LocationTree& stacks, std::shared_ptr<const NameFrames> shown,
                                bool sketch)
    : query(std::move(text)),
      selection(std::move(selected)),
      frames(std::move(shown)),
      builder(selection, names, stacks, frames.get(), sketch ? kSketchedBoxes : kNone) {}

OpenProfile::OpenProfile(std::string file_name, ProfilePtr profile,
                         std::unique_ptr<NameTable> names)
    : file_name_(std::move(file_name)),
      profile_(std::move(profile)),
      names_(std::move(names)),
      own_module_(GuessOwnModule(*profile_)) {}

const Comparison* OpenProfile::Sides() {
  if (combined_) return combined_->comparison ? &*combined_->comparison : nullptr;
  if (!sides_ && IsCompared(*profile_)) {
    const ComparedSides split = SplitCompared(*profile_);
    sides_ = Comparison{{split.before, {split.before}}, {split.after, {split.after}}};
  }
  return sides_ ? &*sides_ : nullptr;
}

AnsweredPtr OpenProfile::Find(const std::string& key) {
  const auto it =
      std::find_if(kept_.begin(), kept_.end(), [&](const Kept& one) { return one.key == key; });
  if (it == kept_.end()) return nullptr;
  kept_.splice(kept_.begin(), kept_, it);
  return kept_.front().answered;
}

AnsweredPtr OpenProfile::Keep(std::string key, Answered answered) {
  kept_.push_front({std::move(key), std::make_shared<const Answered>(std::move(answered))});
  if (kept_.size() > kKeptAnswers) kept_.pop_back();
  return kept_.front().answered;
}

Result<const Answered*> OpenProfile::Answer(const std::string& query, const Budget& budget,
                                            bool sketch) {
  const Result<ShapedQuery> wanted = SplitShape(query);
  if (!wanted) return wanted.error();
  const bool upright = wanted->shape == TreeShape();
  // What is given out is kept until the next call.
  const Result<AnsweredPtr> answered = upright ? AnswerUpright(wanted->query, budget, sketch)
                                       : wanted->shape.width != TreeWidth::kBoth
                                           ? AnswerSide(*wanted, budget)
                                           : AnswerShaped(*wanted, budget, sketch);
  if (!answered) return answered.error();
  return answered->get();
}

const CallTree* OpenProfile::Sketch(const std::string& query) const {
  if (reshaping_ && reshaping_->key == query) return reshaping_->reshaper.sketch();
  return building_ && building_->query == query ? building_->builder.sketch() : nullptr;
}

Result<AnsweredPtr> OpenProfile::AnswerUpright(const std::string& query, const Budget& budget,
                                               bool sketch) {
  if (AnsweredPtr known = Find(query)) return known;
  if (!building_ || building_->query != query) {
    Result<Query> parsed = ParseQuery(query);
    if (!parsed) return parsed.error();
    if (parsed->mean) return Error{"Means do not add up, so they have no flame graph."};
    const bool own_frames = HasOwnFrames(*parsed);
    Result<Selection> selection = own_frames || HasFilter(*parsed) ? SelectStacks(profile_, *parsed)
                                                                   : Select(profile_, *parsed);
    if (!selection) return selection.error();
    std::shared_ptr<const NameFrames> frames;
    if (own_frames) {
      frames =
          std::make_shared<const NameFrames>(OwnFrames(*selection, *parsed, *profile_, *names_));
    }
    building_ = std::make_unique<Building>(query, selection.Take(), *names_, *profile_->stacks(),
                                           std::move(frames), sketch);
  }
  if (!WorkOn(building_->builder, budget, sketch)) return AnsweredPtr();
  return Finish();
}

Result<AnsweredPtr> OpenProfile::Finish() {
  const std::unique_ptr<Building> done = std::move(building_);
  Result<CallTree> tree = done->builder.Take();
  if (!tree) return tree.error();
  if (tree->size() == 1 && done->selection.stacks) {
    std::string sentence = "The filters leave no stack";
    for (const std::string& warning : done->selection.warnings) sentence += ": " + warning;
    return Error{sentence + "."};
  }
  std::vector<std::uint32_t> sketched = BoxesOfSketch(done->builder.sketch(), *tree);
  return Keep(
      done->query,
      {done->query, {}, done->selection, tree.Take(), nullptr, done->frames, std::move(sketched)});
}

Result<AnsweredPtr> OpenProfile::AnswerShaped(const ShapedQuery& wanted, const Budget& budget,
                                              bool sketch) {
  if (wanted.shape.pivot >= names_->size()) return Error{"There is no such name."};
  const std::string key = ShapedText(wanted.query, wanted.shape);
  if (AnsweredPtr known = Find(key)) return known;
  if (!reshaping_ || reshaping_->key != key) {
    Result<AnsweredPtr> upright = AnswerUpright(wanted.query, budget, false);
    if (!upright || *upright == nullptr) return upright;
    reshaping_ = std::make_unique<Reshaping>(
        key, upright.Take(), *names_, wanted.shape,
        wanted.shape.packages ? PackageNames() : std::vector<NameId>(), sketch);
  }
  if (!WorkOn(reshaping_->reshaper, budget, sketch)) return AnsweredPtr();
  const std::unique_ptr<Reshaping> done = std::move(reshaping_);
  CallTree tree = done->reshaper.Take();
  std::vector<std::uint32_t> sketched = BoxesOfSketch(done->reshaper.sketch(), tree);
  return Keep(key, {wanted.query, wanted.shape, done->upright->selection, std::move(tree),
                    done->upright, done->upright->frames, std::move(sketched)});
}

// A side of the tree in the rest of the shape, which is worked out first.
Result<AnsweredPtr> OpenProfile::AnswerSide(const ShapedQuery& wanted, const Budget& budget) {
  const std::string key = ShapedText(wanted.query, wanted.shape);
  if (AnsweredPtr known = Find(key)) return known;
  ShapedQuery both = wanted;
  both.shape.width = TreeWidth::kBoth;
  const bool upright = both.shape == TreeShape();
  const Result<AnsweredPtr> whole =
      upright ? AnswerUpright(both.query, budget, false) : AnswerShaped(both, budget, false);
  if (!whole || *whole == nullptr) return whole;
  const Answered& of = **whole;
  return Keep(key, {wanted.query, wanted.shape, of.selection, SideOf(of.tree, wanted.shape.width),
                    of.made_of ? of.made_of : *whole, of.frames});
}

std::vector<NameId> OpenProfile::PackageNames() {
  NameDescriber describe(*this);
  std::vector<NameId> packages;
  const std::size_t count = names_->size();
  for (NameId name = 0; name < count; ++name) {
    packages.push_back(name);
    const AdoptedName* adopted = names_->adopted(name);
    if (name == kRootName || (adopted && (adopted->package || adopted->label))) continue;
    const NameForms forms = describe.Of(name);
    if (forms.package_length == 0) continue;
    const std::string function(names_->word(adopted ? adopted->function : names_->text_id(name)));
    packages.back() =
        names_->AdoptPackage(forms.forms[0].substr(0, forms.package_length), function);
  }
  for (NameId name = static_cast<NameId>(count); name < names_->size(); ++name) {
    packages.push_back(name);
  }
  names_->RankAnew();
  return packages;
}

const std::vector<RowCost>& Answered::Rows(const NameTable& names) const {
  if (rows) return *rows;
  rows = SumRows(upright(), names);
  if (!made_of) return *rows;
  const std::vector<std::uint32_t> boxes = CountBoxes(tree, names);
  for (RowCost& row : *rows) row.boxes = boxes[row.row];
  return *rows;
}

Result<Selection> OpenProfile::StacksOf(const Answered& answered) const {
  if (answered.selection.stacks) return answered.selection;
  const Result<Query> query = ParseQuery(answered.query);
  if (!query) return query.error();
  return SelectStacks(profile_, *query);
}

std::vector<std::uint32_t> OpenProfile::MappingsOfNames() const {
  std::vector<std::uint32_t> mappings(names_->size(), kNone);
  const auto& locations = profile_->data().locations;
  for (std::uint32_t i = 0; i < locations.size(); ++i) {
    for (const NameId name : names_->frames().of(i)) {
      if (mappings[name] == kNone) mappings[name] = locations[i].mapping;
    }
  }
  return mappings;
}

std::unordered_map<std::string_view, NameId> OpenProfile::RowsByText() const {
  std::unordered_map<std::string_view, NameId> rows;
  for (NameId name = 1; name < names_->size(); ++name) {
    if (names_->row(name) == name) rows.try_emplace(names_->text(name), name);
  }
  return rows;
}

const Matched& OpenProfile::Match(const std::string& pattern) {
  if (!matched_ || matched_->pattern != pattern || matched_->size != names_->size()) {
    matched_ = Matched{pattern, names_->size(), MatchNames(*names_, pattern)};
  }
  return *matched_;
}

}  // namespace burnglass
