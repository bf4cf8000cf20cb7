// swift-tools-version: 6.3
import PackageDescription

// A package of its own, so that nobody who uses fangan fetches what only its benchmarks need.
let package = Package(
    name: "FanganBenchmarks",
    platforms: [.macOS(.v15)],
    dependencies: [
        .package(name: "fangan", path: ".."),
        // Without traits: the interposers that count allocations would be measured too.
        .package(url: "https://github.com/ordo-one/benchmark", from: "1.38.0", traits: []),
    ],
    targets: [
        .executableTarget(
            name: "Stages",
            dependencies: [
                .product(name: "Fangan", package: "fangan"), .product(name: "FanganStages", package: "fangan"),
                .product(name: "Benchmark", package: "benchmark"),
            ],
            path: "Benchmarks/Stages",
            swiftSettings: [.swiftLanguageMode(.v6)],
            plugins: [.plugin(name: "BenchmarkPlugin", package: "benchmark")]),
        // What no reader can be faster than, and ours beside it.
        .systemLibrary(name: "LimitXML", path: "Benchmarks/LimitXML", pkgConfig: "libxml-2.0"),
        .systemLibrary(name: "LimitZip", path: "Benchmarks/LimitZip", pkgConfig: "libzip"),
        .target(name: "CLimit", dependencies: ["LimitXML", "LimitZip"], path: "Benchmarks/CLimit"),
        .executableTarget(
            name: "Reading", dependencies: ["CLimit", .product(name: "FanganStages", package: "fangan")], path: "Benchmarks/Reading",
            swiftSettings: [.swiftLanguageMode(.v6)]),
    ]
)
