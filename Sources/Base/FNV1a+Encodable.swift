extension FNV1a {
    /// Adds everything that a value encodes: its keys, its values, and where its lists and objects begin.
    ///
    ///     var hash = FNV1a()
    ///     try hash.add(encoded: request)
    ///
    /// It gives no bytes of a format, so it is faster than hashing JSON. A field that the value encodes cannot be
    /// forgotten.
    ///
    /// - Throws: what encoding the value throws.
    package mutating func add(encoded value: some Encodable) throws {
        let encoder = HashingEncoder(hash: self)
        try encoder.add(value)
        self = encoder.hash
    }
}

/// An encoder that hashes instead of writing.
private final class HashingEncoder: Encoder {
    fileprivate enum Mark {
        static let object: UInt8 = 0xF8
        static let list: UInt8 = 0xF9
        static let null: UInt8 = 0xFA
    }

    var hash: FNV1a
    var codingPath: [any CodingKey] { [] }
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    init(hash: FNV1a) {
        self.hash = hash
    }

    func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
        hash.add(Mark.object)
        return KeyedEncodingContainer(KeyedHashing<Key>(encoder: self))
    }

    func unkeyedContainer() -> any UnkeyedEncodingContainer {
        hash.add(Mark.list)
        return UnkeyedHashing(encoder: self)
    }

    func singleValueContainer() -> any SingleValueEncodingContainer { SingleHashing(encoder: self) }

    func addNull() { hash.add(Mark.null) }

    func add<Value: Encodable>(_ value: Value) throws {
        switch value {
        case let text as String: hash.addField(text)
        case let flag as Bool: hash.add(flag ? 1 : 0)
        case let number as Double: add(bits: number.bitPattern)
        case let number as Float: add(bits: Double(number).bitPattern)
        case let number as any FixedWidthInteger: add(bits: UInt64(truncatingIfNeeded: number))
        default: try value.encode(to: self)
        }
    }

    private func add(bits: UInt64) {
        withUnsafeBytes(of: bits.littleEndian) { hash.add($0) }
    }
}

private struct KeyedHashing<Key: CodingKey>: KeyedEncodingContainerProtocol {
    let encoder: HashingEncoder
    var codingPath: [any CodingKey] { [] }

    private func add(_ key: Key) { encoder.hash.addField(key.stringValue) }

    mutating func encodeNil(forKey key: Key) {
        add(key)
        encoder.addNull()
    }

    mutating func encode<Value: Encodable>(_ value: Value, forKey key: Key) throws {
        add(key)
        try encoder.add(value)
    }

    mutating func nestedContainer<Nested: CodingKey>(keyedBy type: Nested.Type, forKey key: Key)
        -> KeyedEncodingContainer<Nested>
    {
        add(key)
        return encoder.container(keyedBy: type)
    }

    mutating func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
        add(key)
        return encoder.unkeyedContainer()
    }

    mutating func superEncoder() -> any Encoder { encoder }

    mutating func superEncoder(forKey key: Key) -> any Encoder {
        add(key)
        return encoder
    }
}

private struct UnkeyedHashing: UnkeyedEncodingContainer {
    let encoder: HashingEncoder
    var codingPath: [any CodingKey] { [] }
    private(set) var count = 0

    init(encoder: HashingEncoder) {
        self.encoder = encoder
    }

    mutating func encodeNil() {
        count += 1
        encoder.addNull()
    }

    mutating func encode<Value: Encodable>(_ value: Value) throws {
        count += 1
        try encoder.add(value)
    }

    mutating func nestedContainer<Nested: CodingKey>(keyedBy type: Nested.Type) -> KeyedEncodingContainer<Nested> {
        count += 1
        return encoder.container(keyedBy: type)
    }

    mutating func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer {
        count += 1
        return encoder.unkeyedContainer()
    }

    mutating func superEncoder() -> any Encoder { encoder }
}

private struct SingleHashing: SingleValueEncodingContainer {
    let encoder: HashingEncoder
    var codingPath: [any CodingKey] { [] }

    mutating func encodeNil() { encoder.addNull() }

    mutating func encode<Value: Encodable>(_ value: Value) throws { try encoder.add(value) }
}
