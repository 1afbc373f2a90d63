import Geo
import IndexDefinition
import JSON

extension SearchAnswer {
    /// The answer as one JSON object.
    func json() -> [UInt8] {
        var json = JSONWriter(capacity: 1024 + hits.count * 1024)
        json.object { json in
            json.field("generation", generation)
            json.field("took_ms", tookMilliseconds)
            json.field("total", total)
            json.field("total_is_exact", totalIsExact)
            json.key("query")
            query.write(to: &json)
            json.key("hits")
            json.array { json in
                for hit in hits { hit.write(to: &json) }
            }
            json.key("facets")
            writeFacets(to: &json)
            json.field("next", next)
        }
        return json.bytes
    }

    private func writeFacets(to json: inout JSONWriter) {
        json.object { json in
            let all = facets.map { ($0.field.rawValue, $0.counts) } + factFacets.map { ($0.fact, $0.counts) }
            for (name, counts) in all {
                json.key(name)
                json.array { json in
                    for count in counts {
                        json.object { json in
                            json.field("value", count.value)
                            if count.label != count.value { json.field("label", count.label) }
                            json.field("count", count.count)
                        }
                    }
                }
            }
        }
    }
}

extension QueryReading {
    func write(to json: inout JSONWriter) {
        json.object { json in
            json.field("text", text)
            json.field("keywords", keywords)
            json.field("matching", matching.rawValue)
            json.field("with_all_words", documentsWithAllWords)
            json.field("literal", isLiteral)
            json.key("near")
            if let near { near.write(to: &json) } else { json.null() }
            json.key("within")
            json.array { json in
                for place in within { place.write(to: &json) }
            }
            json.field("place_words", placeWords)
            json.key("nothing_in")
            if let nothingIn { nothingIn.write(to: &json) } else { json.null() }
            json.key("facts")
            json.array { json in
                for fact in facts { fact.write(to: &json) }
            }
            json.key("sort")
            if let sort { sort.write(to: &json) } else { json.null() }
            json.key("missing")
            json.array(missing)
            json.key("outside")
            json.array(outside)
            json.field("radius_m", radiusMetres)
            json.field("corrected", corrected)
            json.key("did_you_mean")
            json.array(didYouMean)
            guard !interpretations.isEmpty else { return }
            json.key("interpretations")
            json.array { json in
                for interpretation in interpretations { interpretation.write(to: &json) }
            }
        }
    }
}

extension ResolvedPlace {
    package func write(to json: inout JSONWriter) {
        json.object { json in
            json.field("id", code)
            json.field("name", name)
            json.field("kind", kind)
            json.field("label", label)
            json.field("longitude", coordinate?.longitude)
            json.field("latitude", coordinate?.latitude)
            json.field("position_accuracy_m", accuracyMetres)
        }
    }
}

extension Hit {
    /// The stored body, followed by what belongs to this request.
    func write(to json: inout JSONWriter) {
        json.object { json in
            json.members(of: body)
            if let score { json.field("score", score) }
            if let distanceMetres { json.field("distance_m", distanceMetres) }
            if !highlights.isEmpty { writeHighlights(to: &json) }
            if let explanation {
                json.key("explain")
                explanation.write(to: &json)
            }
        }
    }

    private func writeHighlights(to json: inout JSONWriter) {
        json.key("highlights")
        json.object { json in
            for highlight in highlights { json.field(highlight.field, highlight.html) }
        }
    }
}

extension ReadFact {
    func write(to json: inout JSONWriter) {
        json.object { json in
            json.field("name", condition.fact)
            if let least = condition.min { json.field("min", least) }
            if condition.minIsExclusive { json.field("min_exclusive", true) }
            if let greatest = condition.max { json.field("max", greatest) }
            if condition.maxIsExclusive { json.field("max_exclusive", true) }
            if condition.min == nil, condition.max == nil {
                json.key("values")
                json.array(condition.values)
            }
            json.field("words", condition.words)
            json.field("unknown", unknown)
            if !isApplied { json.field("applied", false) }
        }
    }
}

extension ReadSort {
    func write(to json: inout JSONWriter) {
        json.object { json in
            json.field("order", order.rawValue)
            json.field("words", words)
        }
    }
}
