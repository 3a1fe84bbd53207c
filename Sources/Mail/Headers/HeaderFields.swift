import DocumentParsing
import MailText

/// The header of a message or of one of its parts: its fields, in order (RFC 5322, section 2.2).
struct HeaderFields {
  /// A field as ranges of the bytes it was read from.
  struct Field {
    /// Its name, without the colon.
    let name: Range<Int>
    /// Its value with the line breaks it was folded at, without blanks at its ends.
    var value: Range<Int>
  }

  /// The most fields that are kept; a header has fewer than a hundred.
  private static let limit = 1000

  /// The fields.
  private(set) var fields: [Field] = []
  /// Where the body begins.
  private(set) var end: Int

  /// Reads the header at the beginning of `range`.
  ///
  /// It ends at the first empty line, or before the first that is no field. O(length).
  init(_ bytes: UnsafeRawBufferPointer, in range: Range<Int>) {
    end = range.lowerBound
    while end < range.upperBound {
      let line = end..<(bytes.first(0x0A, in: end..<range.upperBound) ?? range.upperBound)
      let next = min(line.upperBound + 1, range.upperBound)
      let text = bytes.withoutReturn(line)
      if text.isEmpty {
        end = next
        return
      }
      if bytes[text.lowerBound].isBlank {
        if !fields.isEmpty { extend(to: bytes.trimmed(text).upperBound) }
      } else if let colon = bytes.fieldColon(in: text) {
        if fields.count < Self.limit {
          let name = text.lowerBound..<bytes.trimmed(text.lowerBound..<colon).upperBound
          fields.append(Field(name: name, value: bytes.trimmed(colon + 1..<text.upperBound)))
        }
      } else if !bytes.isEnvelope(text) {
        return
      }
      end = next
    }
  }

  private mutating func extend(to end: Int) {
    let last = fields.count - 1
    let value = fields[last].value
    fields[last].value = value.lowerBound..<max(value.upperBound, end)
  }

  /// The value of the first field called `name`, in lower case; `nil` if there is none.
  func value(_ name: StaticString, in bytes: UnsafeRawBufferPointer) -> Range<Int>? {
    fields.first { bytes.isName($0.name, name) }?.value
  }

  /// The value of the first field called `name`, unfolded.
  func unfolded(_ name: StaticString, in bytes: UnsafeRawBufferPointer) -> [UInt8]? {
    value(name, in: bytes).map(bytes.unfolded)
  }
}

extension UInt8 {
  /// Whether it may stand in the name of a field.
  var isFieldName: Bool { 0x21...0x7E ~= self && self != 0x3A }
}

extension UnsafeRawBufferPointer {
  /// `line` without a carriage return at its end.
  func withoutReturn(_ line: Range<Int>) -> Range<Int> {
    guard let last = line.last, self[last] == 0x0D else { return line }
    return line.dropLast()
  }

  /// Where the colon behind the name of a field stands, `nil` if `line` begins no field.
  ///
  /// Blanks before the colon are accepted, as old programs wrote them.
  func fieldColon(in line: Range<Int>) -> Int? {
    var offset = line.lowerBound
    while offset < line.upperBound, self[offset].isFieldName { offset += 1 }
    guard offset > line.lowerBound else { return nil }
    while offset < line.upperBound, self[offset].isBlank { offset += 1 }
    return offset < line.upperBound && self[offset] == 0x3A ? offset : nil
  }

  /// Whether `line` is the one that begins a message in a mailbox, quoted or not.
  func isEnvelope(_ line: Range<Int>) -> Bool {
    starts(line, with: Self.from) || starts(line, with: Self.quotedFrom)
  }

  /// `From `, and the same behind `>`.
  static let from = Array("From ".utf8)
  private static let quotedFrom = Array(">From ".utf8)

  /// Whether the bytes of `range` are `name`, which is in lower case, in any case.
  func isName(_ range: Range<Int>, _ name: StaticString) -> Bool {
    guard range.count == name.utf8CodeUnitCount else { return false }
    for (index, offset) in range.enumerated() {
      let byte = self[offset]
      let lower = 0x41...0x5A ~= byte ? byte | 0x20 : byte
      guard lower == name.utf8Start[index] else { return false }
    }
    return true
  }

  /// The bytes of `range` without line breaks, tabs as spaces.
  func unfolded(_ range: Range<Int>) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(range.count)
    for byte in self[range] where byte != 0x0A && byte != 0x0D {
      text.append(byte == 0x09 ? 0x20 : byte)
    }
    return text
  }
}
