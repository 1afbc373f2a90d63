// swift-tools-version:6.2
import PackageDescription

/// Every target of Banua is held to the same rules.
///
/// Tools/test sets BANUA_STRICT, so that a warning fails the tests but never a user's build.
let strict: [SwiftSetting] =
    [
        .swiftLanguageMode(.v6), .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("MemberImportVisibility"),
        .unsafeFlags(["-cross-module-optimization"], .when(configuration: .release)),
    ]
    + (Context.environment["BANUA_STRICT"] == nil ? [] : [.treatAllWarnings(as: .error)])

let argumentParser: Target.Dependency = .product(name: "ArgumentParser", package: "swift-argument-parser")
let crypto: Target.Dependency = .product(name: "Crypto", package: "swift-crypto")
let grdb: Target.Dependency = .product(name: "GRDB", package: "GRDB.swift")
let web: [Target.Dependency] = [
    .product(name: "Configuration", package: "swift-configuration"),
    .product(name: "CoreMetrics", package: "swift-metrics"),
    .product(name: "HTTPTypes", package: "swift-http-types"), .product(name: "Hummingbird", package: "hummingbird"),
    .product(name: "HummingbirdCore", package: "hummingbird"),
    .product(name: "Logging", package: "swift-log"), .product(name: "Metrics", package: "swift-metrics"),
    .product(name: "Mustache", package: "swift-mustache"),
    .product(name: "NIOCore", package: "swift-nio"), .product(name: "NIOHTTP1", package: "swift-nio"),
    .product(name: "NIOHTTPTypes", package: "swift-nio-extras"),
    .product(name: "NIOHTTPTypesHTTP1", package: "swift-nio-extras"),
    .product(name: "NIOPosix", package: "swift-nio"),
    .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
    .product(name: "SystemPackage", package: "swift-system"),
    .product(name: "UnixSignals", package: "swift-service-lifecycle"),
]

/// A library of ours: `Sources/NAME`, with its tests in `Tests/NAMETests`.
func library(
    _ name: String, _ dependencies: [Target.Dependency] = [], resources: [Resource] = [],
    tests: [Target.Dependency] = []
)
    -> [Target]
{
    [
        .target(name: name, dependencies: dependencies, resources: resources, swiftSettings: strict),
        .testTarget(
            name: "\(name)Tests", dependencies: [.init(stringLiteral: name), "TestSupport"] + dependencies + tests,
            resources: [.copy("Fixtures")], swiftSettings: strict),
    ]
}

func tool(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
    .executableTarget(
        name: name, dependencies: dependencies + [argumentParser], path: "Tools/\(name)", swiftSettings: strict)
}

let package = Package(
    name: "banua",
    platforms: [.macOS(.v15)],
    products: [
        .executable(name: "banua", targets: ["banua"]),
        .executable(name: "banua-rebuild", targets: ["banua-rebuild"]),
        .executable(name: "banua-bench", targets: ["banua-bench"]),
        .executable(name: "banua-floor", targets: ["banua-floor"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-configuration", from: "1.4.0", traits: ["JSON"]),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/apple/swift-metrics", from: "2.13.0"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
        .package(url: "https://github.com/apple/swift-nio-extras", from: "1.20.0"),
        .package(url: "https://github.com/apple/swift-system", from: "1.8.1"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
    ],
    targets: [
        .systemLibrary(name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),
        .systemLibrary(name: "CPROJ", pkgConfig: "proj", providers: [.apt(["libproj-dev"])]),
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
        .target(
            name: "CFloor", path: "Tools/CFloor", linkerSettings: [.linkedLibrary("sqlite3"), .linkedLibrary("m")]),
        .target(name: "CRanking", linkerSettings: [.linkedLibrary("sqlite3"), .linkedLibrary("m")]),
        .target(
            name: "IndexDefinition", dependencies: ["Base"], path: "Index",
            resources: [
                .copy("Schema"), .copy("Analyzers"), .copy("Packages"), .copy("ranking.json"), .copy("facts.tsv"),
                .copy("fact-values.tsv"), .copy("comparators.tsv"), .copy("number-units.tsv"), .copy("ovop-rules.tsv"),
                .copy("ovop-words.tsv"), .copy("ovop-groups.tsv"),
            ],
            swiftSettings: strict),
        .target(
            name: "TestSupport", dependencies: ["Gazetteer", "Geo"], path: "Tests/TestSupport", swiftSettings: strict),
        tool(
            "banua",
            [
                "Base", "CommandSupport", "JSON", "SearchService", "Search", "IndexStore", "IndexDefinition",
                "Importing", "Catalog", "Gazetteer", "Projection", "Geo",
                .product(name: "Logging", package: "swift-log"),
            ]),
        tool("banua-rebuild", ["Base", "CommandSupport", "Indexing", "IndexStore", "IndexDefinition", "Catalog"]),
        tool(
            "banua-floor",
            [.product(name: "Hummingbird", package: "hummingbird"), .product(name: "Logging", package: "swift-log")]),
        tool(
            "banua-bench",
            [
                "Base", "CommandSupport", "JSON", "CFloor", "TestSupport", "Search", "Indexing", "IndexStore",
                "IndexDefinition", "Catalog", "Gazetteer", "Projection",
                "Geo", crypto,
            ]),
    ]
        + library("Base")
        + library("JSON")
        + library("CommandSupport", ["Base", "IndexDefinition", argumentParser])
        + library("Geo", ["JSON"])
        + library("Projection", ["Base", "Geo", "CPROJ"])
        + library("TextAnalysis", ["Base"], tests: ["IndexDefinition"])
        + library("QueryLanguage", ["Base"])
        + library("Gazetteer", ["Base", "Geo", "TextAnalysis"], tests: ["IndexDefinition"])
        + library("Catalog", ["Base", "JSON", "Geo", "Gazetteer", "IndexDefinition", grdb])
        + library(
            "Importing",
            ["Base", "JSON", "Catalog", "Projection", "Geo", "Gazetteer", "TextAnalysis", "CSQLite", crypto],
            tests: ["IndexDefinition"])
        + library(
            "IndexStore",
            ["Base", "JSON", "CSQLite", "CRanking", "IndexDefinition", "Gazetteer", "TextAnalysis", "Geo", crypto])
        + library(
            "Indexing",
            ["Base", "JSON", "IndexStore", "Catalog", "Gazetteer", "TextAnalysis", "IndexDefinition", "Geo"])
        + library(
            "Search",
            [
                "Base", "JSON", "IndexStore", "QueryLanguage", "Gazetteer", "TextAnalysis", "IndexDefinition",
                "Projection",
                "Geo",
            ],
            tests: ["Indexing", "Catalog", "Importing"])
        + library(
            "SearchService",
            ["Base", "JSON", "Search", "IndexStore", "IndexDefinition", "Gazetteer", "Projection", "Geo", "CZlib"]
                + web,
            resources: [
                .copy("Site/Static"), .copy("Site/Templates"), .copy("Site/Strings"), .copy("Site/Languages.json"),
                .copy("Features/Schemas.json"),
            ],
            tests: [
                "Indexing", "Catalog", "Importing",
                .product(name: "HummingbirdTesting", package: "hummingbird"),
                .product(name: "NIOEmbedded", package: "swift-nio"),
            ])
)
