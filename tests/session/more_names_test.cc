// Names that a query brings in behind those of Opened, and what of labels and frames is asked.
#include "open_session.h"
#include "session/filters.h"

namespace burnglass {
namespace {

// The news of one name: "main.work work.go:12", of which filters look at the function.
Bytes MoreNames(std::uint32_t first) {
  const std::string text = "main.work work.go:12work:12";
  const std::vector<std::uint32_t> begin = {0, 2}, offset = {0, 20, 27}, package = {4}, file = {0},
                                   line = {12}, file_offset = {0, 7}, filter = {9};
  const std::vector<std::uint8_t> bytes(text.begin(), text.end()), name_class = {0};
  const std::string path = "work.go";
  const std::vector<std::uint8_t> files(path.begin(), path.end());
  pb::Header header;
  header.set_profile(1);
  header.mutable_more_names()->set_first(first);
  MessageWriter writer(std::move(header));
  writer.Add("form_begin", begin);
  writer.Add("form_offset", offset);
  writer.Add("text", bytes);
  writer.Add("package_length", package);
  writer.Add("name_class", name_class);
  writer.Add("file", file);
  writer.Add("line", line);
  writer.Add("file_offset", file_offset);
  writer.Add("file_text", files);
  writer.Add("filter_length", filter);
  return writer.Finish();
}

TEST_CASE("More names stand behind the others, with forms, package and place of their own") {
  OpenSession s;
  s.Open();
  const Names& names = s.profile().names;
  const auto size = static_cast<NameId>(names.size());
  const std::string last(names.Full(size - 1));
  s.session.Receive(MoreNames(size));
  REQUIRE(names.size() == size + 1);
  CHECK(names.Full(size) == "main.work work.go:12");
  CHECK(names.Form(size, 1) == "work:12");
  CHECK(names.Filtered(size) == "main.work");
  CHECK(names.Package(size) == "main");
  CHECK(names.File(size) == "work.go");
  CHECK(names.Line(size) == 12);
  CHECK(names.Full(size - 1) == last);
  CHECK(names.Filtered(size - 1) == last);
  CHECK(names.Find("main.work work.go:12") == size);
}

TEST_CASE("Names that do not follow the known ones are not taken") {
  OpenSession s;
  s.Open();
  const std::size_t size = s.profile().names.size();
  s.session.Receive(MoreNames(static_cast<std::uint32_t>(size) + 1));
  CHECK(s.profile().names.size() == size);
}

TEST_CASE("A filter on a line is one on its function") {
  OpenSession s;
  s.Open();
  const auto size = static_cast<NameId>(s.profile().names.size());
  s.session.Receive(MoreNames(size));
  s.Do({.verb = Verb::kSelectName, .number = size});
  s.Do(Verb::kFocus);
  CHECK(s.profile().query.focus == "^main\\.work$");
}

TEST_CASE("A fresh engine numbers them anew, so what was known of them goes") {
  OpenSession s;
  s.Open();
  const auto size = static_cast<NameId>(s.profile().names.size());
  s.session.Receive(MoreNames(size));
  s.Do({.verb = Verb::kSelectName, .number = size});
  s.session.Reload(1);
  CHECK(s.profile().names.size() == size);
  CHECK_FALSE(s.view().selected_name);
  s.session.Receive(s.engine.Opened(1));
  s.Settle();
  REQUIRE(s.profile().shown != nullptr);
  CHECK(s.profile().shown->flame->size() > 1);
}

TEST_CASE("Labels become frames and functions again, one key at a time") {
  OpenSession s;
  s.Open();
  s.Do({.verb = Verb::kTagRoot, .text = "tenant"});
  s.Do({.verb = Verb::kTagRoot, .text = "ten"});
  s.Do({.verb = Verb::kTagLeaf, .text = "phase"});
  CHECK(s.profile().query.tagroot == "tenant,ten");
  CHECK(s.profile().query.tagleaf == "phase");
  s.Do({.verb = Verb::kTagRoot, .text = "tenant"});
  CHECK(s.profile().query.tagroot == "ten");
  s.Do({.verb = Verb::kTagRoot, .text = "a,b"});
  CHECK(s.profile().query.tagroot == "ten");
  s.Do({.verb = Verb::kTagRoot, .text = "ten"});
  s.Do({.verb = Verb::kDropFilter, .text = "tagleaf"});
  CHECK(s.profile().query == Query());
  CHECK_FALSE(CanBeFrames(""));
}

TEST_CASE("Frames are what the query's granularity says, in pprof's word in the link") {
  OpenSession s;
  s.Open();
  s.Do({.verb = Verb::kGranularity, .text = "lines"});
  CHECK(s.session.Link() == "g=lines");
  CHECK(GranularityWord(s.profile().query) == "lines");
  s.Do({.verb = Verb::kGranularity});
  CHECK(s.session.Link() == "");
  CHECK(GranularityWord(s.profile().query).empty());
}

}  // namespace
}  // namespace burnglass
