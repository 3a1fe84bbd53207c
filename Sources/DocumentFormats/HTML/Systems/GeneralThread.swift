import DocumentParsing

/// Any page: its article, and a discussion if one can be made out.
struct GeneralThread: ThreadReader {
  let name = "html"
  let summary = "any other page"

  func confidence(in page: HTMLPage) -> Confidence { .possible }

  func read(_ page: HTMLPage) -> PageThread { PageThread() }
}
