/// Values by hashes of 64 bits, which are not hashed again.
struct HashTable<Value> {
  private var numbers = HashNumbers()
  private var values: [Value] = []

  /// The value of a hash.
  subscript(hash: UInt64) -> Value? {
    get { numbers.find(hash).map { values[$0] } }
    set {
      guard let newValue else { return }
      let number = numbers.number(hash)
      if number == values.count { values.append(newValue) } else { values[number] = newValue }
    }
  }
}

extension HashTable: Sendable where Value: Sendable {}
