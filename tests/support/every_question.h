// Every question that an engine can be asked about an open profile.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "message/message.h"

namespace burnglass {

// What the questions are about; `number` stands for a name, a box or a row, which need not exist.
struct Asked {
  std::string query = {};
  std::string pattern = ".";
  std::uint32_t number = 1;
  std::vector<std::uint32_t> others = {};
};

class QuestionList {
 public:
  QuestionList(std::uint32_t profile, const Asked& asked) : profile_(profile), asked_(asked) {}

  // At least one of each kind.
  std::vector<pb::Header> All() {
    Trees();
    Tables();
    Labels();
    Exports();
    Goroutines();
    return std::move(all_);
  }

 private:
  pb::Header& Add() {
    pb::Header& header = all_.emplace_back();
    header.set_question(static_cast<std::uint32_t>(all_.size()));
    header.set_profile(profile_);
    return header;
  }

  template <typename Question>
  Question& About(Question* question) {
    question->set_query(asked_.query);
    return *question;
  }

  template <typename Question>
  void Join(Question* question) {
    question->mutable_other()->Add(asked_.others.begin(), asked_.others.end());
  }

  void Trees() {
    About(Add().mutable_flame_question());
    pb::FlameQuestion& part = About(Add().mutable_flame_question());
    part.set_x_begin(asked_.number);
    part.set_x_end(static_cast<std::int64_t>(asked_.number) * 1000003);
    About(Add().mutable_search_question()).set_pattern(asked_.pattern);
    pb::StepQuestion& step = About(Add().mutable_step_question());
    step.set_pattern(asked_.number % 2 ? asked_.pattern : "");
    step.set_name(asked_.number);
    step.set_from_node(asked_.number / 2);
    step.set_back(asked_.number % 3 == 0);
    About(Add().mutable_graph_question());
  }

  void Tables() {
    About(Add().mutable_top_question()).set_pattern(asked_.pattern);
    About(Add().mutable_peek_question()).set_name(asked_.number);
    for (int by = 0; by <= pb::GroupsQuestion::By_MAX; ++by) {
      About(Add().mutable_groups_question()).set_by(static_cast<pb::GroupsQuestion::By>(by));
    }
    About(Add().mutable_lines_question()).set_name(asked_.number);
    Add().mutable_facts_question();
    About(Add().mutable_changes_question());
    About(Add().mutable_series_question());
  }

  void Labels() {
    About(Add().mutable_labels_question());
    for (const char* key : {"bytes", "state", "thread", ""}) {
      About(Add().mutable_matrix_question()).set_key(key);
    }
  }

  void Exports() {
    for (const char* what :
         {"svg", "folded", "speedscope", "csv", "markdown", "dot", "callgrind", "pprof"}) {
      About(Add().mutable_export_question()).set_what(what);
    }
  }

  void Goroutines() {
    for (int by = 0; by <= pb::GoroutinesQuestion::By_MAX; ++by) {
      pb::GoroutinesQuestion& question = About(Add().mutable_goroutines_question());
      question.set_by(static_cast<pb::GoroutinesQuestion::By>(by));
      question.set_pattern(asked_.pattern);
      Join(&question);
    }
    pb::GoroutineQuestion& one = *Add().mutable_goroutine_question();
    one.set_row(asked_.number % 5);
    Join(&one);
    Join(Add().mutable_contention_question());
  }

  const std::uint32_t profile_;
  const Asked& asked_;
  std::vector<pb::Header> all_;
};

inline std::vector<pb::Header> EveryQuestion(std::uint32_t profile, const Asked& asked = {}) {
  return QuestionList(profile, asked).All();
}

}  // namespace burnglass
