#include <signal.h>
#include <stdatomic.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "CProcess.h"

enum { capacity = 16 };

static _Atomic(char *) unfinished[capacity];

/* Every signal that ends the program by default and can be caught. */
static const int deadly[] = {SIGHUP,  SIGINT,  SIGQUIT, SIGILL,    SIGTRAP, SIGABRT, SIGBUS,
                             SIGFPE,  SIGUSR1, SIGSEGV, SIGUSR2,   SIGPIPE, SIGALRM, SIGTERM,
                             SIGXCPU, SIGXFSZ, SIGPROF, SIGVTALRM, SIGPOLL, SIGSYS,
                             SIGPWR,  SIGSTKFLT};
enum { deadly_count = sizeof deadly / sizeof *deadly };

static void remove_unfinished(int number) {
  for (int i = 0; i < capacity; i++) {
    char *path = atomic_load(&unfinished[i]);
    if (path != NULL) unlink(path);
  }
  /* The default action is in force again; the signal is delivered when the handler returns. */
  raise(number);
}

static void handle_signal(int number) {
  struct sigaction action = {.sa_handler = remove_unfinished, .sa_flags = SA_RESETHAND}, found;
  sigemptyset(&action.sa_mask);
  if (sigaction(number, NULL, &found) == 0 && found.sa_handler == SIG_DFL)
    sigaction(number, &action, NULL);
}

static void handle_signals(void) {
  for (int i = 0; i < deadly_count; i++) handle_signal(deadly[i]);
  for (int number = SIGRTMIN; number <= SIGRTMAX; number++) handle_signal(number);
}

int cp_unfinished_add(const char *path) {
  char *copy = strdup(path);
  if (copy == NULL) return -2;
  handle_signals();
  for (int i = 0; i < capacity; i++) {
    char *none = NULL;
    if (atomic_compare_exchange_strong(&unfinished[i], &none, copy)) return i;
  }
  free(copy);
  return -2;
}

void cp_unfinished_remove(int ticket) {
  if (ticket < 0) return;
  free(atomic_exchange(&unfinished[ticket], NULL));
}
