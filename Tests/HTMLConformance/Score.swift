/// How many cases passed, and the others.
struct Score {
  struct Failure {
    let name: String
    let expected: String
    let found: String
  }

  var passed = 0
  var failures: [Failure] = []

  var total: Int { passed + failures.count }

  mutating func record(_ name: String, expected: String, found: String) {
    if expected == found {
      passed += 1
    } else {
      failures.append(Failure(name: name, expected: expected, found: found))
    }
  }

  mutating func add(_ other: Score) {
    passed += other.passed
    failures += other.failures
  }
}
