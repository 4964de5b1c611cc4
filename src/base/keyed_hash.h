// SipHash-2-4: a hash that nobody can compute who does not have the key, so that whoever sees it
// cannot try out what was hashed.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace burnglass {

struct HashKey {
  std::uint64_t first = 0, second = 0;
};

// Of the machine's own randomness: another one in each call.
HashKey RandomHashKey();

// The same key for the same secret. It guards as well as the secret is hard to guess.
HashKey HashKeyOf(std::string_view secret);

std::uint64_t KeyedHash(const HashKey& key, std::string_view text);

// The first so many of the 12 letters that a hash is written with: lower case and digits.
std::string HashLetters(std::uint64_t hash, std::size_t count);

}  // namespace burnglass
