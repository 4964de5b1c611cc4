#include "formats/mutate.h"

#include <algorithm>

namespace burnglass {

std::size_t Below(Random& random, std::size_t limit) {
  return random() % std::max<std::size_t>(limit, 1);
}

void Mutate(std::string& bytes, const std::vector<std::string>& pieces, Random& random) {
  const std::size_t at = Below(random, bytes.size());
  const std::size_t length = Below(random, std::min<std::size_t>(bytes.size() - at, 64));
  switch (Below(random, 6)) {
    case 0:
      if (!bytes.empty()) bytes[at] = static_cast<char>(random());
      break;
    case 1:
      bytes.erase(at, length);
      break;
    case 2:
      bytes.insert(at, pieces[Below(random, pieces.size())]);
      break;
    case 3:
      bytes.insert(Below(random, bytes.size()), bytes.substr(at, length));
      break;
    case 4:
      bytes.resize(at);
      break;
    default:
      bytes.replace(at, length, pieces[Below(random, pieces.size())]);
      break;
  }
}

bool IsPrintable(const std::string& sentence) {
  return !sentence.empty() && std::none_of(sentence.begin(), sentence.end(),
                                           [](char c) { return c >= '\0' && c < ' '; });
}

}  // namespace burnglass
