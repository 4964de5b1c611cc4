#include "formats/encode.h"

#include <vector>

#include "formats/field_writer.h"
#include "formats/pack_gzip.h"

namespace burnglass {
namespace {

// Where the strings of a profile come to stand in string_table.
class TextNumbers {
 public:
  explicit TextNumbers(const StringTable& strings) : strings_(strings), numbers_(strings.size()) {}

  // "" is 0, everything else counts up from 1.
  std::int64_t operator()(StringId id) {
    if (id == 0) return 0;
    std::uint32_t& number = numbers_[id];
    if (number == 0) {
      order_.push_back(id);
      number = static_cast<std::uint32_t>(order_.size());
    }
    return number;
  }

  // The number of a text that must be there even if it is "": a label is one of text because its
  // string has a number. 0 is no such number, so "" stands in the table a second time.
  std::int64_t Present(StringId id) {
    if (id != 0) return (*this)(id);
    if (empty_ == 0) {
      order_.push_back(id);
      empty_ = static_cast<std::uint32_t>(order_.size());
    }
    return empty_;
  }

  void Write(std::uint32_t field, FieldWriter& out) const {
    out.Bytes(field, {});
    for (const StringId id : order_) out.Bytes(field, strings_[id]);
  }

 private:
  const StringTable& strings_;
  std::vector<std::uint32_t> numbers_;  // by StringId; 0: has none yet
  std::vector<StringId> order_;         // of number 1, 2, …
  std::uint32_t empty_ = 0;
};

// The fields in the order of their numbers. Messages inside are put together in writers that are
// used again and again: nothing is allocated per sample.
class Encoder {
 public:
  explicit Encoder(const ProfileData& data) : data_(data), text_(data.strings) {}

  std::string Encode() {
    for (const ValueType& type : data_.sample_types) out_.Message(1, TypeOf(type));
    for (std::size_t i = 0; i < data_.sample_count(); ++i) WriteSample(i);
    for (const Mapping& mapping : data_.mappings) WriteMapping(mapping);
    for (const Location& location : data_.locations) WriteLocation(location);
    for (const Function& function : data_.functions) WriteFunction(function);
    WriteRest();
    return out_.Take();
  }

 private:
  const FieldWriter& TypeOf(const ValueType& type) {
    return inner_.Clear().Number(1, text_(type.type)).Number(2, text_(type.unit));
  }

  void WriteSample(std::size_t sample) {
    message_.Clear();
    inner_.Clear();
    stack_.clear();
    AppendStack(data_, sample, stack_);
    for (const std::uint32_t location : stack_) inner_.Element(data_.locations[location].id);
    message_.Packed(1, inner_);
    inner_.Clear();
    for (const auto& column : data_.values) {
      inner_.Element(static_cast<std::uint64_t>(column[sample]));
    }
    message_.Packed(2, inner_);
    if (!data_.label_ends.empty()) WriteLabels(sample);
    out_.Message(2, message_);
  }

  void WriteLabels(std::size_t sample) {
    const std::uint32_t begin = sample == 0 ? 0 : data_.label_ends[sample - 1];
    for (std::uint32_t i = begin; i < data_.label_ends[sample]; ++i) {
      const Label& label = data_.labels[i];
      inner_.Clear().Number(1, text_(label.key));
      if (label.numeric) {
        inner_.Number(3, label.num).Number(4, text_(label.unit));
      } else {
        inner_.Number(2, text_.Present(label.str));
      }
      message_.Message(3, inner_);
    }
  }

  void WriteMapping(const Mapping& mapping) {
    message_.Clear()
        .Number(1, mapping.id)
        .Number(2, mapping.start)
        .Number(3, mapping.limit)
        .Number(4, mapping.offset)
        .Number(5, text_(mapping.file))
        .Number(6, text_(mapping.build_id))
        .Bool(7, mapping.has_functions)
        .Bool(8, mapping.has_filenames)
        .Bool(9, mapping.has_line_numbers)
        .Bool(10, mapping.has_inline_frames);
    out_.Message(3, message_);
  }

  void WriteLocation(const Location& location) {
    message_.Clear().Number(1, location.id);
    if (location.mapping != kNone) message_.Number(2, data_.mappings[location.mapping].id);
    message_.Number(3, location.address);
    for (std::uint32_t i = location.line_begin; i < location.line_end; ++i) {
      const Line& line = data_.lines[i];
      inner_.Clear().Number(1, data_.functions[line.function].id);
      message_.Message(4, inner_.Number(2, line.line).Number(3, line.column));
    }
    out_.Message(4, message_.Bool(5, location.is_folded));
  }

  void WriteFunction(const Function& function) {
    message_.Clear()
        .Number(1, function.id)
        .Number(2, text_(function.name))
        .Number(3, text_(function.system_name))
        .Number(4, text_(function.filename))
        .Number(5, function.start_line);
    out_.Message(5, message_);
  }

  // What comes behind the strings is written to the side first: it has strings, too.
  void WriteRest() {
    message_.Clear()
        .Number(7, text_(data_.drop_frames))
        .Number(8, text_(data_.keep_frames))
        .Number(9, data_.time_nanos)
        .Number(10, data_.duration_nanos);
    const ValueType& type = data_.period_type;
    if (type.type != 0 || type.unit != 0) message_.Message(11, TypeOf(type));
    message_.Number(12, data_.period);
    inner_.Clear();
    for (const StringId comment : data_.comments) {
      inner_.Element(static_cast<std::uint64_t>(text_(comment)));
    }
    message_.Packed(13, inner_)
        .Number(14, text_(data_.default_sample_type))
        .Number(15, text_(data_.doc_url));
    text_.Write(6, out_);
    out_.Append(message_);
  }

  const ProfileData& data_;
  std::vector<std::uint32_t> stack_;
  TextNumbers text_;
  FieldWriter out_, message_, inner_;
};

}  // namespace

std::string EncodeProfile(const ProfileData& data) { return Encoder(data).Encode(); }

Result<std::string> EncodeProfileGzip(const ProfileData& data) {
  return PackGzip(EncodeProfile(data));
}

}  // namespace burnglass
