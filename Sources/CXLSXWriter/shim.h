#include <malloc.h>
#include <stdio.h>
#include <xlsxwriter.h>

/* Two functions of glibc that stdio.h and sys/mman.h declare only under _GNU_SOURCE, which an importing module cannot set. They go by names of
   our own, so that a program that does set it sees no second declaration. */

/* memfd_create(2): a file without a name, in memory. The flag 1 closes it in programs that are started. */
int tracktable_memfd_create(const char *name, unsigned int flags) __asm__("memfd_create");

/* fopencookie(3): a stream whose reading, writing, seeking and closing are functions of one's own. */
typedef struct {
  ssize_t (*read)(void *cookie, char *bytes, size_t count);
  ssize_t (*write)(void *cookie, const char *bytes, size_t count);
  int (*seek)(void *cookie, long *offset, int origin);
  int (*close)(void *cookie);
} tracktable_stream_functions;

FILE *tracktable_fopencookie(void *cookie, const char *mode, tracktable_stream_functions functions) __asm__("fopencookie");
