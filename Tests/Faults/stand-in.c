// Another system under the program, for LD_PRELOAD: which one, TRACKTABLE_STAND_IN says.
//
// poor-files   a file system without RENAME_NOREPLACE, files without a name, and locks, as NFS and some FUSE file systems are
// orphans      a kernel that does not end the workers of a run that was killed
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

static int is(const char *name) {
  const char *value = getenv("TRACKTABLE_STAND_IN");
  return value && strstr(value, name);
}

int renameat2(int from, const char *path, int to, const char *target, unsigned int flags) {
  int (*real)(int, const char *, int, const char *, unsigned int) = dlsym(RTLD_NEXT, "renameat2");
  if (flags && is("poor-files")) {
    errno = EINVAL;
    return -1;
  }
  return real(from, path, to, target, flags);
}

int flock(int descriptor, int operation) {
  int (*real)(int, int) = dlsym(RTLD_NEXT, "flock");
  if (is("poor-files")) {
    errno = ENOLCK;
    return -1;
  }
  return real(descriptor, operation);
}

static int opened(const char *name, const char *path, int flags, mode_t mode) {
  int (*real)(const char *, int, ...) = dlsym(RTLD_NEXT, name);
  if ((flags & O_TMPFILE) == O_TMPFILE && is("poor-files")) {
    errno = EOPNOTSUPP;
    return -1;
  }
  return real(path, flags, mode);
}

int open(const char *path, int flags, ...) {
  va_list arguments;
  va_start(arguments, flags);
  mode_t mode = va_arg(arguments, mode_t);
  va_end(arguments);
  return opened("open", path, flags, mode);
}

int open64(const char *path, int flags, ...) {
  va_list arguments;
  va_start(arguments, flags);
  mode_t mode = va_arg(arguments, mode_t);
  va_end(arguments);
  return opened("open64", path, flags, mode);
}

int prctl(int option, ...) {
  int (*real)(int, unsigned long, unsigned long, unsigned long, unsigned long) = dlsym(RTLD_NEXT, "prctl");
  va_list arguments;
  va_start(arguments, option);
  unsigned long a = va_arg(arguments, unsigned long), b = va_arg(arguments, unsigned long);
  unsigned long c = va_arg(arguments, unsigned long), d = va_arg(arguments, unsigned long);
  va_end(arguments);
  // 1 is PR_SET_PDEATHSIG.
  if (option == 1 && is("orphans")) return 0;
  return real(option, a, b, c, d);
}
