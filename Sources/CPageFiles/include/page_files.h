#ifndef PAGE_FILES_H
#define PAGE_FILES_H

#include <stddef.h>

/// A file of the page, in the program itself, so that it is there wherever the program is copied.
struct page_file {
  const char *name;
  const unsigned char *bytes;
  size_t count;
};

/// The file of this number; without a name behind the last.
struct page_file page_file_at(size_t number);

#endif
