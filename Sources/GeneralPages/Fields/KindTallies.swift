/// What is counted for the elements of each kind, in the order in which the kinds come first on the
/// page.
struct KindTallies {
  /// What elements of one kind add up to.
  struct Tally {
    /// The key of the kind.
    let key: UInt64
    /// How many records hold such an element.
    var records = 0
    /// How many such elements there are.
    var uses = 0
    /// What each of them counts, summed up or the highest, as the user of the tally decides.
    var weight = 0.0
    /// The different texts in them.
    var values: Set<String> = []
    /// The last record in which one was counted.
    fileprivate var last = -1
  }

  /// The tallies.
  private(set) var all: [Tally] = []
  private var indices: [UInt64: Int] = [:]

  /// The tally of a kind, nil if none was counted.
  subscript(key: UInt64) -> Tally? { indices[key].map { all[$0] } }

  /// Counts an element of a kind in a record; records come in order.
  mutating func count(_ key: UInt64, in record: Int, _ change: (inout Tally) -> Void) {
    let index = indices[key] ?? all.count
    if index == all.count {
      indices[key] = index
      all.append(Tally(key: key))
    }
    all[index].uses += 1
    if all[index].last != record { all[index].records += 1 }
    all[index].last = record
    change(&all[index])
  }
}
