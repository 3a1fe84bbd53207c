import DocumentModel

/// A file that was written into the text of a message: uuencoded, as `begin-base64`, or as yEnc.
struct InlineFile {
  /// Its name; empty without one.
  let name: [UInt8]
  /// How it is written.
  let form: Form
  /// The number of lines it takes, with those that begin and end it.
  let lineCount: Int
  /// How large it is, in bytes.
  let size: Int

  /// A way to write a file as text.
  enum Form: String {
    case uuencode, base64, yEnc
  }

  /// The file that begins with the first of `lines`, `nil` if none does.
  ///
  /// One whose end is missing ends before the first line that cannot be part of it. O(its length).
  init?(_ lines: some Collection<LineBytes>) {
    guard let first = lines.first, let (form, name) = Self.heading(first) else { return nil }
    var (count, size) = (1, 0)
    for line in lines.dropFirst() {
      if Self.isEnd(line, of: form) {
        count += 1
        break
      }
      guard let bytes = Self.size(of: line, in: form) else { break }
      count += 1
      size += bytes
    }
    guard size > 0 else { return nil }
    (self.form, self.name, lineCount, self.size) = (form, name, count, size)
  }

  /// `begin 644 NAME`, `begin-base64 644 NAME`, `=ybegin line=128 size=9 name=NAME`.
  private static func heading(_ line: LineBytes) -> (Form, [UInt8])? {
    for (start, form) in starts where line.starts(with: start) {
      let rest = line.dropFirst(start.count)
      if form == .yEnc {
        let mark = Array("name=".utf8)
        guard let place = rest.indices.first(where: { rest[$0...].starts(with: mark) }) else {
          return nil
        }
        return (form, Array(rest[place...].dropFirst(mark.count)))
      }
      let mode = rest.prefix { 0x30...0x37 ~= $0 }
      guard 3...4 ~= mode.count, rest.dropFirst(mode.count).first == 0x20 else { return nil }
      return (form, Array(rest.dropFirst(mode.count + 1)))
    }
    return nil
  }

  private static let starts: [([UInt8], Form)] = [
    (Array("begin ".utf8), .uuencode), (Array("begin-base64 ".utf8), .base64),
    (Array("=ybegin ".utf8), .yEnc),
  ]

  private static func isEnd(_ line: LineBytes, of form: Form) -> Bool {
    switch form {
    case .uuencode: line.prefix { $0 > 0x20 }.elementsEqual("end".utf8)
    case .base64: line.elementsEqual("====".utf8)
    case .yEnc: line.starts(with: "=yend".utf8)
    }
  }

  /// How many bytes of the file a line holds, `nil` if it is none of its lines.
  private static func size(of line: LineBytes, in form: Form) -> Int? {
    switch form {
    case .uuencode:
      guard let first = line.first, 0x20...0x60 ~= first else { return nil }
      let size = Int(first &- 0x20) & 0x3F
      // Blanks at the end of lines get lost on the way.
      let room = 1 + (size + 2) / 3 * 4
      let isWhole = line.count <= room + 2 && line.count + 4 >= room
      return isWhole && line.allSatisfy({ 0x20...0x60 ~= $0 }) ? size : nil
    case .base64:
      let isWhole = !line.isEmpty && line.allSatisfy { $0 > 0x20 && $0 < 0x7F }
      return isWhole ? line.count / 4 * 3 : nil
    case .yEnc: return line.count
    }
  }
}
