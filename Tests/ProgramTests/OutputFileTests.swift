import Foundation
import Testing

@Suite("Files that are written")
struct OutputFileTests {
  private let scratch: ScratchFolder
  private let page: String

  init() throws {
    scratch = try ScratchFolder()
    page = try scratch.write(SamplePage.text, to: "page.txt").path
  }

  private func path(_ name: String) -> String { scratch.url.appending(path: name).path }

  private func text(_ name: String) throws -> String {
    try String(contentsOfFile: path(name), encoding: .utf8)
  }

  /// The names of the files in the folder.
  private func names() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: scratch.url.path).sorted()
  }

  private func shell(_ line: String) throws -> ProgramRun {
    try ProgramRun(shell: line, in: scratch.url)
  }

  @Test("A file that exists is replaced only with --force")
  func force() throws {
    try scratch.write("old", to: "out.md")
    let refused = try shell("$skein export --to markdown -o out.md page.txt")
    #expect(refused.status == 2)
    #expect(refused.errors.contains("out.md: already exists"))
    #expect(refused.errors.contains("--force"))
    #expect(try text("out.md") == "old")
    #expect(try shell("$skein export --to markdown --force -o out.md page.txt").status == 0)
    #expect(try text("out.md").hasPrefix("# The lantern"))
    #expect(try names() == ["out.md", "page.txt"])
  }

  @Test(
    "A source is never written over, by whatever way it is read and named",
    arguments: [
      "export --force -o page.txt page.txt", "export -o ./page.txt - < page.txt",
      "export --force -o hard.txt page.txt", "export --force -o soft.txt page.txt",
      "export --force -o page.txt other.txt soft.txt", "export --force -o page.txt < page.txt -",
      "export -o /dev/stdout page.txt >> page.txt", "export page.txt >> page.txt",
      "page.txt >> page.txt", "export - < page.txt >> hard.txt",
      "search harbour page.txt >> page.txt", "search harbour other.txt - < page.txt >> hard.txt",
    ]
  )
  func sources(_ arguments: String) throws {
    try scratch.write(SamplePage.text, to: "other.txt")
    link(page, path("hard.txt"))
    symlink("page.txt", path("soft.txt"))
    let run = try shell("$skein \(arguments)")
    #expect(run.status == 2)
    #expect(run.errors.contains("name another file"))
    #expect(try text("page.txt") == SamplePage.text)
  }

  @Test(
    "What the shell has opened is written to as it was opened",
    arguments: [
      ("-o /dev/stderr page.txt 2>> log", 0), ("-o /dev/fd/7 page.txt 7>> log", 0),
      ("-o /proc/self/fd/7 page.txt 7>> log", 0), ("-o soft.txt page.txt 7>> log", 0),
      ("-o /dev/fd/7 page.txt 7< log", 2), ("-o /dev/stdin page.txt < log", 2),
      ("-o /dev/fd/8 page.txt 7>> log", 2), ("-o /proc/self/comm page.txt", 2),
    ]
  )
  func descriptors(_ arguments: String, _ status: Int32) throws {
    let old = (1...99).map { "line \($0)\n" }.joined()
    try scratch.write(old, to: "log")
    symlink("/dev/fd/7", path("soft.txt"))
    #expect(try shell("$skein export --to text \(arguments)").status == status)
    let exported = status == 0 ? try ProgramRun(["export", "--to", "text", page]).output : ""
    #expect(try text("log") == old + exported)
  }

  @Test("A failing export leaves the old file as it was and no other")
  func failure() throws {
    try scratch.write("old", to: "out.txt")
    let run = try shell("$skein export --to text --force -o out.txt page.txt missing.txt")
    #expect(run.status == 2)
    #expect(try text("out.txt") == "old")
    #expect(try names() == ["out.txt", "page.txt"])
  }

  @Test("A file that grows too large is an error, and the old one stays")
  func limit() throws {
    try scratch.write("old", to: "out.txt")
    let run = try shell("ulimit -f 1; $skein export --force -o out.txt page.txt")
    #expect(run.status == 2)
    #expect(run.errors.contains("out.txt: cannot write: File too large"))
    #expect(try text("out.txt") == "old")
    #expect(try names() == ["out.txt", "page.txt"])
  }

  @Test("A full disk is an error", arguments: ["-o /dev/full", "> /dev/full"])
  func fullDisk(_ output: String) throws {
    let run = try shell("$skein export page.txt \(output)")
    #expect(run.status == 2)
    #expect(run.errors.contains("cannot write: No space left on device"))
  }

  @Test(
    "A device where nobody reads, or that does something else, is not even opened",
    arguments: ["/dev/ptmx", "/dev/pts/ptmx", "/dev/urandom"]
  )
  func devices(_ path: String) throws {
    let long = String(repeating: SamplePage.text, count: 50)
    try scratch.write(long, to: "long.txt")
    let run = try shell("$skein export -o \(path) long.txt")
    #expect(run.status == 2)
    #expect(run.errors.contains("\(path): cannot write: not a file, a pipe or a terminal"))
  }

  @Test(
    "An export that a signal ends leaves no file",
    arguments: [SIGINT, SIGTERM, SIGHUP, SIGPWR, 34]
  )
  func signals(_ signal: Int32) throws {
    try scratch.write("old", to: "out.txt")
    // The program waits for the pipe's end, with the page before it written.
    let line = """
      set -m; mkfifo pipe; exec 3<>pipe
      $skein export --to text --force -o out.txt page.txt pipe & job=$!
      until compgen -G '.skein-*' > /dev/null; do kill -0 $job || exit 3; done
      kill -\(signal) $job; wait $job
      """
    #expect(try shell(line).status == 128 + signal)
    #expect(try text("out.txt") == "old")
    #expect(try names() == ["out.txt", "page.txt", "pipe"])
  }

  @Test("Pipes, devices and open files are written to as they are")
  func streams() throws {
    let lines = [
      "$skein export --to text -o /dev/stdout page.txt",
      "$skein export --to text -o /dev/stdout page.txt | cat",
      "$skein export --to text -o /dev/fd/3 page.txt 3>&1",
      "mkfifo pipe; $skein export --to text -o pipe page.txt & cat pipe; wait",
      "$skein export --to text -o /dev/stdout page.txt > out; cat out",
      "echo first > out; $skein export --to text -o /dev/stdout page.txt >> out; sed 1d out",
      "$skein export --to text -o out page.txt > out; cat out",
    ]
    let expected = try ProgramRun(["export", "--to", "text", page]).output
    for line in lines {
      #expect(try shell(line).output == expected, "\(line)")
      unlink(path("pipe"))
      unlink(path("out"))
    }
    #expect(try shell("$skein export -o /dev/null page.txt").status == 0)
  }
}
