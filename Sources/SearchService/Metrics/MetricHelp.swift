/// The descriptions of the metrics, for the HELP lines of `/metrics`.
enum MetricHelp {
    static let texts = [
        "banua_http_requests_total": "Requests by route and status.",
        "banua_http_request_duration_seconds": "Time to answer a request, by route.",
        "banua_up_generation": "Number of the generation that answers, or 0 if there is none.",
        "banua_generation_age_seconds": "Time since the build of the generation began.",
        "banua_generation_serving_seconds": "Time since this service opened the generation.",
        "banua_generation_refused": "1 if the published generation could not be opened, else 0.",
        "banua_search_threads": "Threads that search.",
        "banua_search_under_way": "Requests that search or wait for a thread.",
        "banua_search_turned_away": "Requests refused since the start because too many waited.",
        "banua_answers_from_cache": "Requests answered from the cache of this generation.",
        "process_resident_memory_bytes": "Memory of the process.",
    ]
}
