import DocumentModel
import Glibc
import SystemServices
import TestSupport

@testable import ReadingHistory

/// A discussion with a comment by each of some authors.
struct Discussion {
  let document: Document

  /// A discussion with one comment by each of `comments`, without ids.
  init(comments: [String], title: String = "On tides") {
    document = .literal(
      title: title,
      comments: comments.map { name in
        CommentLiteral(name, "What \(name) has to say of the tides.")
      }
    )
  }

  var names: DocumentNames { names(address: nil) }
  var roster: CommentRoster { CommentRoster(of: document) }

  func names(address: String?) -> DocumentNames { DocumentNames(of: document, address: address) }

  /// What is written of it: nothing was done to its comments.
  func record(at location: String, address: String? = nil, opened: Int64) -> ReadingRecord {
    ReadingRecord(
      names: names(address: address),
      title: document.title,
      location: location,
      format: "html",
      opened: opened,
      roster: roster,
      flags: document.comments.map { _ in [] },
      view: RememberedView(),
      commentCount: document.comments.count,
      place: nil
    )
  }
}

/// A folder that is removed with the value, and the file of a history in it.
final class TemporaryFolder {
  let path: String
  var file: String { path + "/deep/er/skein.db" }

  init() throws {
    var template = Array("/tmp/skein-history-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw SystemError.last }
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  deinit { system("rm -rf \(path)") }

  func store(creates: Bool = true, patience: Int32 = 1000) throws -> HistoryStore {
    try HistoryStore(at: file, creates: creates, patience: patience)
  }
}
