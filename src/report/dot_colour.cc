#include "report/dot_colour.h"

#include <algorithm>
#include <cmath>
#include <cstdio>

namespace burnglass {
namespace {

std::string Colour(double part, double saturation, double value) {
  // Small parts are told apart by raising all to a power; the very small ones are grey.
  constexpr double kPower = 1.0 - 0.7;
  constexpr double kGrey = 0.2;
  part = std::max(-1.0, std::min(1.0, part));
  if (std::fabs(part) < kGrey) saturation *= std::fabs(part) / kGrey;
  if (part > 0) part = std::pow(part, kPower);
  if (part < 0) part = -std::pow(-part, kPower);
  const double red = part < 0 ? value * (1 + saturation * part) : value;
  const double green = part < 0 ? value : value * (1 - saturation * part);
  const double blue = value * (1 - saturation);
  const auto byte = [](double level) { return static_cast<unsigned>(level * 255.0) & 0xff; };
  char text[8];
  std::snprintf(text, sizeof text, "#%02x%02x%02x", byte(red), byte(green), byte(blue));
  return text;
}

}  // namespace

std::string DotColour(double part) { return Colour(part, 1.0, 0.7); }

std::string DotBackgroundColour(double part) { return Colour(part, 0.1, 0.93); }

}  // namespace burnglass
