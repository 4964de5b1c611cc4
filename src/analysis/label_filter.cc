#include "analysis/label_filter.h"

#include <algorithm>
#include <functional>
#include <optional>
#include <set>
#include <span>
#include <string_view>

#include "analysis/label_range.h"
#include "analysis/pattern.h"

namespace burnglass {
namespace {

using SampleTest = std::function<bool(std::span<const Label>)>;

struct Context {
  const Profile& profile;
  const LabelUnits& units;
};

bool HasKey(const Context& context, const Label& label, std::string_view key) {
  return key.empty() || context.profile.text(label.key) == key;
}

SampleTest TestRange(const Context& context, std::string key, LabelRange range) {
  return [context, key = std::move(key), range = std::move(range)](std::span<const Label> labels) {
    return std::any_of(labels.begin(), labels.end(), [&](const Label& label) {
      if (!label.numeric || !HasKey(context, label, key)) return false;
      const auto unit = context.units.find(label.key);
      return unit != context.units.end() && range.Has(label.num, unit->second);
    });
  };
}

// With a key one of the patterns must match a value; without, each of them one "key:value".
SampleTest TestPatterns(const Context& context, std::string key,
                        std::shared_ptr<std::vector<Pattern>> patterns) {
  const auto matches = [context, key](std::span<const Label> labels, const Pattern& pattern) {
    return std::any_of(labels.begin(), labels.end(), [&](const Label& label) {
      if (label.numeric || !HasKey(context, label, key)) return false;
      const std::string value(context.profile.text(label.str));
      if (!key.empty()) return pattern.Matches(value);
      return pattern.Matches(std::string(context.profile.text(label.key)) + ":" + value);
    });
  };
  return [patterns, matches, any = !key.empty()](std::span<const Label> labels) {
    const auto matched = [&](const Pattern& pattern) { return matches(labels, pattern); };
    return any ? std::any_of(patterns->begin(), patterns->end(), matched)
               : std::all_of(patterns->begin(), patterns->end(), matched);
  };
}

// What a text "[key=]expression" asks of a sample.
Result<SampleTest> CompileTest(const Context& context, const char* option, std::string_view text,
                               std::vector<std::string>& warnings) {
  std::string key;
  if (const std::size_t equals = text.find('='); equals != text.npos) {
    key = std::string(text.substr(0, equals));
    text.remove_prefix(equals + 1);
  }
  if (std::optional<LabelRange> range = ParseLabelRange(text)) {
    warnings.push_back(std::string(option) + ": \"" + std::string(text) +
                       "\" is taken as a range of numbers, not as a pattern");
    return TestRange(context, std::move(key), *std::move(range));
  }
  auto patterns = std::make_shared<std::vector<Pattern>>();
  while (true) {
    const std::size_t comma = text.find(',');
    Result<Pattern> pattern = Pattern::Compile(option, text.substr(0, comma));
    if (!pattern) return pattern.error();
    patterns->push_back(pattern.Take());
    if (comma == text.npos) break;
    text.remove_prefix(comma + 1);
  }
  return TestPatterns(context, std::move(key), std::move(patterns));
}

// Marks the samples for which the test has another outcome than is wanted.
Status DropSamples(const Context& context, const char* option, const std::string& text, bool wanted,
                   LabelFilter& result) {
  if (text.empty()) return Done{};
  const Result<SampleTest> test = CompileTest(context, option, text, result.warnings);
  if (!test) return test.error();
  const std::size_t samples = context.profile.sample_count();
  result.dropped.resize(samples);
  bool matched = false;
  for (std::size_t i = 0; i < samples; ++i) {
    const bool outcome = (*test)(context.profile.labels(i));
    matched |= outcome;
    result.dropped[i] |= outcome != wanted;
  }
  if (!matched) result.warnings.push_back(std::string(option) + " matches nothing");
  return Done{};
}

// Marks the keys that the pattern matches (hide), or all others (show).
Status HideKeys(const Profile& profile, const char* option, const std::string& text, bool hide,
                LabelFilter& result) {
  if (text.empty()) return Done{};
  const Result<Pattern> pattern = Pattern::Compile(option, text);
  if (!pattern) return pattern.error();
  std::set<StringId> keys;
  for (const Label& label : profile.data().labels) keys.insert(label.key);
  result.hidden_keys.resize(profile.data().strings.size());
  bool matched = false;
  for (const StringId key : keys) {
    const bool match = pattern->Matches(profile.text(key));
    matched |= match;
    result.hidden_keys[key] |= match == hide;
  }
  if (!matched) result.warnings.push_back(std::string(option) + " matches nothing");
  return Done{};
}

}  // namespace

LabelUnits FindLabelUnits(const Profile& profile) {
  LabelUnits units;
  StringId known = 0;  // the key of the last one; one more without a unit tells nothing
  for (const Label& label : profile.data().labels) {
    if (!label.numeric || (label.key == known && label.unit == 0)) continue;
    known = label.key;
    std::string& unit = units[label.key];
    if (unit.empty()) unit = std::string(profile.text(label.unit));
  }
  for (auto& [key, unit] : units) {
    if (!unit.empty()) continue;
    const std::string_view name = profile.text(key);
    unit = name == "alignment" || name == "request" ? "bytes" : std::string(name);
  }
  return units;
}

Result<LabelFilter> FilterLabels(const Profile& profile, const LabelUnits& units,
                                 const Query& query) {
  const Context context{profile, units};
  LabelFilter result;
  Status status = DropSamples(context, "tagfocus", query.tagfocus, true, result);
  if (status) status = DropSamples(context, "tagignore", query.tagignore, false, result);
  if (status) status = HideKeys(profile, "tagshow", query.tagshow, false, result);
  if (status) status = HideKeys(profile, "taghide", query.taghide, true, result);
  if (!status) return status.error();
  return result;
}

}  // namespace burnglass
