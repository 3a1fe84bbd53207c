#define _GNU_SOURCE
#include "CProcess.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

/* Descriptors from here on do not collide with those a program is given. */
static const int lowest = 10;

int cp_pipe(int *read_end, int *write_end) {
  int ends[2];
  if (pipe2(ends, O_CLOEXEC) < 0) return -1;
  *read_end = ends[0];
  *write_end = ends[1];
  return 0;
}

int cp_memory_file(const void *bytes, size_t count) {
  int file = memfd_create("input", MFD_CLOEXEC);
  if (file < 0) return -1;
  const char *rest = bytes;
  while (count > 0) {
    ssize_t written = write(file, rest, count);
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) {
      int error = errno;
      close(file);
      errno = error;
      return -1;
    }
    rest += written;
    count -= (size_t)written;
  }
  lseek(file, 0, SEEK_SET);
  return file;
}

/* Reports `errno` to the starting program and ends the child. */
static _Noreturn void fail(int report) {
  int number = errno;
  ssize_t ignored = write(report, &number, sizeof number);
  (void)ignored;
  _exit(127);
}

static void adopt_files(const int files[CP_FILES], int report) {
  int copies[CP_FILES];
  for (int i = 0; i < CP_FILES; i++) {
    copies[i] = files[i];
    if (files[i] < 0 && i > STDERR_FILENO) continue;
    int file = files[i] < 0 ? open("/dev/null", O_RDWR) : files[i];
    copies[i] = file < 0 ? -1 : fcntl(file, F_DUPFD, lowest);
    if (copies[i] < 0) fail(report);
  }
  close_range(STDERR_FILENO + 1, lowest - 1, 0);
  for (int i = 0; i < CP_FILES; i++)
    if (copies[i] >= 0 && dup2(copies[i], i) < 0) fail(report);
  close_range(lowest, report - 1, 0);
  close_range(report + 1, ~0U, 0);
}

static void reset_signals(void) {
  struct sigaction standard = {.sa_handler = SIG_DFL};
  sigemptyset(&standard.sa_mask);
  for (int number = 1; number < NSIG; number++) sigaction(number, &standard, NULL);
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, NULL);
}

/* Gives the terminal's foreground to a process group; one in the background may do so, too. */
static void give_terminal(int terminal, pid_t group) {
  struct sigaction ignore = {.sa_handler = SIG_IGN}, found;
  sigemptyset(&ignore.sa_mask);
  sigaction(SIGTTOU, &ignore, &found);
  tcsetpgrp(terminal, group);
  sigaction(SIGTTOU, &found, NULL);
}

/* Calls only what is allowed between fork and exec in a program with threads. */
static _Noreturn void become(char *const arguments[], const int files[CP_FILES], int flags, int report,
                             pid_t parent) {
  if (flags & CP_ENDS_WITH_THREAD) {
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (getppid() != parent) _exit(126);
  }
  if (flags & (CP_DETACHED | CP_NEW_SESSION)) setsid();
  if (flags & CP_FOREGROUND) {
    setpgid(0, 0);
    give_terminal(files[STDIN_FILENO], getpid());
  }
  if (flags & CP_DETACHED) {
    /* The grandchild is no child of ours: nobody has to wait for it. */
    pid_t child = fork();
    if (child < 0) fail(report);
    if (child > 0) _exit(0);
  }
  reset_signals();
  adopt_files(files, report);
  execvp(arguments[0], arguments);
  fail(report);
}

/* The error number a child reports, 0 once it runs its program. */
static int reported_error(int report) {
  int number = 0;
  ssize_t count;
  do count = read(report, &number, sizeof number);
  while (count < 0 && errno == EINTR);
  return count == sizeof number ? number : 0;
}

pid_t cp_start(char *const arguments[], const int files[CP_FILES], int flags) {
  int ends[2];
  if (pipe2(ends, O_CLOEXEC) < 0) return -1;
  int report = fcntl(ends[1], F_DUPFD_CLOEXEC, lowest);
  close(ends[1]);
  if (report < 0) {
    close(ends[0]);
    return -1;
  }
  pid_t parent = getpid();
  /* Not posix_spawn: only the child itself can ask to be killed with its parent. */
  pid_t child = fork();
  int error = errno;
  if (child == 0) become(arguments, files, flags, report, parent);
  close(report);
  if (child > 0) {
    error = reported_error(ends[0]);
    if (error != 0 || flags & CP_DETACHED) cp_wait(child);
    if (error != 0) child = -1;
  }
  close(ends[0]);
  errno = error;
  return child;
}

static int exit_status(int status) {
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

int cp_wait(pid_t process) {
  int status = 0;
  while (waitpid(process, &status, 0) < 0)
    if (errno != EINTR) return -1;
  return exit_status(status);
}

int cp_wait_within(pid_t process, int milliseconds) {
  if (milliseconds < 0) milliseconds = 0;
  int handle = (int)syscall(SYS_pidfd_open, process, 0);
  struct pollfd ended = {.fd = handle, .events = POLLIN};
  /* Kernels before 5.3 have no such handles: there the process is asked for now and then. */
  int step = handle < 0 ? 10 : milliseconds, status = 0;
  pid_t found;
  while ((found = waitpid(process, &status, WNOHANG)) == 0 && milliseconds > 0) {
    int ready = poll(&ended, 1, step);
    if (handle < 0 || ready == 0) milliseconds -= step;
  }
  if (found == 0) errno = ETIMEDOUT;
  int error = errno;
  if (handle >= 0) close(handle);
  errno = error;
  return found > 0 ? exit_status(status) : -1;
}

/* Waits for a program that has the terminal; stops and goes on together with it. */
static int wait_in_foreground(pid_t process, int terminal) {
  int status = 0;
  for (;;) {
    pid_t ended = waitpid(process, &status, WUNTRACED);
    if (ended < 0 && errno == EINTR) continue;
    int error = errno;
    give_terminal(terminal, getpgrp());
    errno = error;
    if (ended < 0) return -1;
    if (!WIFSTOPPED(status)) return exit_status(status);
    /* The shell waits for us to stop as well. */
    raise(SIGSTOP);
    give_terminal(terminal, process);
    kill(-process, SIGCONT);
  }
}

/* The program on the terminal, 0 while there is none, and the signal that ended it from outside. */
static volatile sig_atomic_t in_foreground, ended_by;

/* Whoever ends this program means the one in the foreground as well. */
static void pass_on(int number) {
  ended_by = number;
  int error = errno;
  if (in_foreground > 0) kill(-in_foreground, number);
  errno = error;
}

int cp_run_in_foreground(char *const arguments[], const int files[CP_FILES]) {
  /* The first two are passed on. The keys for the others are meant for the other program, and reach
     this one before it has handed over the terminal. */
  enum { passed = 2, all = 5 };
  static const int numbers[all] = {SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGTSTP};
  struct sigaction found[all];
  ended_by = 0;
  for (int i = 0; i < all; i++) {
    struct sigaction action = {.sa_handler = i < passed ? pass_on : SIG_IGN};
    sigemptyset(&action.sa_mask);
    sigaction(numbers[i], &action, &found[i]);
  }
  pid_t process = cp_start(arguments, files, CP_FOREGROUND);
  in_foreground = process;
  if (process > 0 && ended_by != 0) kill(-process, ended_by);
  int status = process < 0 ? -1 : wait_in_foreground(process, files[STDIN_FILENO]);
  int error = errno;
  in_foreground = 0;
  for (int i = 0; i < all; i++) sigaction(numbers[i], &found[i], NULL);
  if (ended_by != 0) raise(ended_by);
  errno = error;
  return status;
}

/* The arguments the program was started with, where the system reads them as well. */
static char **own_arguments;
static int own_count;

/* The C library hands them to every constructor; later they can only be copied. */
__attribute__((constructor)) static void note_arguments(int count, char **arguments) {
  own_count = count;
  own_arguments = arguments;
}

void cp_mask_argument(const char *text, const char *shown) {
  size_t length = strlen(text), left = strlen(shown);
  if (left > length) return;
  for (int i = 0; i < own_count; i++) {
    size_t whole = strlen(own_arguments[i]);
    if (whole < length) continue;
    char *end = own_arguments[i] + whole - length;
    if (memcmp(end, text, length) != 0) continue;
    memset(end, 0, length);
    memcpy(end, shown, left);
  }
}
