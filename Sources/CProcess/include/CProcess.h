#ifndef CPROCESS_H
#define CPROCESS_H
#include <stddef.h>
#include <sys/types.h>

/// How many descriptors a started program is given.
enum { CP_FILES = 5 };

/// How a program runs beside this one.
enum {
  /// It is killed when the thread that started it ends.
  CP_ENDS_WITH_THREAD = 1,
  /// It has a session of its own, outlives this program, and needs no `waitpid`.
  CP_DETACHED = 2,
  /// It has no terminal, and leads a session and a process group of its own.
  CP_NEW_SESSION = 4,
  /// It leads a process group of its own, which has the foreground of the terminal, its standard input.
  CP_FOREGROUND = 8,
};

/// Opens a pipe that other programs do not inherit; 0, or -1 with `errno`.
int cp_pipe(int *read_end, int *write_end);

/// Makes a file in memory that holds these bytes, to be read from its start; its descriptor, or -1
/// with `errno`. Other programs do not inherit it.
int cp_memory_file(const void *bytes, size_t count);

/// Starts a program, which is looked up in `PATH`; `arguments` begin with its name and end with NULL.
///
/// It sees `files` as its descriptors 0 to 4, all other descriptors closed; in place of -1 it sees
/// /dev/null, or nothing for descriptors 3 and 4. Signals are handled as by default. Returns the process,
/// or -1 with `errno` if the program could not be started.
pid_t cp_start(char *const arguments[], const int files[CP_FILES], int flags);

/// Runs a program on the terminal and waits until it ends; returns its exit status as a shell does.
///
/// 128 and more means that a signal ended it; -1, with `errno`, that it could not be started.
/// Meanwhile the keys that interrupt or stop it leave this program alone; when it stops, this
/// program stops as well. SIGTERM and SIGHUP end the program and all that it started on the terminal,
/// and are taken by this program afterwards. One thread at a time.
int cp_run_in_foreground(char *const arguments[], const int files[CP_FILES]);

/// Has any signal that ends the program, and that nothing else handles, remove the file at `path`.
///
/// Returns a ticket for `cp_unfinished_remove`; -2 if there are 16 such files already. `path` is
/// copied and must be absolute, as the working directory may change.
int cp_unfinished_add(const char *path);

/// Has the file of a ticket stay; does nothing for a negative one.
void cp_unfinished_remove(int ticket);

/// Waits until a process ends; returns its exit status as a shell does, or -1 with `errno`.
int cp_wait(pid_t process);

/// The same, for at most `milliseconds`; -1 with `errno` `ETIMEDOUT` if it still runs then.
int cp_wait_within(pid_t process, int milliseconds);

/// Replaces `text` at the end of an argument of this program by `shown`, which is not longer, in what
/// the system shows of it to others.
void cp_mask_argument(const char *text, const char *shown);

/// Has the heap ask the system for so many bytes at a time, and keep as many that are free.
void cp_heap_set_step(int bytes);

#endif
