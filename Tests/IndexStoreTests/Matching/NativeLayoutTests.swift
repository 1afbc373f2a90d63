import Base
import Testing

@testable import IndexStore

@Suite("The sizes of the scorer")
struct NativeLayoutTests {
    @Test("are those of the definition")
    func fits() throws {
        try NativeLayout().check()
    }

    private static let changes: [(String, @Sendable (inout NativeLayout) -> Void)] = [
        ("fields", { @Sendable in $0.fields.append(5) }), ("fields", { @Sendable in $0.fields.reverse() }),
        ("facets", { @Sendable in $0.facets += 1 }), ("tiers", { @Sendable in $0.tiers.removeLast() }),
        ("kinds", { @Sendable in $0.kinds.append(8) }), ("kinds", { @Sendable in $0.kinds.append($0.kinds[0]) }),
    ]

    @Test("are held against the definition", arguments: changes.indices)
    func differs(index: Int) {
        let (what, change) = Self.changes[index]
        var layout = NativeLayout()
        change(&layout)
        let error = #expect(throws: IndexStoreError.self) { try layout.check() }
        #expect(error?.kind == .internal)
        #expect(error?.message.contains("has \(what) that are") == true)
    }
}
