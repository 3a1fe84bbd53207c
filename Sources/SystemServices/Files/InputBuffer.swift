import Glibc

/// The beginning of a file in memory, which grows as more of it is read.
package final class InputBuffer {
  /// How many bytes can be read in all, by what was known when the file was opened; `nil` if nothing
  /// was.
  package let expected: Int?
  /// From this size on memory is asked for in large pages, in bytes.
  private static let hugeSize = 4 << 20

  private let file: InputFile
  private let limit: Int
  private var memory: UnsafeMutableRawPointer?
  private var capacity = 0
  private var count = 0
  private var hasEnded = false

  /// Nothing yet of `file`, of which at most `limit` bytes are read; of a file whose size is not known
  /// at most `InputFile.pipeLimit`.
  package init(_ file: InputFile, limit: Int) throws(InputError) {
    self.file = file
    let size = file.status.size
    expected = size > 0 ? size : nil
    self.limit = size > 0 ? limit : min(limit, InputFile.pipeLimit)
    guard size <= limit else { throw .tooLarge(limit: limit, isPipe: false) }
  }

  deinit { free(memory) }

  /// What has been read; valid until more is.
  package var bytes: UnsafeRawBufferPointer { UnsafeRawBufferPointer(start: memory, count: count) }

  /// Reads until there are at least `wanted` bytes or the file ends.
  ///
  /// What is added to a file after it was opened is left out.
  package func fill(
    upTo wanted: Int,
    cancellation: Cancellation? = nil
  ) throws(InputError) {
    while !hasEnded, count < wanted {
      if count == expected {
        hasEnded = true
        break
      }
      guard count <= limit else {
        throw .tooLarge(limit: limit, isPipe: file.status.kind != .regular)
      }
      try makeRoom()
      let end = min(capacity, expected ?? limit + 1)
      let room = UnsafeMutableRawBufferPointer(start: memory, count: end)
      let step = min(end, max(wanted, count + 1))
      let got = try file.read(
        into: UnsafeMutableRawBufferPointer(rebasing: room[count..<step]),
        cancellation: cancellation
      )
      count += got
      hasEnded = got == 0
    }
  }

  /// Makes sure that at least one byte more can be read.
  private func makeRoom() throws(InputError) {
    guard count == capacity else { return }
    let size = expected ?? max(1 << 16, capacity * 2)
    guard let larger = realloc(memory, size) else {
      throw .cannotRead(SystemError(number: ENOMEM))
    }
    (memory, capacity) = (larger, size)
    if size >= Self.hugeSize { adviseHugePages() }
  }

  /// Few large pages are much faster to come by than many small ones.
  private func adviseHugePages() {
    let page = Int(getpagesize())
    let start = (Int(bitPattern: memory) + page - 1) & -page
    let end = (Int(bitPattern: memory) + capacity) & -page
    madvise(UnsafeMutableRawPointer(bitPattern: start), end - start, MADV_HUGEPAGE)
  }

  /// The memory of `bytes`, to be freed by the caller; the value is empty afterwards.
  package func take() -> UnsafeRawBufferPointer {
    defer { (memory, capacity, count) = (nil, 0, 0) }
    return bytes
  }
}
