// swift-tools-version:6.2
import PackageDescription

/// Every target of Banua is held to the same rules. Tools/test sets BANUA_STRICT, so that a warning fails the tests but never a user's build.
var strict: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
]
if Context.environment["BANUA_STRICT"] != nil {
    strict.append(.treatAllWarnings(as: .error))
}

let argumentParser: Target.Dependency = .product(name: "ArgumentParser", package: "swift-argument-parser")
let grdb: Target.Dependency = .product(name: "GRDB", package: "GRDB.swift")

/// A library of ours: `Sources/NAME`, with its tests in `Tests/NAMETests`.
func library(_ name: String, _ dependencies: [Target.Dependency] = [], tests: [Target.Dependency] = []) -> [Target] {
    [
        .target(name: name, dependencies: dependencies, swiftSettings: strict),
        .testTarget(
            name: "\(name)Tests", dependencies: [.init(stringLiteral: name), "TestSupport"] + dependencies + tests,
            exclude: [], resources: [.copy("Fixtures")], swiftSettings: strict),
    ]
}

func tool(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
    .executableTarget(name: name, dependencies: dependencies + [argumentParser], path: "Tools/\(name)", swiftSettings: strict)
}

let package = Package(
    name: "banua",
    platforms: [.macOS(.v15)],
    products: [
        .executable(name: "banua", targets: ["banua"]),
        .executable(name: "banua-rebuild", targets: ["banua-rebuild"]),
        .executable(name: "banua-bench", targets: ["banua-bench"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    ],
    targets: [
        .systemLibrary(name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),
        .systemLibrary(name: "CPROJ", pkgConfig: "proj", providers: [.apt(["libproj-dev"])]),
        .target(name: "CRanking", linkerSettings: [.linkedLibrary("sqlite3"), .linkedLibrary("m")]),
        .target(
            name: "IndexDefinition", path: "Index",
            resources: [.copy("Schema"), .copy("Analyzers"), .copy("Packages"), .copy("ranking.json")], swiftSettings: strict),
        .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: strict),
        tool("banua", ["Search", "Importing", "Catalog", "Projection", "Geo"]),
        tool("banua-rebuild", ["Indexing", "IndexStore", "Catalog"]),
        tool("banua-bench", ["Search", "Indexing", "IndexStore", "Geo"]),
    ]
        + library("Geo")
        + library("Projection", ["Geo", "CPROJ"])
        + library("TextAnalysis", tests: ["IndexDefinition"])
        + library("QueryLanguage", ["Geo"])
        + library("Catalog", ["Geo", grdb])
        + library("Importing", ["Catalog", "Projection", "Geo", "TextAnalysis"])
        + library("IndexStore", ["CSQLite", "CRanking", "IndexDefinition", "Geo", .product(name: "Crypto", package: "swift-crypto")])
        + library("Indexing", ["IndexStore", "Catalog", "TextAnalysis", "IndexDefinition", "Geo"])
        + library("Search", ["IndexStore", "QueryLanguage", "TextAnalysis", "IndexDefinition", "Projection", "Geo"], tests: ["Indexing", "Catalog", "Importing"])
)
