// Which module a Go program is. The profile does not say; its functions' files nearly do: those of
// other modules lie under a path with the module's version, …/pkg/mod/example.com/x@v1.2.3/y.go, or
// in a vendor folder, and those of the main module beside main.main.
#include <algorithm>
#include <map>
#include <unordered_map>
#include <vector>

#include "profile/names.h"
#include "profile/names_package.h"
#include "profile/names_shape.h"

namespace burnglass {
namespace {

constexpr auto kNowhere = std::string_view::npos;

// What speaks for a module to be the main one.
struct Evidence {
  bool holds_main = false;     // main.main's file lies in its folder
  std::int64_t near_root = 0;  // samples in which it is the first module after the root
  std::int64_t functions = 0;

  bool WeakerThan(const Evidence& other) const {
    if (holds_main != other.holds_main) return other.holds_main;
    if (near_root != other.near_root) return near_root < other.near_root;
    return functions < other.functions;
  }
};

bool EndsWith(std::string_view text, std::string_view end) {
  return text.size() >= end.size() && text.substr(text.size() - end.size()) == end;
}

bool IsOfOtherModule(std::string_view file) {
  return file.find('@') != kNowhere || file.find("/vendor/") != kNowhere ||
         file.substr(0, 7) == "vendor/";
}

std::string_view FolderOf(std::string_view file) {
  const std::size_t slash = file.rfind('/');
  return slash == kNowhere ? std::string_view() : file.substr(0, slash);
}

std::string_view LastElement(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  return slash == kNowhere ? path : path.substr(slash + 1);
}

void DropLastElement(std::string_view& path) {
  const std::size_t slash = path.rfind('/');
  path = slash == kNowhere ? std::string_view() : path.substr(0, slash);
}

// A module and the folder it was built in, from one function: package "example.com/app/store/index"
// in "/src/checkout/store/index/index.go" is module "example.com/app" in "/src/checkout".
struct Place {
  std::string_view module;
  std::string_view folder;
};

Place PlaceOf(std::string_view package, std::string_view file) {
  const std::string_view least = LikelyModule(package);
  Place place = {package, FolderOf(file)};
  while (place.module.size() > least.size() && !place.folder.empty() &&
         LastElement(place.module) == LastElement(place.folder)) {
    DropLastElement(place.module);
    DropLastElement(place.folder);
  }
  return place;
}

class ModuleFinder {
 public:
  explicit ModuleFinder(const Profile& profile) : profile_(profile) {}

  std::string Find() {
    CollectModules();
    WalkFromLeaves();
    const auto best = std::max_element(
        candidates_.begin(), candidates_.end(),
        [](const auto& a, const auto& b) { return a.second.WeakerThan(b.second); });
    return best == candidates_.end() ? std::string() : best->first;
  }

 private:
  void CollectModules() {
    const std::string_view main_file = FileOfMain();
    module_of_.resize(profile_.data().functions.size());
    for (std::size_t i = 0; i < module_of_.size(); ++i) {
      const Function& function = profile_.data().functions[i];
      const std::string_view name = profile_.text(function.name);
      const std::string_view file = profile_.text(function.filename);
      if (IsOfOtherModule(file)) continue;
      const NameShape shape = ShapeOf(name);
      if (shape.family != NameFamily::kPath) continue;
      const std::string_view package = name.substr(0, shape.package_length);
      module_of_[i] = ModuleOf(package);
      if (!module_of_[i]) continue;
      Evidence& evidence = *module_of_[i];
      ++evidence.functions;
      evidence.holds_main =
          evidence.holds_main || HoldsMain(UnescapedPackage(package), file, main_file);
    }
  }

  // Of the package of a name; null: it is certainly not the main module's.
  Evidence* ModuleOf(std::string_view escaped) {
    const auto [known, is_new] = packages_.try_emplace(escaped, nullptr);
    if (!is_new) return known->second;
    const std::string package = UnescapedPackage(escaped);
    if (MayBeOwn(package)) known->second = &candidates_[std::string(LikelyModule(package))];
    return known->second;
  }

  static bool MayBeOwn(std::string_view package) {
    if (package.empty() || package == "main") return false;
    // The Go toolchain's own commands are in the standard library's folder.
    return !IsGoStandardPackage(package) || package.substr(0, 4) == "cmd/";
  }

  static bool HoldsMain(std::string_view package, std::string_view file,
                        std::string_view main_file) {
    if (main_file.empty()) return false;
    const Place place = PlaceOf(package, file);
    if (place.folder.empty()) return false;
    // Built with -trimpath, files begin with the module itself.
    const std::string folder = std::string(place.folder) + "/";
    const std::string module = std::string(LikelyModule(package)) + "/";
    return main_file.substr(0, folder.size()) == folder || main_file.find(module) != kNowhere;
  }

  std::string_view FileOfMain() const {
    for (const Function& function : profile_.data().functions) {
      if (profile_.text(function.name) == "main.main") return profile_.text(function.filename);
    }
    return {};
  }

  // The first frames of a stack are few and alike, so some thousand stacks tell all.
  void WalkFromLeaves() {
    constexpr std::size_t kStacks = 10000, kSteps = 1 << 21;
    const LocationTree& tree = *profile_.stacks();
    for (const Location& location : profile_.data().locations) {
      outermost_.push_back(OutermostModule(location));
    }
    std::size_t steps = 0;
    for (std::size_t i = 0; i < std::min(tree.leaf.size(), kStacks) && steps < kSteps; ++i) {
      Evidence* nearest = nullptr;  // to the root
      for (std::uint32_t node = tree.leaf[i]; node != 0; node = tree.parent[node], ++steps) {
        if (Evidence* module = outermost_[tree.location[node]]) nearest = module;
      }
      if (nearest) ++nearest->near_root;
    }
  }

  Evidence* OutermostModule(const Location& location) const {
    const std::span<const Line> lines = profile_.lines(location);
    for (auto line = lines.rbegin(); line != lines.rend(); ++line) {
      if (module_of_[line->function]) return module_of_[line->function];
    }
    return nullptr;
  }

  const Profile& profile_;
  std::map<std::string, Evidence, std::less<>> candidates_;
  std::unordered_map<std::string_view, Evidence*> packages_;  // as names write them
  // Of `candidates_`; null: certainly not the main module's.
  std::vector<Evidence*> module_of_;  // by function
  std::vector<Evidence*> outermost_;  // by location
};

bool IsGo(const Profile& profile) {
  for (const Function& function : profile.data().functions) {
    if (profile.text(function.name).substr(0, 8) == "runtime.") return true;
    if (EndsWith(profile.text(function.filename), ".go")) return true;
  }
  return false;
}

}  // namespace

ModuleGuess GuessOwnModule(const Profile& profile) {
  if (!IsGo(profile)) return {};
  return {true, ModuleFinder(profile).Find()};
}

}  // namespace burnglass
