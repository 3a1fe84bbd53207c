import DocumentFormats
import DocumentModel
import DocumentParsing
import Fetching
import Glibc
import SiteAccess
import SystemServices

/// Reads sources from files, standard input and the web.
enum SourceFile {
  /// Files of at least this size are read by memory mapping; smaller ones are copied, since the
  /// program crashes if a mapped file is truncated.
  static let mappingThreshold = 1 << 20

  /// Offsets in documents have 32 bits, and decoding may turn a byte into three.
  private static let sizeLimit = Int(UInt32.max) / 3

  /// The text at `location`: a path, a web address, or `-` for standard input.
  static func read(
    _ location: String,
    with fetcher: Fetcher = Fetcher(),
    cancellation: Cancellation = Cancellation()
  ) throws -> SourceText {
    if WebPage.isAddress(location) {
      return try fetch(location, with: fetcher, cancellation: cancellation)
    }
    return SourceText(decoding: try bytes(location), location: location)
  }

  /// The document at `location`; `nil` as its format means that it is detected.
  static func document(
    _ location: String,
    format: String?,
    with fetcher: Fetcher = Fetcher(),
    cancellation: Cancellation = Cancellation()
  ) throws -> Document {
    let source = try read(location, with: fetcher, cancellation: cancellation)
    do throws(FormatError) {
      return try FormatRegistry.builtIn.parse(source, format: format)
    } catch {
      throw Failure(error)
    }
  }

  /// The bytes at `location`, memory-mapped from `size` on; throws if they are not text.
  static func bytes(
    _ location: String,
    mappedFrom size: Int = mappingThreshold
  ) throws -> TextStorage {
    let storage = try content(location, mappedFrom: size)
    try checkIsText(storage, location == "-" ? "standard input" : location)
    return storage
  }

  /// Throws if the content of `name` is not text.
  static func checkIsText(_ storage: TextStorage, _ name: String) throws(Failure) {
    guard let binary = BinaryContent(storage.bytes) else { return }
    throw Failure("\(name): looks like \(binary.kind); \(binary.advice)")
  }

  private static func content(_ location: String, mappedFrom size: Int) throws -> TextStorage {
    guard location != "-" else { return try drain(STDIN_FILENO, "standard input") }
    let descriptor = open(location, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw Failure("\(location): cannot open: \(SystemError.last)")
    }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else {
      throw Failure("\(location): cannot read: \(SystemError.last)")
    }
    switch status.st_mode & S_IFMT {
    case S_IFDIR: throw Failure("\(location): is a directory; name a file in it")
    case S_IFREG where Int(status.st_size) > sizeLimit: throw tooLarge(location)
    case S_IFREG where Int(status.st_size) >= size:
      return try map(descriptor, size: Int(status.st_size), location: location)
    case S_IFREG: return try drain(descriptor, location, expecting: Int(status.st_size))
    default: return try drain(descriptor, location)
    }
  }

  /// Whether both paths lead to the same regular file; false for `-`.
  static func isSame(_ left: String, _ right: String) -> Bool {
    guard left != "-", right != "-" else { return false }
    var (one, other) = (stat(), stat())
    guard stat(left, &one) == 0, stat(right, &other) == 0 else { return false }
    return one.st_mode & S_IFMT == S_IFREG && one.st_dev == other.st_dev
      && one.st_ino == other.st_ino
  }

  private static func fetch(
    _ location: String,
    with fetcher: Fetcher,
    cancellation: Cancellation
  ) throws -> SourceText {
    let page: WebPage
    do throws(FetchError) {
      page = try WebPage.fetch(location, with: fetcher, cancellation: cancellation)
    } catch {
      throw Failure(error.description)
    }
    try checkIsText(page.storage, location)
    return page.source(location: location)
  }

  private static func map(
    _ descriptor: Int32,
    size: Int,
    location: String
  ) throws -> TextStorage {
    guard let start = mmap(nil, size, PROT_READ, MAP_PRIVATE, descriptor, 0), start != MAP_FAILED
    else { return try drain(descriptor, location) }
    madvise(start, size, MADV_SEQUENTIAL)
    return TextStorage(adopting: UnsafeRawBufferPointer(start: start, count: size)) {
      munmap(UnsafeMutableRawPointer(mutating: $0.baseAddress), $0.count)
    }
  }

  /// Reads to the end; `size` is the expected number of bytes, but may be wrong.
  private static func drain(
    _ descriptor: Int32,
    _ location: String,
    expecting size: Int = 0
  ) throws -> TextStorage {
    // The extra byte leaves room for the read that finds the end.
    var capacity = max(1 << 16, size + 1)
    guard var memory = malloc(capacity) else { throw Failure("\(location): out of memory") }
    var count = 0
    while true {
      if count == capacity {
        guard let larger = realloc(memory, capacity * 2) else {
          free(memory)
          throw Failure("\(location): out of memory")
        }
        memory = larger
        capacity *= 2
      }
      let got = Glibc.read(descriptor, memory + count, capacity - count)
      if got < 0 && errno == EINTR { continue }
      guard got >= 0, count + got <= sizeLimit else {
        let failure =
          got < 0
          ? Failure("\(location): cannot read: \(SystemError.last)") : tooLarge(location)
        free(memory)
        throw failure
      }
      if got == 0 { break }
      count += got
    }
    return TextStorage(adopting: UnsafeRawBufferPointer(start: memory, count: count)) {
      free(UnsafeMutableRawPointer(mutating: $0.baseAddress))
    }
  }

  private static func tooLarge(_ location: String) -> Failure {
    Failure("\(location): larger than 1.3 GiB; split it into parts")
  }
}

/// Recognises content that is not text.
private struct BinaryContent {
  /// What the content looks like, to follow «looks like», and what to do about it.
  let kind: String
  let advice: String

  /// How much of the content is examined, in bytes.
  private static let sample = 1 << 14

  private static let signatures: [(bytes: [UInt8], kind: String, advice: String)] = [
    ([0x1F, 0x8B], "a file compressed with gzip", "unpack it with gunzip"),
    ([0x28, 0xB5, 0x2F, 0xFD], "a file compressed with zstd", "unpack it with unzstd"),
    ([0xFD, 0x37, 0x7A, 0x58, 0x5A], "a file compressed with xz", "unpack it with unxz"),
    (Array("BZh".utf8), "a file compressed with bzip2", "unpack it with bunzip2"),
    ([0x50, 0x4B, 0x03, 0x04], "a zip archive or an office file", "unpack it or save it as text"),
    (Array("%PDF-".utf8), "a PDF file", "convert it with pdftotext"),
    ([0x89, 0x50, 0x4E, 0x47], "a PNG image", "name a text or a saved page"),
    ([0xFF, 0xD8, 0xFF], "a JPEG image", "name a text or a saved page"),
    (Array("GIF8".utf8), "a GIF image", "name a text or a saved page"),
    ([0x7F, 0x45, 0x4C, 0x46], "a program", "name a text or a saved page"),
    (Array("SQLite format 3".utf8), "an SQLite database", "export it as text"),
  ]

  /// `nil` if `bytes` may be text: at most one in a hundred is a control character that does not
  /// occur in text of any encoding.
  ///
  /// UTF-16 with a byte order mark is text.
  init?(_ bytes: UnsafeRawBufferPointer) {
    let head = bytes.prefix(Self.sample)
    guard !head.starts(with: [0xFF, 0xFE]), !head.starts(with: [0xFE, 0xFF]) else { return nil }
    let signature = Self.signatures.first { head.starts(with: $0.bytes) }
    var (nulls, controls) = (0, 0)
    for byte in head where byte < 0x20 {
      switch byte {
      case 0: nulls += 1
      case 0x07...0x0D, 0x1B: break
      default: controls += 1
      }
    }
    let isDocument = signature.map { $0.bytes == Array("%PDF-".utf8) } ?? false
    guard isDocument || (nulls + controls) * 100 > head.count else { return nil }
    if let signature {
      (kind, advice) = (signature.kind, signature.advice)
    } else if nulls * 3 > head.count, controls * 10 < head.count {
      (kind, advice) = (
        "UTF-16 or UTF-32 without a byte order mark", "convert it with iconv -t UTF-8"
      )
    } else {
      (kind, advice) = ("binary data", "name a text, a saved page or an export")
    }
  }
}
