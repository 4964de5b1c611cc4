// ProfileFields: whole fields of a profile.proto to columns, and at the end indices and ids to
// places. What is wrong with a field is told by complaint().
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "formats/id_table.h"
#include "formats/wire.h"
#include "profile/profile.h"
#include "profile/stack_merger.h"

namespace burnglass {

class ProfileFields {
 public:
  ProfileFields();

  enum Outcome { kRead, kSkipped, kBad, kSecondTime };

  // One field of the outermost message: its tag, and its value as it is on the wire.
  Outcome Read(std::uint64_t tag, std::span<const std::byte> value);

  std::string complaint() const { return complaint_; }

  // After the last field. Returns what is wrong, or nothing. Then Take, once.
  std::string Resolve();
  ProfileData Take() { return std::move(data_); }

 private:
  Outcome ReadNumber(std::uint64_t number, std::uint64_t value);
  Outcome ReadMessage(std::uint64_t number, std::span<const std::byte> message);
  Outcome Bad(std::string what);

  // Each reads one message; false: it is broken.
  bool ReadValueType(std::span<const std::byte> message, ValueType& type);
  // Most of a file is samples: what reads them stays a function of its own, which a browser makes
  // fast sooner than one that reads everything.
  [[gnu::noinline]] bool ReadSample(std::span<const std::byte> message);
  bool ReadLabel(std::span<const std::byte> message);
  bool ReadMapping(std::span<const std::byte> message);
  bool ReadLocation(std::span<const std::byte> message);
  bool ReadLine(std::span<const std::byte> message);
  bool ReadFunction(std::span<const std::byte> message);
  Outcome ReadText(std::span<const std::byte> bytes);

  void AppendValues();
  StringId Text(std::uint64_t index);
  void ResolveTexts();
  std::string ResolveReferences();
  std::uint32_t FirstWithoutLocation(const LocationColumns& tree) const;

  ProfileData data_;
  IdTable mappings_, functions_, locations_;
  StackMerger stacks_;            // its locations are numbers of locations_
  std::vector<std::byte> stack_;  // of the sample at hand, where it is not in one piece
  std::size_t samples_ = 0;
  std::vector<StringId> texts_;  // by index in the file's string table
  std::uint64_t largest_text_ = 0;
  std::vector<std::uint64_t> row_;  // the values of the sample at hand
  std::uint64_t drop_frames_ = 0, keep_frames_ = 0, default_sample_type_ = 0, doc_url_ = 0;
  std::string complaint_;
  std::string uneven_;  // which sample has another number of values than the first
};

}  // namespace burnglass
