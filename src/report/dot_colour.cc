#include "report/dot_colour.h"

#include <algorithm>
#include <cmath>
#include <cstdio>

namespace burnglass {
namespace {

std::uint32_t Colour(double part, double saturation, double value) {
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
  return byte(red) << 16 | byte(green) << 8 | byte(blue);
}

}  // namespace

std::uint32_t DotColour(double part) { return Colour(part, 1.0, 0.7); }

std::uint32_t DotBackgroundColour(double part) { return Colour(part, 0.1, 0.93); }

std::string ColourText(std::uint32_t rgb) {
  char text[8];
  std::snprintf(text, sizeof text, "#%06x", static_cast<unsigned>(rgb & 0xffffff));
  return text;
}

}  // namespace burnglass
