import DocumentModel
import DocumentParsing

/// One form in which lists of posts come as JSON: how it is recognised, and where in it what stands.
///
/// The counterpart of `JSONSystem` for what leads to discussions. A further one is a further value;
/// only what no path can say needs code (`adjust`).
package struct JSONListing: Sendable {
  /// What the outermost value must hold: all paths of one row.
  let signs: [JSONSign]
  /// Where the list's own title is.
  var title: [JSONPath] = []
  /// The title of a list that has none of its own, by what it holds; nil where that tells nothing.
  var heading: (@Sendable (JSONValue) -> String?)?
  /// Steps of the address that tell nothing of what the list holds, such as those of an interface.
  var emptySteps: Set<String> = []
  /// The arrays that hold the entries; all that are there are read, in this order.
  let entries: [JSONPath]
  /// Where the parts of an entry are.
  let fields: JSONEntryFields
  /// How the next page is named.
  var next: JSONNextPage?
  /// Where the system lives, for relative addresses in a source whose own is not known.
  var site: String?
  /// Whether its interface is on another host than its pages, which relative addresses lead to.
  var isElsewhere = false
  /// What else is known of an entry that no path can say.
  var adjust: (@Sendable (JSONValue, inout JSONEntry) -> Void)?
}

/// Where the parts of an entry stand, each by the paths that may lead to it, best first.
package struct JSONEntryFields: Sendable {
  var id: [JSONPath] = []
  /// The title, in one of these forms; of an entry without one, the beginning of its `text`.
  var title: [JSONBody] = []
  var article: [JSONAddress] = []
  var discussion: [JSONAddress] = []
  var comments: [JSONPath] = []
  /// How many of those counted under `comments` are not comments, such as the post itself.
  var postsAmongComments = 0
  var score: [JSONPath] = []
  var author: [JSONPath] = []
  /// The author's id, and where names stand by their ids; used where `author` leads to nothing.
  var authorByID: JSONLookup?
  var date: [JSONPath] = []
  /// The site that the article is on.
  var site: [JSONPath] = []
  /// What is said in a few words.
  var tags: [JSONBadge] = []
  /// Arrays of strings, or of objects that have a name.
  var tagLists: [JSONPath] = []
  /// The text, or a summary of it.
  var text: [JSONBody] = []
  /// A feed of the comments.
  var feed: [JSONAddress] = []
}

/// A value that an entry names by an id and that stands elsewhere, once for all entries.
package struct JSONLookup: Sendable {
  /// The id, from the entry.
  let id: JSONPath
  /// The array of objects that have the ids.
  let table: JSONPath
  /// An object's own id.
  let key: JSONPath
  /// What is looked for, from the object.
  let value: JSONPath
}

/// An entry as a JSON source gives it.
package struct JSONEntry: Sendable {
  /// The parts that every listing has.
  var parts: ListingEntry
  /// Whether to leave it out: it is no post.
  var isLeftOut = false
}
