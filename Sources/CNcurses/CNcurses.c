#define _GNU_SOURCE
#include "CNcurses.h"

#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

int cn_width(uint32_t scalar) { return wcwidth((wchar_t)scalar); }

bool cn_locale_is_utf8(const char *name) {
  locale_t locale = newlocale(LC_CTYPE_MASK, name, (locale_t)0);
  if (locale == (locale_t)0) return true;
  bool is_utf8 = strcmp(nl_langinfo_l(CODESET, locale), "UTF-8") == 0;
  freelocale(locale);
  return is_utf8;
}

FILE *cn_open_stream(int fd, const char *mode) {
  int copy = fcntl(fd, F_DUPFD_CLOEXEC, 3);
  if (copy < 0) return NULL;
  FILE *stream = fdopen(copy, mode);
  if (stream == NULL) close(copy);
  return stream;
}

bool cn_window_size(int fd, int *height, int *width) {
  struct winsize size;
  if (ioctl(fd, TIOCGWINSZ, &size) != 0 || size.ws_row == 0 || size.ws_col == 0) return false;
  *height = size.ws_row < CN_MOST_ROWS ? size.ws_row : CN_MOST_ROWS;
  *width = size.ws_col < CN_MOST_COLUMNS ? size.ws_col : CN_MOST_COLUMNS;
  return true;
}

void cn_stop(void) {
  struct sigaction action = {.sa_handler = SIG_DFL}, found;
  sigemptyset(&action.sa_mask);
  sigaction(SIGTSTP, &action, &found);
  /* The whole group: otherwise the other programs of a pipeline keep the shell waiting. */
  kill(0, SIGTSTP);
  sigaction(SIGTSTP, &found, NULL);
}
