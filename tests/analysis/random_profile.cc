#include "random_profile.h"

#include <random>
#include <string>

#include "profile/drawn_profile.h"

namespace burnglass {
namespace {

class RandomProfileMaker {
 public:
  RandomProfileMaker(unsigned seed, const RandomShape& shape) : random_(seed), shape_(shape) {
    const std::size_t locations = 1 + Below(shape.locations);
    for (std::size_t i = 0; i < locations; ++i) cells_.push_back(RandomCell());
    negative_ = Below(2) == 0;
  }

  ProfilePtr Make() {
    ProfileSketch sketch;
    for (std::size_t i = 0; i < shape_.samples; ++i) {
      stacks_.push_back(RandomStack());
      sketch.AddSample(stacks_.back(), RandomValue());
    }
    return sketch.Finish();
  }

 private:
  std::size_t Below(std::size_t n) { return random_() % n; }

  std::string RandomCell() {
    const auto name = [&] { return std::string(1, static_cast<char>('a' + Below(8))); };
    // The binary makes locations of one function differ.
    const std::string binary = Below(2) == 0 ? "@bin" + std::to_string(Below(3)) : "";
    switch (Below(6)) {
      case 0:
        return "0x" + std::to_string(1 + Below(4)) + binary;
      case 1:
        return name() + ">" + name() + binary;
      case 2:
        return name() + ">" + name() + ">" + name() + binary;
      case 3:
        return Below(4) == 0 ? "?" + binary : name() + binary;
      default:
        return name() + binary;
    }
  }

  // An earlier stack, cut and continued, or a new one; now and then none.
  std::vector<std::string> RandomStack() {
    std::vector<std::string> stack;
    if (!stacks_.empty() && Below(5) != 0) {
      stack = stacks_[Below(stacks_.size())];
      stack.resize(Below(stack.size() + 1));
    }
    const std::size_t more = Below(8) == 0 ? Below(60) : Below(5);
    for (std::size_t i = 0; i < more; ++i) stack.push_back(cells_[Below(cells_.size())]);
    return stack;
  }

  std::int64_t RandomValue() {
    auto value = static_cast<std::int64_t>(Below(6));
    if (shape_.skewed) value <<= Below(22);
    return negative_ && Below(3) == 0 ? -value : value;
  }

  std::mt19937 random_;
  const RandomShape shape_;
  bool negative_ = false;
  std::vector<std::string> cells_;
  std::vector<std::vector<std::string>> stacks_;
};

}  // namespace

ProfilePtr RandomProfile(unsigned seed, const RandomShape& shape) {
  return RandomProfileMaker(seed, shape).Make();
}

}  // namespace burnglass
