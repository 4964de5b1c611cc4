#include "analysis/privacy.h"

#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>
#include <utility>

#include "analysis/name_table.h"
#include "analysis/text_traces.h"
#include "base/ascii.h"
#include "base/utf8.h"
#include "profile/names_package.h"
#include "profile/redact_names.h"

namespace burnglass {
namespace {

// Counts texts by the places that have them.
class Tally {
 public:
  void Add(std::string_view text, std::uint64_t places = 1) {
    if (!text.empty()) places_[std::string(text)] += places;
  }

  PrivacyFinding Tell(std::string what) const {
    PrivacyFinding finding{.what = std::move(what), .distinct = places_.size(), .examples = {}};
    std::vector<std::pair<std::uint64_t, std::string_view>> order;
    for (const auto& [text, places] : places_) {
      finding.places += places;
      order.emplace_back(places, text);
    }
    const std::size_t shown = std::min(kMostExamples, order.size());
    std::partial_sort(order.begin(), order.begin() + static_cast<std::ptrdiff_t>(shown),
                      order.end(), [](const auto& a, const auto& b) {
                        return a.first != b.first ? a.first > b.first : a.second < b.second;
                      });
    for (std::size_t i = 0; i < shown; ++i) finding.examples.push_back(Example(order[i].second));
    return finding;
  }

 private:
  static std::string Example(std::string_view text) {
    constexpr std::size_t kMostBytes = 160;
    if (text.size() <= kMostBytes) return RepairUtf8(text);
    return RepairUtf8(text.substr(0, kMostBytes)) + "…";
  }

  std::unordered_map<std::string, std::uint64_t> places_;
};

bool IsAbsolute(std::string_view path) {
  return path.starts_with('/') || path.starts_with('\\') ||
         (path.size() > 2 && path[1] == ':' && (path[2] == '\\' || path[2] == '/'));
}

std::string_view FolderOf(std::string_view path) {
  return path.substr(0, std::min(path.find_last_of("/\\"), path.size()));
}

// Whose values are names of people or of machines, whatever they look like.
bool IsOneOf(std::string_view key, std::initializer_list<std::string_view> words) {
  std::string lower(key);
  std::transform(lower.begin(), lower.end(), lower.begin(), Lower);
  return std::find(words.begin(), words.end(), lower) != words.end();
}
bool NamesUsers(std::string_view key) {
  return IsOneOf(key, {"user", "username", "user_name", "user.name", "login", "account", "owner"});
}
bool NamesHosts(std::string_view key) {
  return IsOneOf(key, {"host", "hostname", "host_name", "host.name", "node", "node_name", "pod",
                       "pod_name", "instance", "machine", "server", "container_name"});
}

class PrivacySearch {
 public:
  explicit PrivacySearch(const Profile& profile)
      : profile_(profile), data_(profile.data()), own_(GuessOwnModule(profile)) {}

  PrivacyReport Run() {
    LookAtFunctions();
    LookAtMappings();
    LookAtLabels();
    LookAtTexts();
    return {.sections = {People(), Code(), Labels(), File()}, .packages = Packages()};
  }

 private:
  std::string_view text(StringId id) const { return profile_.text(id); }

  void Look(std::string_view words, TextKind kind, std::uint64_t places = 1) {
    finder_.Find(words, kind,
                 [&](Trace trace, std::string_view found) { traces_[trace].Add(found, places); });
  }

  void LookAtFunctions() {
    for (const Function& function : data_.functions) {
      const std::string_view file = text(function.filename);
      Look(file, TextKind::kPath);
      if (IsAbsolute(file)) folders_.Add(FolderOf(file));
      LookAtName(ShownSymbol(text(function.name)));
    }
  }

  void LookAtName(const std::string& name) {
    if (name.empty() || IsEverybodysName(name)) return;
    const NameForms forms = DescribeName(name, own_);
    const std::string package = UnescapedPackage(name.substr(0, forms.package_length));
    functions_.Add(name);
    if (HasHost(package)) hosts_of_code_.Add(package.substr(0, package.find('/')));
    PrivatePackage& known = packages_[package];
    known.name = package;
    known.name_class = forms.name_class;
    ++known.functions;
  }

  void LookAtMappings() {
    for (const Mapping& mapping : data_.mappings) {
      const std::string_view file = text(mapping.file);
      Look(file, TextKind::kPath);
      programs_.Add(file);
      build_ids_.Add(text(mapping.build_id));
    }
  }

  // A text that many samples have is read once.
  void LookAtLabels() {
    std::unordered_map<StringId, std::uint64_t> values;
    for (const Label& label : data_.labels) {
      const std::string_view key = text(label.key);
      const std::string_view value = text(label.str);
      if (label.numeric) {
        labels_[key].Add(std::to_string(label.num));
        continue;
      }
      labels_[key].Add(value);
      ++values[label.str];
      if (NamesUsers(key)) traces_[Trace::kUser].Add(value);
      if (NamesHosts(key)) traces_[Trace::kHost].Add(value);
    }
    for (const auto& [value, places] : values) Look(text(value), TextKind::kProse, places);
    for (const auto& [key, tally] : labels_) Look(key, TextKind::kProse);
  }

  void LookAtTexts() {
    for (const StringId comment : data_.comments) {
      comments_.Add(text(comment));
      Look(text(comment), TextKind::kProse);
    }
    for (const Fact& fact : data_.facts) {
      told_.Add(std::string(text(fact.name)) + " = " + std::string(text(fact.value)));
      Look(text(fact.value), TextKind::kProse);
    }
    if (data_.doc_url != 0) document_.Add(text(data_.doc_url));
    Look(text(data_.doc_url), TextKind::kProse);
    for (const StringId pattern : {data_.drop_frames, data_.keep_frames}) {
      patterns_.Add(text(pattern));
    }
    for (const Goroutine& goroutine : data_.goroutines) {
      goroutines_.Add(text(goroutine.state));
    }
  }

  PrivacySection People() {
    constexpr std::pair<Trace, const char*> kRows[] = {
        {Trace::kUser, "User names"},        {Trace::kHome, "Home directories"},
        {Trace::kHost, "Host names"},        {Trace::kAddress, "IP addresses"},
        {Trace::kEmail, "E-mail addresses"}, {Trace::kUrl, "URLs"},
        {Trace::kCommand, "Command lines"},  {Trace::kPath, "Paths in labels and comments"}};
    PrivacySection section{.title = "People and machines", .findings = {}};
    for (const auto& [trace, words] : kRows) section.findings.push_back(traces_[trace].Tell(words));
    return section;
  }

  PrivacySection Code() const {
    return {.title = "Code",
            .findings = {functions_.Tell("Functions that are not a standard library's"),
                         hosts_of_code_.Tell("Hosts of modules"),
                         folders_.Tell("Folders that it was built in")}};
  }

  PrivacySection Labels() const {
    PrivacySection section{.title = "Labels", .findings = {}};
    for (const auto& [key, tally] : labels_) {
      section.findings.push_back(tally.Tell("Label " + RepairUtf8(key)));
    }
    if (labels_.empty()) section.findings.push_back(Tally().Tell("Labels"));
    return section;
  }

  PrivacySection File() const {
    return {.title = "File",
            .findings = {programs_.Tell("Programs and libraries"), build_ids_.Tell("Build ids"),
                         comments_.Tell("Comments"), told_.Tell("What the program told"),
                         document_.Tell("Address of a description"),
                         patterns_.Tell("Patterns of frames to drop or keep"),
                         goroutines_.Tell("States of goroutines, told one by one")}};
  }

  std::vector<PrivatePackage> Packages() const {
    std::vector<PrivatePackage> all;
    for (const auto& [name, package] : packages_) {
      if (!name.empty()) all.push_back(package);
    }
    std::stable_sort(all.begin(), all.end(),
                     [](const auto& a, const auto& b) { return a.name_class < b.name_class; });
    return all;
  }

  const Profile& profile_;
  const ProfileData& data_;
  const ModuleGuess own_;
  const TraceFinder finder_;
  std::map<Trace, Tally> traces_;
  std::map<std::string_view, Tally> labels_;  // by key
  std::map<std::string, PrivatePackage> packages_;
  Tally functions_, hosts_of_code_, folders_, programs_, build_ids_;
  Tally comments_, told_, document_, patterns_, goroutines_;
};

}  // namespace

PrivacyReport FindPrivacy(const Profile& profile) { return PrivacySearch(profile).Run(); }

}  // namespace burnglass
