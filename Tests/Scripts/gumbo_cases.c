// Writes files as libgumbo parses them as cases for HTMLConformance, and how fast it does.
//
//   cc -O2 -o gumbo_cases gumbo_cases.c -lgumbo && ./gumbo_cases FILE... > gumbo.dat
//
// Standard output is html5lib's format of tree construction: a case for each file. Standard error
// tells the best of three runs for each.
#define _POSIX_C_SOURCE 200809L
#include <gumbo.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <time.h>

static void indent(int depth) {
  printf("| ");
  for (int level = 0; level < depth; level += 1) printf("  ");
}

static const char *prefix(GumboNamespaceEnum name_space) {
  if (name_space == GUMBO_NAMESPACE_SVG) return "svg ";
  return name_space == GUMBO_NAMESPACE_MATHML ? "math " : "";
}

static const char *attribute_prefix(const GumboAttribute *attribute) {
  static const char *const prefixes[] = {"", "xlink ", "xml ", "xmlns "};
  return prefixes[attribute->attr_namespace];
}

static int by_name(const void *left, const void *right) {
  const GumboAttribute *const *one = left, *const *other = right;
  int order = strcmp(attribute_prefix(*one), attribute_prefix(*other));
  if (!*attribute_prefix(*one) && *attribute_prefix(*other)) {
    return strcmp((*one)->name, attribute_prefix(*other));
  }
  if (*attribute_prefix(*one) && !*attribute_prefix(*other)) {
    return strcmp(attribute_prefix(*one), (*other)->name);
  }
  return order ? order : strcmp((*one)->name, (*other)->name);
}

static void print_attributes(const GumboVector *attributes, int depth) {
  qsort(attributes->data, attributes->length, sizeof(void *), by_name);
  for (unsigned index = 0; index < attributes->length; index += 1) {
    const GumboAttribute *attribute = attributes->data[index];
    indent(depth);
    printf("%s%s=\"%s\"\n", attribute_prefix(attribute), attribute->name, attribute->value);
  }
}

static void print_tag(const GumboNode *node) {
  const GumboElement *element = &node->v.element;
  GumboStringPiece written = element->original_tag;
  gumbo_tag_from_original_text(&written);
  const char *exact = NULL;
  if (element->tag_namespace == GUMBO_NAMESPACE_SVG) exact = gumbo_normalize_svg_tagname(&written);
  if (!exact && element->tag != GUMBO_TAG_UNKNOWN) exact = gumbo_normalized_tagname(element->tag);
  printf("<%s", prefix(element->tag_namespace));
  if (exact) {
    printf("%s>\n", exact);
    return;
  }
  for (size_t index = 0; index < written.length; index += 1) {
    char letter = written.data[index];
    putchar(letter >= 'A' && letter <= 'Z' ? letter + 32 : letter);
  }
  printf(">\n");
}

static void print(const GumboNode *node, int depth);

static void print_children(const GumboVector *children, int depth) {
  for (unsigned index = 0; index < children->length; index += 1) {
    const GumboNode *child = children->data[index];
    int is_text = child->type == GUMBO_NODE_TEXT || child->type == GUMBO_NODE_WHITESPACE
      || child->type == GUMBO_NODE_CDATA;
    if (!is_text) {
      print(child, depth);
      continue;
    }
    // Neighbours of several kinds are one text.
    const GumboNode *before = index > 0 ? children->data[index - 1] : NULL;
    int goes_on = before && before->type != GUMBO_NODE_ELEMENT
      && before->type != GUMBO_NODE_TEMPLATE && before->type != GUMBO_NODE_COMMENT;
    if (!goes_on) {
      indent(depth);
      putchar('"');
    }
    fputs(child->v.text.text, stdout);
    const GumboNode *next = index + 1 < children->length ? children->data[index + 1] : NULL;
    int ends = !next || next->type == GUMBO_NODE_ELEMENT || next->type == GUMBO_NODE_TEMPLATE
      || next->type == GUMBO_NODE_COMMENT;
    if (ends) printf("\"\n");
  }
}

static void print(const GumboNode *node, int depth) {
  indent(depth);
  if (node->type == GUMBO_NODE_COMMENT) {
    printf("<!-- %s -->\n", node->v.text.text);
    return;
  }
  print_tag(node);
  print_attributes(&node->v.element.attributes, depth + 1);
  if (node->type == GUMBO_NODE_TEMPLATE) {
    indent(depth + 1);
    printf("content\n");
  }
  print_children(&node->v.element.children, depth + 1 + (node->type == GUMBO_NODE_TEMPLATE));
}

static void print_case(const char *data, size_t length, const GumboOutput *output) {
  printf("#data\n");
  fwrite(data, 1, length, stdout);
  printf("\n#errors\n#document\n");
  const GumboDocument *document = &output->document->v.document;
  if (document->has_doctype) {
    printf("| <!DOCTYPE %s", document->name);
    if (*document->public_identifier || *document->system_identifier) {
      printf(" \"%s\" \"%s\"", document->public_identifier, document->system_identifier);
    }
    printf(">\n");
  }
  print_children(&document->children, 0);
  printf("\n");
}

static double seconds(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

static void run(const char *path) {
  FILE *file = fopen(path, "rb");
  if (!file) return perror(path);
  fseek(file, 0, SEEK_END);
  size_t length = (size_t)ftell(file);
  rewind(file);
  char *data = malloc(length + 1);
  length = data ? fread(data, 1, length, file) : 0;
  fclose(file);
  double best = 1e9;
  for (int turn = 0; turn < 3 && data; turn += 1) {
    double start = seconds();
    GumboOutput *output = gumbo_parse_with_options(&kGumboDefaultOptions, data, length);
    double taken = seconds() - start;
    if (taken < best) best = taken;
    if (turn == 2) print_case(data, length, output);
    gumbo_destroy_output(&kGumboDefaultOptions, output);
  }
  fprintf(stderr, "%s: %.1f MB/s\n", path, (double)length / 1e6 / best);
  free(data);
}

int main(int count, char **arguments) {
  for (int index = 1; index < count; index += 1) run(arguments[index]);
  return 0;
}
