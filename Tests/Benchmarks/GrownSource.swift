import DocumentModel
import Glibc
import TestSupport

/// Writes sources that are repeated, for programs that count what it takes to read them.
enum GrownSource {
  /// Writes a shape or the file at a path, repeated to so many bytes, to standard output.
  ///
  /// Nothing if there is no such file, or nothing in it.
  static func write(_ name: String, bytes count: Int) {
    guard let source = GrowingSource.shape(name) ?? file(name) else { return }
    source.bytes(atLeast: count).withUnsafeBytes { bytes in
      var rest = bytes[...]
      while let start = UnsafeRawBufferPointer(rebasing: rest).baseAddress, !rest.isEmpty {
        let written = Glibc.write(STDOUT_FILENO, start, rest.count)
        guard written > 0 else { return }
        rest = rest.dropFirst(written)
      }
    }
  }

  private static func file(_ path: String) -> GrowingSource? {
    Benchmarks.map(path).map { storage in
      GrowingSource(file: path, holding: String(decoding: storage.bytes, as: UTF8.self))
    }
  }
}
