import CPROJ
import Geo

/// A coordinate reference system as a PROJ object.
struct PROJSystem {
    let object: PROJObject
    private let context: PROJContext

    /// Creates the horizontal part of the system with a normalized name or WKT.
    ///
    /// - Throws: `ProjectionError` if the system is unknown, or is not a horizontal one.
    init(_ definition: String, _ context: PROJContext) throws(ProjectionError) {
        guard let object = PROJObject(proj_create(context.pointer, definition), context) else {
            throw .unknown(definition, context.reason())
        }
        let isCompound = proj_get_type(object.pointer) == PJ_TYPE_COMPOUND_CRS
        guard
            let object = isCompound
                ? PROJObject(proj_crs_get_sub_crs(context.pointer, object.pointer, 0), context) : object,
            Self.mapTypes.contains(proj_get_type(Self.unbound(object, context).pointer).rawValue)
        else { throw .notOnAMap(definition) }
        self.object = object
        self.context = context
    }

    private static let mapTypes = [PJ_TYPE_GEOGRAPHIC_2D_CRS, PJ_TYPE_GEOGRAPHIC_3D_CRS, PJ_TYPE_PROJECTED_CRS].map(
        \.rawValue)

    /// The base system, if WKT 1 binds it to a datum shift.
    private static func unbound(_ object: PROJObject, _ context: PROJContext) -> PROJObject {
        guard proj_get_type(object.pointer) == PJ_TYPE_BOUND_CRS else { return object }
        return PROJObject(proj_get_source_crs(context.pointer, object.pointer), context) ?? object
    }

    private var plain: PROJObject { Self.unbound(object, context) }

    var name: String { proj_get_name(plain.pointer).map { String(cString: $0) } ?? "" }
    var isGeographic: Bool { proj_get_type(plain.pointer) != PJ_TYPE_PROJECTED_CRS }

    /// Authority and code.
    ///
    /// Nil if the system has none.
    var identifier: String? {
        let plain = plain
        guard let authority = proj_get_id_auth_name(plain.pointer, 0), let code = proj_get_id_code(plain.pointer, 0)
        else { return nil }
        return "\(String(cString: authority)):\(String(cString: code))"
    }

    /// The EPSG code of an equal system, found by its parameters.
    ///
    /// Nil if there is none, or if there are several.
    func identified() -> String? {
        var confidences: UnsafeMutablePointer<Int32>?
        guard let list = proj_identify(context.pointer, object.pointer, "EPSG", nil, &confidences) else { return nil }
        defer {
            proj_list_destroy(list)
            proj_int_list_destroy(confidences)
        }
        // From a confidence of 70 on, only the name differs (proj_identify). Accept a single system, or the one with an
        // equal name.
        let count = Int(proj_list_get_count(list))
        guard count > 0, let confidences, confidences[0] >= 70, count == 1 || confidences[1] < confidences[0],
            let match = PROJObject(proj_list_get(context.pointer, list, 0), context),
            let code = proj_get_id_code(match.pointer, 0)
        else { return nil }
        return "EPSG:\(String(cString: code))"
    }

    /// West, south, east, north in degrees.
    ///
    /// Nil if PROJ does not know the area.
    var areaOfUse: BoundingBox? {
        var box = BoundingBox(west: 0, south: 0, east: 0, north: 0)
        let plain = plain
        let isKnown =
            proj_get_area_of_use(context.pointer, plain.pointer, &box.west, &box.south, &box.east, &box.north, nil) != 0
        return isKnown && box.isValid ? box : nil
    }

    var isLatitudeFirst: Bool {
        guard let axes = PROJObject(proj_crs_get_coordinate_system(context.pointer, plain.pointer), context) else {
            return false
        }
        var direction: UnsafePointer<CChar>?
        guard proj_cs_get_axis_info(context.pointer, axes.pointer, 0, nil, nil, &direction, nil, nil, nil, nil) != 0,
            let direction
        else {
            return false
        }
        return ["north", "south"].contains(String(cString: direction).lowercased())
    }
}
