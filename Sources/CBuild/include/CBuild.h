#ifndef CBUILD_H
#define CBUILD_H

/* The commit a package was built from; empty if the build was not told. */
const char *cb_commit(void);

#endif
