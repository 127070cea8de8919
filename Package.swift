// swift-tools-version: 6.2
import PackageDescription

/// Every target is held to the same bar: Swift 6 language mode, no warning left standing.
let strict: [SwiftSetting] = [
    .treatAllWarnings(as: .error),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
]

/// Targets that touch C or raw memory also say so at every unsafe use.
let strictMemory = strict + [.strictMemorySafety()]

let package = Package(
    name: "tieout",
    platforms: [.macOS(.v15)],
    products: [.executable(name: "tieout", targets: ["tieout"])],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    ],
    targets: [
        .systemLibrary(name: "CZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"]), .brew(["libzip"])]),
        .systemLibrary(name: "CIgzip", pkgConfig: "libisal", providers: [.apt(["libisal-dev"]), .brew(["isa-l"])]),
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]),
        .systemLibrary(name: "CFreeXL", pkgConfig: "freexl", providers: [.apt(["libfreexl-dev"]), .brew(["freexl"])]),
        .systemLibrary(
            name: "CXlsxWriter", pkgConfig: "xlsxwriter",
            providers: [.apt(["libxlsxwriter-dev"]), .brew(["libxlsxwriter"])]),

        .target(name: "WideScan"),
        // Packs for libxlsxwriter and libzip, who know nothing of it: it need only be in the program.
        .target(name: "PackFaster", dependencies: ["CIgzip"]),

        .systemLibrary(name: "CHeap"),

        .target(name: "Books", swiftSettings: strict),
        .target(
            name: "WorkbookReader",
            dependencies: [
                "CZip", "CIgzip", "CZlib", "CFreeXL", "WideScan", .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "CryptoExtras", package: "swift-crypto"),
            ], swiftSettings: strictMemory),
        .target(name: "Intake", dependencies: ["Books", "WorkbookReader"], swiftSettings: strict),
        .target(
            name: "Reconciler",
            dependencies: ["Books", .product(name: "Crypto", package: "swift-crypto")], swiftSettings: strict),
        .target(name: "WorkbookWriter", dependencies: ["CXlsxWriter", "PackFaster"], swiftSettings: strictMemory),
        .target(name: "WorkbookEditor", dependencies: ["CZip", "PackFaster"], swiftSettings: strictMemory),
        .target(
            name: "Reports", dependencies: ["Books", "Reconciler", "WorkbookEditor", "WorkbookWriter"],
            swiftSettings: strict),
        .target(
            name: "Archive",
            dependencies: [
                "Books", .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "Crypto", package: "swift-crypto"),
            ], swiftSettings: strict),
        .executableTarget(
            name: "tieout",
            dependencies: [
                "Books", "CHeap", "WorkbookReader", "Intake", "Reconciler", "WorkbookWriter", "WorkbookEditor",
                "Reports", "Archive",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ], swiftSettings: strict),

        .testTarget(name: "BooksTests", dependencies: ["Books"], swiftSettings: strict),
        .testTarget(
            name: "WorkbookReaderTests", dependencies: ["WorkbookReader", "CZip"], exclude: ["Fixtures"],
            swiftSettings: strict),
        .testTarget(
            name: "IntakeTests", dependencies: ["Books", "Intake", "WorkbookReader", "WorkbookWriter"],
            swiftSettings: strict),
        .testTarget(name: "ReconcilerTests", dependencies: ["Books", "Reconciler"], swiftSettings: strict),
        .testTarget(name: "WideScanTests", dependencies: ["WideScan"], swiftSettings: strict),
        .testTarget(name: "PackFasterTests", dependencies: ["PackFaster"], swiftSettings: strict),
        .testTarget(
            name: "WorkbookWriterTests", dependencies: ["WorkbookWriter", "WorkbookReader"], swiftSettings: strict),
        .testTarget(
            name: "WorkbookEditorTests", dependencies: ["WorkbookEditor", "WorkbookReader"], swiftSettings: strict),
        .testTarget(
            name: "ReportsTests", dependencies: ["Books", "Reconciler", "Reports", "WorkbookReader", "WorkbookWriter"],
            swiftSettings: strict),
        .testTarget(
            name: "ArchiveTests", dependencies: ["Archive", "Books", .product(name: "GRDB", package: "GRDB.swift")],
            swiftSettings: strict),
        .testTarget(
            name: "EndToEndTests", dependencies: ["Books", "Intake", "WorkbookReader", "WorkbookWriter"],
            swiftSettings: strict),
    ],
    swiftLanguageModes: [.v6]
)
