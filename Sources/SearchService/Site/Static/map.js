// The map beside a list, with a marker for each item that has a position. There is no map if Leaflet is not installed.
"use strict";

window.BanuaMap = (() => {
  const element = document.getElementById("map");
  if (!element || !window.L) return null;
  const settings = document.body.dataset;
  // The map of a document without a position shows only its surroundings, if there are any.
  if (!document.getElementById("results") && !element.dataset.longitude && !document.querySelector(".hit[data-longitude]")) return null;
  element.hidden = false;
  const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue("--" + name).trim();
  const map = L.map(element, { scrollWheelZoom: false, zoomSnap: .5, zoomControl: false });
  L.control.zoom({ zoomInTitle: element.dataset.zoomIn, zoomOutTitle: element.dataset.zoomOut }).addTo(map);
  map.attributionControl.setPrefix(false);
  const wholeProvince = L.latLngBounds([-4.2, 114.3], [-1.3, 116.6]);
  map.fitBounds(wholeProvince, { animate: false });

  // Without tiles (no network, or none configured), the map shows the villages as faint dots and the names of
  // regencies.
  let dots = null;
  map.createPane("regions").style.zIndex = 350; // under the markers
  const showDots = async () => {
    if (dots) return;
    dots = L.layerGroup().addTo(map);
    try {
      const reply = await fetch("/site/dots.json"), found = await reply.json();
      const renderer = L.canvas({ padding: .3 });
      for (const [longitude, latitude] of found.villages)
        L.circleMarker([latitude, longitude], { renderer, radius: 1.6, stroke: false, fillColor: colour("dot"), fillOpacity: .5, interactive: false }).addTo(dots);
      for (const [name, longitude, latitude] of found.regencies)
        L.tooltip({ permanent: true, direction: "center", className: "region", pane: "regions", interactive: false }).setLatLng([latitude, longitude]).setContent(text(name)).addTo(dots);
    } catch { dots = null; } // a map without dots is still a map
  };
  const text = (content) => Object.assign(document.createElement("span"), { textContent: content });
  if (settings.tiles) {
    const tiles = L.tileLayer(settings.tiles, { attribution: settings.attribution, maxZoom: 19 });
    tiles.on("tileerror", showDots);
    tiles.addTo(map);
    if (!navigator.onLine) showDots();
  } else showDots();

  const cluster = (group) => L.divIcon({ html: `<div>${group.getChildCount()}<span class="hidden"> ${element.dataset.hits}</span></div>`, className: "marker-cluster", iconSize: [40, 40] });
  const markers = L.markerClusterGroup
    ? L.markerClusterGroup({ maxClusterRadius: 34, showCoverageOnHover: false, iconCreateFunction: cluster }) : L.layerGroup();
  markers.addTo(map);
  const byId = new Map();
  const toggle = document.getElementById("map-toggle");
  let own = null, lit = null, layer = null;

  const style = (kind, isLit) => ({ radius: isLit ? 12 : 8, color: isLit ? colour("ink") : "#fff", weight: isLit ? 3 : 2, fillColor: colour(kind), fillOpacity: .95 });

  // Marks the focused hit, or the cluster that contains it.
  const light = (id, on) => {
    const known = byId.get(id);
    if (!known) return;
    lit?.classList.remove("lit");
    lit = null;
    const seen = markers.getVisibleParent ? markers.getVisibleParent(known.marker) : known.marker;
    known.marker.setStyle(style(known.kind, on));
    if (seen === known.marker) { if (on) known.marker.bringToFront(); }
    else if (on) { lit = seen?.getElement?.() ?? null; lit?.classList.add("lit"); }
  };

  const popup = (name, url, place) => {
    const content = document.createElement("div"), line = document.createElement("p");
    content.append(Object.assign(document.createElement("a"), { href: url, textContent: name }), line);
    line.textContent = place;
    return content;
  };

  const add = (id, kind, position, name, url, about) => {
    const marker = L.circleMarker(position, style(kind, false)).bindPopup(popup(name, url, about), { maxWidth: 240 });
    byId.set(id, { marker, kind });
    markers.addLayer(marker);
    return marker;
  };

  const place = (node) => [Number(node.dataset.latitude), Number(node.dataset.longitude)];
  const kindOf = (node) => node.dataset.kind ?? "village";

  const addList = (bounds) => {
    for (const item of document.querySelectorAll(".hit[data-longitude]")) {
      const link = item.querySelector("a");
      const marker = add(item.dataset.id, kindOf(item), place(item), link.textContent, link.href, item.querySelector(".place")?.textContent ?? "");
      marker.on("mouseover", () => item.classList.add("lit")).on("mouseout", () => item.classList.remove("lit"));
      bounds.extend(place(item));
      for (const [on, off] of [["mouseenter", "mouseleave"], ["focusin", "focusout"]]) {
        item.addEventListener(on, () => light(item.dataset.id, true));
        item.addEventListener(off, () => light(item.dataset.id, false));
      }
    }
  };

  // The start page has no list: its map shows a whole layer.
  const addLayer = async (source) => {
    const wanted = layer = source;
    try {
      const found = await (await fetch(source)).json();
      if (layer !== wanted) return;
      const language = document.documentElement.lang === "id" ? "" : "?lang=" + document.documentElement.lang;
      for (const { id, geometry, properties } of found.features) {
        if (!geometry) continue;
        const [longitude, latitude] = geometry.coordinates;
        const area = ["village", "district", "regency"].map((level) => properties[level]).filter(Boolean);
        add(id, "sentra", [latitude, longitude], properties.name, "/collections/sentra/items/" + encodeURIComponent(id) + language, area.join(", "));
      }
    } catch { /* the start page lists everything in words too */ }
  };

  // Shows the items of the lists on the page. It is called again when they change.
  const refresh = () => {
    map.invalidateSize({ animate: false });
    map.closePopup();
    markers.clearLayers();
    byId.clear();
    own?.remove();
    own = lit = layer = null;
    const bounds = L.latLngBounds([]);
    if (element.dataset.longitude) {
      const kind = kindOf(document.querySelector(".document") ?? element), radius = Number(element.dataset.accuracy);
      const circle = L.circle(place(element), { radius, color: colour(kind), weight: 1.5, dashArray: "4 4", fillOpacity: .08, interactive: false });
      // A ring in addition to a point, because products at the same place are drawn over the point.
      own = L.layerGroup([L.circleMarker(place(element), { radius: 22, color: colour("ink"), weight: 3, fill: false, interactive: false }),
        L.circleMarker(place(element), style(kind, true)).bindTooltip(text(element.dataset.name))]).addTo(map);
      if (radius) circle.addTo(own);
      bounds.extend(radius ? circle.getBounds() : place(element));
    }
    for (const list of document.querySelectorAll("ol.hits[data-origin-longitude]")) {
      const centre = [Number(list.dataset.originLatitude), Number(list.dataset.originLongitude)];
      own = L.circleMarker(centre, { radius: 11, color: colour("gold"), weight: 4, fillOpacity: .15 }).bindTooltip(text(list.dataset.originName)).addTo(map);
      bounds.extend(centre);
    }
    addList(bounds);
    const source = document.querySelector("[data-layer]")?.dataset.layer;
    if (source) addLayer(source);
    if (bounds.isValid()) map.fitBounds(bounds.pad(.12), { maxZoom: 13, animate: false });
    else map.fitBounds(wholeProvince, { animate: false });
    if (toggle) toggle.hidden = !source && !byId.size && location.hash !== "#peta";
  };

  // A phone shows either the list or the map. The part of the address after # says which.
  const turn = () => {
    const isOpen = location.hash === "#peta";
    document.body.classList.toggle("map-open", isOpen);
    toggle.textContent = isOpen ? toggle.dataset.list : toggle.dataset.map;
    toggle.href = isOpen ? "#daftar" : "#peta"; // no element has these names, so that nothing scrolls
    refresh();
  };
  if (toggle) {
    window.addEventListener("hashchange", turn);
    turn();
  } else refresh();
  return { refresh };
})();
