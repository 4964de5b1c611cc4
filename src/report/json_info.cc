// answer('info'): what is in a file.
#include "analysis/label_facts.h"
#include "base/json_writer.h"
#include "profile/kind.h"
#include "profile/sample_type.h"
#include "report/hex_text.h"
#include "report/json_answers.h"

namespace burnglass {
namespace {

void WriteSampleTypes(const ProfilePtr& profile, JsonWriter& json) {
  const std::uint32_t chosen = DefaultSampleType(*profile);
  json.Key("sampleTypes").BeginArray();
  for (std::uint32_t i = 0; i < profile->data().sample_types.size(); ++i) {
    const Result<Selection> all = Select(profile, Query{.sample_index = std::to_string(i)});
    const ValueType& type = profile->data().sample_types[i];
    json.BeginObject().Key("type").Text(profile->text(type.type));
    json.Key("unit").Text(profile->text(type.unit));
    json.Key("total").Int64(all ? all->total : 0);
    json.Key("isDefault").Bool(i == chosen).EndObject();
  }
  json.EndArray();
}

void WritePeriod(const Profile& profile, JsonWriter& json) {
  const ProfileData& data = profile.data();
  json.Key("period").Int64(data.period);
  json.Key("periodType").BeginObject();
  json.Key("type").Text(profile.text(data.period_type.type));
  json.Key("unit").Text(profile.text(data.period_type.unit)).EndObject();
}

void WriteMappings(const Profile& profile, JsonWriter& json) {
  json.Key("mappings").BeginArray();
  for (const Mapping& mapping : profile.data().mappings) {
    json.BeginObject().Key("file").Text(profile.text(mapping.file));
    json.Key("buildId").Text(profile.text(mapping.build_id));
    json.Key("start").Text(Hex(mapping.start)).Key("limit").Text(Hex(mapping.limit));
    json.Key("offset").Text(Hex(mapping.offset)).EndObject();
  }
  json.EndArray();
}

void WriteLabels(const Profile& profile, JsonWriter& json) {
  json.Key("labels").BeginArray();
  for (const LabelKeyFacts& key : CollectLabels(profile)) {
    json.BeginObject().Key("key").Text(key.key).Key("numeric").Bool(key.numeric);
    json.Key("values").Count(key.values).Key("samples").Count(key.samples).EndObject();
  }
  json.EndArray();
}

}  // namespace

std::string InfoJson(const ProfilePtr& profile, std::string_view file_name) {
  const ProfileData& data = profile->data();
  JsonWriter json;
  json.BeginObject().Key("name").Text(file_name);
  json.Key("kind").Text(ProfileKind(*profile, file_name));
  WriteSampleTypes(profile, json);
  json.Key("samples").Count(profile->sample_count());
  json.Key("timeNanos").Int64(data.time_nanos).Key("durationNanos").Int64(data.duration_nanos);
  WritePeriod(*profile, json);
  json.Key("comments").BeginArray();
  for (const StringId comment : data.comments) json.Text(profile->text(comment));
  json.EndArray();
  WriteMappings(*profile, json);
  WriteLabels(*profile, json);
  json.Key("repaired").BeginArray();
  for (const std::string& sentence : data.repaired) json.Text(sentence);
  return json.EndArray().EndObject().Take();
}

}  // namespace burnglass
