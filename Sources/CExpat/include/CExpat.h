#ifndef CEXPAT_H
#define CEXPAT_H
// Without it the header hides the limits on entities that the library was built with.
#ifndef XML_DTD
#define XML_DTD 1
#endif
#include <expat.h>
#endif
