import DocumentModel
import ReadingHistory

/// What is kept for later, and subscriptions.
extension ReadingMemory {
  /// The indices of the entries of `listing` that are kept for later.
  func kept(in listing: Listing) -> [Int] {
    let found = look { store throws(DatabaseError) in try store.addressesKept() }
    guard let found, !found.isEmpty else { return [] }
    return listing.entries.indices.filter { index in
      let address = listing.address(ofEntry: index).flatMap(CanonicalAddress.of)
      return address.map(found.contains) ?? false
    }
  }

  /// Keeps what stands at `address` for later.
  func keepForLater(_ title: String, at address: String, comments: Int = 0) {
    guard let names = DocumentNames(address: address) else { return }
    writer.submit(
      { store throws(DatabaseError) in
        try store.keepForLater(names, title: title, location: address, comments: comments)
      },
      about: newSubject()
    )
  }

  /// Keeps what stands at `address` no more.
  func release(_ address: String) {
    guard let names = DocumentNames(address: address) else { return }
    writer.submit(
      { store throws(DatabaseError) in try store.release(names) },
      about: newSubject()
    )
    releasePages(of: address)
  }

  /// Subscribes to the source at `address`, called `name`; ends the subscription for `nil`.
  func subscribe(to address: String, name: String?) {
    writer.submit(
      { store throws(DatabaseError) in
        if let name {
          try store.subscribe(to: address, name: name)
        } else {
          try store.unsubscribe(from: address)
        }
      },
      about: newSubject()
    )
  }

  /// What the source at `address` is called, `nil` if nobody has subscribed to it.
  func subscription(to address: String) -> String? {
    let found = look { store throws(DatabaseError) in try store.subscriptions() }
    return found?.first { $0.address == address }?.name
  }
}

extension Listing {
  /// The address of the discussion of the entry at `index`, or else of its article, made absolute as
  /// far as that is known; `nil` if it leads nowhere.
  func address(ofEntry index: Int) -> String? {
    (entries[index].discussion ?? entries[index].article).map(absolute)
  }
}
