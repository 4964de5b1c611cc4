// OpenProfile: a profile that can be asked, with everything that is made of it once.
#pragma once

#include <cstdint>
#include <list>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "analysis/call_tree.h"
#include "analysis/line_costs.h"
#include "analysis/name_table.h"
#include "analysis/reshape_tree.h"
#include "analysis/row_costs.h"
#include "analysis/search.h"
#include "analysis/select.h"
#include "engine/combine.h"
#include "profile/names.h"
#include "profile/profile.h"
#include "query/tree_shape.h"

namespace burnglass {

// What a query has led to: kept, so that the next question about it is cheap.
struct Answered {
  std::string query;  // its text, without that of the shape
  TreeShape shape;
  Selection selection;
  CallTree tree;                            // in that shape
  std::shared_ptr<const Answered> made_of;  // of another shape than the default: the upright one
  // What locations show, where that is not what the profile's own names say.
  std::shared_ptr<const NameFrames> frames = nullptr;
  // By box of the sketch that was told before the tree: its box here. Empty: there was none.
  std::vector<std::uint32_t> sketched = {};

  // As it was asked.
  std::string text() const { return ShapedText(query, shape); }

  // The tree that tables are summed from, whatever the shape of the one that is drawn.
  const CallTree& upright() const { return made_of ? made_of->tree : tree; }

  // SumRows of the upright tree, with the boxes that rows have in this one; worked out when first
  // asked for: the flame graph does not wait for it.
  const std::vector<RowCost>& Rows(const NameTable& names) const;

  mutable std::optional<std::vector<RowCost>> rows = std::nullopt;
  // Worked out when first asked for, too.
  mutable std::unique_ptr<CallTree> folded = nullptr;  // upright, a box for each package
  mutable std::unique_ptr<LineCosts> lines = nullptr, addresses = nullptr;
};
using AnsweredPtr = std::shared_ptr<const Answered>;

// The names that a pattern matches; of the last pattern only.
struct Matched {
  std::string pattern;
  std::size_t size = 0;  // of the table of names then
  Result<NameSet> names = NameSet();
};

class OpenProfile {
 public:
  OpenProfile(std::string file_name, ProfilePtr profile, std::unique_ptr<NameTable> names);

  const std::string& file_name() const { return file_name_; }
  const ProfilePtr& profile() const { return profile_; }
  const ModuleGuess& own_module() const { return own_module_; }
  const NameTable& names() const { return *names_; }
  // For who numbers what other frame tables have.
  NameTable& names() { return *names_; }

  // How it was made of others; null for a file.
  const Combined* combined() const { return combined_.get(); }
  void MadeAs(std::shared_ptr<const Combined> combined) { combined_ = std::move(combined); }

  // Its two sides, where it is a comparison: one that was made, or a file that is one. Null: none.
  const Comparison* Sides();

  // Works towards the answer to a query's text, perhaps with that of a shape behind it; null while
  // the budget is spent before it is there. Fails when the query or the shape is none, does not fit
  // the profile, or its sums do not fit an int64.
  // Null as well when a sketch of the tree has come to be, where one is wanted.
  Result<const Answered*> Answer(const std::string& query, const Budget& budget,
                                 bool sketch = false);

  // What there is already of the answer that is worked towards; null: nothing.
  const CallTree* Sketch(const std::string& query) const;

  // By name that of its package, itself where it has none. Packages become names, too.
  std::vector<NameId> PackageNames();

  // By name the first mapping (an index of the profile's) that has a location of it, kNone where
  // there is none. What queries bring in has none.
  std::vector<std::uint32_t> MappingsOfNames() const;

  // Rows of the table by what they are called; of equal ones the first.
  std::unordered_map<std::string_view, NameId> RowsByText() const;

  const Matched& Match(const std::string& pattern);

  // What a query that has an answer picks out, with its stacks, lines and labels, which only some
  // answers need, whether it filters or not.
  Result<Selection> StacksOf(const Answered& answered) const;

  // What a question's text has led to, if it is still kept.
  AnsweredPtr Find(const std::string& key);

 private:
  // A tree in the making, with what it is made of.
  struct Building {
    Building(std::string text, Selection selected, const NameTable& names,
             const LocationTree& stacks, std::shared_ptr<const NameFrames> shown, bool sketch);

    std::string query;
    Selection selection;
    std::shared_ptr<const NameFrames> frames;
    CallTreeBuilder builder;
  };

  // Likewise a shape, from the upright tree.
  struct Reshaping {
    Reshaping(std::string text, AnsweredPtr of, const NameTable& names, const TreeShape& shape,
              std::vector<NameId> packages_of, bool sketch)
        : key(std::move(text)),
          upright(std::move(of)),
          shape(shape),
          packages(std::move(packages_of)),
          reshaper(upright->tree, names, shape, {.sketched = sketch ? kSketchedBoxes : kNone},
                   &packages) {}

    std::string key;
    AnsweredPtr upright;
    TreeShape shape;
    const std::vector<NameId> packages;
    TreeReshaper reshaper;
  };
  struct Kept {
    std::string key;  // texts of query and shape
    AnsweredPtr answered;
  };

  AnsweredPtr Keep(std::string key, Answered answered);
  Result<AnsweredPtr> AnswerUpright(const std::string& query, const Budget& budget, bool sketch);
  Result<AnsweredPtr> AnswerSide(const ShapedQuery& wanted, const Budget& budget);
  Result<AnsweredPtr> AnswerShaped(const ShapedQuery& wanted, const Budget& budget, bool sketch);
  Result<AnsweredPtr> Finish();

  std::string file_name_;
  ProfilePtr profile_;
  std::unique_ptr<NameTable> names_;
  ModuleGuess own_module_;
  std::shared_ptr<const Combined> combined_;
  std::optional<Comparison> sides_;  // of a file that is a comparison, once asked for
  std::list<Kept> kept_;             // the last used one first
  std::unique_ptr<Building> building_;
  std::unique_ptr<Reshaping> reshaping_;
  std::optional<Matched> matched_;
};

}  // namespace burnglass
