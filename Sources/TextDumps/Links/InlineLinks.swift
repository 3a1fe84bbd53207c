import DocumentModel
import DocumentParsing

/// Links written into the text with their addresses, as html2text and other converters to Markdown
/// print them: `[Ines](https://example.org/ines) [2 hours ago](#c1)`.
struct InlineLinks {
  private let bytes: UnsafeRawBufferPointer
  private var output: [UInt8] = []
  /// Where links may begin in `output`, the innermost last.
  private var open: [Int] = []
  /// The line ends that were taken out of links, which later blank lines make up for.
  private var pending = 0
  /// How many bytes may still be looked at in search of ends of addresses.
  private var budget: Int

  /// How many links make a style.
  private static let leastLinks = 8
  /// The longest words of a link and the longest address, in bytes.
  private static let (longestWords, longestAddress) = (1000, 4096)
  /// How often each byte of a text is looked at in search of ends of addresses, on average.
  private static let scansPerByte = 8
  /// How many blanks stand before the title of a link.
  private static let longestGap = 80
  /// How deep brackets are nested that are looked at.
  private static let deepest = 8

  /// Whether links of the text in `bytes` are written so; O(length).
  static func areUsed(in bytes: UnsafeRawBufferPointer) -> Bool {
    var budget = bytes.count * scansPerByte
    var found = 0
    var offset = 0
    while let close = bytes.first(0x5D, in: offset..<bytes.count) {
      offset = close + 1
      guard offset < bytes.count, bytes[offset] == 0x28,
        let end = addressEnd(bytes, at: offset + 1, &budget)
      else { continue }
      if bytes[offset..<end].contains(where: { $0 == 0x2F || $0 == 0x23 }) { found += 1 }
      if found >= leastLinks { return true }
      offset = end
    }
    return false
  }

  /// The text in `bytes` with the words of links alone, pictures left out.
  ///
  /// Words of a link are joined to one line; the lines that this takes are added where the next lines
  /// are blank, so that those behind keep their numbers.
  static func removed(from bytes: UnsafeRawBufferPointer) -> TextStorage {
    var links = InlineLinks(bytes: bytes)
    links.read()
    return TextStorage(copying: links.output)
  }

  private init(bytes: UnsafeRawBufferPointer) {
    self.bytes = bytes
    budget = bytes.count * Self.scansPerByte
    output.reserveCapacity(bytes.count)
  }

  private mutating func read() {
    var offset = 0
    while offset < bytes.count {
      let byte = bytes[offset]
      switch byte {
      case 0x5C where offset + 1 < bytes.count && Self.isEscaped(bytes[offset + 1]):
        output.append(bytes[offset + 1])
        offset += 2
        continue
      case 0x2A, 0x5F:
        // Converters print icons as emphasis of nothing.
        let run = bytes[offset...].prefix(4).prefix { $0 == byte }.count
        if run == 1 || run == 3 { output.append(byte) }
        if run == 2, byte == 0x2A { output.append(contentsOf: [byte, byte]) }
        // An icon parts what stands beside it: `Ines __Hugo`, `Ines****3`.
        if run == 4 { output.append(0x20) }
        if run == 2, byte == 0x5F, output.last == 0x20, output.dropLast().last != 0x0A {
          output.append(contentsOf: [0xC2, 0xB7, 0x20])
        }
        offset += run
        continue
      case 0x5B:
        if open.count == Self.deepest { open.removeFirst() }
        open.append(output.count)
        output.append(byte)
      case 0x5D:
        if let start = open.popLast(), output.count - start <= Self.longestWords,
          offset + 1 < bytes.count, bytes[offset + 1] == 0x28,
          let end = Self.addressEnd(bytes, at: offset + 2, &budget)
        {
          close(from: start)
          pending += bytes[offset..<end].count { $0 == 0x0A }
          offset = end
          continue
        }
        output.append(byte)
      case 0x0A:
        let isBlank = output.last == 0x0A
        if isBlank {
          open.removeAll()
          if pending > 0 {
            output.append(0x0A)
            pending -= 1
          }
        }
        output.append(byte)
      default: output.append(byte)
      }
      offset += 1
    }
  }

  /// Makes a link of what stands behind the bracket at `start`: its words on one line, nothing if it
  /// is a picture.
  private mutating func close(from start: Int) {
    let isPicture = start > 0 && output[start - 1] == 0x21
    pending += output[start...].count { $0 == 0x0A }
    if isPicture {
      output.removeLast(output.count - start + 1)
      return
    }
    output.remove(at: start)
    for index in start..<output.count where output[index] == 0x0A { output[index] = 0x20 }
  }

  /// Where the address ends that begins at `offset` behind a bracket, behind the closing one; nil if
  /// there is none.
  private static func addressEnd(
    _ bytes: UnsafeRawBufferPointer,
    at offset: Int,
    _ budget: inout Int
  ) -> Int? {
    var (end, depth) = (offset, 0)
    let limit = min(bytes.count, offset + min(longestAddress, budget))
    defer { budget = max(0, budget - (end - offset)) }
    var isQuoted = false
    while end < limit {
      switch bytes[end] {
      case 0x5C: end += 1
      case 0x22: isQuoted.toggle()
      case 0x28 where !isQuoted: depth += 1
      case 0x29 where !isQuoted:
        if depth == 0 { return end + 1 }
        depth -= 1
      case 0x0A where end + 1 < limit && bytes[end + 1] == 0x0A: return nil
      case 0x20 where !isQuoted && !isBeforeTitle(bytes, end + 1, limit): return nil
      default: break
      }
      end += 1
    }
    return nil
  }

  /// Whether the title of a link begins behind blanks at `offset`.
  private static func isBeforeTitle(
    _ bytes: UnsafeRawBufferPointer,
    _ offset: Int,
    _ limit: Int
  ) -> Bool {
    (offset..<min(limit, offset + longestGap)).first { bytes[$0] > 0x20 }.map { bytes[$0] == 0x22 }
      ?? false
  }

  /// Whether converters write a backslash before a sign.
  private static func isEscaped(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x21, 0x23, 0x28...0x2B, 0x2D, 0x2E, 0x3E, 0x5B...0x60: true
    default: false
    }
  }
}
