/// The tokens of a text as bytes in a buffer, without strings.
///
///     Tokenizer.withTokens(of: bytes) { tokens in tokens.indices.filter { tokens[$0].elementsEqual("purun".utf8) } }
///
/// Valid only during the call of `Tokenizer.withTokens(of:_:)`.
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

    /// The indices of the tokens, in text order.
    @inlinable package var indices: Range<Int> { spans.indices }

    /// The folded token in UTF-8.
    ///
    /// It is never empty.
    @inlinable package subscript(_ index: Int) -> UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(rebasing: bytes[spans[index].folded])
    }

    /// The position of the token, as UTF-8 offsets in the text.
    @inlinable package func range(at index: Int) -> Range<Int> { spans[index].range }
}

extension Tokenizer {
    /// Calls `body` with the tokens of a text in valid UTF-8, in text order.
    package static func withTokens<Result>(
        of source: UnsafeBufferPointer<UInt8>, _ body: (FoldedTokens) throws -> Result
    ) rethrows -> Result {
        try withUnsafeTemporaryAllocation(of: UInt8.self, capacity: capacity(for: source.count)) { bytes in
            // A word is at least one byte long, and there is at least one byte between two words.
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
