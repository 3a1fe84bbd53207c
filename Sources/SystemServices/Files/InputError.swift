/// Why a file cannot be read; to be shown after its name.
package enum InputError: Error, Hashable, CustomStringConvertible {
  case cannotOpen(SystemError)
  case cannotRead(SystemError)
  /// The file is of a kind that is not read here.
  case unsuitable(FileStatus.Kind)
  /// There are more bytes than `limit`; a pipe may never end.
  case tooLarge(limit: Int, isPipe: Bool)
  /// What gzip packed is larger than `than` bytes.
  case unpacksToMore(than: Int)
  case cancelled

  /// What is wrong and what to do about it.
  package var description: String {
    switch self {
    case .unsuitable(.folder): reason + "; name a file in it"
    case .unsuitable: reason + "; name a file"
    case .tooLarge(_, let isPipe):
      reason + (isPipe ? "; save it to a file" : "; split it into parts")
    case .unpacksToMore: reason + "; unpack it with gunzip"
    default: reason
    }
  }

  /// What is wrong.
  package var reason: String {
    switch self {
    case .cannotOpen(let error): "cannot open: \(error)"
    case .cannotRead(let error): "cannot read: \(error)"
    case .unsuitable(.folder): "is a directory"
    case .unsuitable(.pipe): "is a pipe"
    case .unsuitable(.socket): "is a socket"
    case .unsuitable: "is a device"
    case .tooLarge(let limit, _): "larger than \(Self.amount(limit))"
    case .unpacksToMore(let limit): "unpacks to more than \(Self.amount(limit))"
    case .cancelled: "stopped"
    }
  }

  /// A number of bytes in the largest unit that leaves one digit at least before the point.
  private static func amount(_ bytes: Int) -> String {
    let units = [(30, "GiB"), (20, "MiB"), (10, "KiB")]
    let (shift, unit) = units.first { bytes >> $0.0 > 0 } ?? (0, "bytes")
    let tenths = (bytes * 10) >> shift
    return (tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)") + " " + unit
  }
}
