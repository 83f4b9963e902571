import Findings
import TrackingModel

extension Inspection {
  /// The inspection for machines.
  ///
  ///     { "sheets": [ { "sheet": "Sheet1", "index": 0, "state": "visible", "use": "form", "forms": [0] } ],
  ///       "hasAllForms": true,
  ///       "fields": { "forms[0].project.name": { "sheet": "Sheet1", "cells": ["B3"], "text": "…" } },
  ///       "cells": [ { "sheet": "Sheet1", "cell": "A3", "role": "label", "fields": [] } ],
  ///       "findings": [ { "rule": "form.note", "severity": "note", "sheet": "Sheet1", "cells": "A28", "field": null,
  ///         "message": "…" } ] }
  ///
  /// `fields` maps each path of the canonical JSON to where its value stands; one without a value has the text null and, where that is
  /// known, the cells in which it ought to stand; where `hasAllForms` is false, those of
  /// further forms are missing. `cells` has all non-empty cells of the sheets that were read.
  public func json(in language: Language) -> [UInt8] {
    var json = JSONText()
    json.object { json in
      json.key("sheets")
      json.array(of: sheets) { json, sheet in sheet.write(to: &json) }
      json.key("hasAllForms")
      json.boolean(hasAllForms)
      json.key("fields")
      json.object { writeFields(to: &$0) }
      json.key("cells")
      json.array { json in for sheet in sheets { sheet.writeCells(to: &json) } }
      json.key("findings")
      json.array(of: forms.flatMap(\.findings) + findings + (refusal.map { [$0.finding] } ?? [])) { json, finding in
        json.object {
          $0.member("rule", finding.rule.name)
          $0.member("severity", finding.severity.rawValue)
          $0.member("sheet", finding.place.sheet)
          $0.member("cells", finding.place.cells?.a1)
          $0.member("field", finding.place.field)
          $0.member("message", finding.message(in: language))
        }
      }
    }
    json.endLine()
    return json.bytes
  }

  private func writeFields(to json: inout JSONText) {
    for (number, form) in forms.enumerated() {
      for entry in FieldList(of: form).entries {
        json.key("forms[\(number)].\(entry.path)")
        json.object {
          $0.member("sheet", form.sources.sheet)
          $0.key("cells")
          $0.array(of: entry.cells) { $0.string($1.a1) }
          $0.member("text", entry.text)
        }
      }
    }
  }
}

extension InspectedSheet {
  fileprivate func write(to json: inout JSONText) {
    json.object {
      $0.member("sheet", sheet.info.name)
      $0.member("index", sheet.info.index)
      $0.member("state", sheet.info.state.rawValue)
      $0.member("use", use.rawValue)
      $0.key("forms")
      $0.array(of: forms) { $0.integer($1) }
    }
  }

  fileprivate func writeCells(to json: inout JSONText) {
    guard !roles.isEmpty else { return }
    for cell in sheet.cells {
      json.object {
        $0.member("sheet", sheet.info.name)
        $0.member("cell", cell.reference.a1)
        $0.member("role", roles[cell.reference]?.rawValue)
        $0.key("fields")
        $0.array(of: fields[cell.reference] ?? []) { $0.string($1) }
      }
    }
  }
}
