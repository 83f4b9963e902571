// Calls of Linux and glibc that Swift's Glibc module leaves out because they need _GNU_SOURCE.
#ifndef CLINUX_SHIM_H
#define CLINUX_SHIM_H

#include <fcntl.h>
#include <malloc.h>
#include <signal.h>
#include <spawn.h>
#include <sys/eventfd.h>
#include <sys/prctl.h>

// Declared here and not included, so that it does not matter who included the headers first and with which macros.
extern int syncfs(int descriptor);
extern int renameat2(int from_folder, const char *from, int to_folder, const char *to, unsigned int flags);
extern int pipe2(int ends[2], int flags);
extern int posix_spawn_file_actions_addclosefrom_np(posix_spawn_file_actions_t *actions, int from);

// The flag of renameat2 that makes it fail with EEXIST instead of replacing.
static const unsigned int clinux_no_replace = 1;

// The flag of open that makes a file without a name (O_TMPFILE).
static const int clinux_nameless = 020000000 | O_DIRECTORY;

// The flag of posix_spawn that begins a session: a group of processes without a terminal (POSIX_SPAWN_SETSID).
static const short clinux_own_session = 0x80;

// Has the kernel kill this process when the one that started it ends.
static inline int clinux_die_with_parent(void) { return prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0); }

#endif
