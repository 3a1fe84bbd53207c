#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include "CNcurses.h"

extern char **environ;

void cn_stop(void) {
  struct sigaction action = {.sa_handler = SIG_DFL}, found;
  sigemptyset(&action.sa_mask);
  sigaction(SIGTSTP, &action, &found);
  /* The whole group: a pipe's other end would keep the shell waiting. */
  kill(0, SIGTSTP);
  sigaction(SIGTSTP, &found, NULL);
}

static int spawn(pid_t *child, char *const arguments[], posix_spawn_file_actions_t *files,
                 short flags) {
  posix_spawnattr_t attributes;
  sigset_t signals;
  posix_spawnattr_init(&attributes);
  /* What is ignored here would be ignored there. */
  sigfillset(&signals);
  posix_spawnattr_setsigdefault(&attributes, &signals);
  sigemptyset(&signals);
  posix_spawnattr_setsigmask(&attributes, &signals);
  posix_spawnattr_setflags(&attributes, flags | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK);
  int error = posix_spawnp(child, arguments[0], files, &attributes, arguments, environ);
  posix_spawnattr_destroy(&attributes);
  return error;
}

static int await(pid_t child) {
  int status = 0;
  for (;;) {
    if (waitpid(child, &status, WUNTRACED) < 0) {
      if (errno == EINTR) continue;
      return 127;
    }
    if (!WIFSTOPPED(status)) break;
    /* The shell waits for us to stop as well. */
    raise(SIGSTOP);
    kill(child, SIGCONT);
  }
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

int cn_run(char *const arguments[], int input, int output) {
  /* The keys that interrupt reach both of us: they are meant for the other. */
  static const int ignored[] = {SIGINT, SIGQUIT, SIGTSTP};
  struct sigaction ignore = {.sa_handler = SIG_IGN}, found[3];
  sigemptyset(&ignore.sa_mask);
  for (int i = 0; i < 3; i++) sigaction(ignored[i], &ignore, &found[i]);

  posix_spawn_file_actions_t files;
  posix_spawn_file_actions_init(&files);
  posix_spawn_file_actions_adddup2(&files, input, 0);
  posix_spawn_file_actions_adddup2(&files, output, 1);
  posix_spawn_file_actions_adddup2(&files, output, 2);
  pid_t child;
  int status = spawn(&child, arguments, &files, 0) == 0 ? await(child) : 127;
  posix_spawn_file_actions_destroy(&files);

  for (int i = 0; i < 3; i++) sigaction(ignored[i], &found[i], NULL);
  return status;
}

pid_t cn_start(char *const arguments[]) {
  posix_spawn_file_actions_t files;
  posix_spawn_file_actions_init(&files);
  for (int fd = 0; fd < 3; fd++)
    posix_spawn_file_actions_addopen(&files, fd, "/dev/null", O_RDWR, 0);
  pid_t child;
  int error = spawn(&child, arguments, &files, POSIX_SPAWN_SETSID);
  posix_spawn_file_actions_destroy(&files);
  return error == 0 ? child : -1;
}
