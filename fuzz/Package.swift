// swift-tools-version: 6.2
import PackageDescription

// Fuzzing of everything that reads bytes from outside. A package of its own: libFuzzer brings its own main, which would
// break the plain build. `make fuzz` and `make fuzz-short` build and run it.

let settings: [SwiftSetting] = [
  .swiftLanguageMode(.v6), .treatAllWarnings(as: .error), .unsafeFlags(["-parse-as-library"]),
]

/// A program that gives libFuzzer's inputs to one kind of reader.
func fuzzer(_ name: String) -> Target {
  .executableTarget(
    name: name,
    dependencies: [
      "FuzzSupport", .product(name: "OracleClient", package: "oraferry"),
      .product(name: "OracleStandIn", package: "oraferry"),
    ],
    swiftSettings: settings)
}

let package = Package(
  name: "fuzz",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "oraferry", path: "..")],
  targets: [
    .target(
      name: "FuzzSupport",
      dependencies: [
        .product(name: "OracleClient", package: "oraferry"), .product(name: "OracleStandIn", package: "oraferry"),
      ],
      swiftSettings: settings),
    fuzzer("FuzzPackets"), fuzzer("FuzzResponses"), fuzzer("FuzzRequests"), fuzzer("FuzzValues"), fuzzer("FuzzSQL"),
    fuzzer("FuzzJSON"), fuzzer("FuzzPatterns"),
  ]
)
