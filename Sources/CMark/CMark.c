#include "CMark.h"

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>
#include <pthread.h>
#include <stdlib.h>

static const char *const extension_names[] = {"table", "strikethrough", "autolink", "tasklist"};

static pthread_once_t registered = PTHREAD_ONCE_INIT;

char *skein_markdown_html(const char *text, size_t length, bool keeps_lines) {
  pthread_once(&registered, cmark_gfm_core_extensions_ensure_registered);
  const int options = CMARK_OPT_UNSAFE | CMARK_OPT_FOOTNOTES | CMARK_OPT_VALIDATE_UTF8
    | (keeps_lines ? CMARK_OPT_HARDBREAKS : 0);
  cmark_parser *parser = cmark_parser_new(options);
  if (!parser) return NULL;
  for (size_t index = 0; index < sizeof extension_names / sizeof *extension_names; index++) {
    cmark_syntax_extension *extension = cmark_find_syntax_extension(extension_names[index]);
    if (extension) cmark_parser_attach_syntax_extension(parser, extension);
  }
  cmark_parser_feed(parser, text, length);
  cmark_node *document = cmark_parser_finish(parser);
  char *html = NULL;
  if (document) {
    html = cmark_render_html(document, options, cmark_parser_get_syntax_extensions(parser));
    cmark_node_free(document);
  }
  cmark_parser_free(parser);
  return html;
}

void skein_markdown_free(char *html) { free(html); }
