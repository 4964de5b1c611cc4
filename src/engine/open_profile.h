// OpenProfile: a profile that can be asked, with everything that is made of it once.
#pragma once

#include <cstdint>
#include <list>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "analysis/call_tree.h"
#include "analysis/line_costs.h"
#include "analysis/location_tree.h"
#include "analysis/name_table.h"
#include "analysis/row_costs.h"
#include "analysis/search.h"
#include "analysis/select.h"
#include "profile/profile.h"

namespace burnglass {

// What a query has led to: kept, so that the next question about it is cheap.
struct Answered {
  std::string query;
  Selection selection;
  CallTree tree;

  // SumRows of the tree, worked out when first asked for: the flame graph does not wait for it.
  const std::vector<RowCost>& Rows(const NameTable& names) const {
    if (!rows) rows = SumRows(tree, names);
    return *rows;
  }

  mutable std::optional<std::vector<RowCost>> rows = std::nullopt;
  // Worked out when first asked for, too.
  mutable std::unique_ptr<LineCosts> lines = nullptr, addresses = nullptr;
};

// The names that a pattern matches; of the last pattern only.
struct Matched {
  std::string pattern;
  Result<NameSet> names = NameSet();
};

class OpenProfile {
 public:
  OpenProfile(std::string file_name, ProfilePtr profile, std::unique_ptr<NameTable> names,
              LocationTree stacks);

  const std::string& file_name() const { return file_name_; }
  const ProfilePtr& profile() const { return profile_; }
  const NameTable& names() const { return *names_; }
  const std::shared_ptr<const LocationTree>& stacks() const { return stacks_; }

  // Works towards the answer to a query's text; null while the budget is spent before it is there.
  // Fails when the query is none, does not fit the profile, or its sums do not fit an int64.
  Result<const Answered*> Answer(const std::string& query, const Budget& budget);

  // The selection of an answered query with its stacks, lines and labels, whether it filters or
  // not.
  Result<Selection> WithStacks(const Answered& answered) const;

  const Matched& Match(const std::string& pattern);

 private:
  // A tree in the making, with what it is made of.
  struct Building {
    Building(std::string text, Selection selected, const NameTable& names,
             const LocationTree& stacks);

    std::string query;
    Selection selection;
    CallTreeBuilder builder;
  };

  const Answered* Find(const std::string& query);
  Result<const Answered*> Finish();

  std::string file_name_;
  ProfilePtr profile_;
  std::unique_ptr<NameTable> names_;
  std::shared_ptr<const LocationTree> stacks_;
  std::list<Answered> answered_;  // the last used one first
  std::unique_ptr<Building> building_;
  std::optional<Matched> matched_;
};

}  // namespace burnglass
