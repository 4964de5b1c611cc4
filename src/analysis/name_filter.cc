#include "analysis/name_filter.h"

#include <algorithm>
#include <optional>
#include <string_view>

#include "analysis/pattern.h"
#include "profile/without_arguments.h"

namespace burnglass {
namespace {

using Flags = std::vector<std::uint8_t>;

// Where a pattern matches: it is asked once of each function and each mapping.
class Matches {
 public:
  Matches(const Profile& profile, const Pattern& pattern) : profile_(profile) {
    const ProfileData& data = profile.data();
    for (const Function& function : data.functions) {
      functions_.push_back(pattern.Matches(profile.text(function.name)) ||
                           pattern.Matches(profile.text(function.filename)));
    }
    for (const Mapping& mapping : data.mappings) {
      mappings_.push_back(pattern.Matches(profile.text(mapping.file)));
    }
  }

  bool Line(std::uint32_t line) const { return functions_[profile_.data().lines[line].function]; }
  bool MappingOf(std::uint32_t location) const {
    const std::uint32_t mapping = profile_.data().locations[location].mapping;
    return mapping != kNone && mappings_[mapping];
  }
  bool Location(std::uint32_t location, std::span<const std::uint32_t> lines) const {
    return std::any_of(lines.begin(), lines.end(), [&](std::uint32_t l) { return Line(l); }) ||
           MappingOf(location);
  }

 private:
  const Profile& profile_;
  Flags functions_, mappings_;
};

// One step of the pipeline sees the lines that the one before left, and makes those for the next.
class Filter {
 public:
  Filter(const Profile& profile, const Query& query) : profile_(profile), query_(query) {}

  Result<LocationFilter> Run() {
    result_.lines = AllLines(profile_);
    result_.by_name = !query_.focus.empty() || !query_.ignore.empty() || !query_.hide.empty() ||
                      !query_.show.empty();
    Step("ignore", query_.ignore, [&](const Matches& at) { Ignore(at); });
    Step("focus", query_.focus, [&](const Matches& at) { Focus(at); });
    Step("hide", query_.hide, [&](const Matches& at) { Hide(at); });
    Step("show", query_.show, [&](const Matches& at) { Show(at); });
    Step("show_from", query_.show_from, [&](const Matches& at) { ShowFrom(at); });
    if (!query_.prune_from.empty() || !query_.collapse.empty()) PruneFrom();
    if (error_) return *error_;
    return std::move(result_);
  }

 private:
  std::size_t locations() const { return profile_.data().locations.size(); }

  template <typename Apply>
  void Step(const char* option, const std::string& text, Apply apply) {
    if (text.empty() || error_) return;
    const Result<Pattern> pattern = Pattern::Compile(option, text);
    if (!pattern) {
      error_ = pattern.error();
      return;
    }
    matched_ = false;
    apply(Matches(profile_, *pattern));
    if (!matched_) result_.warnings.push_back(std::string(option) + " matches nothing");
  }

  // A location that is ignored cannot be focused; that matters where focus matches nothing else.
  void Ignore(const Matches& at) { result_.ignored = Mark(at); }
  void Focus(const Matches& at) { result_.focused = Mark(at); }

  Flags Mark(const Matches& at) {
    Flags marks(locations());
    for (std::uint32_t i = 0; i < marks.size(); ++i) {
      marks[i] = at.Location(i, result_.lines.of(i));
      matched_ |= marks[i] != 0;
    }
    return marks;
  }

  // Replaces the lines of each location by what keep(location, lines) returns: a range, or a
  // selection written to kept_.
  template <typename Keep>
  void Rewrite(Keep keep) {
    LocationLines next;
    next.begin.reserve(result_.lines.begin.size());
    for (std::uint32_t i = 0; i < locations(); ++i) {
      next.begin.push_back(static_cast<std::uint32_t>(next.lines.size()));
      keep(i, result_.lines.of(i), next.lines);
    }
    next.begin.push_back(static_cast<std::uint32_t>(next.lines.size()));
    result_.lines = std::move(next);
  }

  void Hide(const Matches& at) {
    result_.hidden.resize(locations());
    Rewrite([&](std::uint32_t i, std::span<const std::uint32_t> lines, auto& kept) {
      const std::size_t before = kept.size();
      const bool whole = at.MappingOf(i);
      if (!whole) {
        std::copy_if(lines.begin(), lines.end(), std::back_inserter(kept),
                     [&](std::uint32_t line) { return !at.Line(line); });
      }
      if (!at.Location(i, lines)) return;
      matched_ = true;
      if (kept.size() == before) result_.hidden[i] = true;
    });
  }

  void Show(const Matches& at) {
    result_.hidden.resize(locations());
    Rewrite([&](std::uint32_t i, std::span<const std::uint32_t> lines, auto& kept) {
      const std::size_t before = kept.size();
      const bool whole = at.MappingOf(i);
      std::copy_if(lines.begin(), lines.end(), std::back_inserter(kept),
                   [&](std::uint32_t line) { return whole || at.Line(line); });
      if (kept.size() == before) {
        result_.hidden[i] = true;
      } else {
        matched_ = true;
      }
    });
  }

  // Lines outside the outermost match go. Of a mapping that matches all lines stay.
  void ShowFrom(const Matches& at) {
    result_.shown_from.resize(locations());
    Rewrite([&](std::uint32_t i, std::span<const std::uint32_t> lines, auto& kept) {
      auto end = lines.end();
      if (!at.MappingOf(i)) {
        while (end != lines.begin() && !at.Line(*(end - 1))) --end;
      }
      result_.shown_from[i] = at.MappingOf(i) || end != lines.begin();
      matched_ |= result_.shown_from[i] != 0;
      kept.insert(kept.end(), lines.begin(), result_.shown_from[i] ? end : lines.end());
    });
  }

  // By function, whether prune_from or collapse names it. The first sees names without their
  // arguments.
  Flags PrunedFunctions() {
    Flags functions(profile_.data().functions.size());
    const auto mark = [&](const char* option, const std::string& text, auto shown) {
      if (text.empty()) return;
      const Result<Pattern> pattern = Pattern::Compile(option, text);
      if (!pattern) {
        error_ = pattern.error();
        return;
      }
      for (std::size_t i = 0; i < functions.size(); ++i) {
        const std::string_view name = profile_.text(profile_.data().functions[i].name);
        functions[i] |= !name.empty() && pattern->Matches(shown(name)) ? 1 : 0;
      }
    };
    mark("prune_from", query_.prune_from, WithoutArguments);
    mark("collapse", query_.collapse, [](std::string_view name) { return name; });
    return functions;
  }

  // Lines inside the innermost match go. Only names count.
  void PruneFrom() {
    const Flags functions = PrunedFunctions();
    if (error_) return;
    result_.pruned_from.resize(locations());
    Rewrite([&](std::uint32_t i, std::span<const std::uint32_t> lines, auto& kept) {
      const auto match = std::find_if(lines.begin(), lines.end(), [&](std::uint32_t line) {
        return functions[profile_.data().lines[line].function] != 0;
      });
      result_.pruned_from[i] = match != lines.end();
      kept.insert(kept.end(), match == lines.end() ? lines.begin() : match, lines.end());
    });
  }

  const Profile& profile_;
  const Query& query_;
  LocationFilter result_;
  std::optional<Error> error_;
  bool matched_ = false;
};

}  // namespace

Result<LocationFilter> FilterLocations(const Profile& profile, const Query& query) {
  return Filter(profile, query).Run();
}

bool HasNameFilter(const Query& query) {
  return !query.focus.empty() || !query.ignore.empty() || !query.hide.empty() ||
         !query.show.empty() || !query.show_from.empty() || !query.prune_from.empty() ||
         !query.collapse.empty();
}

}  // namespace burnglass
