#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

#include "CNcurses.h"

/* Signals that the event loop handles; those that end the program come first. */
static const int reported[] = {SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGWINCH, SIGTSTP, SIGCONT};
enum { reported_count = sizeof reported / sizeof *reported, deadly_count = 4 };
/* Failures that system calls report as well. */
static const int ignored[] = {SIGPIPE, SIGXFSZ};
enum { ignored_count = sizeof ignored / sizeof *ignored };
/* Other signals that end the program; those that instructions cause come first. */
static const int crashes[] = {SIGSEGV, SIGBUS,    SIGILL,  SIGFPE,    SIGTRAP,  SIGABRT,
                              SIGSYS,  SIGUSR1,   SIGUSR2, SIGALRM,   SIGPROF,  SIGVTALRM,
                              SIGPOLL, SIGSTKFLT, SIGPWR,  SIGXCPU};
enum { crash_count = sizeof crashes / sizeof *crashes, fault_count = 4 };

static struct {
  int pipe, tty, output, null;
  volatile sig_atomic_t armed, dying;
  struct termios modes;
  size_t reset_length;
  char reset[256];
  struct sigaction found[NSIG];
  stack_t found_stack;
} guard;

/* After a stack overflow the handler needs a stack of its own. */
static char crash_stack[16384];

static void restore_terminal(void) {
  if (!guard.armed) return;
  guard.armed = 0;
  /* What another thread is drawing goes nowhere from here on. */
  dup3(guard.null, guard.output, O_CLOEXEC);
  ssize_t written = write(guard.tty, guard.reset, guard.reset_length);
  (void)written;
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
  ssize_t written = write(guard.pipe, &byte, 1);
  (void)written;
  errno = saved;
}

static void crash(int number, siginfo_t *info, void *context) {
  (void)context;
  restore_terminal();
  sigaction(number, &guard.found[number], NULL);
  bool is_fault = false;
  for (int i = 0; i < fault_count; i++) is_fault = is_fault || crashes[i] == number;
  /* A fault happens again when the handler returns; other signals are raised again. */
  if (!is_fault || info->si_code <= 0) raise(number);
}

/* Handles a signal, unless whoever started the program has it ignored. */
static void handle_deadly(int number, const struct sigaction *action) {
  sigaction(number, NULL, &guard.found[number]);
  if (guard.found[number].sa_handler != SIG_IGN) sigaction(number, action, NULL);
}

void cn_guard(int pipe, int tty, const struct termios *modes) {
  guard.pipe = pipe;
  guard.output = tty;
  guard.tty = fcntl(tty, F_DUPFD_CLOEXEC, 3);
  guard.null = open("/dev/null", O_WRONLY | O_CLOEXEC);
  guard.modes = *modes;
  guard.reset_length = 0;
  guard.dying = 0;
  guard.armed = 0;

  stack_t stack = {.ss_sp = crash_stack, .ss_size = sizeof crash_stack};
  sigaltstack(&stack, &guard.found_stack);

  /* `poll` is interrupted nevertheless; system calls of other threads are restarted. */
  struct sigaction action = {.sa_handler = report, .sa_flags = SA_RESTART};
  sigemptyset(&action.sa_mask);
  for (int i = 0; i < reported_count; i++)
    sigaction(reported[i], &action, &guard.found[reported[i]]);

  struct sigaction ignore = {.sa_handler = SIG_IGN};
  sigemptyset(&ignore.sa_mask);
  for (int i = 0; i < ignored_count; i++)
    sigaction(ignored[i], &ignore, &guard.found[ignored[i]]);

  struct sigaction last = {.sa_sigaction = crash, .sa_flags = SA_SIGINFO | SA_ONSTACK};
  sigemptyset(&last.sa_mask);
  for (int i = 0; i < crash_count; i++) handle_deadly(crashes[i], &last);
  for (int number = SIGRTMIN; number <= SIGRTMAX; number++) handle_deadly(number, &last);
}

void cn_guard_reset(const char *sequence) {
  guard.reset_length = strnlen(sequence, sizeof guard.reset);
  memcpy(guard.reset, sequence, guard.reset_length);
  guard.armed = 1;
}

void cn_guard_arm(bool armed) { guard.armed = armed; }

void cn_unguard(void) {
  guard.armed = 0;
  for (int i = 0; i < reported_count; i++)
    sigaction(reported[i], &guard.found[reported[i]], NULL);
  for (int i = 0; i < ignored_count; i++) sigaction(ignored[i], &guard.found[ignored[i]], NULL);
  for (int i = 0; i < crash_count; i++) sigaction(crashes[i], &guard.found[crashes[i]], NULL);
  for (int number = SIGRTMIN; number <= SIGRTMAX; number++)
    sigaction(number, &guard.found[number], NULL);
  sigaltstack(&guard.found_stack, NULL);
  close(guard.tty);
  close(guard.null);
}
