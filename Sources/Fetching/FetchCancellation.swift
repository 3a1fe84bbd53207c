import Synchronization

/// Stops a transfer, from any thread.
public final class FetchCancellation: Sendable {
  private let flag = Atomic(false)

  /// Not yet stopped.
  public init() {}

  /// Has every transfer that was given this end soon, with `FetchError.cancelled`.
  public func cancel() { flag.store(true, ordering: .relaxed) }

  /// Whether that was asked for.
  public var isCancelled: Bool { flag.load(ordering: .relaxed) }
}
