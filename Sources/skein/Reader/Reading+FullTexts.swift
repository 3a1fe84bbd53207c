import DocumentModel
import DocumentMerging
import ReaderUI

extension Reading {
  /// The document with all full texts that were found for comments its site cut.
  var completed: Document {
    var sources: [(document: Document, texts: [CommentID: Range<Int32>])] = []
    for (id, completion) in completions {
      let source = sources.firstIndex { $0.document.text.isIdentical(to: completion.document.text) }
      if let source {
        sources[source].texts[id] = completion.blocks
      } else {
        sources.append((completion.document, [id: completion.blocks]))
      }
    }
    return sources.reduce(document) { $0.completed(by: $1.texts, of: $1.document) ?? $0 }
  }
}
