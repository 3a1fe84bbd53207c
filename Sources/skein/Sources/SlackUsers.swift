import DocumentModel
import Glibc
import SystemServices

/// The people of a workspace, whom Slack's export keeps in a file beside the folders of channels.
enum SlackUsers {
  /// The people, as JSON to be read behind the file at `path`; `nil` if that is no day of a channel.
  static func beside(_ path: String) -> TextStorage? {
    workspace(of: path).flatMap { try? SourceBytes(of: $0 + "users.json").whole() }
  }

  /// The folder of the export that the file at `path` is from, by the names around it: a day such as
  /// `2024-03-04.json` in a folder beside `users.json` and `channels.json`.
  private static func workspace(of path: String) -> String? {
    let steps = path.split(separator: "/", omittingEmptySubsequences: false)
    guard let name = steps.last, isDay(name) else { return nil }
    let folder = steps.dropLast().joined(separator: "/") + (steps.count > 1 ? "/../" : "../")
    let isExport = ["users.json", "channels.json"].allSatisfy { name in
      (folder + name).withFileName { access($0, R_OK) } == 0
    }
    return isExport ? folder : nil
  }

  private static func isDay(_ name: Substring) -> Bool {
    let parts = name.split(separator: "-", omittingEmptySubsequences: false)
    return name.hasSuffix(".json") && parts.count == 3
      && zip(parts, [4, 2, 7]).allSatisfy { $0.utf8.count == $1 && $0.first?.isNumber == true }
  }
}
