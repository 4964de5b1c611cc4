// The answer about contention as it is kept; proto/engine.proto tells its meaning.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "session/goroutine_answers.h"
#include "session/names.h"
#include "session/text_view.h"

namespace burnglass {

enum class ContentionRole : std::uint8_t { kWaits, kMakesWait, kIdle };

struct ContentionRow {
  NameId name = kNoNumber;
  std::string_view function, kind;
  std::int64_t count = 0, delay = 0, mean = 0;  // ns
  ContentionRole role = ContentionRole::kWaits;
  std::uint32_t site = kNoNumber;
};

struct ContentionSite {
  std::string_view name;
  std::int64_t waits = 0, makes_wait = 0;  // ns
};

class ContentionTable {
 public:
  // `others` are the profiles that it is asked of besides.
  static Result<ContentionTable> Read(HeldMessage answer, std::vector<std::uint32_t> others,
                                      std::size_t names);

  const std::vector<std::uint32_t>& others() const { return others_; }
  const pb::ContentionAnswer& facts() const { return answer_.header().contention_answer(); }
  std::size_t size() const { return name_.size(); }
  ContentionRow operator[](std::size_t i) const;
  std::size_t sites() const { return site_waits_.size(); }
  ContentionSite site(std::size_t i) const {
    return {site_text_[i], site_waits_[i], site_makes_[i]};
  }
  // The longest delay of what is idle, or of what is not.
  std::int64_t longest(ContentionRole role) const;

 private:
  ContentionTable(HeldMessage answer, std::vector<std::uint32_t> others);
  bool Sound(std::size_t names) const;

  HeldMessage answer_;
  std::vector<std::uint32_t> others_;
  std::span<const std::uint32_t> name_, site_;
  TextView function_, kind_, site_text_;
  std::span<const std::int64_t> count_, delay_, mean_, site_waits_, site_makes_;
  std::span<const std::uint8_t> role_;
};

}  // namespace burnglass
