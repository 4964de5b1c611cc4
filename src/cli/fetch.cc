#include "cli/fetch.h"

#include <curl/curl.h>

#include <algorithm>
#include <array>
#include <memory>
#include <string>
#include <string_view>

namespace burnglass {
namespace {

constexpr std::size_t kMostWords = 200;  // of a refusal's own text
constexpr long kMostRedirections = 10;

struct Transfer {
  CURL* curl = nullptr;
  const PieceTaker& take;
  const StopAsker& stop;
  Status taken = Done{};
  std::string reason;   // the words of the status line
  std::string refusal;  // what the server says instead of a profile
};

long StatusOf(CURL* curl) {
  long status = 0;
  curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &status);
  return status;
}

std::size_t TakeBody(char* data, std::size_t, std::size_t count, void* user) {
  auto& transfer = *static_cast<Transfer*>(user);
  if (StatusOf(transfer.curl) >= 300) {
    const std::size_t room = kMostWords - transfer.refusal.size();
    transfer.refusal.append(data, std::min(count, room));
    return count;
  }
  transfer.taken = transfer.take(std::as_bytes(std::span(data, count)));
  return transfer.taken ? count : 0;
}

// "HTTP/1.1 404 Not Found": of each answer, redirections first; the last one stays.
std::size_t TakeHeader(char* data, std::size_t, std::size_t count, void* user) {
  std::string_view line(data, count);
  if (!line.starts_with("HTTP/")) return count;
  line = line.substr(0, line.find_first_of("\r\n"));
  const std::size_t code = line.find(' ');
  const std::size_t words = code == line.npos ? code : line.find(' ', code + 1);
  auto& transfer = *static_cast<Transfer*>(user);
  transfer.reason = words == line.npos ? "" : std::string(line.substr(words));
  return count;
}

int AskStop(void* user, curl_off_t, curl_off_t, curl_off_t, curl_off_t) {
  const auto& transfer = *static_cast<Transfer*>(user);
  return transfer.stop && transfer.stop() ? 1 : 0;
}

// A proxy of the environment is not asked for this machine's own addresses.
bool IsLocal(std::string_view url) {
  const std::size_t host = url.find("://") + 3;
  std::string_view name = url.substr(host, url.find_first_of("/?", host) - host);
  name.remove_prefix(name.rfind('@') == name.npos ? 0 : name.rfind('@') + 1);
  return name.starts_with("127.") || name.starts_with("[::1]") || name == "localhost" ||
         name.starts_with("localhost:");
}

void SetUp(CURL* curl, const WebSource& source, Transfer& transfer, char* error) {
  curl_easy_setopt(curl, CURLOPT_URL, source.url.c_str());
  curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "http,https");
  curl_easy_setopt(curl, CURLOPT_REDIR_PROTOCOLS_STR, "http,https");
  curl_easy_setopt(curl, CURLOPT_FOLLOWLOCATION, 1L);
  curl_easy_setopt(curl, CURLOPT_MAXREDIRS, kMostRedirections);
  curl_easy_setopt(curl, CURLOPT_TIMEOUT, static_cast<long>(source.timeout));
  curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
  curl_easy_setopt(curl, CURLOPT_USERAGENT, "burnglass");
  curl_easy_setopt(curl, CURLOPT_ERRORBUFFER, error);
  if (IsLocal(source.url)) curl_easy_setopt(curl, CURLOPT_PROXY, "");
  curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, TakeBody);
  curl_easy_setopt(curl, CURLOPT_WRITEDATA, &transfer);
  curl_easy_setopt(curl, CURLOPT_HEADERFUNCTION, TakeHeader);
  curl_easy_setopt(curl, CURLOPT_HEADERDATA, &transfer);
  curl_easy_setopt(curl, CURLOPT_XFERINFOFUNCTION, AskStop);
  curl_easy_setopt(curl, CURLOPT_XFERINFODATA, &transfer);
  curl_easy_setopt(curl, CURLOPT_NOPROGRESS, 0L);
}

// The first line of what a server says, as far as it is text.
std::string FirstLine(std::string_view text) {
  text = text.substr(0, text.find_first_of("\r\n"));
  const bool plain = std::all_of(text.begin(), text.end(), [](char c) { return c >= ' '; });
  return plain && !text.empty() && text[0] != '<' ? ": " + std::string(text) : "";
}

Status Ended(CURLcode code, const Transfer& transfer, const char* error, std::int64_t timeout) {
  if (!transfer.taken) return transfer.taken.error();
  if (code == CURLE_ABORTED_BY_CALLBACK) return Error{"it was interrupted"};
  if (code == CURLE_OPERATION_TIMEDOUT) {
    return Error{"the server did not answer within " + std::to_string(timeout) + " s"};
  }
  if (code != CURLE_OK) {
    return Error{std::string("it cannot be fetched: ") +
                 (*error != '\0' ? error : curl_easy_strerror(code))};
  }
  const long status = StatusOf(transfer.curl);
  if (status >= 200 && status < 300) return Done{};
  return Error{"the server answered " + std::to_string(status) + transfer.reason +
               FirstLine(transfer.refusal)};
}

}  // namespace

Status Fetch(const WebSource& source, const PieceTaker& take, const StopAsker& stop) {
  static const CURLcode ready = curl_global_init(CURL_GLOBAL_DEFAULT);
  const std::unique_ptr<CURL, void (*)(CURL*)> curl(curl_easy_init(), curl_easy_cleanup);
  if (ready != CURLE_OK || !curl) return Error{"it cannot be fetched: out of memory"};
  Transfer transfer{.curl = curl.get(), .take = take, .stop = stop, .reason = "", .refusal = ""};
  std::array<char, CURL_ERROR_SIZE> error = {};
  SetUp(curl.get(), source, transfer, error.data());
  const CURLcode code = curl_easy_perform(curl.get());
  return Ended(code, transfer, error.data(), source.timeout);
}

}  // namespace burnglass
