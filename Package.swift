// swift-tools-version: 6.2
import PackageDescription

let nioCore = Target.Dependency.product(name: "NIOCore", package: "swift-nio")
let nioPosix = Target.Dependency.product(name: "NIOPosix", package: "swift-nio")
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let cryptoExtras = Target.Dependency.product(name: "CryptoExtras", package: "swift-crypto")
let argumentParser = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")
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

func tests(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .testTarget(name: name + "Tests", dependencies: [.byName(name: name)] + dependencies, swiftSettings: settings)
}

let testTargets: [Target] = [
  tests("Model"),
  tests("OracleWire", [nioCore]),
  tests("OracleClient", ["OracleWire", "OracleStandIn", nioCore, nioPosix]),
  tests("OracleSQL", ["Model"]),
  tests("OracleStandIn", ["OracleWire", "OracleSQL", "OracleClient"]),
  tests("PostgresClient", ["PostgresCluster"]),
  tests("PostgresCluster"),
  tests("Workspace", [logging]),
  tests("Catalog", ["OracleClient", "OracleStandIn", "OracleWire", "PostgresClient", "PostgresCluster", "Model"]),
  tests("Conversion", ["OracleSQL", "Model", "PostgresClient", "PostgresCluster"]),
  tests("Ledger", ["PostgresClient", "PostgresCluster", "Model"]),
  tests(
    "Transfer", ["OracleWire", "OracleClient", "OracleStandIn", "PostgresClient", "PostgresCluster", "Ledger", "Model"]),
  tests("Canonical", ["OracleWire", "Model"]),
  tests(
    "Verification",
    [
      "OracleWire", "OracleClient", "OracleStandIn", "PostgresClient", "PostgresCluster", "Canonical", "Transfer",
      "Model",
    ]),
  tests("DataGeneration", ["OracleClient", "OracleStandIn", "SampleSchema"]),
  tests("Tabular"),
  tests("Reporting", ["Tabular", "Model"]),
  tests("Query", ["OracleWire"]),
  tests("SampleSchema", ["OracleSQL", "OracleStandIn"]),
  .testTarget(
    name: "EndToEndTests",
    dependencies: ["PostgresClient", "PostgresCluster", "OracleClient", "OracleWire", nioCore, nioPosix],
    swiftSettings: settings),
]

let chosenTests = Context.environment["ORAFERRY_DEV_TESTS"].map { only in testTargets.filter { $0.name == only } }

let package = Package(
  name: "oraferry",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "oraferry", targets: ["oraferry"]),
    .library(name: "OracleClient", targets: ["OracleClient", "OracleWire"]),
    .library(name: "PostgresClient", targets: ["PostgresClient"]),
    .library(name: "Workspace", targets: ["Workspace"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    .package(url: "https://github.com/attaswift/BigInt", from: "6.0.1"),
  ],
  targets: [
    .systemLibrary(name: "CLibPQ", pkgConfig: "libpq", providers: [.apt(["libpq-dev"]), .brew(["libpq"])]),
    room("Model"),
    room("OracleWire", [nioCore, crypto, cryptoExtras]),
    room("OracleClient", ["OracleWire", nioCore, nioPosix]),
    room("OracleSQL"),
    room("OracleStandIn", ["OracleWire", "OracleSQL", nioCore, nioPosix, bigInt, crypto]),
    room("PostgresClient", ["CLibPQ"]),
    room("PostgresCluster"),
    room("Workspace", [logging]),
    room("Catalog", ["OracleClient", "OracleWire", "PostgresClient", "Model"]),
    room("Conversion", ["OracleSQL", "Model"]),
    room("Ledger", ["PostgresClient", "Model"]),
    room("Transfer", ["OracleClient", "OracleWire", "PostgresClient", "Ledger", "Model"]),
    room("Canonical", ["OracleWire"]),
    room("Verification", ["OracleClient", "OracleWire", "PostgresClient", "Canonical", "Model"]),
    room("SampleSchema"),
    room("DataGeneration", ["OracleClient", "OracleWire", "PostgresClient", "SampleSchema"]),
    room("Tabular", ["Model"]),
    room("Reporting", ["Tabular", "Model"]),
    room("Query", ["OracleClient", "OracleWire", "PostgresClient", "Tabular"]),
    room(
      "Migration",
      ["Catalog", "Conversion", "Transfer", "Ledger", "OracleClient", "OracleWire", "PostgresClient", "Model"]),
    room(
      "Commands",
      [
        "Migration", "Catalog", "Workspace", "SampleSchema", "OracleStandIn", "OracleClient", "OracleWire",
        "PostgresClient",
        "PostgresCluster",
        "Verification", "Tabular", "Query", "Reporting", "DataGeneration", "Conversion", "Model", argumentParser,
        logging,
      ]),
    .executableTarget(name: "oraferry", dependencies: ["Commands"], swiftSettings: settings),
  ] + (chosenTests ?? testTargets)
)
