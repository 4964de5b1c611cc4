// What is kept from one visit to the next.
#include "session/settings.h"

#include <catch2/catch_test_macros.hpp>

#include "open_session.h"

namespace burnglass {
namespace {

TEST_CASE("Settings are told as text and read again") {
  const Look look{
      .theme = ThemeChoice::kLight, .high_contrast = true, .still = true, .text_percent = 120};
  CHECK(SettingsText(look) == "theme=light&contrast=high&motion=none&text=120");
  Look read;
  ReadSettings(SettingsText(look), read);
  CHECK(SettingsText(read) == SettingsText(look));
  CHECK(SettingsText({}) == "");
}

TEST_CASE("What is not understood leaves things as they are") {
  Look look;
  ReadSettings("theme=pink&text=1000&text=x&&=&colour", look);
  CHECK(SettingsText(look) == "");
}

TEST_CASE("Every change is to be kept, and text stays within its bounds") {
  OpenSession s;
  s.Do(Verb::kTheme);
  s.Do(Verb::kContrast);
  CHECK(s.Take(EffectKind::kSettings) ==
        std::vector<std::string>{"theme=light", "theme=light&contrast=high"});
  for (int i = 0; i < 20; ++i) s.Do(Verb::kLargerText);
  CHECK(s.session.look().text_percent == 150);
  for (int i = 0; i < 20; ++i) s.Do(Verb::kSmallerText);
  CHECK(s.session.look().text_percent == 90);
  s.Do(Verb::kPlainText);
  CHECK(s.session.look().text_percent == 100);
}

}  // namespace
}  // namespace burnglass
