#define _GNU_SOURCE
#include "CVTerm.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>

static int property_changed(VTermProp property, VTermValue *value, void *user) {
  cv_terminal *terminal = user;
  if (property == VTERM_PROP_ALTSCREEN) terminal->has_alternate_screen = value->boolean;
  if (property == VTERM_PROP_CURSORVISIBLE) terminal->has_cursor = value->boolean;
  if (property == VTERM_PROP_MOUSE) terminal->mouse = value->number;
  return 1;
}

static const VTermScreenCallbacks callbacks = {.settermprop = property_changed};

static void answer(const char *bytes, size_t length, void *user) { cv_type(user, bytes, length); }

static cv_terminal *make(int height, int width) {
  cv_terminal *terminal = calloc(1, sizeof *terminal);
  terminal->slave = -1;
  terminal->has_cursor = true;
  terminal->vterm = vterm_new(height, width);
  vterm_set_utf8(terminal->vterm, 1);
  vterm_output_set_callback(terminal->vterm, answer, terminal);
  terminal->screen = vterm_obtain_screen(terminal->vterm);
  vterm_screen_set_callbacks(terminal->screen, &callbacks, terminal);
  vterm_screen_enable_altscreen(terminal->screen, 1);
  vterm_screen_reset(terminal->screen, 1);
  return terminal;
}

static struct winsize window(int height, int width) {
  return (struct winsize){.ws_row = (unsigned short)height, .ws_col = (unsigned short)width};
}

cv_terminal *cv_open(int height, int width) {
  cv_terminal *terminal = make(height, width);
  struct winsize size = window(height, width);
  if (openpty(&terminal->master, &terminal->slave, NULL, NULL, &size) == 0) {
    fcntl(terminal->master, F_SETFD, FD_CLOEXEC);
    fcntl(terminal->slave, F_SETFD, FD_CLOEXEC);
    return terminal;
  }
  terminal->master = -1;
  cv_close(terminal);
  return NULL;
}

cv_terminal *cv_run(int height, int width, char *const arguments[], char *const settings[]) {
  cv_terminal *terminal = make(height, width);
  struct winsize size = window(height, width);
  terminal->child = forkpty(&terminal->master, NULL, NULL, &size);
  if (terminal->child == 0) {
    /* The thread that runs a test may have blocked every signal. */
    sigset_t none;
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, NULL);
    execve(arguments[0], arguments, settings);
    _exit(127);
  }
  fcntl(terminal->master, F_SETFD, FD_CLOEXEC);
  return terminal;
}

void cv_close(cv_terminal *terminal) {
  if (terminal->child > 0 && cv_status(terminal) < 0) {
    kill(terminal->child, SIGKILL);
    waitpid(terminal->child, NULL, 0);
  }
  if (terminal->master >= 0) close(terminal->master);
  if (terminal->slave >= 0) close(terminal->slave);
  vterm_free(terminal->vterm);
  free(terminal->log);
  free(terminal);
}

bool cv_pump(cv_terminal *terminal, int milliseconds) {
  struct pollfd file = {.fd = terminal->master, .events = POLLIN};
  if (terminal->master < 0) return false;
  while (poll(&file, 1, milliseconds) > 0) {
    char bytes[4096];
    ssize_t count = read(terminal->master, bytes, sizeof bytes);
    if (count <= 0) return count < 0 && errno == EINTR;
    terminal->log = realloc(terminal->log, terminal->log_length + (size_t)count);
    memcpy(terminal->log + terminal->log_length, bytes, (size_t)count);
    terminal->log_length += (size_t)count;
    vterm_input_write(terminal->vterm, bytes, (size_t)count);
    milliseconds = 0;
  }
  return true;
}

void cv_type(cv_terminal *terminal, const char *bytes, size_t length) {
  while (length > 0) {
    ssize_t count = write(terminal->master, bytes, length);
    if (count < 0 && errno != EINTR) return;
    if (count < 0) continue;
    bytes += count;
    length -= (size_t)count;
  }
}

void cv_resize(cv_terminal *terminal, int height, int width) {
  struct winsize size = window(height, width);
  vterm_set_size(terminal->vterm, height, width);
  ioctl(terminal->master, TIOCSWINSZ, &size);
}

void cv_hang_up(cv_terminal *terminal) {
  close(terminal->master);
  terminal->master = -1;
}

static int index_of(const VTermColor *color) {
  if (color->type & VTERM_COLOR_DEFAULT_MASK) return -1;
  if (VTERM_COLOR_IS_INDEXED(color)) return color->indexed.idx;
  return 0x1000000 | color->rgb.red << 16 | color->rgb.green << 8 | color->rgb.blue;
}

cv_cell cv_cell_at(cv_terminal *terminal, int row, int column) {
  VTermScreenCell found;
  memset(&found, 0, sizeof found);
  vterm_screen_get_cell(terminal->screen, (VTermPos){.row = row, .col = column}, &found);
  cv_cell cell = {
      .width = found.width,
      .foreground = index_of(&found.fg),
      .background = index_of(&found.bg),
      .bold = found.attrs.bold,
      .italic = found.attrs.italic,
      .underline = found.attrs.underline,
      .reverse = found.attrs.reverse,
  };
  memcpy(cell.characters, found.chars, sizeof cell.characters);
  return cell;
}

int cv_status(cv_terminal *terminal) {
  int status;
  if (terminal->child <= 0) return 0;
  if (waitpid(terminal->child, &status, WNOHANG) != terminal->child) return -1;
  terminal->child = -1;
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

bool cv_is_cooked(cv_terminal *terminal) {
  struct termios modes;
  if (tcgetattr(terminal->master, &modes) != 0) return false;
  return (modes.c_lflag & (ICANON | ECHO | ISIG)) == (ICANON | ECHO | ISIG) &&
         (modes.c_oflag & OPOST) != 0;
}
