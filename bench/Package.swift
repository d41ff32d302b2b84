// swift-tools-version: 6.2
import PackageDescription

// Benchmarks of the library by itself. A package of its own, so that the product doesn't carry them; `make bench` runs
// them.

let client = Target.Dependency.product(name: "OracleClient", package: "oraferry")
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let settings: [SwiftSetting] = [.swiftLanguageMode(.v6), .treatAllWarnings(as: .error)]

let package = Package(
  name: "bench",
  platforms: [.macOS(.v15)],
  dependencies: [
    .package(name: "oraferry", path: ".."),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
  ],
  targets: [
    .target(name: "BenchSupport", dependencies: [client], swiftSettings: settings),
    .executableTarget(name: "FetchBench", dependencies: [client, "BenchSupport"], swiftSettings: settings),
    .executableTarget(
      name: "ParseBench", dependencies: [.product(name: "OracleStandIn", package: "oraferry"), "BenchSupport"],
      swiftSettings: settings),
    .executableTarget(
      name: "TranscodeBench", dependencies: [.product(name: "Transfer", package: "oraferry")], swiftSettings: settings),
    .executableTarget(name: "LOBBench", dependencies: [client, crypto, "BenchSupport"], swiftSettings: settings),
  ]
)
