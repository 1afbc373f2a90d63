/// The tokens of a text where they stand: nothing is copied, and no string is made of any.
///
///     Tokenizer.withTokens(of: bytes) { tokens in tokens.indices.filter { tokens[$0].elementsEqual("purun".utf8) } }
///
/// Good for as long as the call lasts that hands it over.
package struct FoldedTokens {
    @usableFromInline
    struct Span {
        @usableFromInline let range: Range<Int>
        @usableFromInline let folded: Range<Int>
    }

    @usableFromInline let spans: UnsafeMutableBufferPointer<Span>
    @usableFromInline let bytes: UnsafeMutableBufferPointer<UInt8>

    init(spans: UnsafeMutableBufferPointer<Span>, bytes: UnsafeMutableBufferPointer<UInt8>) {
        self.spans = spans
        self.bytes = bytes
    }

    @inlinable package var indices: Range<Int> { spans.indices }

    /// The folded word in UTF-8; never empty.
    @inlinable package subscript(_ index: Int) -> UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(rebasing: bytes[spans[index].folded])
    }

    /// Where the word stands, as offsets in the UTF-8 of the text.
    @inlinable package func range(at index: Int) -> Range<Int> { spans[index].range }
}

extension Tokenizer {
    /// Hands over the tokens of a text in valid UTF-8, in its order.
    package static func withTokens<Result>(
        of source: UnsafeBufferPointer<UInt8>, _ body: (FoldedTokens) throws -> Result
    ) rethrows -> Result {
        try withUnsafeTemporaryAllocation(of: UInt8.self, capacity: capacity(for: source.count)) { bytes in
            // Words are at least a byte long and another apart.
            try withUnsafeTemporaryAllocation(of: FoldedTokens.Span.self, capacity: source.count / 2 + 1) { spans in
                var scanner = WordScanner(source)
                var (end, count) = (0, 0)
                var start = 0
                while let range = scanner.next(into: bytes, count: &end) {
                    spans.initializeElement(at: count, to: FoldedTokens.Span(range: range, folded: start..<end))
                    count += 1
                    start = end
                }
                return try body(
                    FoldedTokens(spans: UnsafeMutableBufferPointer(rebasing: spans[..<count]), bytes: bytes))
            }
        }
    }
}
