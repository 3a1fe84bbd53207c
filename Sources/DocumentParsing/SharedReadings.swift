import Synchronization

/// Values made from one source, one of each type.
final class SharedReadings: Sendable {
  private let values = Mutex<[ObjectIdentifier: any Sendable]>([:])

  /// The value of a type, if it was made already.
  func value<Value: Sendable>(_ type: Value.Type) -> Value? {
    values.withLock { $0[ObjectIdentifier(type)] as? Value }
  }

  /// Keeps a value and returns it, or the one that was kept before.
  func keep<Value: Sendable>(_ value: Value) -> Value {
    values.withLock { kept in
      if let earlier = kept[ObjectIdentifier(Value.self)] as? Value { return earlier }
      kept[ObjectIdentifier(Value.self)] = value
      return value
    }
  }
}
