#include "base/keyed_hash.h"

#include <bit>
#include <random>

namespace burnglass {
namespace {

class Sip {
 public:
  explicit Sip(const HashKey& key)
      : a_(key.first ^ 0x736f6d6570736575),
        b_(key.second ^ 0x646f72616e646f6d),
        c_(key.first ^ 0x6c7967656e657261),
        d_(key.second ^ 0x7465646279746573) {}

  void Take(std::uint64_t word) {
    d_ ^= word;
    Rounds(2);
    a_ ^= word;
  }

  std::uint64_t Finish() {
    c_ ^= 0xff;
    Rounds(4);
    return a_ ^ b_ ^ c_ ^ d_;
  }

 private:
  void Rounds(int count) {
    for (; count > 0; --count) {
      a_ += b_, c_ += d_;
      b_ = std::rotl(b_, 13) ^ a_, d_ = std::rotl(d_, 16) ^ c_;
      a_ = std::rotl(a_, 32);
      c_ += b_, a_ += d_;
      b_ = std::rotl(b_, 17) ^ c_, d_ = std::rotl(d_, 21) ^ a_;
      c_ = std::rotl(c_, 32);
    }
  }

  std::uint64_t a_, b_, c_, d_;
};

// Up to eight bytes, the first one lowest.
std::uint64_t Word(std::string_view bytes) {
  std::uint64_t word = 0;
  for (std::size_t i = bytes.size(); i-- > 0;) {
    word = word << 8 | static_cast<unsigned char>(bytes[i]);
  }
  return word;
}

}  // namespace

HashKey RandomHashKey() {
  std::random_device random;
  const auto word = [&] { return std::uint64_t{random()} << 32 | random(); };
  const std::uint64_t first = word();
  return {first, word()};
}

HashKey HashKeyOf(std::string_view secret) {
  return {KeyedHash({0, 1}, secret), KeyedHash({0, 2}, secret)};
}

std::uint64_t KeyedHash(const HashKey& key, std::string_view text) {
  Sip sip(key);
  const std::uint64_t length = std::uint64_t{text.size()} << 56;
  for (; text.size() >= 8; text.remove_prefix(8)) sip.Take(Word(text.substr(0, 8)));
  sip.Take(Word(text) | length);
  return sip.Finish();
}

std::string HashLetters(std::uint64_t hash, std::size_t count) {
  constexpr std::string_view kLetters = "abcdefghijklmnopqrstuvwxyz234567";
  std::string letters;
  for (std::size_t i = 0; i < count; ++i, hash >>= 5) letters += kLetters[hash & 31];
  return letters;
}

}  // namespace burnglass
