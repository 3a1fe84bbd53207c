/// Locations jumped from, to go back to and forward through.
struct JumpList: Equatable, Sendable {
  /// How many locations are kept; the oldest go first.
  static let capacity = 100

  private var locations: [Location] = []
  /// How many of the locations lie behind; the rest lie ahead.
  private var position = 0

  /// The location left by the last jump.
  var last: Location? { position > 0 ? locations[position - 1] : nil }

  /// Remembers `location`, left by a jump; what lay ahead is forgotten.
  mutating func leave(_ location: Location) {
    locations.removeSubrange(position...)
    if locations.last != location { locations.append(location) }
    if locations.count > Self.capacity { locations.removeFirst() }
    position = locations.count
  }

  /// The location before, for somebody who is at `here`.
  mutating func back(from here: Location) -> Location? {
    // A jump that was scrolled back from by hand leads nowhere.
    while position > 0, locations[position - 1] == here { position -= 1 }
    guard position > 0 else { return nil }
    if position == locations.count { locations.append(here) } else { locations[position] = here }
    position -= 1
    return locations[position]
  }

  /// The location after, for somebody who is at `here`.
  mutating func forward(from here: Location) -> Location? {
    guard position + 1 < locations.count else { return nil }
    locations[position] = here
    position += 1
    return locations[position]
  }

  /// Changes every location; those that become `nil` are forgotten.
  mutating func map(_ change: (Location) -> Location?) {
    let behind = locations[..<position].compactMap(change)
    locations = behind + locations[position...].compactMap(change)
    position = behind.count
  }
}
