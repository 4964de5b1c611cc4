// What the values of a label have of each box and each row, held against the same questions asked
// of the samples with one value alone.
#include <map>
#include <set>

#include "engine_driver.h"
#include "formats/encode.h"
#include "formats/load.h"
#include "query/tree_shape.h"

namespace burnglass {
namespace {

using Path = std::vector<std::uint32_t>;  // names from the root down

struct Boxes {
  std::map<Path, std::int64_t> cum;
  std::vector<Path> of_node;
};

Boxes FlameOf(Engine& engine, const Query& query, const TreeShape& shape) {
  pb::Header question = Question(1, 1);
  pb::FlameQuestion& flame = *question.mutable_flame_question();
  flame.set_query(ShapedText(QueryText(query), shape));
  flame.set_min_width(1);
  Post(engine, question);
  StepToEnd(engine, 20);
  const Answer answer = LastNews(engine);
  Boxes boxes;
  if (answer.header().has_refusal()) return boxes;
  REQUIRE(answer.header().flame_answer().left_out() == 0);
  const auto parent = answer.message.U32("parent"), name = answer.message.U32("name"),
             node = answer.message.U32("node");
  std::vector<Path> paths;
  boxes.of_node.resize(answer.header().flame_answer().boxes());
  for (std::size_t i = 0; i < parent.size(); ++i) {
    Path path = parent[i] == 0xffffffff ? Path() : paths[parent[i]];
    path.push_back(name[i]);
    paths.push_back(path);
    boxes.of_node[node[i]] = path;
    boxes.cum[path] = answer.message.I64("cum")[i];
  }
  return boxes;
}

Answer LabelsOf(Engine& engine, const Query& query = {}) {
  pb::Header question = Question(1, 1);
  question.mutable_labels_question()->set_query(QueryText(query));
  Answer answer = Ask(engine, question);
  REQUIRE(answer.header().has_labels_answer());
  return answer;
}

std::string TextAt(const Answer& answer, const std::string& column, std::size_t i) {
  const auto offset = answer.message.U32(column + "_offset");
  const auto text = answer.message.U8(column + "_text");
  return {text.begin() + offset[i], text.begin() + offset[i + 1]};
}

std::size_t KeyIn(const Answer& labels, const std::string& key) {
  const std::size_t keys = labels.message.I64("key_cost").size();
  for (std::size_t i = 0; i < keys; ++i) {
    if (TextAt(labels, "key", i) == key) return i;
  }
  FAIL("no label " << key);
  return 0;
}

std::string NameIn(const Answer& news, std::uint32_t name) {
  const auto begin = news.message.U32("form_begin"), offset = news.message.U32("form_offset");
  const auto text = news.message.U8("text");
  return {text.begin() + offset[begin[name]], text.begin() + offset[begin[name] + 1]};
}

pb::Header ColoursQuestion(const Query& query, const TreeShape& shape, const std::string& key) {
  pb::Header question = Question(1, 1);
  question.mutable_label_colours_question()->set_query(ShapedText(QueryText(query), shape));
  question.mutable_label_colours_question()->set_key(key);
  return question;
}

// Of each value, and of the samples without the key, the boxes alone.
std::vector<Boxes> PartsOf(Engine& engine, const Query& query, const TreeShape& shape,
                           const std::string& key) {
  const Answer labels = LabelsOf(engine, query);
  const std::size_t at = KeyIn(labels, key);
  std::vector<Boxes> parts;
  const auto begin = labels.message.U32("value_begin");
  for (std::uint32_t i = begin[at]; i < begin[at + 1]; ++i) {
    Query of_value = query;
    of_value.tagfocus = TextAt(labels, "filter", i);
    parts.push_back(FlameOf(engine, of_value, shape));
  }
  Query without = query;
  without.tagignore = TextAt(labels, "key_filter", at);
  if (!labels.message.U8("key_all")[at]) parts.push_back(FlameOf(engine, without, shape));
  return parts;
}

TEST_CASE("A box has the colour of the value that has the largest part of it") {
  Engine engine;
  FeedFile(engine, 1, Recorded("cpu.pb.gz"), 1 << 16);
  const Answer news = LastNews(engine);
  std::uint32_t pivot = 1;
  while (NameIn(news, pivot) != "main.parseLoop") ++pivot;
  const TreeShape shapes[] = {{},
                              {.form = TreeForm::kInverted},
                              {.form = TreeForm::kCallers, .pivot = pivot},
                              {.form = TreeForm::kCallees, .pivot = pivot},
                              {.folded = true},
                              {.packages = true},
                              {.by_name = true}};
  for (const Query& query : {Query{}, Query{.hide = "^runtime"}, Query{.granularity = "lines"}}) {
    for (const TreeShape& shape : shapes) {
      // Lines have names of their own, none of which is the pivot's.
      if (shape.pivot != 0 && !query.granularity.empty()) continue;
      const std::string key = "tenant";
      INFO(ShapedText(QueryText(query), shape));
      const Boxes whole = FlameOf(engine, query, shape);
      REQUIRE(whole.of_node.size() > 1);
      const std::vector<Boxes> parts = PartsOf(engine, query, shape, key);
      const Answer colours = Ask(engine, ColoursQuestion(query, shape, key));
      REQUIRE(colours.header().has_label_colours_answer());
      CHECK(colours.header().label_colours_answer().without());
      const auto value = colours.message.U8("value"), share = colours.message.U8("share");
      REQUIRE(value.size() == whole.of_node.size());
      REQUIRE(parts.size() == colours.message.I64("value_cost").size());
      std::set<std::uint8_t> seen;
      for (std::size_t node = 0; node < value.size(); ++node) {
        const Path& path = whole.of_node[node];
        std::size_t largest = 0;
        std::vector<std::int64_t> of;
        for (const Boxes& part : parts) {
          const auto found = part.cum.find(path);
          of.push_back(found == part.cum.end() ? 0 : found->second);
          if (of.back() > of[largest]) largest = of.size() - 1;
        }
        REQUIRE(value[node] == largest);
        seen.insert(value[node]);
        const double exact =
            static_cast<double>(of[largest]) / static_cast<double>(whole.cum.at(path));
        CHECK(std::abs(share[node] / 255.0 - exact) < 0.003);
      }
      const bool of_one = shape.form == TreeForm::kCallers || shape.form == TreeForm::kCallees;
      if (query == Query{}) CHECK(seen.size() > (of_one ? 0 : 1));
    }
  }
}

TEST_CASE("Colours are worked out in slices, and refused where no sample has the label") {
  Engine engine = WithCpu();
  Post(engine, ColoursQuestion({}, {.form = TreeForm::kInverted}, "tenant"));
  CHECK(OnlyAnswer(engine, 0).header().has_label_colours_answer());
  CHECK(Ask(engine, ColoursQuestion({}, {}, "nothing")).header().has_refusal());
}

TEST_CASE("A file says which labels it has") {
  Engine engine;
  FeedFile(engine, 1, Recorded("cpu.pb.gz"), 1 << 16);
  const Answer news = LastNews(engine);
  const auto& keys = news.header().opened().label_key();
  CHECK(std::vector<std::string>(keys.begin(), keys.end()) ==
        std::vector<std::string>{"phase", "tenant", "worker"});
}

TEST_CASE("A method is collapsed into itself; a function as prune_from does it") {
  Engine engine;
  FeedFile(engine, 1, Recorded("cpu.pb.gz"), 1 << 16);
  const Answer news = LastNews(engine);
  const Boxes whole = FlameOf(engine, {}, {});
  const std::string method = R"(^crypto/internal/fips140/sha256\.\(\*Digest\)\.Write$)";
  const Boxes collapsed = FlameOf(engine, {.collapse = method}, {});
  std::size_t methods = 0;
  for (const auto& [path, cum] : collapsed.cum) {
    CHECK(whole.cum.at(path) == cum);
    for (std::size_t i = 0; i + 1 < path.size(); ++i) {
      CHECK(NameIn(news, path[i]) != "crypto/internal/fips140/sha256.(*Digest).Write");
    }
    methods +=
        NameIn(news, path.back()) == "crypto/internal/fips140/sha256.(*Digest).Write" ? 1 : 0;
  }
  CHECK(methods > 0);
  CHECK(collapsed.cum.size() < whole.cum.size());
  const Boxes own = FlameOf(engine, {.collapse = "^main\\.cpuWork$"}, {});
  const Boxes pprofs = FlameOf(engine, {.prune_from = "^main\\.cpuWork$"}, {});
  CHECK(own.cum == pprofs.cum);
  CHECK(own.cum != whole.cum);
}

struct GroupRow {
  std::string text, filter;
  std::int64_t flat = 0;
  std::uint32_t functions = 0;
};

std::vector<GroupRow> GroupsBy(Engine& engine, const std::string& key, const Query& query,
                               pb::GroupsAnswer& facts) {
  pb::Header question = Question(1, 1);
  question.mutable_groups_question()->set_query(QueryText(query));
  question.mutable_groups_question()->set_by(pb::GroupsQuestion::LABEL);
  question.mutable_groups_question()->set_key(key);
  const Answer answer = Ask(engine, question);
  INFO(answer.header().refusal().message());
  REQUIRE(answer.header().has_groups_answer());
  facts = answer.header().groups_answer();
  std::vector<GroupRow> rows;
  for (std::size_t i = 0; i < answer.message.I64("flat").size(); ++i) {
    const auto offset = answer.message.U32("text_offset");
    const auto text = answer.message.U8("text");
    rows.push_back({{text.begin() + offset[i], text.begin() + offset[i + 1]},
                    TextAt(answer, "filter", i),
                    answer.message.I64("flat")[i],
                    answer.message.U32("functions")[i]});
    CHECK(answer.message.I64("cum")[i] == rows.back().flat);
  }
  return rows;
}

TEST_CASE("Rows by label cost what pprof's tags say, and have the functions of their samples") {
  for (const Query& query : {Query{}, Query{.focus = "sortLoop|parseLoop"}}) {
    Engine engine = WithCpu();
    const Answer labels = LabelsOf(engine, query);
    for (const std::string key : {"phase", "tenant"}) {
      if (key == "tenant" && !query.focus.empty()) continue;  // no sample there has one
      INFO(key << " " << QueryText(query));
      pb::GroupsAnswer facts;
      const std::vector<GroupRow> rows = GroupsBy(engine, key, query, facts);
      const std::size_t at = KeyIn(labels, key);
      const auto begin = labels.message.U32("value_begin");
      const std::size_t values = begin[at + 1] - begin[at];
      CHECK(facts.without() == !labels.message.U8("key_all")[at]);
      CHECK(facts.two_values() == 0);
      REQUIRE(rows.size() == values + (facts.without() ? 1 : 0));
      for (std::size_t i = 0; i < rows.size(); ++i) {
        INFO(rows[i].text);
        const bool without = i == values;
        CHECK(rows[i].flat == (without ? labels.message.I64("key_without")[at]
                                       : labels.message.I64("value_cost")[begin[at] + i]));
        if (!without) CHECK(rows[i].text == TextAt(labels, "value", begin[at] + i));
        Query alone = query;
        (without ? alone.tagignore : alone.tagfocus) = rows[i].filter;
        pb::Header top = Question(1, 1);
        top.mutable_top_question()->set_query(QueryText(alone));
        Post(engine, top);
        StepToEnd(engine);
        const Answer answer = LastNews(engine);
        const std::size_t functions =
            answer.header().has_refusal() ? 0 : answer.message.U32("name").size();
        CHECK(rows[i].functions == functions);
      }
    }
  }
}

TEST_CASE("A sample with two values counts in both rows, and it is said") {
  Result<ProfileData> data = LoadProfile(BytesOf(Recorded("cpu.pb.gz")));
  REQUIRE(data.ok());
  // The first sample gets a second tenant.
  const std::size_t first = data->label_ends[0];
  const Label added{.key = data->strings.Intern("tenant"), .str = data->strings.Intern("second")};
  const Label one{.key = added.key, .str = data->strings.Intern("first")};
  data->labels.insert(data->labels.begin() + static_cast<std::ptrdiff_t>(first), {one, added});
  for (std::uint32_t& end : data->label_ends) end += 2;
  const std::int64_t value = data->values[1][0];
  Engine engine = WithFile(EncodeProfile(*data));
  pb::GroupsAnswer facts;
  const std::vector<GroupRow> rows = GroupsBy(engine, "tenant", {}, facts);
  CHECK(facts.two_values() == value);
  int found = 0;
  for (const GroupRow& row : rows) {
    if (row.text != "first" && row.text != "second") continue;
    CHECK(row.flat == value);
    ++found;
  }
  CHECK(found == 2);
}

}  // namespace
}  // namespace burnglass
