/// The tables of the library.
enum LibrarySchema {
  /// `skel` and the steps to the tables.
  static let schema = Schema(applicationID: 0x736B_656C, steps: steps)

  /// What makes each version of the one before.
  ///
  /// Steps never change once they are released: a file may be of any version.
  static let steps = [
    """
    CREATE TABLE page(
      id INTEGER PRIMARY KEY,
      name INTEGER NOT NULL,
      address TEXT NOT NULL,
      charset TEXT,
      fetched INTEGER NOT NULL,
      digest INTEGER NOT NULL,
      packing INTEGER NOT NULL,
      size INTEGER NOT NULL,
      bytes BLOB NOT NULL
    ) STRICT;
    CREATE INDEX page_by_name ON page(name, fetched);
    CREATE INDEX page_by_time ON page(fetched);
    CREATE TABLE text(
      id INTEGER PRIMARY KEY,
      name INTEGER NOT NULL UNIQUE,
      title TEXT NOT NULL,
      location TEXT NOT NULL,
      digest INTEGER NOT NULL,
      indexed INTEGER NOT NULL
    ) STRICT;
    CREATE TABLE place(
      id INTEGER PRIMARY KEY,
      text INTEGER NOT NULL REFERENCES text ON DELETE CASCADE,
      comment INTEGER,
      author TEXT
    ) STRICT;
    CREATE INDEX place_by_text ON place(text);
    CREATE VIRTUAL TABLE passage USING fts5(body, tokenize = 'unicode61 remove_diacritics 2');
    """,
    """
    ALTER TABLE page ADD COLUMN length INTEGER NOT NULL DEFAULT 0;
    UPDATE page SET length = size;
    """,
    """
    CREATE TABLE later(
      name INTEGER NOT NULL,
      owner INTEGER NOT NULL,
      PRIMARY KEY(name, owner)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX later_by_owner ON later(owner);
    """,
    """
    ALTER TABLE page ADD COLUMN kept INTEGER NOT NULL DEFAULT 0;
    UPDATE page SET kept = fetched;
    DROP INDEX page_by_time;
    CREATE INDEX page_by_time ON page(kept);
    """,
  ]
}
