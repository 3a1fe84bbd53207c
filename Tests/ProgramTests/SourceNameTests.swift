import Foundation
import Testing

@Suite("Short names of sources on the command line")
struct SourceNameTests {
  private static func feed(_ title: String) -> String {
    """
    {"version":"https://jsonfeed.org/version/1.1","title":"Log","items":[
    {"id":"1","url":"https://harbour.example/1","title":"\(title)"}]}
    """
  }

  @Test("A name in the settings lists what is at its address; a file of that name goes before it")
  func own() throws {
    let scratch = try ScratchFolder()
    let named = try scratch.write(Self.feed("Named"), to: "named.json")
    try FileManager.default.createDirectory(
      at: scratch.url.appending(path: "skein"),
      withIntermediateDirectories: true
    )
    _ = try scratch.write("[sources]\nlog = \"\(named.path)\"\n", to: "skein/config.toml")
    let line = "XDG_CONFIG_HOME=\"$PWD\" \"$skein\" list log"
    let run = try ProgramRun(shell: line, in: scratch.url)
    #expect(run.output == "1\t\t\t\tNamed\thttps://harbour.example/1\n")
    #expect(run.errors == "" && run.status == 0)
    _ = try scratch.write(Self.feed("File"), to: "log")
    #expect(try ProgramRun(shell: line, in: scratch.url).output.contains("\tFile\t"))
  }

  @Test("A name that stands for nothing is a missing file")
  func unknown() throws {
    let run = try ProgramRun(["list", "hn2"])
    #expect(run.status == 2)
    #expect(run.errors.hasPrefix("skein: hn2: "))
  }
}
