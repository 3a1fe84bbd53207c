/// A message for the message line of the reader.
struct Note {
  let text: String
  var isWarning = false
}
