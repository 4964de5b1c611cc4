// The answer to a ContentionQuestion: who waits for locks and who makes wait.
#include <algorithm>

#include "analysis/contention.h"
#include "base/stable_sort.h"
#include "base/utf8.h"
#include "engine/answers.h"
#include "engine/name_finder.h"
#include "engine/standing.h"
#include "engine/text_column.h"
#include "profile/kind.h"
#include "report/contention_report.h"

namespace burnglass {
namespace {

enum Role : std::uint8_t { kWaits, kMakesWait, kIdle };

bool CountsContentions(const OpenProfile& open) {
  const std::string kind = ProfileKind(*open.profile(), open.file_name());
  return kind == "block" || kind == "mutex" || kind == "contention";
}

// By site, each in the order of the rows; who is idle last.
std::vector<std::size_t> OrderOf(const Contention& found) {
  std::vector<std::size_t> order(found.rows.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  StableSort(order, [&](std::size_t a, std::size_t b) {
    const ContentionRow &x = found.rows[a], &y = found.rows[b];
    return std::pair(x.idle, x.idle ? 0 : x.site) < std::pair(y.idle, y.idle ? 0 : y.site);
  });
  return order;
}

Bytes Write(pb::Header header, const Contention& found, const OpenProfile& open) {
  const NameFinder finder(open.names());
  TextColumn function, kind, site_text;
  std::vector<std::uint32_t> name, site;
  std::vector<std::int64_t> count, delay, mean, site_waits, site_makes;
  std::vector<std::uint8_t> role;
  for (const std::size_t i : OrderOf(found)) {
    const ContentionRow& row = found.rows[i];
    name.push_back(finder.Find(row.function));
    function.Add(RepairUtf8(row.function));
    kind.Add(row.kind);
    count.push_back(row.count);
    delay.push_back(row.delay_ns);
    mean.push_back(static_cast<std::int64_t>(row.mean_ns()));
    role.push_back(row.makes_wait ? kMakesWait : row.idle ? kIdle : kWaits);
    site.push_back(row.idle ? kNone : static_cast<std::uint32_t>(row.site));
  }
  for (const ContentionSite& one : found.sites) {
    site_text.Add(RepairUtf8(one.name));
    site_waits.push_back(one.waits_ns);
    site_makes.push_back(one.makes_wait_ns);
  }
  MessageWriter writer(std::move(header));
  writer.Add("name", name);
  AddText(writer, "function_offset", "function_text", function);
  AddText(writer, "kind_offset", "kind_text", kind);
  writer.Add("count", count);
  writer.Add("delay", delay);
  writer.Add("mean", mean);
  writer.Add("role", role);
  writer.Add("site", site);
  AddText(writer, "site_offset", "site_text", site_text);
  writer.Add("site_waits", site_waits);
  writer.Add("site_makes_wait", site_makes);
  return writer.Finish();
}

}  // namespace

Bytes AnswerContention(const pb::Header& question, const std::vector<NumberedProfile>& profiles) {
  std::vector<ContentionSource> sources;
  for (const NumberedProfile& one : profiles) {
    if (!CountsContentions(*one.open)) {
      return Refuse(question, one.open->file_name() + " is no block or mutex profile.");
    }
    sources.push_back({one.open->profile(), one.open->file_name()});
  }
  const Result<Contention> found = FindContention(sources);
  if (!found) return Refuse(question, found.error().message + ".");
  pb::Header header = HeaderFor(question);
  pb::ContentionAnswer& answer = *header.mutable_contention_answer();
  answer.set_block(found->has_block);
  answer.set_mutex(found->has_mutex);
  for (const std::string& sentence : ContentionMeaning(*found)) {
    answer.add_meaning(RepairUtf8(sentence));
  }
  return Write(std::move(header), *found, *profiles.back().open);
}

}  // namespace burnglass
