import CPROJ
import Geo

/// A PROJ operation that rejects implausible positions.
///
/// It must be used by one thread at a time.
///
/// PROJ reports no error for numbers of a wrong system: degrees read as metres of UTM zone 50S give a position near
/// Antarctica. So every position is also computed in degrees. It must be in the area of use of both systems, and the
/// inverse operation must give the original position.
struct CheckedOperation {
    private let source: CRS
    private let target: CRS
    private let operation: PROJObject
    /// The operation to WGS 84 degrees.
    ///
    /// Nil if the source is in WGS 84 degrees.
    private let toDegrees: PROJObject?

    private static let degreeCodes = ["OGC:CRS84", "EPSG:4326"]
    /// Degrees outside an area of use that are accepted, because data of a whole province are often kept in one zone.
    private static let margin = 3.0
    /// The accepted error of the inverse operation in metres.
    ///
    /// Regional shifts of one datum differ by less.
    private static let returnMetres = 1_000.0
    private static let returnDegrees = 0.01

    /// - Throws: `ProjectionError` if every operation would ignore the datum.
    init(from source: CRS, to target: CRS) throws(ProjectionError) {
        let context = try PROJContext()
        self.source = source
        self.target = target
        operation = try Self.operation(source, target, context)
        if Self.degreeCodes.contains(source.code) {
            toDegrees = nil
        } else if Self.degreeCodes.contains(target.code) {
            toDegrees = operation
        } else {
            toDegrees = try Self.operation(source, CRS("OGC:CRS84"), context)
        }
    }

    private static func operation(_ source: CRS, _ target: CRS, _ context: PROJContext) throws(ProjectionError)
        -> PROJObject
    {
        let (from, to) = (try PROJSystem(source.definition, context), try PROJSystem(target.definition, context))
        // Without this option PROJ omits a datum shift whose parameters it does not have. That moves a point of Gunung
        // Segara by 60 to 90 metres.
        let raw = "ALLOW_BALLPARK=NO".withCString { option in
            [option, nil].withUnsafeBufferPointer {
                proj_create_crs_to_crs_from_pj(
                    context.pointer, from.object.pointer, to.object.pointer, nil, $0.baseAddress)
            }
        }
        guard let operation = PROJObject(raw, context),
            let normalised = PROJObject(proj_normalize_for_visualization(context.pointer, operation.pointer), context)
        else { throw .impossible(from: source, to: target, context.reason()) }
        return normalised
    }

    func transform(_ position: Transformation.Position) -> Result<Transformation.Position, ProjectionError> {
        let (x, y) = position
        guard x.isFinite, y.isFinite else {
            return .failure(.refused(x: x, y: y, source, "the numbers are not finite"))
        }
        let isInDegrees = abs(x) <= 180 && abs(y) <= 90
        guard isInDegrees == source.isGeographic else {
            return .failure(isInDegrees ? .looksLikeDegrees(x: x, y: y, source) : .notDegrees(x: x, y: y, source))
        }
        var degrees = position
        if let toDegrees {
            guard let found = Self.run(toDegrees, PJ_FWD, position) else {
                return .failure(refusal(toDegrees, position))
            }
            degrees = found
            guard let back = Self.run(toDegrees, PJ_INV, found), isSame(back, position) else {
                return .failure(.outside(x: x, y: y, source: source, of: source))
            }
        }
        for crs in [source, target] where !Self.isUsed(crs, at: degrees) {
            return .failure(.outside(x: x, y: y, source: source, of: crs))
        }
        if toDegrees === operation { return .success(degrees) }
        return Self.run(operation, PJ_FWD, position).map { .success($0) } ?? .failure(refusal(operation, position))
    }

    private static func run(
        _ operation: PROJObject, _ direction: PJ_DIRECTION, _ position: Transformation.Position
    ) -> Transformation.Position? {
        proj_errno_reset(operation.pointer)
        // An infinite time means no time to PROJ. Time-dependent shifts then use their reference year.
        let result = proj_trans(operation.pointer, direction, proj_coord(position.x, position.y, 0, .infinity)).xy
        return result.x.isFinite && result.y.isFinite ? (result.x, result.y) : nil
    }

    private func refusal(_ operation: PROJObject, _ position: Transformation.Position) -> ProjectionError {
        .refused(x: position.x, y: position.y, source, PROJContext.text(ofError: proj_errno(operation.pointer)))
    }

    private func isSame(_ a: Transformation.Position, _ b: Transformation.Position) -> Bool {
        let tolerance = source.isGeographic ? Self.returnDegrees : Self.returnMetres
        return abs(a.x - b.x) <= tolerance && abs(a.y - b.y) <= tolerance
    }

    private static func isUsed(_ crs: CRS, at degrees: Transformation.Position) -> Bool {
        guard let area = crs.areaOfUse else { return true }
        let isAtLatitude = degrees.y >= area.south - margin && degrees.y <= area.north + margin
        // Degrees to the east of the western edge.
        func eastward(_ longitude: Double) -> Double {
            (longitude - area.west + margin + 720).truncatingRemainder(dividingBy: 360)
        }
        let width = eastward(area.east) + margin
        return isAtLatitude && (area.east - area.west >= 360 - 2 * margin || eastward(degrees.x) <= width)
    }
}
