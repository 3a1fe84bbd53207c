/// What is counted for the elements of each kind, in the order in which the kinds come first in the
/// records.
struct KindTallies {
  /// What elements of one kind add up to.
  struct Tally {
    /// The number of the kind.
    let kind: Int
    /// How many records hold such an element.
    var records = 0
    /// How many such elements there are.
    var uses = 0
    /// What each of them counts, summed up or the highest, as the user of the tally decides.
    var weight = 0.0
    /// How many of them read like titles or sentences, if the user of the tally counts them.
    var phrases = 0
    /// How many different values they have, if the user of the tally counts them.
    var values = 0
    /// Whether all values that were noted are the same.
    private(set) var isUniform = true
    private var value: Int?
    /// The last record in which one was counted.
    fileprivate var last = -1

    /// The tally of a kind, nothing counted.
    fileprivate init(kind: Int) { self.kind = kind }

    /// Notes the value of an element.
    mutating func note(_ new: Int) {
      if value ?? new != new { isUniform = false }
      value = new
    }
  }

  /// The tallies.
  private(set) var all: [Tally] = []
  /// The index of each kind's tally, -1 for none.
  private var indices: [Int32]

  /// No tallies of `kinds` kinds, numbered from 0.
  init(kinds: Int) { indices = [Int32](repeating: -1, count: kinds) }

  /// The tally of a kind, nil if none was counted.
  subscript(kind: Int) -> Tally? { indices[kind] < 0 ? nil : all[Int(indices[kind])] }

  /// Counts an element of a kind in a record; records come in order.
  @inline(__always)
  mutating func count(_ kind: Int, in record: Int, _ change: (inout Tally) -> Void) {
    if indices[kind] < 0 {
      indices[kind] = Int32(all.count)
      all.append(Tally(kind: kind))
    }
    let index = Int(indices[kind])
    all[index].uses += 1
    if all[index].last != record { all[index].records += 1 }
    all[index].last = record
    change(&all[index])
  }
}
