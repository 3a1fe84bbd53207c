/// A range of bytes in a `TextArena`, on scalar boundaries; empty if there is no text.
///
/// Offsets have 32 bits; larger sources are rejected before parsing.
public struct TextRange: Hashable, Sendable {
  /// The first byte.
  public let start: UInt32
  /// How many bytes.
  public let count: UInt32

  /// No text.
  @inlinable
  public static var empty: TextRange { TextRange(start: 0, count: 0) }

  /// The bytes from `start`, `count` of them.
  @inlinable
  public init(start: UInt32, count: UInt32) {
    self.start = start
    self.count = count
  }

  /// The bytes from `lower` up to, not including, `upper`; both must fit in 32 bits.
  @inlinable
  public init(_ lower: Int, _ upper: Int) {
    precondition(lower <= upper, "a range of text ends where it starts or later")
    self.init(start: UInt32(lower), count: UInt32(upper - lower))
  }

  /// The offset after the last byte.
  @inlinable
  public var end: UInt32 { start + count }
  /// Whether there is no text.
  @inlinable
  public var isEmpty: Bool { count == 0 }
  /// The same bytes as a range of offsets.
  @inlinable
  public var offsets: Range<Int> { Int(start)..<Int(end) }
}

/// Memory that holds sanitised text; released with its last reference.
///
/// The bytes never change, so it can be shared between threads.
public final class TextStorage: @unchecked Sendable {
  /// The text, UTF-8.
  public let bytes: UnsafeRawBufferPointer
  private let release: @Sendable (UnsafeRawBufferPointer) -> Void

  /// Adopts `bytes`; `release` is called once to free them.
  public init(
    adopting bytes: UnsafeRawBufferPointer,
    release: @escaping @Sendable (UnsafeRawBufferPointer) -> Void
  ) {
    self.bytes = bytes
    self.release = release
  }

  /// Copies `bytes`.
  @inlinable
  public convenience init(copying bytes: some Collection<UInt8>) {
    let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: max(bytes.count, 1), alignment: 16)
    let isCopied: Void? = bytes.withContiguousStorageIfAvailable {
      copy.copyMemory(from: UnsafeRawBufferPointer($0))
    }
    if isCopied == nil { copy.copyBytes(from: bytes) }
    self.init(adopting: UnsafeRawBufferPointer(rebasing: copy[..<bytes.count])) {
      $0.baseAddress.map { UnsafeMutableRawPointer(mutating: $0).deallocate() }
    }
  }

  /// What `write` appends, at most `capacity` bytes; no more than that is ever in memory.
  package convenience init(capacity: Int, _ write: (inout TextOutput) -> Void) {
    let memory = UnsafeMutableRawBufferPointer.allocate(byteCount: max(capacity, 1), alignment: 16)
    var output = TextOutput(memory)
    write(&output)
    self.init(adopting: UnsafeRawBufferPointer(rebasing: memory[..<output.count])) {
      $0.baseAddress.map { UnsafeMutableRawPointer(mutating: $0).deallocate() }
    }
  }

  deinit { release(bytes) }

  /// The first `length` bytes, in the same memory.
  public func prefix(_ length: Int) -> TextStorage {
    let start = UnsafeRawBufferPointer(rebasing: bytes.prefix(length))
    return TextStorage(adopting: start) { _ in withExtendedLifetime(self) {} }
  }
}

/// Takes the bytes of a `TextStorage` while that is made; what is too much for it is dropped.
package struct TextOutput {
  private let memory: UnsafeMutableRawBufferPointer
  /// How many bytes there are so far.
  package private(set) var count = 0

  fileprivate init(_ memory: UnsafeMutableRawBufferPointer) { self.memory = memory }

  /// Appends one byte.
  package mutating func append(_ byte: UInt8) {
    guard count < memory.count else { return }
    memory[count] = byte
    count += 1
  }
}

/// The text of a document in one contiguous range of memory.
///
/// Valid UTF-8 without control characters other than newline and tab and without bidirectional
/// overrides, so it is safe to print on a terminal. For a clean text file the arena is the file
/// itself; nothing is copied.
public struct TextArena: Sendable {
  @usableFromInline let storage: TextStorage

  /// The text held by `storage`.
  public init(_ storage: TextStorage) { self.storage = storage }

  /// A copy of `text`.
  public init(_ text: String) { self.init(TextStorage(copying: text.utf8)) }

  /// How many bytes there are.
  public var count: Int { storage.bytes.count }

  /// Whether both are the same text in the same memory.
  ///
  /// O(1); equal texts in two places are not identical.
  public func isIdentical(to other: TextArena) -> Bool { storage === other.storage }

  /// The first `length` bytes, in the same memory.
  public func prefix(_ length: Int) -> TextArena {
    TextArena(storage.prefix(length))
  }

  /// Calls `body` with all bytes; the pointer is valid only inside the call.
  @inlinable
  public func withBytes<Result, Failure: Error>(
    _ body: (UnsafeRawBufferPointer) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try withExtendedLifetime(storage) { () throws(Failure) in try body(storage.bytes) }
  }

  /// Calls `body` with the bytes of `range`; the pointer is valid only inside the call.
  @inlinable
  public func withBytes<Result, Failure: Error>(
    of range: TextRange,
    _ body: (UnsafeRawBufferPointer) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try withBytes { (bytes) throws(Failure) in
      try body(UnsafeRawBufferPointer(rebasing: bytes[range.offsets]))
    }
  }

  /// The text of `range` as a string; O(length).
  public subscript(range: TextRange) -> String {
    withBytes(of: range) { String(decoding: $0, as: UTF8.self) }
  }
}
