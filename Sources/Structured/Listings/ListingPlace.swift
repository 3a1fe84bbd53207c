/// What the address of a list says of it.
struct ListingPlace {
  /// The host, with its port if it has one.
  let host: String
  /// The steps behind it, such as `tag/boats`; empty where they tell nothing.
  let name: String

  /// Reads an address, of which `emptySteps` and numbers tell nothing.
  init(_ address: String, _ emptySteps: Set<String>) {
    let path = address.prefix { $0 != "?" && $0 != "#" }
    guard let start = path.firstRange(of: "://") else {
      (host, name) = ("", "")
      return
    }
    var steps = path[start.upperBound...].split(separator: "/").map(String.init)
    host = steps.isEmpty ? "" : steps.removeFirst()
    if let last = steps.last, last.hasSuffix(".json") {
      steps[steps.count - 1] = String(last.dropLast(".json".count))
    }
    let told = steps.filter { step in
      !emptySteps.contains(step) && !step.allSatisfy { $0.isASCII && $0.isNumber }
    }
    name = told.joined(separator: "/")
  }
}
