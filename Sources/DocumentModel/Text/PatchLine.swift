/// What a line of a patch is, as `diff -u` and git write them.
public enum PatchLine: UInt8, Hashable, Sendable {
  /// It is in both versions, or belongs to neither.
  case context
  /// It is in the new version only.
  case added
  /// It is in the old version only.
  case removed
  /// It says which file, or which part of one, the lines below it are about.
  case heading
}

/// Lines of patches, told by how they begin.
extension PatchLine {
  /// What `line` is, which stands in a patch above `rest`, all that is left of it, and below a line that is
  /// `previous`, `nil` at the beginning of the patch.
  ///
  /// The names of the old and the new file begin like lines that were removed and added; they stand one
  /// above the other, and above a place in the file.
  package init(_ line: LineBytes, above rest: LineBytes, below previous: PatchLine?) {
    switch line.first {
    case UInt8(ascii: "+"):
      let isName = previous == .heading && line.starts(with: Self.new) && Self.isPart(rest)
      self = isName ? .heading : .added
    case UInt8(ascii: "-"):
      let isName = line.starts(with: Self.old) && rest.starts(with: Self.new)
      self = isName && Self.isPart(Self.line(after: rest)) ? .heading : .removed
    case UInt8(ascii: "@"): self = Self.isPart(line) ? .heading : .context
    case UInt8(ascii: "="): self = line.starts(with: Self.rule) ? .heading : .context
    case .some(0x41...0x5A), .some(0x61...0x7A): self = Self.isHeading(line) ? .heading : .context
    default: self = .context
    }
  }

  private static func isPart(_ line: LineBytes) -> Bool { line.starts(with: part) }

  /// What stands behind the first line of `text`.
  private static func line(after text: LineBytes) -> LineBytes {
    text[(text.firstIndex(of: 0x0A).map { $0 + 1 } ?? text.endIndex)...]
  }

  /// Whether a patch begins with `line`, of which `next` is the line after it.
  package static func begins(_ line: LineBytes, before next: @autoclosure () -> LineBytes) -> Bool {
    switch line.first {
    case UInt8(ascii: "d"):
      return line.starts(with: gitHeader)
        || line.starts(with: header) && line.contains(UInt8(ascii: "/"))
    case UInt8(ascii: "@"): return line.starts(with: hunk) && line.dropFirst(4).contains(0x40)
    case UInt8(ascii: "-"): return line.starts(with: old) && next().starts(with: new)
    case UInt8(ascii: "I"): return line.starts(with: index) && next().starts(with: rule)
    default: return false
    }
  }

  /// Whether `line`, which is not empty, belongs to the patch it stands in.
  package static func continues(_ line: LineBytes) -> Bool {
    switch line.first {
    case 0x20, 0x09, UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "\\"), UInt8(ascii: "="):
      return true
    default: return isPart(line) || isHeading(line)
    }
  }

  private static func isHeading(_ line: LineBytes) -> Bool {
    guard let first = line.first, 0x41...0x7A ~= first else { return false }
    return words.contains { line.starts(with: $0) }
  }

  private static let gitHeader = Array("diff --git ".utf8)
  private static let header = Array("diff -".utf8)
  private static let part = Array("@@".utf8)
  private static let hunk = Array("@@ -".utf8)
  private static let old = Array("--- ".utf8)
  private static let new = Array("+++ ".utf8)
  private static let rule = Array("===".utf8)
  private static let index = Array("Index: ".utf8)
  /// What else git, Subversion and CVS write above the lines of a file.
  private static let words = [
    "diff ", "index ", "new file mode ", "deleted file mode ", "old mode ", "new mode ",
    "similarity index ", "dissimilarity index ", "rename from ", "rename to ", "copy from ",
    "copy to ", "Binary files ", "GIT binary patch", "Index: ",
  ].map { Array($0.utf8) }
}
