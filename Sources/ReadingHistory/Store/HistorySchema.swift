/// The tables of the history.
enum HistorySchema {
  /// `skei` and the steps to the tables.
  static let schema = Schema(applicationID: 0x736B_6569, steps: steps)

  /// What makes each version of the one before; the first makes it of nothing.
  ///
  /// Steps never change once they are released: a file may be of any version.
  static let steps = [
    """
    CREATE TABLE document(
      id INTEGER PRIMARY KEY,
      title TEXT NOT NULL,
      location TEXT NOT NULL,
      address TEXT,
      format TEXT NOT NULL,
      first_opened INTEGER NOT NULL,
      last_opened INTEGER NOT NULL,
      visits INTEGER NOT NULL,
      comments INTEGER NOT NULL,
      read INTEGER NOT NULL,
      new INTEGER NOT NULL,
      place INTEGER
    ) STRICT;
    CREATE INDEX document_by_time ON document(last_opened);
    CREATE TABLE name(
      hash INTEGER PRIMARY KEY,
      document INTEGER NOT NULL REFERENCES document ON DELETE CASCADE
    ) STRICT;
    CREATE INDEX name_by_document ON name(document);
    CREATE TABLE roster(
      document INTEGER PRIMARY KEY REFERENCES document ON DELETE CASCADE,
      traits BLOB NOT NULL,
      flags BLOB NOT NULL
    ) STRICT;
    CREATE TABLE view(
      document INTEGER PRIMARY KEY REFERENCES document ON DELETE CASCADE,
      state BLOB NOT NULL
    ) STRICT;
    CREATE TABLE typed(
      kind TEXT NOT NULL,
      line TEXT NOT NULL,
      at INTEGER NOT NULL,
      PRIMARY KEY(kind, line)
    ) STRICT, WITHOUT ROWID;
    """,
    """
    ALTER TABLE document ADD COLUMN kept INTEGER;
    CREATE INDEX document_kept ON document(kept) WHERE kept IS NOT NULL;
    CREATE TABLE source(
      name TEXT PRIMARY KEY,
      address TEXT NOT NULL,
      added INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE full_texts(
      document INTEGER PRIMARY KEY REFERENCES document ON DELETE CASCADE,
      json BLOB NOT NULL
    ) STRICT;
    """,
    """
    CREATE TABLE list(
      location TEXT PRIMARY KEY,
      state BLOB NOT NULL,
      changed INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    """,
  ]
}
