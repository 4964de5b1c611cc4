// ManPage.
#include "cli/manual.h"
#include "cli/pprof_flags.h"

namespace burnglass {
namespace {

// Text that man shows as it is: backslashes and dashes escaped, and no line that is a request.
std::string Roff(std::string_view text) {
  std::string roff;
  bool line_begins = true;
  for (const char c : text) {
    if (line_begins && (c == '.' || c == '\'')) roff += "\\&";
    line_begins = c == '\n';
    if (c == '\\') {
      roff += "\\e";
    } else if (c == '-') {
      roff += "\\-";
    } else {
      roff += c;
    }
  }
  return roff;
}

std::string Joined(const std::vector<std::string>& names) {
  std::string text;
  for (const std::string& name : names) text += (text.empty() ? "" : ", ") + name;
  return text;
}

// "\fBburnglass diff\fR [\fIOPTION\fR]... \fIOLD\fR \fINEW\fR"
std::string Synopsis(const VerbFacts& verb) {
  std::string text = "\\fBburnglass " + Roff(verb.name) + "\\fR";
  if (!verb.options.empty()) text += " [\\fIOPTION\\fR]...";
  for (const OptionFacts& argument : verb.arguments) {
    text += " \\fI" + Roff(argument.names[0]) + "\\fR" + (argument.several ? "..." : "");
  }
  return text;
}

std::string OptionText(const OptionFacts& option) {
  std::string text = ".TP\n\\fB" + Roff(Joined(option.names)) + "\\fR";
  if (!option.value.empty()) text += " \\fI" + Roff(option.value) + "\\fR";
  return text + "\n" + Roff(option.help) + (option.required ? " (required)" : "") + "\n";
}

std::string VerbText(const VerbFacts& verb) {
  std::string text = ".SS " + Roff(verb.name) + "\n" + Synopsis(verb) + "\n.PP\n";
  text += Roff(verb.help) + ".\n";
  // pprof's have their own list, below.
  if (verb.name == "pprof") return text + ".PP\n.nf\n" + Roff(PprofUsage()) + ".fi\n";
  for (const OptionFacts& argument : verb.arguments) text += OptionText(argument);
  for (const OptionFacts& option : verb.options) text += OptionText(option);
  return text;
}

}  // namespace

std::string ManPage(const Manual& manual, std::string_view version) {
  std::string page = ".TH BURNGLASS 1 \"\" \"Burnglass " + Roff(version) + "\" \"User Commands\"\n";
  page += ".SH NAME\nburnglass \\- shows where a profile's cost is\n.SH SYNOPSIS\n";
  for (const VerbFacts& verb : manual.verbs) page += Synopsis(verb) + "\n.br\n";
  page += ".SH DESCRIPTION\n" + Roff(manual.help) + "\n.SH OPTIONS\n";
  for (const OptionFacts& option : manual.options) page += OptionText(option);
  page += ".SH VERBS\n";
  for (const VerbFacts& verb : manual.verbs) page += VerbText(verb);
  page +=
      ".SH EXIT STATUS\n"
      "0: done. 1: it could not be done, or \\fBcheck\\fR found growth. 2: it was asked wrongly.\n"
      ".SH ENVIRONMENT\n"
      ".TP\n\\fBNO_COLOR\\fR\nNeither colours nor progress, if it is set.\n"
      ".TP\n\\fBTZ\\fR\nThe zone in which moments are written.\n"
      ".TP\n\\fBhttp_proxy\\fR, \\fBhttps_proxy\\fR, \\fBno_proxy\\fR\n"
      "How servers are reached.\n";
  return page;
}

}  // namespace burnglass
