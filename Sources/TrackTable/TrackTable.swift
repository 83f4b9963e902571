// What an embedding program needs, by one import. Each module says in its own files what of it is public.
@_exported import Checking
@_exported import Conversion
@_exported import Findings
@_exported import Publishing
@_exported import Recognition
@_exported import Spreadsheet
@_exported import TrackingModel
