import Foundation

// Runs the test files of html5lib (https://github.com/html5lib/html5lib-tests) over the parser:
//   HTMLConformance [--show] FILE-OR-FOLDER…
// Prints how many cases of each file pass and the names of the others; `--show` their trees too.

var showsTrees = false
var paths: [String] = []
for argument in CommandLine.arguments.dropFirst() {
  if argument == "--show" { showsTrees = true } else { paths.append(argument) }
}

var files: [String] = []
for path in paths {
  let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
  files += names.isEmpty ? [path] : names.sorted().map { path + "/" + $0 }
}

var total = Score()
for file in files {
  guard let text = try? String(contentsOfFile: file, encoding: .utf8) else { continue }
  let score: Score
  if file.hasSuffix(".dat") {
    score = TreeCases.run(text)
  } else if file.hasSuffix(".test") {
    score = TokenCases.run(text)
  } else {
    continue
  }
  total.add(score)
  print("\(score.passed)/\(score.total) \(file.split(separator: "/").last ?? "")")
  for failure in score.failures {
    print("    \(failure.name)")
    if showsTrees { print("  expected:\n\(failure.expected)\n  found:\n\(failure.found)") }
  }
}
let share = Double(total.passed) / Double(max(1, total.total)) * 100
print("\(total.passed)/\(total.total) in all, \(share) %")
