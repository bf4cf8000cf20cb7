// swift-tools-version: 6.3
import PackageDescription

let swift6: [SwiftSetting] = [.swiftLanguageMode(.v6)]

let package = Package(
    name: "fangan",
    platforms: [.macOS(.v15)],
    products: [
        .library(name: "Fangan", targets: ["Fangan"]),
        // The stages one by one, for programs that need only some of them.
        .library(name: "FanganStages", targets: ["FanganText", "FanganReaders", "FanganOutline", "FanganFindings", "FanganUnits", "FanganGraph", "FanganRevision", "FanganComparison", "FanganLint", "FanganExport", "FanganStore"]),
        .executable(name: "fangan", targets: ["FanganCommand"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.0"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
    ],
    targets: [
        .systemLibrary(name: "CICUSystem", pkgConfig: "icu-uc icu-i18n", providers: [.apt(["libicu-dev"]), .brew(["icu4c"])]),
        .target(name: "CICU", dependencies: ["CICUSystem"]),
        .systemLibrary(name: "CXMLSystem", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"]), .brew(["libxml2"])]),
        .target(name: "CXML", dependencies: ["CXMLSystem"]),
        .systemLibrary(name: "CZipSystem", pkgConfig: "libzip", providers: [.apt(["libzip-dev"]), .brew(["libzip"])]),
        .target(name: "CZip", dependencies: ["CZipSystem"]),
        .systemLibrary(name: "CXlsxSystem", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"]), .brew(["libxlsxwriter"])]),
        .target(name: "CXlsx", dependencies: ["CXlsxSystem"]),
        .target(name: "FanganText", swiftSettings: swift6),
        .target(name: "CReaderData"),
        .target(name: "FanganReaders", dependencies: ["FanganText", "CICU", "CXML", "CZip", "CReaderData", .product(name: "Crypto", package: "swift-crypto")], exclude: ["Resources"], swiftSettings: swift6),
        .target(name: "COutlineData"),
        .target(name: "FanganOutline", dependencies: ["FanganText", "COutlineData"], exclude: ["Resources"], swiftSettings: swift6),
        .target(name: "CFindingData"),
        .target(name: "FanganFindings", dependencies: ["FanganText", "FanganOutline", "CFindingData"], exclude: ["Resources"], swiftSettings: swift6),
        .target(name: "CUnitData"),
        .target(name: "FanganUnits", dependencies: ["FanganText", "CUnitData"], exclude: ["Resources"], swiftSettings: swift6),
        .target(name: "FanganGraph", dependencies: ["FanganText", "FanganOutline", "FanganFindings", "FanganUnits", .product(name: "Crypto", package: "swift-crypto")], swiftSettings: swift6),
        .target(name: "FanganRevision", dependencies: ["FanganText", "FanganGraph"], swiftSettings: swift6),
        .target(name: "CComparisonData"),
        .target(name: "FanganComparison", dependencies: ["FanganGraph", "FanganRevision", "CComparisonData"], exclude: ["Resources"], swiftSettings: swift6),
        .target(name: "CLintData"),
        .target(name: "FanganLint", dependencies: ["FanganText", "FanganGraph", "CLintData"], exclude: ["Resources"], swiftSettings: swift6),
        .target(name: "CSchemas"),
        .target(name: "CReportData"),
        .target(name: "FanganExport", dependencies: ["FanganText", "FanganUnits", "FanganGraph", "FanganRevision", "FanganComparison", "FanganLint", "CSchemas", "CXlsx", "CReportData", .product(name: "Mustache", package: "swift-mustache"), .product(name: "Crypto", package: "swift-crypto")], exclude: ["Resources"], swiftSettings: swift6),
        .target(name: "FanganStore", dependencies: ["FanganText", "FanganGraph", "FanganExport", .product(name: "GRDB", package: "GRDB.swift"), .product(name: "GRDBSQLite", package: "GRDB.swift")], swiftSettings: swift6),
        .target(name: "Fangan", dependencies: ["FanganText", "FanganReaders", "FanganOutline", "FanganFindings", "FanganUnits", "FanganGraph", "FanganRevision", "FanganComparison", "FanganLint", "FanganExport", .product(name: "Crypto", package: "swift-crypto")], swiftSettings: swift6),
        .target(name: "CMachine"),
        .executableTarget(name: "FanganCommand", dependencies: ["CMachine", "Fangan", "FanganGraph", "FanganUnits", "FanganExport", "FanganStore", "FanganRevision", "FanganComparison", "FanganLint", .product(name: "ArgumentParser", package: "swift-argument-parser")], swiftSettings: swift6),
        // What tests of several targets need: documents from lines, folders, writers of web pages and Word files.
        .target(name: "FanganFixtures", dependencies: ["FanganText"], path: "Tests/FanganFixtures", swiftSettings: swift6),
        .testTarget(name: "FanganTextTests", dependencies: ["FanganText"], swiftSettings: swift6),
        .testTarget(name: "FanganReadersTests", dependencies: ["FanganReaders", "FanganFixtures", "CReaderData"], swiftSettings: swift6),
        .testTarget(name: "FanganOutlineTests", dependencies: ["FanganOutline", "FanganText"], swiftSettings: swift6),
        .testTarget(name: "FanganFindingsTests", dependencies: ["FanganFindings", "FanganUnits", "CFindingData", "FanganFixtures"], exclude: ["Tables"], swiftSettings: swift6),
        .testTarget(name: "FanganUnitsTests", dependencies: ["FanganUnits"], exclude: ["Tables"], swiftSettings: swift6),
        .testTarget(name: "FanganGraphTests", dependencies: ["FanganGraph", "FanganFindings", "FanganOutline", "FanganText", "FanganUnits", "FanganFixtures"], swiftSettings: swift6),
        .testTarget(name: "FanganRevisionTests", dependencies: ["Fangan", "FanganRevision", "FanganGraph", "FanganText"], swiftSettings: swift6),
        .testTarget(name: "FanganComparisonTests", dependencies: ["Fangan", "FanganComparison", "FanganExport", "FanganGraph", "FanganText"], exclude: ["AnnotatedPairs.tsv", "Development", "Lists"], swiftSettings: swift6),
        .testTarget(name: "FanganLintTests", dependencies: ["FanganLint", "FanganGraph", "FanganFindings", "FanganOutline", "FanganText", "FanganUnits", "CLintData", "FanganFixtures"], swiftSettings: swift6),
        .testTarget(name: "FanganExportTests", dependencies: ["FanganExport", "FanganGraph", "FanganLint", "FanganRevision", "FanganText", "FanganFixtures"], swiftSettings: swift6),
        .testTarget(name: "FanganStoreTests", dependencies: ["Fangan", "FanganStore", "FanganExport", "FanganGraph", "FanganText", .product(name: "GRDB", package: "GRDB.swift")], swiftSettings: swift6),
        .testTarget(name: "FanganTests", dependencies: ["Fangan", "FanganCommand", "FanganExport", "FanganGraph", "FanganText", "FanganReaders", "FanganFixtures"], swiftSettings: swift6),
    ]
)
