#ifndef CTEXTSCAN_H
#define CTEXTSCAN_H

#include <stddef.h>
#include <stdint.h>

/// The bytes that mean something to a reader of records; a line feed stands for one that the dialect does not have.
struct text_specials {
  /// The first byte of the delimiter.
  uint8_t delimiter;
  uint8_t quote;
  uint8_t escape;
};

/// What the bytes scanned may have in them; what is not said they do not have.
enum text_traits {
  text_may_have_nul = 1,
  /// U+FFFD in UTF-8.
  text_may_have_replacement = 2,
  text_may_be_invalid_utf8 = 4,
};

/// Marks the special bytes, and looks at all bytes for what is rare, in one pass.
///
/// - bytes: from the beginning of the text, or of a window on it whose first 64 bytes have been scanned.
/// - first: where the bytes begin that are new. All 64 of its block are scanned again; so is, for UTF-8, what a character before began.
/// - count: where they end, which is behind a whole character.
/// - masks: two for each 64 bytes: a bit for each delimiter, and a bit for each quotation mark, escape character and line end.
///
/// Returns traits, any of them together.
unsigned text_scan(const struct text_specials *specials, const uint8_t *bytes, size_t first, size_t count, uint64_t *masks);

/// The same on any processor, without vector instructions; it says more often that something may be.
unsigned text_scan_portable(
    const struct text_specials *specials, const uint8_t *bytes, size_t first, size_t count, uint64_t *masks);

#endif
