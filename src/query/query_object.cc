// A Query as a JSON object.
#include <algorithm>
#include <nlohmann/json.hpp>

#include "base/json_writer.h"
#include "query/query.h"

namespace burnglass {
namespace {

using Json = nlohmann::json;

const QueryField* FindByName(std::string_view name) {
  const auto fields = QueryFields();
  const auto field = std::find_if(fields.begin(), fields.end(),
                                  [&](const QueryField& known) { return known.name == name; });
  return field == fields.end() ? nullptr : &*field;
}

// Takes the parser's events: an object of plain values, no deeper. Every handler returns whether to
// go on; the first thing wrong is kept.
class ObjectReader {
 public:
  explicit ObjectReader(Query query) : query_(std::move(query)) {}

  Result<Query> Take() {
    if (!error_.empty()) return Error{error_};
    return std::move(query_);
  }

  bool null() { return Set(field_ == nullptr ? "" : MemberText({}, *field_)); }
  bool boolean(bool yes) {
    // Only what is true or false takes one: {"focus":true} is a mistake.
    const bool fits = field_ != nullptr && std::holds_alternative<bool Query::*>(field_->value);
    return fits ? Set(yes ? "true" : "false") : Fail("is true or false, but should be text");
  }
  bool number_integer(Json::number_integer_t number) { return Set(std::to_string(number)); }
  bool number_unsigned(Json::number_unsigned_t number) { return Set(std::to_string(number)); }
  bool number_float(Json::number_float_t, const Json::string_t& text) {
    const bool fits = field_ != nullptr && std::holds_alternative<double Query::*>(field_->value);
    return fits ? Set(text) : Fail("is not a whole number");
  }
  bool string(Json::string_t& text) { return Set(text); }
  bool binary(Json::binary_t&) { return Fail("is not text"); }

  bool start_object(std::size_t) {
    if (inside_) return Fail("is an object, but should be text");
    inside_ = true;
    return true;
  }
  bool end_object() { return true; }
  bool start_array(std::size_t) { return Fail("is a list, but should be text"); }
  bool end_array() { return true; }
  bool key(Json::string_t& name) {
    field_ = FindByName(name);
    if (field_ == nullptr) error_ = "a query has no member named \"" + name + "\"";
    return field_ != nullptr;
  }

  template <typename Exception>
  bool parse_error(std::size_t position, const std::string&, const Exception&) {
    error_ = "the query is not JSON, from character " + std::to_string(position) + " on";
    return false;
  }

 private:
  bool Set(std::string_view text) {
    if (!inside_) return Fail({});
    const Status set = SetMember(query_, *field_, text);
    return set || Fail(set.error().message);
  }

  bool Fail(std::string_view what) {
    error_ = inside_
                 ? "the query's member \"" + std::string(field_->name) + "\" " + std::string(what)
                 : "a query is a JSON object";
    return false;
  }

  Query query_;
  std::string error_;
  const QueryField* field_ = nullptr;
  bool inside_ = false;
};

}  // namespace

std::string QueryObject(const Query& query) {
  JsonWriter json;
  json.BeginObject().Key("sample_index").Text(query.sample_index);
  const Query defaults;
  for (const QueryField& field : QueryFields().subspan(1)) {
    const std::string text = MemberText(query, field);
    if (text == MemberText(defaults, field)) continue;
    json.Key(field.name);
    if (std::holds_alternative<std::string Query::*>(field.value)) {
      json.Text(text);
    } else {
      json.Plain(text);
    }
  }
  return json.EndObject().Take();
}

Result<Query> ParseQueryObject(std::string_view json, Query base) {
  ObjectReader reader(std::move(base));
  Json::sax_parse(json, &reader);
  return reader.Take();
}

}  // namespace burnglass
