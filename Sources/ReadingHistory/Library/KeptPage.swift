import DocumentMerging
import DocumentModel

/// A page as it was fetched, or a file as it was read.
package struct KeptPage: Hashable, Sendable {
  /// Its address after all redirects, or the path of the file from the root.
  package let address: String
  /// The encoding the site stated, `nil` for none.
  package let charset: String?
  /// When it was fetched, or the file was last changed, in seconds since 1970.
  package let fetched: Int64
  /// Its bytes.
  package let bytes: [UInt8]

  /// A page.
  package init(address: String, charset: String?, fetched: Int64, bytes: [UInt8]) {
    self.address = address
    self.charset = charset
    self.fetched = fetched
    self.bytes = bytes
  }

  /// Whether it is a file.
  package var isFile: Bool { address.hasPrefix("/") }

  /// The hash of its bytes.
  var digest: Int64 {
    bytes.withUnsafeBytes { bytes in
      var hash = FNVHash()
      hash.combine(words: bytes)
      return Int64(bitPattern: hash.mixed)
    }
  }
}
