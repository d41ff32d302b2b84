// swift-tools-version: 6.2
import PackageDescription

let nioCore = Target.Dependency.product(name: "NIOCore", package: "swift-nio")
let nioPosix = Target.Dependency.product(name: "NIOPosix", package: "swift-nio")
let nioSSL = Target.Dependency.product(name: "NIOSSL", package: "swift-nio-ssl")
let nioTLS = Target.Dependency.product(name: "NIOTLS", package: "swift-nio")
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let cryptoExtras = Target.Dependency.product(name: "CryptoExtras", package: "swift-crypto")
let argumentParser = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")
let mustache = Target.Dependency.product(name: "Mustache", package: "swift-mustache")
let hummingbird = Target.Dependency.product(name: "Hummingbird", package: "hummingbird")
let hummingbirdCore = Target.Dependency.product(name: "HummingbirdCore", package: "hummingbird")
let httpTypes = Target.Dependency.product(name: "HTTPTypes", package: "swift-http-types")
let bigInt = Target.Dependency.product(name: "BigInt", package: "BigInt")

let settings: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .treatAllWarnings(as: .error),
]

/// A library target: a folder of Sources, and whom it may import.
///
/// ARCHITECTURE.md draws the arrows.
func room(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: settings)
}

/// The tests of a room; `data` are files beside them that they read where they lie.
func tests(_ name: String, _ dependencies: [Target.Dependency] = [], data: [String] = []) -> Target {
  .testTarget(
    name: name + "Tests", dependencies: [.byName(name: name)] + dependencies, exclude: data, swiftSettings: settings)
}

let testTargets: [Target] = [
  tests("Model"),
  tests("OracleWire", [nioCore]),
  tests(
    "OracleClient", ["OracleWire", "OracleStandIn", "ChildProcess", nioCore, nioPosix, nioSSL],
    data: ["Parity/operations.py"]),
  tests("OracleSQL", ["Model"]),
  tests(
    "OracleStandIn", ["OracleWire", "OracleSQL", "OracleClient"],
    data: ["Published/orafce.sql", "Published/ivorysql.sql", "Published/documentation.sql", "JSON/paths.tsv"]),
  tests("PostgresClient", ["PostgresCluster"]),
  tests("ChildProcess"),
  tests("PostgresCluster"),
  tests("Workspace", [logging]),
  tests("ConfigurationImport", ["Workspace", "Model"]),
  tests("Catalog", ["OracleClient", "OracleStandIn", "OracleWire", "PostgresClient", "PostgresCluster", "Model"]),
  tests("Conversion", ["OracleSQL", "SchemaScript", "Model", "PostgresClient", "PostgresCluster"], data: ["Golden"]),
  tests("SchemaScript", ["OracleSQL", "Conversion", "Model"]),
  tests("Assessment", ["Conversion", "Model", "SchemaScript"]),
  tests("Ledger", ["PostgresClient", "PostgresCluster", "Model"]),
  tests(
    "Transfer",
    [
      "OracleWire", "OracleClient", "OracleStandIn", "PostgresClient", "PostgresCluster", "Ledger", "CharacterSets",
      "Model",
    ]),
  tests("CharacterSets"),
  tests("Canonical", ["OracleWire", "CharacterSets", "Model"]),
  tests(
    "Verification",
    [
      "OracleWire", "OracleClient", "OracleStandIn", "PostgresClient", "PostgresCluster", "Canonical", "Transfer",
      "Model",
    ]),
  tests("Migration", ["OracleClient", "OracleStandIn", "PostgresClient", "PostgresCluster", "Catalog", "Model"]),
  tests(
    "DataGeneration", ["OracleClient", "OracleStandIn", "PostgresClient", "PostgresCluster", "SampleSchema", "Model"]),
  tests("Tabular"),
  tests("TerminalDisplay"),
  tests("Reporting", ["Tabular", "Model", crypto]),
  tests(
    "Profiling", ["Catalog", "Conversion", "OracleClient", "OracleStandIn", "OracleWire", "SchemaScript", "Model"]),
  tests("LivePage", [nioCore, nioPosix, "ChildProcess"]),
  tests("Query", ["OracleWire"]),
  tests("SampleSchema", ["OracleSQL", "OracleStandIn"]),
  .testTarget(
    name: "EndToEndTests",
    dependencies: [
      "PostgresClient", "PostgresCluster", "ChildProcess", "OracleClient", "OracleWire", nioCore, nioPosix,
    ],
    swiftSettings: settings),
]

let chosenTests = Context.environment["ORAFERRY_DEV_TESTS"].map { names in
  testTargets.filter { names.split(separator: ",").contains(Substring($0.name)) }
}

let package = Package(
  name: "oraferry",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "oraferry", targets: ["oraferry"]),
    .library(name: "OracleClient", targets: ["OracleClient", "OracleWire"]),
    .library(name: "OracleStandIn", targets: ["OracleStandIn", "OracleSQL"]),
    .library(name: "PostgresClient", targets: ["PostgresClient"]),
    .library(name: "Transfer", targets: ["Transfer"]),
    .library(name: "Workspace", targets: ["Workspace"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
    .package(url: "https://github.com/apple/swift-nio-ssl", from: "2.37.6"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    .package(url: "https://github.com/attaswift/BigInt", from: "6.0.1"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
    .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
    .package(
      url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1", traits: ["FullFoundation"]),
  ],
  targets: [
    .systemLibrary(name: "CLibPQ", pkgConfig: "libpq", providers: [.apt(["libpq-dev"]), .brew(["libpq"])]),
    room("Model"),
    room("CharacterSets"),
    room("OracleWire", [nioCore, crypto, cryptoExtras, bigInt]),
    room("OracleClient", ["OracleWire", nioCore, nioPosix, nioTLS, nioSSL]),
    room("OracleSQL"),
    room("OracleStandIn", ["OracleWire", "OracleSQL", nioCore, nioPosix, nioSSL, bigInt, crypto]),
    room("PostgresClient", ["CLibPQ"]),
    .target(name: "CSpawn"),
    room("ChildProcess", ["CSpawn"]),
    room("PostgresCluster", ["ChildProcess"]),
    room("Workspace", ["OracleWire", logging]),
    room("Catalog", ["OracleClient", "OracleWire", "PostgresClient", "Model"]),
    room("Conversion", ["OracleSQL", "CharacterSets", "Model"]),
    room("SchemaScript", ["OracleSQL", "Model"]),
    room("ConfigurationImport", ["Workspace", "Conversion", "Model"]),
    room("Assessment", ["Conversion", "Model", "Reporting"]),
    room("Ledger", ["PostgresClient", "Model"]),
    room("Transfer", ["OracleClient", "OracleWire", "PostgresClient", "Ledger", "CharacterSets", "Model"]),
    room("Canonical", ["OracleWire", "CharacterSets"]),
    room("Verification", ["OracleClient", "OracleWire", "PostgresClient", "Canonical", "Ledger", "Model"]),
    room("SampleSchema"),
    room(
      "DataGeneration",
      ["Catalog", "OracleClient", "OracleSQL", "OracleWire", "PostgresClient", "SampleSchema", "Model"]),
    room("Tabular", ["Model"]),
    room("TerminalDisplay"),
    room("Reporting", ["Tabular", "Model", crypto, mustache]),
    room(
      "Profiling",
      ["Catalog", "Conversion", "Transfer", "Reporting", "Tabular", "OracleClient", "OracleWire", "Model"]),
    room("LivePage", ["Reporting", "Model", hummingbird, hummingbirdCore, httpTypes, nioCore, logging]),
    room("Query", ["OracleClient", "OracleWire", "PostgresClient", "Tabular"]),
    room(
      "Migration",
      [
        "Catalog", "Conversion", "Transfer", "Verification", "Ledger", "OracleClient", "OracleWire", "PostgresClient",
        "Model",
      ]),
    room(
      "Commands",
      [
        "Migration", "Catalog", "Workspace", "SampleSchema", "OracleStandIn", "OracleClient", "OracleWire",
        "PostgresClient",
        "PostgresCluster",
        "Verification", "Tabular", "Query", "Reporting", "DataGeneration", "Conversion", "SchemaScript", "Assessment",
        "Model", "ConfigurationImport", "LivePage", "Profiling", "TerminalDisplay",
        argumentParser,
        logging,
      ]),
    .executableTarget(name: "oraferry", dependencies: ["Commands"], swiftSettings: settings),
  ] + (chosenTests ?? testTargets)
)
