// Names: the functions of one profile, as `Opened` brings them. Name 0 is the root.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "session/held_message.h"

namespace burnglass {

using NameId = std::uint32_t;

class Names {
 public:
  Names() = default;

  // Reads the columns of an Opened message, which must outlive this object. Fails when a column is
  // missing or points outside its text; past this nothing can fail.
  static Result<Names> Read(const Message& opened);

  std::size_t size() const { return package_length_.size(); }

  // Forms get shorter; form 0 is the full name. There is at least one.
  std::uint32_t Forms(NameId name) const { return form_begin_[name + 1] - form_begin_[name]; }
  std::string_view Form(NameId name, std::uint32_t form) const;
  std::string_view Full(NameId name) const { return Form(name, 0); }

  // The package path, "" when there is none: "github.com/prometheus/prometheus/promql".
  std::string_view Package(NameId name) const;

  // The form with at most the last element of the package path: "promql.(*evaluator).eval".
  std::string_view Short(NameId name) const;

  // How many bytes of `form` say the package, its dot included: 7 of "promql.(*evaluator).eval".
  std::size_t PackagePrefix(NameId name, std::string_view form) const;

  // The first name with this full form.
  std::optional<NameId> Find(std::string_view full) const;

  // 0 own, 1 dependency, 2 standard library, 3 runtime, 4 root.
  std::uint8_t Class(NameId name) const { return name_class_[name]; }

  std::string_view File(NameId name) const;                      // a path, "" when not known
  std::uint32_t Line(NameId name) const { return line_[name]; }  // 0 when not known

 private:
  bool Sound() const;

  std::span<const std::uint32_t> form_begin_, form_offset_, package_length_, file_, line_;
  std::span<const std::uint32_t> file_offset_;
  std::span<const std::uint8_t> text_, name_class_, file_text_;
};

// The last element of a path: "engine.go" of "promql/engine.go".
std::string_view BaseName(std::string_view path);

}  // namespace burnglass
