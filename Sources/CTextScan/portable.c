// Eight bytes at a time in words of 64 bits.
#include "CTextScan.h"

#include <string.h>

enum { block_length = 64, word_length = 8 };

static const uint64_t ones = 0x0101010101010101, highs = 0x8080808080808080;

/// The word at an address, its first byte lowest.
static uint64_t word_at(const uint8_t *bytes) {
  uint64_t word = 0;
  for (int place = 0; place < word_length; place++) word |= (uint64_t)bytes[place] << 8 * place;
  return word;
}

/// The high bit of every byte that is the one given.
static uint64_t equal(uint64_t word, uint8_t byte) {
  uint64_t difference = word ^ ones * byte;
  return ~(((difference & ~highs) + ~highs) | difference) & highs;
}

/// The high bits of eight bytes, side by side.
static uint64_t gathered(uint64_t high_bits) { return (high_bits >> 7) * 0x0102040810204080 >> 56; }

unsigned text_scan_portable(
    const struct text_specials *specials, const uint8_t *bytes, size_t first, size_t count, uint64_t *masks) {
  uint64_t nul = 0, replacement = 0, not_ascii = 0;
  for (size_t at = first / block_length * block_length; at < count; at += block_length) {
    const uint8_t *block = bytes + at;
    uint8_t last[block_length];
    size_t rest = count - at;
    if (rest < block_length) {
      memset(last, ' ', block_length);
      memcpy(last, block, rest);
      block = last;
    }
    uint64_t delimiters = 0, stops = 0;
    for (int place = 0; place < block_length; place += word_length) {
      uint64_t word = word_at(block + place);
      delimiters |= gathered(equal(word, specials->delimiter)) << place;
      stops |= gathered(
                   equal(word, specials->quote) | equal(word, specials->escape) | equal(word, '\n') | equal(word, '\r'))
               << place;
      nul |= equal(word, 0);
      replacement |= equal(word, 0xEF);
      not_ascii |= word & highs;
    }
    uint64_t valid = rest < block_length ? ((uint64_t)1 << rest) - 1 : ~(uint64_t)0;
    masks[at / 32] = delimiters & valid;
    masks[at / 32 + 1] = stops & valid;
  }
  return (nul ? text_may_have_nul : 0) | (replacement ? text_may_have_replacement : 0)
         | (not_ascii ? text_may_be_invalid_utf8 : 0);
}
