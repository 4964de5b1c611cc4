// Names: the functions of one profile, as `Opened` brings them, and what queries have shown
// besides, as `MoreNames` does. Name 0 is the root.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "session/held_message.h"

namespace burnglass {

using NameId = std::uint32_t;

class Names {
 public:
  Names() = default;

  // Reads the columns of an Opened message, which must outlive this object. Fails when a column is
  // missing or points outside its text; past this nothing can fail.
  static Result<Names> Read(const Message& opened);

  // Likewise those of a MoreNames message, behind the known ones. Fails as well when they do not
  // begin there.
  Status Append(const Message& more);
  // Only those of `Opened` stay; whether there were others.
  bool DropAppended();

  std::size_t size() const { return size_; }
  // Those of `Opened`, which come first.
  std::size_t functions() const { return parts_.empty() ? 0 : parts_[0].size(); }

  // Forms get shorter; form 0 is the full name. There is at least one.
  std::uint32_t Forms(NameId name) const;
  std::string_view Form(NameId name, std::uint32_t form) const;
  std::string_view Full(NameId name) const { return Form(name, 0); }

  // What filters by name look at: of "main.run main.go:12" the function.
  std::string_view Filtered(NameId name) const;

  // The package path, "" when there is none: "github.com/prometheus/prometheus/promql".
  std::string_view Package(NameId name) const;

  // The form with at most the last element of the package path: "promql.(*evaluator).eval".
  std::string_view Short(NameId name) const;

  // How many bytes of `form` say the package, its dot included: 7 of "promql.(*evaluator).eval".
  std::size_t PackagePrefix(NameId name, std::string_view form) const;

  // The first name with this full form.
  std::optional<NameId> Find(std::string_view full) const;

  // 0 own, 1 dependency, 2 standard library, 3 runtime, 4 root.
  std::uint8_t Class(NameId name) const;

  std::string_view File(NameId name) const;     // a path, "" when not known
  std::uint32_t Line(NameId name) const;        // 0 when not known
  std::string_view Mapping(NameId name) const;  // the binary that it is in, "" when not known

 private:
  // What one message brought.
  struct Part {
    explicit Part(const Message& message);
    std::size_t size() const { return package_length.size(); }
    std::string_view Form(NameId at, std::uint32_t form) const;
    bool Sound() const;

    NameId first = 0;
    std::span<const std::uint32_t> form_begin, form_offset, package_length, file, line;
    std::span<const std::uint32_t> file_offset, filter_length, mapping, mapping_offset;
    std::span<const std::uint8_t> text, name_class, file_text, mapping_text;
  };

  const Part& PartOf(NameId name) const {
    return name < parts_[0].size() ? parts_[0] : LaterPartOf(name);
  }
  const Part& LaterPartOf(NameId name) const;

  std::vector<Part> parts_;
  std::size_t size_ = 0;
};

// The last element of a path: "engine.go" of "promql/engine.go".
std::string_view PathEnd(std::string_view path);

}  // namespace burnglass
