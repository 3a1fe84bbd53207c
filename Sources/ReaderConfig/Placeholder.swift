/// Where this module's code goes.
enum Placeholder {}
