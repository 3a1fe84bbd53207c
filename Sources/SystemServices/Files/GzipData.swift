import CZlib
import Glibc

/// Data that gzip wrote (RFC 1952).
package enum GzipData {
  /// What came of unpacking.
  package struct Unpacked {
    /// The bytes, to be freed by the caller with `free`.
    package let bytes: UnsafeRawBufferPointer
    /// Whether the data end early or are damaged; `bytes` is what stands before that.
    package let isPart: Bool
  }

  /// Whether `bytes` begin as gzip begins its files.
  package static func isPacked(_ bytes: UnsafeRawBufferPointer) -> Bool {
    bytes.starts(with: [0x1F, 0x8B, 0x08])
  }

  /// Unpacks `bytes`, one file of gzip or several behind each other; throws if that takes more than
  /// `limit` bytes, and then has taken no more memory than that.
  ///
  /// O(length of what comes out).
  package static func unpack(
    _ bytes: UnsafeRawBufferPointer,
    limit: Int
  ) throws(InputError) -> Unpacked {
    var output: UnsafeMutablePointer<UInt8>?
    var count = 0
    let input = bytes.bindMemory(to: UInt8.self)
    let result = skein_gunzip(input.baseAddress, input.count, &output, &count, limit)
    switch result {
    case SKEIN_UNPACKED_ALL, SKEIN_UNPACKED_PART:
      return Unpacked(
        bytes: UnsafeRawBufferPointer(start: output, count: count),
        isPart: result == SKEIN_UNPACKED_PART
      )
    case SKEIN_UNPACKED_TOO_LARGE:
      free(output)
      throw .unpacksToMore(than: limit)
    default:
      free(output)
      throw .cannotRead(SystemError(number: ENOMEM))
    }
  }
}
