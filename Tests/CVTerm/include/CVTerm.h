#ifndef CVTERM_H
#define CVTERM_H
#include <stdbool.h>
#include <sys/types.h>
#include <vterm.h>

/// A terminal in the process: a pty, and libvterm at its far end.
typedef struct {
  VTerm *vterm;
  VTermScreen *screen;
  /// The end the emulator reads and writes.
  int master;
  /// The end programs use; -1 once it is theirs alone.
  int slave;
  /// The program on it; 0 if there is none.
  pid_t child;
  /// What the program has set, as libvterm tells.
  bool has_alternate_screen, has_cursor;
  int mouse;
  /// Everything the program has written, `log_length` bytes of it.
  char *log;
  size_t log_length;
} cv_terminal;

/// How one cell looks: colours are palette entries, -1 for the terminal's own, else
/// 0x1000000 and red, green, blue.
typedef struct {
  uint32_t characters[VTERM_MAX_CHARS_PER_CELL];
  int width, foreground, background;
  bool bold, italic, underline, reverse;
} cv_cell;

/// A terminal of that size with nothing on it; `NULL` if the system has no more.
cv_terminal *cv_open(int height, int width);

/// A terminal with a program on it, in a session of its own; `settings` are its whole environment.
cv_terminal *cv_run(int height, int width, char *const arguments[], char *const settings[]);

/// Ends the program if it runs, and frees everything.
void cv_close(cv_terminal *terminal);

/// Shows what the program has written, waiting that long for it; false once it has closed its end.
bool cv_pump(cv_terminal *terminal, int milliseconds);

/// Types `bytes`.
void cv_type(cv_terminal *terminal, const char *bytes, size_t length);

/// Gives the window another size; the program is told by a signal.
void cv_resize(cv_terminal *terminal, int height, int width);

/// Closes the window under the program.
void cv_hang_up(cv_terminal *terminal);

/// The cell at that place, from 0.
cv_cell cv_cell_at(cv_terminal *terminal, int row, int column);

/// The exit status of the program as a shell has it; -1 while it runs.
int cv_status(cv_terminal *terminal);

/// Whether the pty's line discipline edits lines and echoes, as a shell finds it.
bool cv_is_cooked(cv_terminal *terminal);
#endif
