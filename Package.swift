// swift-tools-version: 6.2

import PackageDescription

/// Settings every Swift target of the package is built with.
let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

/// Whether other packages use the libraries of this one, as far as the folder SwiftPM checks them out
/// to tells: they may not, if it has unsafe flags.
let isDependency = Context.packageDirectory.contains("/checkouts/")

/// The commit that `.ci/package` builds, which `skein --version` tells.
let commit = Context.environment["SKEIN_COMMIT"] ?? ""

/// Settings of the targets the program is made of.
///
/// Types are found by their accessors at run time, not by name among thousands, which slows every
/// start. Functions are inlined and specialised across targets, as if there were one, and each has a
/// section of its own, so that the linker leaves out those that nobody calls any more.
let quick: [SwiftSetting] =
  isDependency
  ? strict
  : strict + [
    .unsafeFlags(
      [
        "-Xfrontend", "-disable-concrete-type-metadata-mangled-name-accessors",
        "-cross-module-optimization", "-Xfrontend", "-function-sections",
      ],
      .when(configuration: .release)
    )
  ]

/// Settings of the targets that hold much code and run little of it at a time: an eighth smaller, and no
/// slower to the hand.
let small: [SwiftSetting] =
  isDependency ? strict : quick + [.unsafeFlags(["-Osize"], .when(configuration: .release))]

/// Settings of the targets whose loops run over every byte: optimised in debug builds as well, since
/// the tests spend most of their time there.
let loops: [SwiftSetting] =
  isDependency ? strict : quick + [.unsafeFlags(["-O"], .when(configuration: .debug))]

/// A library target: its source folder, and what it may import.
func module(
  _ name: String,
  _ dependencies: [Target.Dependency] = [],
  _ settings: [SwiftSetting] = quick
) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: settings)
}

/// The tests of one target, in `Tests/<name>Tests`.
func tests(
  _ name: String,
  _ dependencies: [Target.Dependency] = [],
  exclude: [String] = [],
  resources: [Resource] = []
) -> Target {
  .testTarget(
    name: "\(name)Tests",
    dependencies: ["TestSupport"] + dependencies,
    exclude: exclude,
    resources: resources,
    swiftSettings: strict
  )
}

/// A program: linked statically in release builds, which starts three times as fast, with functions
/// that are alike there once.
func program(
  _ name: String,
  path: String? = nil,
  _ dependencies: [Target.Dependency],
  resources: [Resource] = []
) -> Target {
  .executableTarget(
    name: name,
    dependencies: dependencies,
    path: path,
    resources: resources,
    swiftSettings: small,
    linkerSettings: [
      .unsafeFlags(
        ["-static-executable", "-Xlinker", "--icf=safe"],
        .when(configuration: .release)
      )
    ]
  )
}

let argumentParser = Target.Dependency.product(
  name: "ArgumentParser",
  package: "swift-argument-parser"
)
let algorithms = Target.Dependency.product(name: "Algorithms", package: "swift-algorithms")
let bitCollections = Target.Dependency.product(
  name: "BitCollections",
  package: "swift-collections"
)

let package = Package(
  name: "skein",
  products: [
    .executable(name: "skein", targets: ["skein"]),
    .library(name: "DiscussionParsing", targets: ["DiscussionParsing"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-algorithms", from: "1.2.1"),
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-collections", from: "1.6.0"),
    .package(url: "https://github.com/LebJe/TOMLKit", from: "0.6.0"),
    .package(url: "https://github.com/swhitty/FlyingFox", exact: "0.27.1"),
  ],
  targets: [
    module("HTMLParsing", [algorithms], loops),
    module("DocumentModel", [], loops),
    module("DocumentParsing", ["DocumentModel"], loops),
    module("DocumentMerging", ["DocumentModel"]),
    module("Quotations", ["DocumentModel"], loops),
    module("TextDumps", ["DocumentModel", "DocumentParsing", algorithms], loops),
    module("PageModel", ["DocumentModel", "DocumentParsing", "HTMLParsing"], loops),
    module("MailText", ["DocumentModel", "DocumentParsing"], loops),
    module(
      "PageContent",
      ["DocumentModel", "DocumentParsing", "HTMLParsing", "MailText", "PageModel"],
      loops
    ),
    module(
      "PageSystems",
      ["DocumentModel", "DocumentParsing", "HTMLParsing", "PageContent", "PageModel"],
      loops
    ),
    module(
      "GeneralPages",
      ["DocumentModel", "DocumentParsing", "HTMLParsing", "PageContent", "PageModel", algorithms],
      loops
    ),
    .target(
      name: "CMark",
      linkerSettings: [.linkedLibrary("cmark-gfm-extensions"), .linkedLibrary("cmark-gfm")]
    ),
    module(
      "Structured",
      ["CMark", "DocumentModel", "DocumentParsing", "HTMLParsing", "PageContent", "PageModel"],
      loops
    ),
    module(
      "TextExports",
      [
        "DocumentModel", "DocumentParsing", "HTMLParsing", "PageContent", "PageModel", "Structured",
      ],
      loops
    ),
    .target(name: "CExpat", linkerSettings: [.linkedLibrary("expat")]),
    module("XMLParsing", ["CExpat", "DocumentModel", "DocumentParsing", "HTMLParsing"], loops),
    module(
      "XMLSources",
      [
        "DocumentModel", "DocumentParsing", "HTMLParsing", "PageContent", "PageModel", "Structured",
        "TextExports", "XMLParsing",
      ],
      loops
    ),
    module(
      "Mail",
      [
        "DocumentModel", "DocumentParsing", "HTMLParsing", "MailText", "PageContent", "PageModel",
      ],
      loops
    ),
    module(
      "DocumentFormats",
      [
        "DocumentModel", "DocumentParsing", "GeneralPages", "Mail", "PageContent", "PageModel",
        "PageSystems", "Structured", "TextDumps", "TextExports", "XMLSources",
      ]
    ),
    module(
      "DiscussionParsing",
      ["DocumentFormats", "DocumentModel", "DocumentParsing", "HTMLParsing", "PageModel"]
    ),

    module("Terminal", [], loops),
    module("TextLayout", ["DocumentModel", "Terminal", algorithms], loops),
    module(
      "DocumentExport",
      ["DocumentModel", "Quotations", "Terminal", "TextLayout", algorithms]
    ),
    .target(name: "CPCRE2", linkerSettings: [.linkedLibrary("pcre2-8")]),
    module("TextSearch", ["CPCRE2", "DocumentModel", algorithms], loops),
    module(
      "ReaderUI",
      [
        "DocumentModel", "Quotations", "Terminal", "TextLayout", "TextSearch", algorithms,
        bitCollections,
      ],
      small
    ),
    .target(
      name: "ReaderConfig",
      dependencies: [
        "HTMLParsing", "ReaderUI", "SystemServices", "Terminal",
        .product(name: "TOMLKit", package: "TOMLKit"),
      ],
      swiftSettings: small,
      plugins: ["EmbedThemes"]
    ),
    .plugin(
      name: "EmbedThemes",
      capability: .buildTool(),
      path: "Themes",
      sources: ["EmbedThemes.swift"]
    ),
    .target(
      name: "CNcurses",
      linkerSettings: [.linkedLibrary("ncursesw"), .linkedLibrary("tinfo")]
    ),
    module("CursesTerminal", ["CNcurses", "SystemServices", "Terminal"]),
    .target(name: "CProcess", publicHeadersPath: "include"),
    .target(name: "CBuild", cSettings: [.define("SKEIN_COMMIT", to: "\"\(commit)\"")]),
    .target(name: "CZlib", linkerSettings: [.linkedLibrary("z")]),
    module("SystemServices", ["CProcess", "CZlib"], small),
    .target(name: "CSQLite", linkerSettings: [.linkedLibrary("sqlite3")]),
    module(
      "ReadingHistory",
      ["CSQLite", "DocumentMerging", "DocumentModel", "SystemServices"],
      small
    ),
    .target(
      name: "CIDN2",
      linkerSettings: [.linkedLibrary("idn2"), .linkedLibrary("unistring")]
    ),
    module("Fetching", ["CIDN2", "SystemServices"], small),
    module(
      "SiteAccess",
      [
        "DocumentFormats", "DocumentMerging", "DocumentModel", "DocumentParsing", "Fetching",
        "HTMLParsing", "PageContent", "PageSystems", "SystemServices",
      ],
      small
    ),
    program(
      "skein",
      [
        "DocumentModel", "DocumentParsing", "DocumentMerging", "DocumentFormats", "DocumentExport",
        "Fetching", "HTMLParsing", "Quotations", "SiteAccess", "SystemServices", "Terminal",
        "TextSearch", "ReaderUI", "ReaderConfig", "ReadingHistory",
        "CBuild", "CursesTerminal", "TextLayout", argumentParser,
      ],
      resources: [.embedInCode("Resources/tour.txt"), .embedInCode("Resources/tour-full.txt")]
    ),

    .target(
      name: "TestSupport",
      dependencies: [
        "DocumentModel", "DocumentParsing", "DocumentFormats", "Terminal", "ReaderUI",
      ],
      path: "Tests/TestSupport",
      swiftSettings: strict
    ),
    tests("HTMLParsing", ["HTMLParsing"]),
    program("HTMLConformance", path: "Tests/HTMLConformance", ["HTMLParsing"]),
    tests("DocumentModel", ["DocumentModel"]),
    tests("DocumentParsing", ["DocumentModel", "DocumentParsing"]),
    tests("DocumentMerging", ["DocumentModel", "DocumentMerging"]),
    tests(
      "DocumentFormats",
      [
        "DocumentModel", "DocumentParsing", "DocumentFormats", "DocumentExport", "GeneralPages",
        "PageContent", "PageModel", "PageSystems", "Terminal", "TextDumps",
      ],
      exclude: ["Fixtures"]
    ),
    // What another package sees of the library, and no more.
    .testTarget(
      name: "DiscussionParsingTests",
      dependencies: ["DiscussionParsing"],
      packageAccess: false,
      swiftSettings: strict
    ),
    tests("Terminal", ["Terminal"]),
    tests("TextLayout", ["DocumentModel", "Terminal", "TextLayout"]),
    tests("TextSearch", ["DocumentModel", "TextSearch"]),
    tests(
      "ReaderUI",
      ["DocumentModel", "Quotations", "Terminal", "TextLayout", "TextSearch", "ReaderUI"],
      exclude: ["Screens"]
    ),
    tests("ReaderConfig", ["HTMLParsing", "ReaderUI", "Terminal", "ReaderConfig"]),
    .target(
      name: "CVTerm",
      path: "Tests/CVTerm",
      linkerSettings: [.linkedLibrary("vterm"), .linkedLibrary("util")]
    ),
    .target(
      name: "TerminalEmulator",
      dependencies: ["CVTerm", "Terminal"],
      path: "Tests/TerminalEmulator",
      swiftSettings: strict
    ),
    program(
      "TerminalProbe",
      path: "Tests/TerminalProbe",
      ["CursesTerminal", "SystemServices", "Terminal"]
    ),
    tests(
      "CursesTerminal",
      [
        "CursesTerminal", "CVTerm", "SystemServices", "Terminal", "TerminalEmulator",
        "TerminalProbe",
      ]
    ),
    tests("SystemServices", ["SystemServices"]),
    tests(
      "ReadingHistory",
      ["CSQLite", "DocumentMerging", "DocumentModel", "ReadingHistory", "SystemServices"]
    ),
    tests("Fetching", ["Fetching", "SystemServices"]),
    tests(
      "SiteAccess",
      [
        "DocumentMerging", "DocumentModel", "DocumentParsing", "DocumentFormats", "Fetching",
        "PageSystems", "SiteAccess", "SystemServices",
        .product(name: "FlyingFox", package: "FlyingFox"),
        .product(name: "FlyingSocks", package: "FlyingFox"),
      ]
    ),
    tests(
      "Program",
      [
        "DocumentModel", "DocumentParsing", "DocumentExport", "DocumentFormats", "Fetching",
        "ReaderUI",
        "ReaderConfig", "ReadingHistory", "SiteAccess", "SystemServices", "Terminal",
        "TerminalEmulator", "TextSearch", "skein",
        .product(name: "FlyingFox", package: "FlyingFox"),
        .product(name: "FlyingSocks", package: "FlyingFox"),
      ]
    ),
    program(
      "Benchmarks",
      path: "Tests/Benchmarks",
      [
        "DocumentModel", "DocumentParsing", "DocumentFormats", "DocumentExport", "Terminal",
        "TextLayout", "TextSearch", "ReaderUI", "TestSupport",
      ]
    ),
    program(
      "Fuzz",
      path: "Tests/Fuzz",
      [
        "DocumentModel", "DocumentParsing", "DocumentFormats", "DocumentExport", "HTMLParsing",
        "Terminal", "TerminalEmulator",
        "TextLayout", "TextSearch", "ReaderUI", "TestSupport",
      ]
    ),
  ]
)
