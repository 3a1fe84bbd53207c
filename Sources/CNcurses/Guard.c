#include <errno.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

#include "CNcurses.h"

/* Signals that the event loop handles; those that end the program come first. */
static const int reported[] = {SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGWINCH, SIGTSTP, SIGCONT};
enum { reported_count = sizeof reported / sizeof *reported, deadly_count = 4 };
/* Signals after which the program cannot continue. */
static const int crashes[] = {SIGSEGV, SIGBUS, SIGILL, SIGTRAP, SIGFPE, SIGABRT};
enum { crash_count = sizeof crashes / sizeof *crashes };

static struct {
  int pipe, tty;
  volatile sig_atomic_t armed, dying;
  struct termios modes;
  size_t reset_length;
  char reset[256];
  struct sigaction found[reported_count], found_crash[crash_count];
  stack_t found_stack;
} guard;

/* After a stack overflow the handler needs a stack of its own. */
static char crash_stack[16384];

static void restore_terminal(void) {
  if (!guard.armed) return;
  guard.armed = 0;
  ssize_t ignored = write(guard.tty, guard.reset, guard.reset_length);
  (void)ignored;
  tcsetattr(guard.tty, TCSANOW, &guard.modes);
}

static void report(int number) {
  int saved = errno;
  for (int i = 0; i < deadly_count; i++) {
    if (reported[i] != number) continue;
    if (guard.dying) {
      /* The loop has not handled the first one: it hangs. */
      restore_terminal();
      signal(number, SIG_DFL);
      raise(number);
    }
    guard.dying = 1;
  }
  char byte = (char)number;
  ssize_t ignored = write(guard.pipe, &byte, 1);
  (void)ignored;
  errno = saved;
}

static void crash(int number, siginfo_t *info, void *context) {
  (void)context;
  restore_terminal();
  for (int i = 0; i < crash_count; i++)
    if (crashes[i] == number) sigaction(number, &guard.found_crash[i], NULL);
  /* A fault happens again when the handler returns; other signals are raised again. */
  if (info->si_code <= 0 || number == SIGTRAP) raise(number);
}

void cn_guard(int pipe, int tty, const struct termios *modes) {
  guard.pipe = pipe;
  guard.tty = tty;
  guard.modes = *modes;
  guard.reset_length = 0;
  guard.dying = 0;
  guard.armed = 0;

  stack_t stack = {.ss_sp = crash_stack, .ss_size = sizeof crash_stack};
  sigaltstack(&stack, &guard.found_stack);

  /* `poll` is interrupted nevertheless; system calls of other threads are restarted. */
  struct sigaction action = {.sa_handler = report, .sa_flags = SA_RESTART};
  sigemptyset(&action.sa_mask);
  for (int i = 0; i < reported_count; i++) sigaction(reported[i], &action, &guard.found[i]);

  struct sigaction last = {.sa_sigaction = crash, .sa_flags = SA_SIGINFO | SA_ONSTACK};
  sigemptyset(&last.sa_mask);
  for (int i = 0; i < crash_count; i++) sigaction(crashes[i], &last, &guard.found_crash[i]);
}

void cn_guard_reset(const char *sequence) {
  guard.reset_length = strnlen(sequence, sizeof guard.reset);
  memcpy(guard.reset, sequence, guard.reset_length);
  guard.armed = 1;
}

void cn_guard_arm(bool armed) { guard.armed = armed; }

void cn_unguard(void) {
  guard.armed = 0;
  for (int i = 0; i < reported_count; i++) sigaction(reported[i], &guard.found[i], NULL);
  for (int i = 0; i < crash_count; i++) sigaction(crashes[i], &guard.found_crash[i], NULL);
  sigaltstack(&guard.found_stack, NULL);
}
