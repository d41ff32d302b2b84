import OracleSQL
import OracleWire

/// A materialised view: its rows are those of a table of the same name, its container.
///
/// They are made with it and never refreshed.
struct MaterializedView {
  var name: QualifiedName
  var objectNumber: UInt32
  /// The query.
  var text: String
  var buildsImmediately: Bool
  /// ON PREBUILT TABLE: the container was there before, and stays when the view is dropped.
  var isPrebuilt: Bool
  var refresh: CreateMaterializedView.Refresh?
  /// NEXT's text: the clock refreshes it.
  var next: String?
  var isUpdatable: Bool
  var rewrites: Bool
  var created: OracleTimestamp
  var comment: String?

  /// REFRESH_MODE of the dictionary.
  var mode: String {
    if refresh?.isNever == true { return "NEVER" }
    switch refresh?.moment {
    case .onCommit: return "COMMIT"
    case .onStatement: return "STATEMENT"
    case .onDemand, nil: return "DEMAND"
    }
  }

  /// REFRESH_METHOD of the dictionary.
  var method: String {
    refresh?.isNever == true ? "NEVER" : refresh?.method?.rawValue ?? "FORCE"
  }
}
