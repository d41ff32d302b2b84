// What glibc has for children beyond POSIX, and hides from Swift: it wants _GNU_SOURCE.
#ifndef ORAFERRY_CSPAWN_H
#define ORAFERRY_CSPAWN_H

#include <spawn.h>

/// In the child, closes all descriptors from a number on; 0, or an error number.
int cspawn_close_from(posix_spawn_file_actions_t *actions, int first);

/// In the child, changes the working directory; 0, or an error number.
int cspawn_change_folder(posix_spawn_file_actions_t *actions, const char *path);

/// A pipe whose ends are closed by exec; 0, or -1 with errno.
int cspawn_pipe(int ends[2]);

#endif
