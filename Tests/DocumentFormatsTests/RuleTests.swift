import DocumentFormats
import DocumentModel
import DocumentParsing
import Foundation
import GeneralPages
import PageContent
import TestSupport
import Testing
import TextDumps

extension AnyRule: CustomTestStringConvertible {
  /// The rule as failures name it: `TextBlockPolicy longest-title`.
  public var testDescription: String { "\(policy) \(name)" }
}

/// Holds every number by which readers decide: changed by a step, it changes what is read.
@Suite("Rules")
struct RuleTests {
  /// The rules of all policies; a policy adds itself here.
  private static let all: [AnyRule] = policies.flatMap(\.self)
  private static let policies: [[AnyRule]] = [
    ArticlePolicy.anyRules,
    ArticleScorePolicy.anyRules,
    AuthorPolicy.anyRules,
    BoilerplatePolicy.anyRules,
    ContentPolicy.anyRules,
    DateMentionPolicy.anyRules,
    DatePolicy.anyRules,
    FieldPolicy.anyRules,
    DumpPolicy.anyRules,
    HeaderNamePolicy.anyRules,
    HeadingListPolicy.anyRules,
    LinkPolicy.anyRules,
    MetadataPolicy.anyRules,
    ObstaclePolicy.anyRules,
    OtherListPolicy.anyRules,
    RecordPolicy.anyRules,
    RegionPolicy.anyRules,
    SchemaPolicy.anyRules,
    TextBlockPolicy.anyRules,
    TextThreadPolicy.anyRules,
    ThreadPolicy.anyRules,
    VerdictPolicy.anyRules,
  ]

  private static let fixtures = Dictionary(
    uniqueKeysWithValues: Fixture.all.map { ($0.testDescription, $0) }
  )

  @Test("Names of rules are unique within their policy")
  func names() {
    let names = Self.all.map(\.testDescription)
    #expect(Set(names).count == names.count)
  }

  @Test("A fixture of the rule is read differently if its number changes", arguments: all)
  func numbers(_ rule: AnyRule) throws {
    var isNoticed = [false, false]
    for name in rule.fixtures {
      let fixture = try #require(Self.fixtures[name], "there is no fixture \(name)")
      let dump = try dump(fixture, Policies())
      for (index, policies) in rule.neighbours.enumerated() where !isNoticed[index] {
        isNoticed[index] = try self.dump(fixture, policies) != dump
      }
    }
    let (lower, higher) = (isNoticed[0], isNoticed[1])
    let fixtures = rule.fixtures.joined(separator: ", ")
    switch rule.check {
    case .either: #expect(lower || higher, "no change is noticed in \(fixtures)")
    case .both:
      #expect(lower, "a lower number is not noticed in \(fixtures)")
      #expect(higher, "a higher number is not noticed in \(fixtures)")
    case .lower: #expect(lower, "a lower number is not noticed in \(fixtures)")
    }
  }

  private func dump(_ fixture: Fixture, _ policies: Policies) throws -> String {
    let bytes = try Data(contentsOf: fixture.source)
    var source = SourceText(
      decoding: TextStorage(copying: bytes),
      location: fixture.source.lastPathComponent
    )
    source.policies = policies
    return DocumentDump(try FormatRegistry.builtIn.parse(source), textLimit: .max).text
  }
}
