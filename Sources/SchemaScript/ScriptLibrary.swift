/// Finds the scripts that scripts include.
public struct ScriptLibrary: Sendable {
  /// Where a script that another one names is looked for.
  public enum Place: Sendable, Hashable {
    /// `@@file`: beside the script of this name.
    case beside(String)
    /// `@file`: in the current folder, else beside the script of this name.
    case anywhere(String)
  }

  /// The script of a path, which may lack its ending `.sql`; nil when there is none.
  public var script: @Sendable (String, Place) -> ScriptSource?

  init(_ script: @escaping @Sendable (String, Place) -> ScriptSource?) { self.script = script }

  /// Holds no script.
  public static let empty = ScriptLibrary { _, _ in nil }

  /// Scripts in folders.
  ///
  /// - Parameter read: the file of a path, nil when it cannot be read.
  public static func files(_ read: @escaping @Sendable (String) -> ScriptSource?) -> ScriptLibrary {
    ScriptLibrary { written, place in
      let file = written.split(separator: "/").last ?? ""
      let path = file.contains(".") ? written : written + ".sql"
      guard !path.hasPrefix("/") else { return read(path) }
      switch place {
      case .beside(let script): return read(Self.folder(of: script) + path)
      case .anywhere(let script): return read(path) ?? read(Self.folder(of: script) + path)
      }
    }
  }

  private static func folder(of script: String) -> String {
    script.lastIndex(of: "/").map { String(script[...$0]) } ?? ""
  }
}
