import DocumentModel

/// Numbers the names of elements and attributes, each by its namespace's usual prefix.
///
/// A prefix that is bound to no known namespace stays as the document writes it, which is what it
/// most often means.
struct XMLNames {
  /// The names by number.
  private(set) var names: [String] = []
  private var numbers: [String: Int32] = [:]
  private var bindings: [Binding] = []
  /// What a name as written means between two changes of the bindings.
  private var known: [UInt64: Known] = [:]

  /// A prefix inside an element.
  private struct Binding {
    let written: String
    let usual: String
    let depth: Int
  }

  /// A name as it is written, and its number.
  private struct Known {
    let written: [UInt8]
    let number: Int32
  }

  /// The number of a name as it is written in the document.
  ///
  /// O(length of the name) after its first time.
  mutating func number(_ written: UnsafeBufferPointer<UInt8>, isElement: Bool) -> Int32 {
    var hash: UInt64 = isElement ? 0xCBF2_9CE4_8422_2325 : 0x8422_2325_CBF2_9CE4
    for byte in written { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    if let known = known[hash], known.written.elementsEqual(written) { return known.number }
    let name = usual(String(decoding: written, as: UTF8.self), isElement)
    let number = numbers[name] ?? Int32(names.count)
    if Int(number) == names.count {
      names.append(name)
      numbers[name] = number
    }
    known[hash] = Known(written: Array(written), number: number)
    return number
  }

  private func usual(_ written: String, _ isElement: Bool) -> String {
    let parts = written.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2 else {
      let prefix = isElement ? prefix("") ?? "" : ""
      return prefix.isEmpty ? written : "\(prefix):\(written)"
    }
    let prefix = prefix(String(parts[0])) ?? String(parts[0])
    return prefix.isEmpty ? String(parts[1]) : "\(prefix):\(parts[1])"
  }

  private func prefix(_ written: String) -> String? {
    bindings.last { $0.written == written }?.usual
  }

  /// Binds a prefix, empty for names without one, inside the element that stands at `depth`.
  mutating func bind(_ written: String, to address: String, depth: Int) {
    guard bindings.count < Self.bindingLimit else { return }
    let usual = XMLNamespaceTable.prefix(of: address) ?? written
    bind(written, usual: usual, depth: depth)
  }

  /// Binds names without a prefix to a known namespace.
  mutating func bindDefault(usual: String) {
    if prefix("") == nil { bind("", usual: usual, depth: 0) }
  }

  private mutating func bind(_ written: String, usual: String, depth: Int) {
    if prefix(written) != usual { known = [:] }
    bindings.append(Binding(written: written, usual: usual, depth: depth))
  }

  /// Forgets what was bound inside the element that stands at `depth`, which ends.
  mutating func leave(depth: Int) {
    guard let last = bindings.last, last.depth >= depth, depth > 0 else { return }
    while let last = bindings.last, last.depth >= depth {
      bindings.removeLast()
      if prefix(last.written) != last.usual { known = [:] }
    }
  }

  /// The most prefixes that are bound at a time.
  private static let bindingLimit = 256
}
