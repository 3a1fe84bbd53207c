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

  /// `bytes`, packed; `nil` without memory for that, or for more than 2 GiB.
  ///
  /// O(length of `bytes`).
  package static func pack(_ bytes: [UInt8]) -> [UInt8]? {
    let capacity = skein_gzip_bound(bytes.count)
    let packed = [UInt8](unsafeUninitializedCapacity: capacity) { room, count in
      count = bytes.withUnsafeBufferPointer {
        skein_gzip($0.baseAddress, $0.count, room.baseAddress, capacity)
      }
    }
    return packed.isEmpty ? nil : packed
  }

  /// What `bytes` unpack to; `nil` if they are damaged, end early, or take more than `limit` bytes.
  ///
  /// O(length of what comes out), which is never more than `limit`.
  package static func unpacked(_ bytes: [UInt8], limit: Int) -> [UInt8]? {
    bytes.withUnsafeBytes { bytes in
      guard let unpacked = try? unpack(bytes, limit: limit) else { return nil }
      defer { free(UnsafeMutableRawPointer(mutating: unpacked.bytes.baseAddress)) }
      return unpacked.isPart ? nil : Array(unpacked.bytes)
    }
  }
}
