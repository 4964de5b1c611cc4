// A Query as a JSON object.
#include <nlohmann/json.hpp>

#include "base/json_writer.h"
#include "query/query.h"

namespace burnglass {
namespace {

using Json = nlohmann::json;

const QueryField* FindByName(std::string_view name) {
  for (const QueryField& field : kQueryFields) {
    if (field.name == name) return &field;
  }
  return nullptr;
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

  bool null() { return Set({}); }
  bool boolean(bool) { return Fail("is true or false, but should be text"); }
  bool number_integer(Json::number_integer_t number) { return Set(std::to_string(number)); }
  bool number_unsigned(Json::number_unsigned_t number) { return Set(std::to_string(number)); }
  bool number_float(Json::number_float_t, const Json::string_t&) {
    return Fail("is not a whole number");
  }
  bool string(Json::string_t& text) { return Set(std::move(text)); }
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
  bool Set(std::string value) {
    if (!inside_) return Fail({});
    query_.*field_->value = std::move(value);
    return true;
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
  json.BeginObject();
  for (const QueryField& field : kQueryFields) {
    json.Key(field.name).Text(query.*field.value);
  }
  return json.EndObject().Take();
}

Result<Query> ParseQueryObject(std::string_view json, Query base) {
  ObjectReader reader(std::move(base));
  Json::sax_parse(json, &reader);
  return reader.Take();
}

}  // namespace burnglass
