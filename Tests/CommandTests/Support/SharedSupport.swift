// What test targets have in common, for every file of this one.
@_exported import TestSupport
