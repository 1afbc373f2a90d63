import Base
import Foundation
import Geo
import IndexDefinition
import IndexStore

/// The end of a page, as an opaque text that is valid for one generation and one request.
///
/// Shape: base64url without padding over: format byte, request digest (8 bytes), key (8), ordinal (8), generation name
/// (UTF-8). So a cursor of an older generation gets another error than a cursor of another request.
struct Cursor: Hashable {
    private static let format: UInt8 = 1
    private static let headerBytes = 25

    var generation: String
    var requestDigest: UInt64
    var key: Double
    var document: DocumentRef

    var text: String {
        var bytes: [UInt8] = [Self.format]
        for word in [requestDigest, key.bitPattern, document.cursorValue] {
            withUnsafeBytes(of: word.littleEndian) { bytes.append(contentsOf: $0) }
        }
        bytes.append(contentsOf: generation.utf8)
        let base64 = Data(bytes).base64EncodedString().utf8.prefix { $0 != UInt8(ascii: "=") }
        return String(decoding: base64.map(Self.urlSafe), as: UTF8.self)
    }

    /// Source: RFC 4648, 5.
    private static func urlSafe(_ byte: UInt8) -> UInt8 {
        switch byte {
        case UInt8(ascii: "+"): UInt8(ascii: "-")
        case UInt8(ascii: "/"): UInt8(ascii: "_")
        default: byte
        }
    }

    init(generation: String, requestDigest: UInt64, key: Double, document: DocumentRef) {
        self.generation = generation
        self.requestDigest = requestDigest
        self.key = key
        self.document = document
    }

    /// Returns nil if the text is not a cursor.
    init?(_ text: String) {
        guard text.utf8.count < 200 else { return nil }
        var base64 = text.replacing("-", with: "+").replacing("_", with: "/")
        base64 += String(repeating: "=", count: (4 - base64.utf8.count % 4) % 4)
        guard let data = Data(base64Encoded: base64), data.count > Self.headerBytes, data.first == Self.format else {
            return nil
        }
        let bytes = Array(data)
        func word(_ index: Int) -> UInt64 {
            (0..<8).reduce(0) { $0 | UInt64(bytes[1 + 8 * index + $1]) << UInt64(8 * $1) }
        }
        guard let generation = String(validating: bytes[Self.headerBytes...], as: UTF8.self) else { return nil }
        let key = Double(bitPattern: word(1))
        guard let document = DocumentRef(cursorValue: word(2)), !key.isNaN else { return nil }
        self.init(generation: generation, requestDigest: word(0), key: key, document: document)
    }
}

extension SearchRequest {
    /// A hash of everything that decides which documents match and in which order.
    ///
    /// Every field counts, except those that may change from page to page: the page itself, facets, highlights and
    /// explanations.
    ///
    /// - Throws: what encoding the request throws.
    var digest: UInt64 {
        get throws {
            var decisive = self
            let anyPage = SearchRequest()
            decisive.kinds.sort { $0.rawValue < $1.rawValue }
            (decisive.limit, decisive.cursor, decisive.facets) = (anyPage.limit, anyPage.cursor, anyPage.facets)
            decisive.factFacets = anyPage.factFacets
            decisive.wantsExplanation = anyPage.wantsExplanation
            decisive.wantsHighlights = anyPage.wantsHighlights
            var hash = FNV1a()
            try hash.add(encoded: decisive)
            return hash.value
        }
    }
}
