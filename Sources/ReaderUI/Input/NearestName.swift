/// The name in `names` that `name` was most likely meant to be; `nil` if none is near.
///
/// Near is a name that begins with `name`, three letters at least, and else one of which at most a
/// third of the letters, and always one, were left out, added, mistaken or swapped with their
/// neighbour; upper and lower case count as the same. Of names equally near the first wins.
/// O(length² × names): for messages, not for hot paths.
public func nearest(to name: String, among names: some Sequence<String>) -> String? {
  let wanted = Array(name.lowercased().unicodeScalars)
  guard !wanted.isEmpty, wanted.count <= 64 else { return nil }
  var best: (name: String, cost: (Int, Int))?
  for candidate in names {
    let letters = Array(candidate.lowercased().unicodeScalars)
    let isBegun = wanted.count >= 3 && letters.starts(with: wanted)
    let bound = isBegun ? letters.count : max(1, max(wanted.count, letters.count) / 3)
    guard abs(letters.count - wanted.count) <= bound else { continue }
    let cost = (isBegun ? 0 : 1, editDistance(wanted, letters))
    guard cost.1 <= bound else { continue }
    if let best, best.cost <= cost { continue }
    best = (candidate, cost)
  }
  return best?.name
}

/// A question for the end of a message: `; did you mean "theme"?`, or nothing if no name is near.
public func suggestion(for name: String, among names: some Sequence<String>) -> String {
  nearest(to: name, among: names).map { "; did you mean \"\($0)\"?" } ?? ""
}

/// Letters to leave out, add, change or swap with their neighbour to make `a` into `b`.
///
/// The optimal string alignment distance, kept in three rows of the usual table.
private func editDistance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
  var beforeLast = [Int](repeating: 0, count: b.count + 1)
  var last = Array(0...b.count)
  for i in a.indices {
    var row = [i + 1]
    for j in b.indices {
      var cost = min(last[j + 1] + 1, row[j] + 1, last[j] + (a[i] == b[j] ? 0 : 1))
      if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
        cost = min(cost, beforeLast[j - 1] + 1)
      }
      row.append(cost)
    }
    beforeLast = last
    last = row
  }
  return last[b.count]
}
