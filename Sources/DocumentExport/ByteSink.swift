/// A buffered output for exports.
public struct ByteSink: ~Copyable {
  private var buffer: [UInt8] = []
  private let drain: (UnsafeRawBufferPointer) -> Void

  private static let limit = 1 << 16

  /// A sink that passes its buffer to `drain` whenever it is full.
  public init(drain: @escaping (UnsafeRawBufferPointer) -> Void) {
    self.drain = drain
    buffer.reserveCapacity(Self.limit + 4096)
  }

  /// The bytes that `body` writes.
  public static func collect(_ body: (inout ByteSink) -> Void) -> [UInt8] {
    var collected: [UInt8] = []
    withUnsafeMutablePointer(to: &collected) { output in
      var sink = ByteSink { output.pointee.append(contentsOf: $0) }
      body(&sink)
      sink.flush()
    }
    return collected
  }

  /// Passes on the rest of the buffer; must be called at the end.
  public mutating func flush() {
    buffer.withUnsafeBytes { drain($0) }
    buffer.removeAll(keepingCapacity: true)
  }

  /// Writes one byte.
  @inline(__always)
  public mutating func write(_ byte: UInt8) {
    buffer.append(byte)
    if buffer.count >= Self.limit { flush() }
  }

  /// Writes bytes.
  public mutating func write(_ bytes: UnsafeRawBufferPointer) {
    if bytes.count >= Self.limit {
      flush()
      return drain(bytes)
    }
    buffer.append(contentsOf: bytes)
    if buffer.count >= Self.limit { flush() }
  }

  /// Writes a literal.
  public mutating func write(_ text: StaticString) {
    write(UnsafeRawBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  /// Writes a string.
  public mutating func write(_ text: String) {
    var text = text
    text.withUTF8 { write(UnsafeRawBufferPointer($0)) }
  }

  /// Writes a number in decimal.
  public mutating func write(decimal number: Int) {
    guard number >= 0 && number < 10 else { return write(String(number)) }
    write(UInt8(0x30 + number))
  }
}
