#include "base/units.h"

#include <array>
#include <cmath>
#include <cstdio>
#include <span>

namespace burnglass {
namespace {

struct Unit {
  std::string_view name;
  double factor;
  std::array<std::string_view, 3> spellings;  // lower case, singular; empty ones are not used
};

constexpr double kKilo = 1024;

constexpr Unit kBytes[] = {
    {"B", 1, {"b", "byte"}},
    {"kB", kKilo, {"kb", "kbyte", "kilobyte"}},
    {"MB", kKilo* kKilo, {"mb", "mbyte", "megabyte"}},
    {"GB", kKilo* kKilo* kKilo, {"gb", "gbyte", "gigabyte"}},
    {"TB", kKilo* kKilo* kKilo* kKilo, {"tb", "tbyte", "terabyte"}},
    {"PB", kKilo* kKilo* kKilo* kKilo* kKilo, {"pb", "pbyte", "petabyte"}},
};

// There are no minutes: 3599 seconds stay seconds, 3600 are an hour.
constexpr Unit kTime[] = {
    {"ns", 1, {"ns", "nanosecond"}},    {"us", 1e3, {"μs", "us", "microsecond"}},
    {"ms", 1e6, {"ms", "millisecond"}}, {"s", 1e9, {"s", "sec", "second"}},
    {"hrs", 3600e9, {"hour", "hr"}},
};

// Google's normalised compute units.
constexpr Unit kGcu[] = {
    {"n*GCU", 1e-9, {"nanogcu"}}, {"u*GCU", 1e-6, {"microgcu"}}, {"m*GCU", 1e-3, {"milligcu"}},
    {"GCU", 1, {"gcu"}},          {"k*GCU", 1e3, {"kilogcu"}},   {"M*GCU", 1e6, {"megagcu"}},
    {"G*GCU", 1e9, {"gigagcu"}},  {"T*GCU", 1e12, {"teragcu"}},  {"P*GCU", 1e15, {"petagcu"}},
};

struct Family {
  std::span<const Unit> units;
  const Unit& standard;
};

constexpr Family kFamilies[] = {
    {kBytes, kBytes[0]},
    {kTime, kTime[3]},
    {kGcu, kGcu[3]},
};

// "Nanoseconds" is written "nanosecond"; only what is longer than "ms" loses an s.
std::string Normalised(std::string_view name) {
  std::string text(name);
  for (char& c : text) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  if (text.size() > 2 && text.back() == 's') text.pop_back();
  return text;
}

const Unit* FindUnit(const Family& family, std::string_view name) {
  const std::string wanted = Normalised(name);
  if (wanted.empty()) return nullptr;
  for (const Unit& unit : family.units) {
    for (std::string_view spelling : unit.spellings) {
      if (spelling == wanted) return &unit;
    }
  }
  return nullptr;
}

const Unit& LargestUnitBelow(const Family& family, double value) {
  const Unit* best = nullptr;
  for (const Unit& unit : family.units) {
    if (value / unit.factor >= 1) best = &unit;
  }
  return best ? *best : family.standard;
}

bool IsChosenByValue(std::string_view unit) { return unit == "minimum" || unit == "auto"; }

bool IsPlainCount(std::string_view unit) {
  return unit == "count" || unit == "sample" || unit == "unit" || IsChosenByValue(unit);
}

std::string Format(const char* format, double value) {
  std::array<char, 400> buffer;  // %f of the largest double has 309 digits
  const int size = std::snprintf(buffer.data(), buffer.size(), format, value);
  return std::string(buffer.data(), static_cast<std::size_t>(size));
}

}  // namespace

ScaledValue Scale(std::int64_t value, std::string_view from, std::string_view to) {
  // The smallest int64 has no positive counterpart; it goes on as it is.
  if (value < 0 && value != INT64_MIN) {
    ScaledValue scaled = Scale(-value, from, to);
    scaled.value = -scaled.value;
    return scaled;
  }
  for (const Family& family : kFamilies) {
    const Unit* source = FindUnit(family, from);
    if (!source) continue;
    const double base = static_cast<double>(value) * source->factor;
    const Unit* wished =
        IsChosenByValue(to) ? &LargestUnitBelow(family, base) : FindUnit(family, to);
    const Unit& target = wished ? *wished : family.standard;
    return {base / target.factor, std::string(target.name)};
  }
  return {static_cast<double>(value), IsPlainCount(to) ? std::string() : std::string(to)};
}

std::string ScaledLabel(std::int64_t value, std::string_view from, std::string_view to) {
  const ScaledValue scaled = Scale(value, from, to);
  std::string number = Format("%.2f", scaled.value);
  if (number.ends_with(".00")) number.resize(number.size() - 3);
  if (number == "0" || number == "-0") return "0";
  return number + scaled.unit;
}

std::string Percentage(std::int64_t value, std::int64_t total) {
  double percent = 0;
  if (total != 0) {
    percent = std::fabs(static_cast<double>(value) / static_cast<double>(total)) * 100;
  }
  if (percent >= 99.95 && percent <= 100.05) return "  100%";
  return Format(percent >= 1 ? "%5.2f%%" : "%5.2g%%", percent);
}

std::string CommonUnit(std::int64_t smallest, std::int64_t largest, std::string_view unit) {
  if (smallest == 0) smallest = largest;
  const std::string small_unit = Scale(smallest, unit, "minimum").unit;
  const std::string large_unit = Scale(largest, unit, "minimum").unit;
  // As in pprof, the product may wrap around; then both values are huge and share their unit.
  const auto hundredfold = static_cast<std::int64_t>(static_cast<std::uint64_t>(smallest) * 100);
  std::string chosen = small_unit;
  if (small_unit != large_unit && hundredfold < largest) {
    chosen = Scale(hundredfold, unit, "minimum").unit;
  }
  return chosen.empty() ? std::string(unit) : chosen;
}

bool SameUnitFamily(std::string_view a, std::string_view b) {
  for (const Family& family : kFamilies) {
    if (FindUnit(family, a) && FindUnit(family, b)) return true;
  }
  return false;
}

}  // namespace burnglass
