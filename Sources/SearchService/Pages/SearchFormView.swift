import IndexDefinition

/// The search form as it was filled in.
struct SearchFormView: MergedView {
    private static let radii = ["", "2km", "5km", "10km", "25km", "50km", "100km"]

    var text: String
    var near: String
    var radii: [ChoiceView]
    /// The kinds that "near me" asks for if the form names none.
    let goods = DocumentKind.goods.map(\.rawValue).joined(separator: ",")

    init(_ state: PageState, _ words: PageWords) {
        text = state["q"] ?? ""
        near = state["near"] ?? ""
        let chosen = state["radius"] ?? ""
        // An address may have a radius of its own. It becomes one more choice.
        let values = Self.radii.contains(chosen) ? Self.radii : Self.radii + [chosen]
        radii = values.map { value in
            let label = value.isEmpty ? words["anyRadius"] : value.replacing("km", with: " km")
            return ChoiceView(value: value, label: label, count: nil, selected: value == chosen)
        }
    }
}

/// A choice of a form.
struct ChoiceView: TemplateView {
    var value: String
    var label: String
    /// How many documents it finds.
    var count: String?
    var selected: Bool
}

/// A parameter that a form keeps although it shows no field for it.
struct HiddenFieldView: TemplateView {
    var name: String
    var value: String
}
