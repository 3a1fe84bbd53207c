#ifndef CNCURSES_H
#define CNCURSES_H
#define _XOPEN_SOURCE_EXTENDED 1
#define NCURSES_WIDECHAR 1
#define NCURSES_NOMACROS 1
#include <curses.h>
#include <langinfo.h>
#include <locale.h>
#include <stdbool.h>
#include <stdint.h>
#include <sys/types.h>
#include <term.h>
#include <termios.h>
#include <wchar.h>

/* Swift imports neither curses' global variables, which are not safe to share, nor its macros with
   casts. */

/// The window that covers the terminal.
static inline WINDOW *cn_stdscr(void) { return stdscr; }
/// What curses assumes to be on the terminal.
static inline WINDOW *cn_curscr(void) { return curscr; }
/// How many colours the terminal has; set by `start_color`.
static inline int cn_colors(void) { return COLORS; }
/// How many colour pairs there can be at a time; set by `start_color`.
static inline int cn_color_pairs(void) { return COLOR_PAIRS; }

/// Curses' attributes of a cell, one bit each.
enum {
  CN_BOLD = A_BOLD,
  CN_DIM = A_DIM,
  CN_ITALIC = A_ITALIC,
  CN_UNDERLINE = A_UNDERLINE,
  CN_REVERSE = A_REVERSE,
};

/// How many columns `scalar` has according to the C library; -1 if it cannot be shown.
int cn_width(uint32_t scalar);

/// A cell with a base character and at most four marks, as `setcchar` makes it.
///
/// Does not check the characters, which would double the cost of drawing a cell.
static inline cchar_t cn_cell(uint32_t base, const uint32_t *marks, int mark_count,
                              unsigned attributes, int pair) {
  cchar_t cell = {.attr = attributes | (attr_t)(pair == 0 ? 0 : COLOR_PAIR(pair > 255 ? 255 : pair))};
  cell.chars[0] = (wchar_t)base;
  for (int i = 0; i < mark_count && i + 1 < CCHARW_MAX; i++) cell.chars[i + 1] = (wchar_t)marks[i];
  cell.ext_color = pair;
  return cell;
}

/// The string capability `name` of the terminal; `NULL` if it has none.
static inline const char *cn_string(const char *name) {
  const char *value = tigetstr(name);
  return value == (const char *)-1 ? NULL : value;
}

/// Whether the character set of the locale `name` is UTF-8; true if the system does not know it.
bool cn_locale_is_utf8(const char *name);

/// Opens a copy of `fd` as a stream, for `newterm`; `NULL` with `errno` if that fails.
FILE *cn_open_stream(int fd, const char *mode);

/// The largest part of a window that is drawn on, from its upper left corner.
///
/// A display of 7680 by 4320 pixels has as many characters of 4 by 8. Programs can claim any size up
/// to 65535 by 65535, for which neither the memory nor the numbers of ncurses suffice.
enum { CN_MOST_COLUMNS = 1920, CN_MOST_ROWS = 540 };

/// The size of the terminal window, as far as it is drawn on; false if the system does not know it.
bool cn_window_size(int fd, int *height, int *width);

/// Makes signals write their number to `pipe`, and crashes restore the terminal `tty`.
///
/// Every other signal that ends a program restores the terminal first; `SIGPIPE` and `SIGXFSZ` are
/// ignored, since system calls report the same. Nothing written to `tty` after a crash reaches the
/// terminal. `modes` are the terminal's line settings; they are copied. There is one guard in a
/// process.
void cn_guard(int pipe, int tty, const struct termios *modes);

/// Sets the bytes that restore the terminal, at most 255 are used, and arms the guard.
void cn_guard_reset(const char *sequence);

/// Says whether a crash has to restore the terminal.
void cn_guard_arm(bool armed);

/// Restores the signal handlers that `cn_guard` replaced.
void cn_unguard(void);

/// Stops the process group as Ctrl-Z does; returns when it is continued.
void cn_stop(void);

#endif
