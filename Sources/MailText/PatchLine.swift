/// Recognises the lines of patches, as `diff -u` and git write them.
enum PatchLine {
  /// Whether a patch begins with `line`, of which `next` is the line after it.
  static func begins(_ line: ArraySlice<UInt8>, before next: ArraySlice<UInt8>) -> Bool {
    switch line.first {
    case UInt8(ascii: "d"):
      return line.starts(with: gitHeader) || line.starts(with: header) && holdsPaths(line)
    case UInt8(ascii: "@"): return line.starts(with: hunk) && line.dropFirst(4).contains(0x40)
    case UInt8(ascii: "-"): return line.starts(with: old) && next.starts(with: new)
    case UInt8(ascii: "I"): return line.starts(with: index) && next.starts(with: rule)
    default: return false
    }
  }

  /// Whether `line`, which is not empty, belongs to the patch it stands in.
  static func continues(_ line: ArraySlice<UInt8>) -> Bool {
    switch line.first {
    case 0x20, 0x09, UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "\\"), UInt8(ascii: "="):
      return true
    default: return words.contains { line.starts(with: $0) }
    }
  }

  private static func holdsPaths(_ line: ArraySlice<UInt8>) -> Bool {
    line.count { $0 == UInt8(ascii: "/") } > 0
  }

  private static let gitHeader = Array("diff --git ".utf8)
  private static let header = Array("diff -".utf8)
  private static let hunk = Array("@@ -".utf8)
  private static let old = Array("--- ".utf8)
  private static let new = Array("+++ ".utf8)
  private static let rule = Array("===".utf8)
  private static let index = Array("Index: ".utf8)
  private static let words = [
    "@@ ", "diff ", "index ", "new file mode ", "deleted file mode ", "old mode ", "new mode ",
    "similarity index ", "dissimilarity index ", "rename from ", "rename to ", "copy from ",
    "copy to ", "Binary files ", "GIT binary patch", "Index: ",
  ].map { Array($0.utf8) }
}
