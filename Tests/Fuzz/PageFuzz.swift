import DocumentFormats
import DocumentModel
import DocumentParsing
import HTMLParsing

/// What is wrong with the page that `bytes` make, or with the documents read from it.
///
/// Whatever the page looks like, the format that is surest of it reads it, and in turn each of the
/// others.
func pageViolation(_ bytes: UnsafeRawBufferPointer) -> String? {
  let tree = HTMLDocument(HTMLBytes(copying: bytes))
  if let wrong = treeViolation(tree) { return wrong }
  let source = SourceText(decoding: TextStorage(copying: bytes), location: "fuzz.html")
  let formats = FormatRegistry.builtIn.formats.filter { !$0.keepsProse(of: source) }
  let other = formats[bytes.count % formats.count]
  for format in [FormatRegistry.builtIn.detect(source), other] {
    if let wrong = documentViolation(format.parse(source)) { return "\(format.name): \(wrong)" }
  }
  return nil
}

/// What is wrong with a tree: links that do not meet, or one that is deeper than its limit.
private func treeViolation(_ tree: HTMLDocument) -> String? {
  var (depth, count) = (0, 1)
  var node = HTMLDocument.root
  while true {
    if let child = tree[node].firstChild {
      guard tree[child].parent == node else { return "a child knows another parent" }
      node = child
      depth += 1
    } else {
      while node != HTMLDocument.root, tree[node].nextSibling == nil {
        guard let parent = tree[node].parent else { return "a node has no parent" }
        guard tree[parent].lastChild == node else { return "the last child is not the last" }
        node = parent
        depth -= 1
      }
      guard let next = tree[node].nextSibling else { break }
      guard tree[next].previousSibling == node else { return "siblings do not meet" }
      node = next
    }
    count += 1
    if count > tree.nodes.count { return "the tree runs in a circle" }
    // Parts of tables are let in a little deeper.
    if depth > HTMLLimits().depth * 2 { return "the tree is \(depth) deep" }
  }
  return nil
}
