// The viewer's door for messages: a session whose engine lies. The input is a program of bytes:
// commands of a person, and bytes of messages that are changed on their way; whatever comes, the
// session goes on, and answers that are not damaged are shown.
#include <algorithm>
#include <cstring>

#include "fuzz/require.h"
#include "session/session.h"
#include "support/viewer/fake_engine.h"

using namespace burnglass;

namespace {

class Program {
 public:
  Program(const std::uint8_t* data, std::size_t size) : at_(data), end_(data + size) {}

  bool ended() const { return at_ == end_; }
  std::uint8_t Byte() { return ended() ? 0 : *at_++; }
  std::uint32_t Word() { return Byte() + 256u * Byte(); }
  std::string_view Text() {
    const std::size_t size = std::min<std::size_t>(Byte(), static_cast<std::size_t>(end_ - at_));
    at_ += size;
    return TextOf(at_ - size, size);
  }

 private:
  const std::uint8_t* at_;
  const std::uint8_t* end_;
};

// Some bytes of it become others, or its end is lost.
Bytes Damage(Bytes message, Program& program) {
  for (int changes = program.Byte() % 4; changes > 0 && !message.empty(); --changes) {
    message[program.Word() % message.size()] = std::byte{program.Byte()};
  }
  if (program.Byte() % 16 == 1) message.resize(program.Word() % (message.size() + 1));
  return message;
}

class Afternoon {
 public:
  explicit Afternoon(Program& program) : program_(program) {
    session_.SetViewport({.width = 1000, .height = 400, .row = 20, .anchor = 0.5});
    session_.Receive(engine_.Opened(1));
    Settle(false);
    Require(session_.active() != nullptr, "the profile is there");
  }

  void Go() {
    while (!program_.ended()) {
      Step();
      Settle(true);
      Read();
    }
    // The truth again: what is open shows it.
    Settle(false);
    Read();
  }

 private:
  void Step() {
    switch (program_.Byte() % 8) {
      case 0:
        return session_.Receive(Raw(program_.Text()));
      case 1:
        return session_.Receive(Damage(engine_.Opened(program_.Byte() % 3), program_));
      case 2:
        return session_.Receive(Framed(program_.Text()));
      case 3:
        session_.ApplyText(program_.Text());
        return;
      case 4:
        session_.Make(program_.Text());
        return;
      case 5:
        return session_.Failed(program_.Byte() % 4, "file", program_.Text());
      case 6:
        return session_.Reload(program_.Byte() % 3);
      default:
        return Act();
    }
  }

  void Act() {
    Command command;
    constexpr int kVerbs = static_cast<int>(Verb::kContentionRow) + 1;
    command.verb = static_cast<Verb>(program_.Byte() % kVerbs);
    command.number = program_.Byte();
    command.x = static_cast<std::int8_t>(program_.Byte());
    command.y = static_cast<std::int8_t>(program_.Byte());
    if (program_.Byte() % 2 == 1) command.text = program_.Text();
    session_.Apply(command);
  }

  static Bytes Raw(std::string_view text) {
    Bytes bytes(text.size());
    if (!text.empty()) std::memcpy(bytes.data(), text.data(), text.size());
    return bytes;
  }

  static Bytes Framed(std::string_view text) {
    pb::Header header;
    if (!header.ParseFromArray(text.data(), static_cast<int>(text.size()))) return {};
    header.clear_column();
    return MessageWriter(header).Finish();
  }

  void Settle(bool lies) {
    for (int rounds = 0; rounds < 4; ++rounds) {
      session_.Tick(now_ += 200);
      const std::vector<Bytes> questions = session_.TakeQuestions();
      if (questions.empty()) break;
      for (const Bytes& question : questions) {
        const Result<Message> asked = Message::Read(question);
        Require(asked.ok(), "a question can be read");
        // This engine answers what it knows.
        if (!Known(asked->header())) continue;
        Bytes answer = engine_.Answer(question);
        session_.Receive(lies ? Damage(std::move(answer), program_) : std::move(answer));
      }
      for (const Effect& effect : session_.TakeEffects()) {
        if (effect.kind == EffectKind::kLayOut) session_.LaidOut(effect.number, program_.Text());
      }
    }
    session_.TakeEffects();
  }

  static bool Known(const pb::Header& header) {
    return !header.has_series_question() && !header.has_contention_question();
  }

  // What a frame looks at.
  void Read() const {
    session_.Link();
    session_.StateText();
    session_.QueryText();
    session_.SelectedPath();
    session_.ShownSearch();
    session_.ShownLines();
    session_.ShownGraph();
    session_.ShownLayout();
    session_.ShownCamera();
    session_.ShownGoroutines();
    session_.ShownContention();
    for (const auto& profile : session_.profiles()) session_.TitleOf(*profile);
    ReadTables();
  }

  void ReadTables() const {
    std::uint64_t sum = 0;
    if (const OpenProfile* profile = session_.active(); profile && profile->shown) {
      if (const auto& flame = profile->shown->flame) {
        for (std::uint32_t i = 0; i < flame->size(); ++i) sum += (*flame)[i].name;
      }
    }
    if (const ChangeTable* table = session_.ShownChanges()) {
      for (std::size_t i = 0; i < table->size(); ++i) sum += (*table)[i].name;
    }
    Require(sum != ~std::uint64_t{0}, "numbers of names are small");
  }

  Program& program_;
  FakeEngine engine_{kStacks};
  Session session_;
  double now_ = 1000;
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  Program program(data, size);
  Afternoon(program).Go();
  return 0;
}
