// 32 bytes at a time where the processor has AVX2.
#include "CTextScan.h"

#ifdef __x86_64__

#include <immintrin.h>
#include <string.h>

#define vectorised __attribute__((target("avx2,bmi")))

enum { block_length = 64, vector_length = 32 };

/// What stands in the code points of a character's bytes, after John Keiser and Daniel Lemire, "Validating UTF-8 in less than one
/// instruction per byte" (2021): each fault of two bytes is a bit, and it is there where the lookups of three half bytes all have it.
enum {
  too_short = 1 << 0,
  too_long = 1 << 1,
  overlong_3 = 1 << 2,
  too_large_1000 = 1 << 6,
  overlong_4 = 1 << 6,
  too_large = 1 << 3,
  surrogate = 1 << 4,
  overlong_2 = 1 << 5,
  two_continuations = 1 << 7,
  carried = too_short | too_long | two_continuations,
};

#define twice(...) _mm256_setr_epi8(__VA_ARGS__, __VA_ARGS__)
#define of(byte) _mm256_set1_epi8((char)(byte))

struct scan {
  __m256i delimiter, quote, escape;
  /// The vector before.
  __m256i previous;
  /// Not zero where something is wrong, where there is a U+FFFD.
  __m256i faults, replacements;
  /// The least of all bytes by place.
  __m256i least;
};

vectorised static inline __m256i half_bytes_above(__m256i bytes) {
  return _mm256_and_si256(_mm256_srli_epi16(bytes, 4), of(0x0F));
}

/// Takes one vector; returns the bits of its delimiters below and of its stops above.
vectorised static inline uint64_t take(struct scan *scan, __m256i bytes) {
  __m256i seam = _mm256_permute2x128_si256(scan->previous, bytes, 0x21);
  __m256i before_1 = _mm256_alignr_epi8(bytes, seam, 15);
  __m256i before_2 = _mm256_alignr_epi8(bytes, seam, 14);
  __m256i before_3 = _mm256_alignr_epi8(bytes, seam, 13);
  scan->previous = bytes;

  __m256i by_upper_half = _mm256_shuffle_epi8(
      twice(
          too_long, too_long, too_long, too_long, too_long, too_long, too_long, too_long, (char)two_continuations,
          (char)two_continuations, (char)two_continuations, (char)two_continuations, too_short | overlong_2, too_short,
          too_short | overlong_3 | surrogate, too_short | too_large | too_large_1000 | overlong_4),
      half_bytes_above(before_1));
  __m256i by_lower_half = _mm256_shuffle_epi8(
      twice(
          (char)(carried | overlong_3 | overlong_2 | overlong_4), (char)(carried | overlong_2), (char)carried, (char)carried,
          (char)(carried | too_large), (char)(carried | too_large | too_large_1000),
          (char)(carried | too_large | too_large_1000), (char)(carried | too_large | too_large_1000),
          (char)(carried | too_large | too_large_1000), (char)(carried | too_large | too_large_1000),
          (char)(carried | too_large | too_large_1000), (char)(carried | too_large | too_large_1000),
          (char)(carried | too_large | too_large_1000), (char)(carried | too_large | too_large_1000 | surrogate),
          (char)(carried | too_large | too_large_1000), (char)(carried | too_large | too_large_1000)),
      _mm256_and_si256(before_1, of(0x0F)));
  __m256i by_second = _mm256_shuffle_epi8(
      twice(
          too_short, too_short, too_short, too_short, too_short, too_short, too_short, too_short,
          (char)(too_long | overlong_2 | two_continuations | overlong_3 | too_large_1000 | overlong_4),
          (char)(too_long | overlong_2 | two_continuations | overlong_3 | too_large),
          (char)(too_long | overlong_2 | two_continuations | surrogate | too_large),
          (char)(too_long | overlong_2 | two_continuations | surrogate | too_large), too_short, too_short, too_short,
          too_short),
      half_bytes_above(bytes));
  __m256i pairs = _mm256_and_si256(_mm256_and_si256(by_upper_half, by_lower_half), by_second);
  // Two continuation bytes in a row are right just where a third or fourth byte of a character is due.
  __m256i due = _mm256_or_si256(_mm256_subs_epu8(before_2, of(0xE0 - 0x80)), _mm256_subs_epu8(before_3, of(0xF0 - 0x80)));
  scan->faults = _mm256_or_si256(scan->faults, _mm256_xor_si256(_mm256_and_si256(due, of(0x80)), pairs));

  __m256i is_replacement = _mm256_and_si256(
      _mm256_and_si256(_mm256_cmpeq_epi8(before_2, of(0xEF)), _mm256_cmpeq_epi8(before_1, of(0xBF))),
      _mm256_cmpeq_epi8(bytes, of(0xBD)));
  scan->replacements = _mm256_or_si256(scan->replacements, is_replacement);
  scan->least = _mm256_min_epu8(scan->least, bytes);

  __m256i is_stop = _mm256_or_si256(
      _mm256_or_si256(_mm256_cmpeq_epi8(bytes, scan->quote), _mm256_cmpeq_epi8(bytes, scan->escape)),
      _mm256_or_si256(_mm256_cmpeq_epi8(bytes, of('\n')), _mm256_cmpeq_epi8(bytes, of('\r'))));
  uint32_t delimiters = (uint32_t)_mm256_movemask_epi8(_mm256_cmpeq_epi8(bytes, scan->delimiter));
  uint32_t stops = (uint32_t)_mm256_movemask_epi8(is_stop);
  return (uint64_t)stops << 32 | delimiters;
}

vectorised static inline __m256i load(const uint8_t *bytes) { return _mm256_loadu_si256((const __m256i *)bytes); }

/// Takes 64 bytes, of which those count that a bit says.
vectorised static inline void take_block(struct scan *scan, const uint8_t *block, uint64_t valid, uint64_t *masks) {
  uint64_t low = take(scan, load(block)), high = take(scan, load(block + vector_length));
  masks[0] = ((uint32_t)low | high << 32) & valid;
  masks[1] = (low >> 32 | (high >> 32 << 32)) & valid;
}

vectorised static unsigned scan_with_avx2(
    const struct text_specials *specials, const uint8_t *bytes, size_t first, size_t count, uint64_t *masks) {
  size_t at = first / block_length * block_length;
  struct scan scan = {
    .delimiter = of(specials->delimiter),
    .quote = of(specials->quote),
    .escape = of(specials->escape),
    .previous = at ? load(bytes + at - vector_length) : _mm256_setzero_si256(),
    .faults = _mm256_setzero_si256(),
    .replacements = _mm256_setzero_si256(),
    .least = of(0xFF),
  };
  for (; at + block_length <= count; at += block_length) take_block(&scan, bytes + at, ~(uint64_t)0, masks + at / 32);
  if (at < count) {
    uint8_t last[block_length];
    memset(last, ' ', block_length);
    memcpy(last, bytes + at, count - at);
    take_block(&scan, last, ((uint64_t)1 << (count - at)) - 1, masks + at / 32);
  }
  int has_nul = _mm256_movemask_epi8(_mm256_cmpeq_epi8(scan.least, _mm256_setzero_si256()));
  return (has_nul ? text_may_have_nul : 0)
         | (_mm256_testz_si256(scan.replacements, scan.replacements) ? 0 : text_may_have_replacement)
         | (_mm256_testz_si256(scan.faults, scan.faults) ? 0 : text_may_be_invalid_utf8);
}

#endif

unsigned text_scan(
    const struct text_specials *specials, const uint8_t *bytes, size_t first, size_t count, uint64_t *masks) {
#ifdef __x86_64__
  if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi")) return scan_with_avx2(specials, bytes, first, count, masks);
#endif
  return text_scan_portable(specials, bytes, first, count, masks);
}
