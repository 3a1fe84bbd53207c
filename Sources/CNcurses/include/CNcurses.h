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

/* Swift sees neither curses' variables, which it holds unsafe to share, nor its cast macros. */

/// The window that covers the terminal.
static inline WINDOW *cn_stdscr(void) { return stdscr; }
/// What is on the terminal, as curses knows it.
static inline WINDOW *cn_curscr(void) { return curscr; }
/// How many colours the terminal has; set by `start_color`.
static inline int cn_colors(void) { return COLORS; }
/// How many pairs of colours can be had at a time; set by `start_color`.
static inline int cn_color_pairs(void) { return COLOR_PAIRS; }

/// The attributes of a cell, one bit each, as curses has them.
enum {
  CN_BOLD = A_BOLD,
  CN_DIM = A_DIM,
  CN_ITALIC = A_ITALIC,
  CN_UNDERLINE = A_UNDERLINE,
  CN_REVERSE = A_REVERSE,
};

/// How many columns ncurses takes `scalar` for; -1 if it cannot be shown.
int cn_width(uint32_t scalar);

/// A cell with a base character and at most four marks, as `setcchar` makes it.
///
/// It does not look at the characters, which takes as long as all the rest of a cell's way.
static inline cchar_t cn_cell(uint32_t base, const uint32_t *marks, int mark_count,
                              unsigned attributes, int pair) {
  cchar_t cell = {.attr = attributes | (attr_t)(pair == 0 ? 0 : COLOR_PAIR(pair > 255 ? 255 : pair))};
  cell.chars[0] = (wchar_t)base;
  for (int i = 0; i < mark_count && i + 1 < CCHARW_MAX; i++) cell.chars[i + 1] = (wchar_t)marks[i];
  cell.ext_color = pair;
  return cell;
}

/// The string `name` of the terminal's description; `NULL` if it has none.
static inline const char *cn_string(const char *name) {
  const char *value = tigetstr(name);
  return value == (const char *)-1 ? NULL : value;
}

/// Whether the character set of the locale `name` is UTF-8; true if the system does not know it.
bool cn_locale_is_utf8(const char *name);

/// Opens `fd` once more as a stream, for `newterm`; `NULL` with `errno` if that cannot be.
FILE *cn_open_stream(int fd, const char *mode);

/// The window's size as the system knows it; false if it knows none.
bool cn_window_size(int fd, int *height, int *width);

/// Has signals write their number to `pipe` and crashes restore the terminal `tty`.
///
/// `modes` are the terminal's line settings, copied. Only one terminal can be guarded at a time.
void cn_guard(int pipe, int tty, const struct termios *modes);

/// Sets the bytes that undo everything sent to the terminal, at most 255, and arms the guard.
void cn_guard_reset(const char *sequence);

/// Whether there is anything to restore at the moment.
void cn_guard_arm(bool armed);

/// Puts back what `cn_guard` found.
void cn_unguard(void);

/// Stops the process group as the terminal's stop key would; returns once it goes on.
void cn_stop(void);

#endif
