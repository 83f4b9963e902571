#define _GNU_SOURCE
#include "scratch.h"

#include <dlfcn.h>
#include <errno.h>
#include <libdeflate.h>
#include <stdio.h>
#include <stdio_ext.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

enum {
  // What the library's printing collects before it is kept. The parts of a form have 1 to 40 KB.
  stream_buffer = 32 << 10,
  // A block of a scratch file. The parts of a page fit in one, which stays as it is; of a longer file every block is deflated, which takes
  // the rows of a ledger to a tenth.
  block_size = 256 << 10,
};

typedef struct block {
  struct block *next;
  size_t size;
  // Bytes when deflated; 0 where the block is kept as it is.
  size_t packed;
  unsigned char bytes[];
} block;

// One scratch file: written from the first byte to the last, then rewound and read once. Nothing else is asked for by the library.
typedef struct scratch {
  struct scratch *next;
  struct scratch **link;
  tracktable_scratch_space *space;
  FILE *stream;
  block *first, *last;
  // The block being written or read, as it is.
  unsigned char *open;
  size_t open_size, open_capacity, open_position;
  uint64_t written, read;
  bool is_reading;
  struct libdeflate_compressor *compressor;
  struct libdeflate_decompressor *decompressor;
  char buffer[stream_buffer];
} scratch;

struct tracktable_scratch_space {
  scratch *files;
  // One that was closed, for the next part.
  scratch *spare;
  uint64_t limit, size;
  unsigned count;
  int failure;
};

static _Thread_local tracktable_scratch_space *current;

static void fail(scratch *file, int reason) {
  if (file->space->failure == 0) file->space->failure = reason;
}

// MARK: Writing

// Makes room in the open block for at least one byte.
static bool grow(scratch *file, size_t wanted) {
  size_t capacity = file->open_capacity == 0 ? stream_buffer : file->open_capacity * 2;
  while (capacity < wanted && capacity < block_size) capacity *= 2;
  if (capacity > block_size) capacity = block_size;
  unsigned char *larger = realloc(file->open, capacity);
  if (larger == NULL) return false;
  file->open = larger;
  file->open_capacity = capacity;
  return true;
}

// The pages that a block takes: what is read is given back to the system while the package grows, so that it is not there twice.
static size_t block_pages(size_t bytes) {
  size_t page = (size_t)sysconf(_SC_PAGESIZE);
  return (sizeof(block) + bytes + page - 1) / page * page;
}

static size_t kept_bytes(const block *kept) { return kept->packed > 0 ? kept->packed : kept->size; }

static void free_block(block *kept) { munmap(kept, block_pages(kept_bytes(kept))); }

// Puts the open block behind the others.
static bool keep_block(scratch *file) {
  if (file->open_size == 0) return true;
  if (file->compressor == NULL) file->compressor = libdeflate_alloc_compressor(1);
  if (file->compressor == NULL) return false;
  size_t pages = block_pages(file->open_size);
  block *kept = mmap(NULL, pages, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (kept == MAP_FAILED) return false;
  // 0 where it would not become smaller.
  kept->packed = libdeflate_deflate_compress(file->compressor, file->open, file->open_size, kept->bytes, file->open_size);
  if (kept->packed == 0) memcpy(kept->bytes, file->open, file->open_size);
  kept->size = file->open_size;
  size_t needed = block_pages(kept_bytes(kept));
  if (needed < pages) munmap((char *)kept + needed, pages - needed);
  kept->next = NULL;
  *(file->last == NULL ? &file->first : &file->last->next) = kept;
  file->last = kept;
  file->space->size += kept_bytes(kept);
  file->open_size = 0;
  return true;
}

static ssize_t write_scratch(void *cookie, const char *bytes, size_t count) {
  scratch *file = cookie;
  if (file->is_reading) return fail(file, EIO), 0;
  if (count > file->space->limit - file->written) return fail(file, EFBIG), 0;
  size_t done = 0;
  while (done < count) {
    if (file->open_size == block_size && !keep_block(file)) return fail(file, ENOMEM), 0;
    if (file->open_size == file->open_capacity && !grow(file, file->open_size + count - done)) return fail(file, ENOMEM), 0;
    size_t room = file->open_capacity - file->open_size;
    size_t piece = count - done < room ? count - done : room;
    memcpy(file->open + file->open_size, bytes + done, piece);
    file->open_size += piece;
    file->written += piece;
    done += piece;
  }
  return (ssize_t)count;
}

// MARK: Reading

// Opens the next block for reading; what was read is given back.
static bool open_block(scratch *file) {
  block *next = file->first;
  if (next->packed == 0) {
    memcpy(file->open, next->bytes, next->size);
  } else {
    if (file->decompressor == NULL) file->decompressor = libdeflate_alloc_decompressor();
    if (file->decompressor == NULL) return fail(file, ENOMEM), false;
    if (libdeflate_deflate_decompress(file->decompressor, next->bytes, next->packed, file->open, next->size, NULL) != LIBDEFLATE_SUCCESS)
      return fail(file, EIO), false;
  }
  file->open_size = next->size;
  file->open_position = 0;
  file->space->size -= kept_bytes(next);
  file->first = next->next;
  free_block(next);
  return true;
}

static ssize_t read_scratch(void *cookie, char *bytes, size_t count) {
  scratch *file = cookie;
  if (!file->is_reading) return fail(file, EIO), -1;
  size_t done = 0;
  while (done < count) {
    if (file->open_position == file->open_size) {
      if (file->first == NULL) break;
      if (!open_block(file)) return -1;
    }
    size_t rest = file->open_size - file->open_position;
    size_t piece = count - done < rest ? count - done : rest;
    memcpy(bytes + done, file->open + file->open_position, piece);
    file->open_position += piece;
    done += piece;
  }
  file->read += done;
  return (ssize_t)done;
}

// Tells where the stream is, and rewinds what was written, once.
static int seek_scratch(void *cookie, off64_t *offset, int origin) {
  scratch *file = cookie;
  uint64_t position = file->is_reading ? file->read : file->written;
  uint64_t base = origin == SEEK_SET ? 0 : origin == SEEK_CUR ? position : file->written;
  uint64_t target = base + (uint64_t)*offset;
  if (target != position) {
    if (target != 0 || file->is_reading) return fail(file, EIO), -1;
    // The last block stays open where it is the only one.
    if (file->first != NULL) {
      if (!keep_block(file)) return fail(file, ENOMEM), -1;
    }
    file->open_position = 0;
    file->is_reading = true;
  }
  *offset = (off64_t)target;
  return 0;
}

// MARK: Making and closing

static int close_scratch(void *cookie) {
  scratch *file = cookie;
  while (file->first != NULL) {
    block *next = file->first->next;
    file->space->size -= kept_bytes(file->first);
    free_block(file->first);
    file->first = next;
  }
  libdeflate_free_compressor(file->compressor);
  libdeflate_free_decompressor(file->decompressor);
  *file->link = file->next;
  if (file->next != NULL) file->next->link = file->link;
  if (file->space->spare == NULL) {
    file->space->spare = file;
  } else {
    free(file->open);
    free(file);
  }
  return 0;
}

static FILE *make_scratch(tracktable_scratch_space *space) {
  scratch *file = space->spare;
  unsigned char *open = NULL;
  size_t capacity = 0;
  if (file != NULL) {
    space->spare = NULL;
    open = file->open;
    capacity = file->open_capacity;
  } else if ((file = malloc(sizeof(scratch))) == NULL) {
    return NULL;
  }
  memset(file, 0, offsetof(scratch, buffer));
  file->space = space;
  file->open = open;
  file->open_capacity = capacity;
  cookie_io_functions_t functions = {read_scratch, write_scratch, seek_scratch, close_scratch};
  file->stream = fopencookie(file, "w+", functions);
  if (file->stream == NULL) {
    free(open);
    free(file);
    return NULL;
  }
  setvbuf(file->stream, file->buffer, _IOFBF, stream_buffer);
  // One thread at a time has the workbook.
  __fsetlocking(file->stream, FSETLOCKING_BYCALLER);
  file->next = space->files;
  file->link = &space->files;
  if (file->next != NULL) file->next->link = &file->next;
  space->files = file;
  space->count += 1;
  return file->stream;
}

// Stands in for the library's function of this name (`utility.h`). Workbooks that others in the process write stay with the library.
FILE *lxw_tmpfile(char *folder) {
  if (current == NULL) {
    FILE *(*original)(char *) = (FILE * (*)(char *)) dlsym(RTLD_NEXT, "lxw_tmpfile");
    return original == NULL ? NULL : original(folder);
  }
  FILE *made = make_scratch(current);
  if (made == NULL && current->failure == 0) current->failure = ENOMEM;
  return made;
}

tracktable_scratch_space *tracktable_scratch_create(uint64_t limit) {
  tracktable_scratch_space *space = calloc(1, sizeof(tracktable_scratch_space));
  if (space != NULL) space->limit = limit;
  return space;
}

void tracktable_scratch_free(tracktable_scratch_space *space) {
  while (space->files != NULL) fclose(space->files->stream);
  if (space->spare != NULL) {
    free(space->spare->open);
    free(space->spare);
  }
  free(space);
}

tracktable_scratch_space *tracktable_scratch_use(tracktable_scratch_space *space) {
  tracktable_scratch_space *before = current;
  current = space;
  return before;
}

bool tracktable_scratch_is_in_use(void) { return current != NULL; }

int tracktable_scratch_failure(const tracktable_scratch_space *space) { return space->failure; }

unsigned tracktable_scratch_count(const tracktable_scratch_space *space) { return space->count; }

uint64_t tracktable_scratch_size(const tracktable_scratch_space *space) { return space->size; }

bool tracktable_scratch_is_called(void) {
  return dlsym(RTLD_DEFAULT, "lxw_tmpfile") == (void *)&lxw_tmpfile;
}

int tracktable_memory_file(void) { return memfd_create("workbook", MFD_CLOEXEC); }
