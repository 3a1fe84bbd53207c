import DocumentModel

/// Which names are those of elements that hold a discussion, or that a script fills with one.
///
/// Capitals count as small letters.
package enum ContainerNames {
  /// What an element holds.
  package enum Container: Sendable {
    /// A discussion that stands in the page.
    case discussion
    /// A discussion that a script loads: an index of `CommentService.all`.
    case service(Int)
  }

  /// What an element of this name holds; nil for most.
  package static func element(_ name: UnsafeRawBufferPointer) -> Container? {
    elements[hash(name[...])]
  }

  /// What an element holds whose class or id is `value`; of several words one that tells a service
  /// counts.
  ///
  /// O(length).
  package static func container(in value: UnsafeRawBufferPointer) -> Container? {
    var known: Container?
    var start = value.startIndex
    while start < value.endIndex {
      let end = value[start...].firstIndex { $0 <= 0x20 } ?? value.endIndex
      if start < end, let container = container(value[start..<end]) {
        if case .service = container { return container }
        known = container
      }
      start = end + 1
    }
    return known
  }

  private static func container(_ word: Slice<UnsafeRawBufferPointer>) -> Container? {
    if let container = names[hash(word)] { return container }
    for prefix in prefixes where starts(word, with: prefix.name) {
      return .service(prefix.service)
    }
    return nil
  }

  private static func hash(_ word: Slice<UnsafeRawBufferPointer>) -> UInt64 {
    var hash = FNVHash.start
    for byte in word { hash = FNVHash.mix(hash, ignoringCase: byte) }
    return hash
  }

  private static func starts(
    _ word: Slice<UnsafeRawBufferPointer>,
    with prefix: StaticString
  ) -> Bool {
    let length = prefix.utf8CodeUnitCount
    guard word.count >= length else { return false }
    return (0..<length).allSatisfy {
      FNVHash.mix(0, ignoringCase: word[word.startIndex + $0])
        == FNVHash.mix(0, ignoringCase: prefix.utf8Start[$0])
    }
  }

  private static let elements: HashTable<Container> = {
    var table = HashTable<Container>()
    for (index, service) in CommentService.all.enumerated() {
      for name in service.elements { table[FNVHash.hash(ignoringCase: name)] = .service(index) }
    }
    return table
  }()

  private static let names: HashTable<Container> = {
    var table = HashTable<Container>()
    for (index, service) in CommentService.all.enumerated() {
      for name in service.names { table[FNVHash.hash(ignoringCase: name)] = .service(index) }
    }
    for name in Vocabulary.names(.discussion) {
      table[FNVHash.hash(ignoringCase: name)] = .discussion
    }
    return table
  }()

  private static let prefixes = CommentService.all.enumerated().flatMap { index, service in
    service.prefixes.map { (name: $0, service: index) }
  }
}
