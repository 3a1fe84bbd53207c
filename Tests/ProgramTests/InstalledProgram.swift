import Foundation

/// Programs of the system that some tests need.
enum InstalledProgram {
  /// Where the program `name` is, `nil` if it is not installed.
  static func path(of name: String) -> String? {
    ["/usr/bin/", "/usr/local/bin/", "/bin/"].map { $0 + name }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
  }
}
