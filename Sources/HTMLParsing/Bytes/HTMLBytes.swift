/// The bytes of a page, shared by the documents that refer to them.
///
/// Text and attribute values are ranges of these bytes, so nothing is copied.
public final class HTMLBytes: @unchecked Sendable {
  /// The bytes; immutable.
  public let bytes: UnsafeRawBufferPointer
  private let owner: (any AnyObject & Sendable)?

  /// Copies `bytes`.
  public init(copying bytes: UnsafeRawBufferPointer) {
    let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count, alignment: 8)
    copy.copyMemory(from: bytes)
    self.bytes = UnsafeRawBufferPointer(copy)
    owner = nil
  }

  /// Copies `bytes`.
  public convenience init(_ bytes: [UInt8]) {
    self.init(copyingArray: bytes)
  }

  /// Copies the UTF-8 of `text`.
  public convenience init(_ text: String) {
    self.init(copyingArray: Array(text.utf8))
  }

  /// Refers to memory that must stay valid and unchanged as long as `owner` lives.
  public init(borrowing bytes: UnsafeRawBufferPointer, from owner: any AnyObject & Sendable) {
    self.bytes = bytes
    self.owner = owner
  }

  private convenience init(copyingArray array: [UInt8]) {
    let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: array.count, alignment: 8)
    copy.copyBytes(from: array)
    self.init(adopting: copy)
  }

  private init(adopting bytes: UnsafeMutableRawBufferPointer) {
    self.bytes = UnsafeRawBufferPointer(bytes)
    owner = nil
  }

  deinit {
    if owner == nil { bytes.deallocate() }
  }
}
