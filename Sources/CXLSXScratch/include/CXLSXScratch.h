// The files that libxlsxwriter writes while it makes a workbook, kept in memory.
//
// The library writes every part of a package to a scratch file first and packs it from there. What a full disk refuses is lost in silence:
// `workbook_close` returns success and the workbook is broken. Its scratch files also race (a static seed, `srand` and `rand`) and fall back to
// the working directory. Here `lxw_tmpfile`, by which the library makes all of them, is answered by a stream in memory. The library calls the
// function through its symbol table, so the definition of the program that loads it counts (ELF gABI, symbol resolution).
#ifndef CXLSXSCRATCH_H
#define CXLSXSCRATCH_H

#include <stdbool.h>
#include <stdint.h>

// The scratch files of one workbook. One thread at a time may use it.
typedef struct tracktable_scratch_space tracktable_scratch_space;

// - limit: the most bytes that one scratch file takes.
// NULL where there is no memory.
tracktable_scratch_space *tracktable_scratch_create(uint64_t limit);

// Closes the scratch files that the library left open as well.
void tracktable_scratch_free(tracktable_scratch_space *space);

// Lets the calling thread make its scratch files in this space; NULL leaves them to the library. Returns the space before.
tracktable_scratch_space *tracktable_scratch_use(tracktable_scratch_space *space);

// The errno of what could not be kept; 0 where everything was.
int tracktable_scratch_failure(const tracktable_scratch_space *space);

// How many scratch files were made.
unsigned tracktable_scratch_count(const tracktable_scratch_space *space);

// How many bytes the space holds now.
uint64_t tracktable_scratch_size(const tracktable_scratch_space *space);

// Whether it is this file's function that the library calls.
bool tracktable_scratch_is_called(void);

// A file in memory without a name, closed in programs that are started (memfd_create(2)); -1 and errno where there is none.
int tracktable_memory_file(void);

#endif
