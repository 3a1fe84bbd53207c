/// A buffered output for exports.
public struct ByteSink: ~Copyable {
  private let buffer: UnsafeMutableRawPointer
  private var count = 0
  private let drain: (UnsafeRawBufferPointer) -> Void

  private static let limit = 1 << 16

  /// A sink that passes its buffer to `drain` whenever it is full.
  public init(drain: @escaping (UnsafeRawBufferPointer) -> Void) {
    self.drain = drain
    buffer = UnsafeMutableRawPointer.allocate(byteCount: Self.limit, alignment: 1)
  }

  deinit { buffer.deallocate() }

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
    drain(UnsafeRawBufferPointer(start: buffer, count: count))
    count = 0
  }

  /// Writes one byte.
  @inline(__always)
  public mutating func write(_ byte: UInt8) {
    if count == Self.limit { flush() }
    buffer.storeBytes(of: byte, toByteOffset: count, as: UInt8.self)
    count += 1
  }

  /// Writes bytes.
  public mutating func write(_ bytes: UnsafeRawBufferPointer) {
    guard let start = bytes.baseAddress else { return }
    if count + bytes.count > Self.limit {
      flush()
      if bytes.count > Self.limit { return drain(bytes) }
    }
    (buffer + count).copyMemory(from: start, byteCount: bytes.count)
    count += bytes.count
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
    guard number >= 0 else { return write(String(number)) }
    var divisor = 1
    while number / divisor >= 10 { divisor *= 10 }
    while divisor > 0 {
      write(UInt8(truncatingIfNeeded: 0x30 + number / divisor % 10))
      divisor /= 10
    }
  }
}
