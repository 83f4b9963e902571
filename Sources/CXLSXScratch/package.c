#define _GNU_SOURCE
#include "scratch.h"

#include <dlfcn.h>
#include <stdatomic.h>
#include <stddef.h>
#include <xlsxwriter/third_party/zip.h>

// How the parts of our workbooks are deflated. The library asks for level 6 and zlib's usual tables, which take 40 % of a form's writing,
// a fifth of that for making the tables ready for each part of 1 to 40 KB. Level 1 makes a form 8 % larger.
enum { level = 1, window_bits = 14, memory_level = 6 };

typedef int open_function(
    zipFile, const char *, const zip_fileinfo *, const void *, uInt, const void *, uInt, const char *, int, int, int, int,
    int, int, const char *, uLong, uLong, uLong, int);

// Stands in for minizip's function of this name (`zip.h`), by which the library begins every part of a package. Archives that others in
// the process write stay as they are, and where it is not called parts are deflated as the library has it.
int zipOpenNewFileInZip4_64(
    zipFile file, const char *filename, const zip_fileinfo *info, const void *local, uInt local_size, const void *global,
    uInt global_size, const char *comment, int method, int asked_level, int raw, int asked_window, int asked_memory,
    int strategy, const char *password, uLong crc, uLong version, uLong flags, int zip64) {
  static _Atomic(open_function *) original;
  open_function *open = atomic_load_explicit(&original, memory_order_relaxed);
  if (open == NULL) {
    open = (open_function *)dlsym(RTLD_NEXT, "zipOpenNewFileInZip4_64");
    if (open == NULL) return ZIP_PARAMERROR;
    atomic_store_explicit(&original, open, memory_order_relaxed);
  }
  bool is_ours = tracktable_scratch_is_in_use();
  return open(
      file, filename, info, local, local_size, global, global_size, comment, method, is_ours ? level : asked_level, raw,
      is_ours ? -window_bits : asked_window, is_ours ? memory_level : asked_memory, strategy, password, crc, version,
      flags, zip64);
}
