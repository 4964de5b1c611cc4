// Result<T>: a value, or an Error that says in one sentence what went wrong and where.
#pragma once

#include <cassert>
#include <optional>
#include <string>
#include <utility>

namespace burnglass {

// One calm sentence for the person: names the thing that is wrong and the place (byte, line, flag).
struct Error {
  std::string message;
};

template <typename T>
class [[nodiscard]] Result {
 public:
  Result(T value) : value_(std::move(value)) {}
  Result(Error error) : error_(std::move(error)) {}

  bool ok() const { return value_.has_value(); }
  explicit operator bool() const { return ok(); }

  // The value; only when ok().
  T& operator*() { return assert(ok()), *value_; }
  const T& operator*() const { return assert(ok()), *value_; }
  T* operator->() { return assert(ok()), &*value_; }
  const T* operator->() const { return assert(ok()), &*value_; }
  T Take() { return assert(ok()), std::move(*value_); }

  // The error; only when not ok().
  const Error& error() const { return assert(!ok()), error_; }

 private:
  std::optional<T> value_;
  Error error_;
};

// Success without a value.
struct Done {};
using Status = Result<Done>;

}  // namespace burnglass
