import DocumentModel
import Glibc

/// Bytes that are put together from pieces and become a source without being copied.
///
/// Unlike an array, it is in memory once while it grows.
struct GrowingBytes: ~Copyable {
  private var memory: UnsafeMutableRawPointer?
  private var capacity = 0
  /// How many there are.
  private(set) var count = 0
  /// Whether there was no memory for a piece, which is left out.
  private(set) var isFull = false

  deinit { free(memory) }

  /// Appends `bytes`; O(their number) on average.
  mutating func append(_ bytes: UnsafeRawBufferPointer) {
    guard let start = bytes.baseAddress, makeRoom(for: bytes.count), let memory else { return }
    (memory + count).copyMemory(from: start, byteCount: bytes.count)
    count += bytes.count
  }

  /// Appends one byte.
  mutating func append(_ byte: UInt8) {
    withUnsafeBytes(of: byte) { append($0) }
  }

  private mutating func makeRoom(for more: Int) -> Bool {
    guard capacity - count < more else { return true }
    let size = max(count + more, capacity * 2, 1 << 16)
    guard let larger = realloc(memory, size) else {
      isFull = true
      return false
    }
    (memory, capacity) = (larger, size)
    return true
  }

  /// The bytes as a source's.
  consuming func storage() -> TextStorage {
    let bytes = UnsafeRawBufferPointer(start: memory, count: count)
    memory = nil
    return TextStorage(adopting: bytes) { free(UnsafeMutableRawPointer(mutating: $0.baseAddress)) }
  }
}
