extension Color {
  /// How different two colours look: the "redmean" approximation, squared, without unit; 0 if
  /// either is a default colour of the terminal.
  ///
  /// Source: Thiadmer Riemersma, "Colour metric", compuphase.com/cmetric.htm.
  public func distance(to other: Color) -> Int {
    guard let mine = likelyComponents, let theirs = other.likelyComponents else { return 0 }
    let mean = (Int(mine.red) + Int(theirs.red)) / 2
    let red = Int(mine.red) - Int(theirs.red)
    let green = Int(mine.green) - Int(theirs.green)
    let blue = Int(mine.blue) - Int(theirs.blue)
    return (512 + mean) * red * red + 1024 * green * green + (767 - mean) * blue * blue
  }
}
