import Glibc
import TestSupport

do throws(UsageError) {
  let options = try BenchmarkOptions(CommandLine.arguments.dropFirst())
  if options.listsShapes {
    for shape in GrowingSource.shapes { print(shape.name) }
  } else if let (source, bytes) = options.grown {
    GrownSource.write(source, bytes: bytes)
  } else {
    Benchmarks(options).run()
  }
} catch {
  fputs("\(error)\n", fdopen(STDERR_FILENO, "w"))
  exit(64)
}
