#define _GNU_SOURCE
#include <fcntl.h>
#include <signal.h>
#include <sys/prctl.h>
#include <unistd.h>

#include "CProcess.h"

/* Above those the child is given, so that moving one there covers no other. */
static const int lowest = 10;

int cp_pipe(int *read_end, int *write_end) {
  int ends[2];
  if (pipe2(ends, O_CLOEXEC) < 0) return -1;
  for (int i = 0; i < 2; i++) {
    if (ends[i] >= lowest) continue;
    int higher = fcntl(ends[i], F_DUPFD_CLOEXEC, lowest);
    if (higher < 0) {
      close(ends[0]);
      close(ends[1]);
      return -1;
    }
    close(ends[i]);
    ends[i] = higher;
  }
  *read_end = ends[0];
  *write_end = ends[1];
  return 0;
}

/* Only what may be called between fork and exec of a program with threads. */
static void become(char *const arguments[], int output, int errors, int extra, pid_t parent) {
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  if (getppid() != parent) _exit(126);
  struct sigaction standard = {.sa_handler = SIG_DFL};
  sigemptyset(&standard.sa_mask);
  for (int number = 1; number < NSIG; number++) sigaction(number, &standard, NULL);
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, NULL);
  int nothing = open("/dev/null", O_RDWR);
  if (nothing < 0 || dup2(nothing, 0) < 0 || dup2(output, 1) < 0 || dup2(errors, 2) < 0 ||
      dup2(extra, 3) < 0)
    _exit(126);
  close_range(4, ~0U, 0);
  execvp(arguments[0], arguments);
  _exit(127);
}

pid_t cp_start(char *const arguments[], int output, int errors, int extra) {
  pid_t parent = getpid();
  /* Not posix_spawn: only the child itself can ask to be ended with its parent. */
  pid_t child = fork();
  if (child == 0) become(arguments, output, errors, extra, parent);
  return child;
}
