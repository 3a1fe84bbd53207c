import Terminal
import TestSupport
import Testing

@testable import ReaderUI

@Suite("The command table")
struct CommandTableTests {
  @Test("Every command has a name of its own, a help text in one line, and keys that parse")
  func rows() {
    var names: Set<String> = []
    for command in Command.table {
      #expect(names.insert(command.name).inserted, "\(command.name) twice")
      #expect(command.name.allSatisfy { $0.isLowercase || $0.isNumber || $0 == "-" })
      #expect(!command.help.isEmpty && command.help.count <= 60, "\(command.name)")
      #expect(!command.help.contains("\n") && !command.help.hasSuffix("."))
      for keys in command.keys {
        #expect(KeySequence(parsing: keys)?.description == keys, "\(keys) of \(command.name)")
      }
    }
  }

  @Test("No two commands that apply at once share their keys", arguments: KeyContext.allCases)
  func conflicts(context: KeyContext) {
    var owners: [KeySequence: String] = [:]
    for command in Command.table where command.scope.covers(context) {
      for keys in command.keys.compactMap({ KeySequence(parsing: $0) }) {
        #expect(owners[keys] == nil, "\(keys) calls \(owners[keys] ?? "") and \(command.name)")
        owners[keys] = command.name
      }
    }
  }

  @Test(
    "No keys begin others that apply at once, which could then not be typed",
    arguments: KeyContext.allCases
  )
  func prefixes(context: KeyContext) {
    let commands = Command.table.filter { $0.scope.covers(context) }
    let sequences = commands.flatMap(\.keys).compactMap { KeySequence(parsing: $0) }
    // What can be taken back may begin longer keys.
    let firm = commands.filter { !$0.canBegin(others: context) }.flatMap(\.keys)
      .compactMap { KeySequence(parsing: $0) }
    for short in firm {
      for long in sequences where long.keys.count > short.keys.count {
        #expect(!long.keys.starts(with: short.keys), "\(short) begins \(long)")
      }
    }
  }

  @Test("No command is called by a digit, which is a count")
  func digits() {
    for keys in Command.table.flatMap(\.keys) {
      guard let first = KeySequence(parsing: keys)?.keys.first else { continue }
      if case .character(let scalar) = first.code, first.modifiers.isEmpty {
        #expect(!("0"..."9").contains(scalar), "\(keys)")
      }
    }
  }

  @Test("No key of a prompt types a character, which would be text")
  func promptKeys() {
    for command in Command.table where command.scope.covers(.prompt) {
      for keys in command.keys {
        guard let first = KeySequence(parsing: keys)?.keys.first else { continue }
        if case .character = first.code { #expect(!first.modifiers.isEmpty, "\(keys)") }
      }
    }
  }

  @Test("A command of lists or prompts called by its name says where it works")
  func byNameElsewhere() {
    for (name, place) in [("list-down", "in lists"), ("prompt-cancel", "in prompts")] {
      var session = Session(Sample.bridge)
      session.press(":")
      session.type(name)
      session.press("Enter")
      #expect(session.state.message?.text == "\(name) works only \(place)")
    }
  }

  @Test("Every command can be called by its name, in either pane", arguments: Pane.allCases)
  func byName(pane: Pane) {
    for command in Command.ofPages where !command.scope.isDisjoint(with: .panes) {
      var session = Session(Sample.bridge)
      if pane == .thread { session.press("Tab") }
      session.press(":")
      session.type(command.name)
      session.press("Enter")
      let message = session.state.message?.text ?? ""
      #expect(!message.contains("no command") && !message.contains("could be"), "\(command.name)")
      #expect(session.violation == nil)
    }
  }

  @Test("Every key does something that can be seen, or says why not", arguments: Pane.allCases)
  func nothingIsSilent(pane: Pane) {
    for command in Command.table where command.scope.covers(KeyContext(pane)) {
      for keys in command.keys {
        var session = Session(Sample.bridge)
        if pane == .thread { session.press("Tab J") }
        let before = session.screen
        let effects = session.effects.count
        session.press(keys)
        let isSeen = session.screen != before || session.effects.count > effects
        #expect(isSeen, "\(keys) (\(command.name)) in the \(pane.rawValue) pane")
      }
    }
  }

  @Test("A key of the other pane says where it works")
  func otherPane() {
    var session = Session(Sample.bridge)
    session.press("h")
    #expect(
      session.state.message?.text == "h (fold) works in the comments; Tab goes there"
    )
  }

  @Test("Keys that mean nothing say so", arguments: ["+-x", "F9", "z?", "y5", "]x"])
  func unbound(keys: String) {
    var session = Session(Sample.bridge)
    session.press(keys)
    #expect(session.state.mode.pending == nil)
    #expect(session.state.message != nil)
  }

  @Test("Keys typed so far and a count stand in the status line; Esc drops them")
  func pending() {
    var session = Session(Sample.bridge)
    session.press("1 2 z")
    #expect(session.rows.last?.contains("12z") == true)
    session.press("Esc")
    #expect(session.rows.last?.contains("12z") == false)
    #expect(session.state.mode.pending == nil)
  }
}
