#ifndef SKEIN_CMARK_H
#define SKEIN_CMARK_H

#include <stdbool.h>
#include <stddef.h>

/// The text of `length` bytes, Markdown as GitHub writes it, as HTML; NULL without memory.
///
/// A line break is a blank, or a break if `keeps_lines`. Tables, strikethrough, bare addresses and
/// task lists are read; HTML in it is kept. Free the result with `skein_markdown_free`. Safe on
/// several threads.
char *skein_markdown_html(const char *text, size_t length, bool keeps_lines);

/// Frees what `skein_markdown_html` returned.
void skein_markdown_free(char *html);

#endif
