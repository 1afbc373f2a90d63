import Base
import Testing

@testable import IndexStore

@Suite("The sizes of the scorer")
struct NativeLayoutTests {
    @Test("are those of the definition")
    func fits() throws {
        try NativeLayout().check()
    }

    @Test(
        "are held against the definition",
        arguments: [
            ("fields", { $0.fields.append(5) }), ("fields", { $0.fields.reverse() }), ("facets", { $0.facets += 1 }),
            ("tiers", { $0.tiers.removeLast() }), ("kinds", { $0.kinds.append(8) }),
            ("kinds", { $0.kinds.append($0.kinds[0]) }),
        ] as [(String, @Sendable (inout NativeLayout) -> Void)])
    func differs(what: String, change: @Sendable (inout NativeLayout) -> Void) {
        var layout = NativeLayout()
        change(&layout)
        let error = #expect(throws: IndexStoreError.self) { try layout.check() }
        #expect(error?.kind == .internal)
        #expect(error?.message.contains("has \(what) that are") == true)
    }
}
