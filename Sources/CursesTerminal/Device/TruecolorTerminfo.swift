import Glibc

/// A compiled terminfo entry, changed to specify colours by red, green and blue.
///
/// Most entries of truecolor terminals state 256 colours, so that older programs work; what the
/// terminal can do is in `COLORTERM`. ncurses uses only what the entry states, but accepts an entry
/// in the variable `TERMINFO`, so it is given a changed copy there. Format: term(5), "legacy storage
/// format" and the extensions after it.
struct TruecolorTerminfo {
  /// The entry, in the format with 32-bit numbers.
  let bytes: [UInt8]

  /// Colour numbers below this are palette entries, those above are red, green and blue.
  static let paletteCount = 16
  private static let colors: Int32 = 1 << 24
  private static let pairs: Int32 = 1 << 16

  /// The entry of the terminal type `name`, found in the folders where ncurses looks.
  ///
  /// `nil` if there is none, or it does not state 256 colours. Reads one file of a few kilobytes.
  init?(named name: String, variable: (String) -> String?) {
    guard let first = name.utf8.first, !name.contains("/") else { return nil }
    let listed = (variable("TERMINFO_DIRS") ?? "").split(separator: ":").map(String.init)
    let home = variable("HOME").map { $0 + "/.terminfo" }
    let folders =
      [variable("TERMINFO"), home].compactMap { $0 } + listed
      + ["/etc/terminfo", "/lib/terminfo", "/usr/share/terminfo", "/usr/lib/terminfo"]
    let letters = [String(name.prefix(1)), String(first, radix: 16)]
    for folder in folders {
      for letter in letters {
        guard let found = Self.contents(of: "\(folder)/\(letter)/\(name)") else { continue }
        self.init(compiled: found)
        return
      }
    }
    return nil
  }

  /// The value of `TERMINFO` that makes ncurses use this entry.
  var variable: String {
    let digits = Array("0123456789ABCDEF".utf8)
    let text = bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
    return "hex:" + String(decoding: text, as: UTF8.self)
  }

  private static func contents(of path: String) -> [UInt8]? {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return nil }
    defer { close(file) }
    return [UInt8](unsafeUninitializedCapacity: 1 << 15) { buffer, count in
      count = max(0, read(file, buffer.baseAddress, buffer.count))
    }
  }

  /// The changed copy of a `compiled` entry.
  init?(compiled: [UInt8]) {
    var reader = Reader(bytes: compiled)
    guard let magic = reader.short(), magic == 0o432 || magic == 0o1036 else { return nil }
    let numberSize = magic == 0o432 ? 2 : 4
    guard let nameSize = reader.short(), let booleanCount = reader.short(),
      let numberCount = reader.short(), let stringCount = reader.short(),
      let tableSize = reader.short(),
      let names = reader.bytes(nameSize), var booleans = reader.bytes(booleanCount),
      reader.align(), var numbers = reader.numbers(numberCount, size: numberSize),
      var strings = reader.numbers(stringCount, size: 2), var table = reader.bytes(tableSize)
    else { return nil }
    guard numbers.count > 14, strings.count > 360, numbers[13] == 256 else { return nil }

    numbers[13] = Self.colors
    numbers[14] = Self.pairs
    // Palette colours cannot be redefined in this mode (ccc).
    if booleans.count > 27 { booleans[27] = 0 }
    for (index, base) in [(359, 30), (360, 40)] {
      strings[index] = Int32(table.count)
      table += Array(Self.setColor(base).utf8) + [0]
    }
    guard table.count <= Int(Int16.max) else { return nil }
    var result = Writer()
    result.shorts(
      [0o1036, names.count, booleans.count, numbers.count, strings.count, table.count])
    result.bytes += names + booleans
    result.align()
    result.longs(numbers)
    result.shorts(strings.map(Int.init))
    result.bytes += table
    result.align()
    guard Self.extend(&result, by: &reader, numberSize: numberSize) else { return nil }
    bytes = result.bytes
  }

  /// Copies the extended capabilities and adds the flag "RGB".
  private static func extend(
    _ result: inout Writer,
    by reader: inout Reader,
    numberSize: Int
  ) -> Bool {
    guard reader.align(), let booleanCount = reader.short(), let numberCount = reader.short(),
      let stringCount = reader.short(), let itemCount = reader.short(),
      let tableSize = reader.short(),
      let booleans = reader.bytes(booleanCount), reader.align(),
      let numbers = reader.numbers(numberCount, size: numberSize),
      let values = reader.numbers(stringCount, size: 2),
      let names = reader.numbers(booleanCount + numberCount + stringCount, size: 2),
      var table = reader.bytes(tableSize), values.allSatisfy({ Int($0) < table.count })
    else {
      result.shorts([1, 0, 0, 1, 4])
      result.bytes += [1, 0]
      result.shorts([0])
      result.bytes += Array("RGB".utf8) + [0]
      return true
    }
    // Offsets of names start at the end of the values.
    let valueEnd =
      values.filter { $0 >= 0 }.map { offset in
        (table[Int(offset)...].firstIndex(of: 0) ?? table.count - 1) + 1
      }.max() ?? 0
    let name = table.count - valueEnd
    table += Array("RGB".utf8) + [0]
    result.shorts([booleanCount + 1, numberCount, stringCount, itemCount + 1, table.count])
    result.bytes += [1] + booleans
    result.align()
    result.longs(numbers)
    result.shorts(values.map(Int.init) + [name] + names.map(Int.init))
    result.bytes += table
    return table.count <= Int(Int16.max)
  }

  /// `setaf` for 30, `setab` for 40: ISO 8613-6, with the semicolons that every terminal accepts.
  private static func setColor(_ base: Int) -> String {
    "\u{1B}[%?%p1%{8}%<%t\(base / 10)%p1%d%e%p1%{16}%<%t\(base == 30 ? "9" : "10")%p1%{8}%-%d"
      + "%e\(base + 8);2;%p1%{65536}%/%d;%p1%{256}%/%{255}%&%d;%p1%{255}%&%d%;m"
  }
}

/// Reads little-endian numbers.
private struct Reader {
  let bytes: [UInt8]
  var position = 0

  init(bytes: [UInt8]) { self.bytes = bytes }

  mutating func bytes(_ count: Int) -> [UInt8]? {
    guard count >= 0, position + count <= bytes.count else { return nil }
    defer { position += count }
    return Array(bytes[position..<position + count])
  }

  mutating func short() -> Int? { numbers(1, size: 2)?.first.map(Int.init) }

  mutating func numbers(_ count: Int, size: Int) -> [Int32]? {
    guard count >= 0, let taken = bytes(count * size) else { return nil }
    return (0..<count).map { index in
      let value = taken[index * size..<(index + 1) * size].reversed().reduce(UInt32(0)) {
        $0 << 8 | UInt32($1)
      }
      return size == 2 ? Int32(Int16(truncatingIfNeeded: value)) : Int32(bitPattern: value)
    }
  }

  /// Skips to an even offset, where numbers start.
  mutating func align() -> Bool {
    position += position & 1
    return position <= bytes.count
  }
}

/// Writes little-endian numbers.
private struct Writer {
  var bytes: [UInt8] = []

  mutating func shorts(_ values: [Int]) {
    for value in values {
      bytes += [UInt8(truncatingIfNeeded: value), UInt8(truncatingIfNeeded: value >> 8)]
    }
  }

  mutating func longs(_ values: [Int32]) {
    for value in values { shorts([Int(value), Int(value) >> 16]) }
  }

  mutating func align() {
    if bytes.count % 2 == 1 { bytes.append(0) }
  }
}
