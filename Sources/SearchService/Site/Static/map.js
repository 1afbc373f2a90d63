// The map beside a list: Leaflet where it is installed, nothing where it is not. Every list item with a position is a marker.
"use strict";

window.BanuaMap = (() => {
  const element = document.getElementById("map");
  if (!element || !window.L) return null;
  element.hidden = false;
  const settings = document.body.dataset;
  const map = L.map(element, { scrollWheelZoom: false }).setView([-3.1, 115.4], 8);
  map.attributionControl.setPrefix(false);
  const dark = "#0b5d4b", gold = "#b07400";
  let dots = null;

  // Without tiles (no network, none configured) the villages as faint dots keep the map readable.
  const showDots = async () => {
    if (dots) return;
    dots = L.layerGroup().addTo(map);
    try {
      const reply = await fetch("/site/dots.json");
      const renderer = L.canvas({ padding: .3 });
      for (const [longitude, latitude] of await reply.json())
        L.circleMarker([latitude, longitude], { renderer, radius: 1.5, stroke: false, fillColor: "#6b7c76", fillOpacity: .55, interactive: false }).addTo(dots);
    } catch { dots = null; }
  };
  if (settings.tiles) {
    const tiles = L.tileLayer(settings.tiles, { attribution: settings.attribution, maxZoom: 19 });
    tiles.on("tileerror", showDots);
    tiles.addTo(map);
    if (!navigator.onLine) showDots();
  } else showDots();

  const markers = L.markerClusterGroup ? L.markerClusterGroup({ maxClusterRadius: 36, showCoverageOnHover: false }) : L.layerGroup();
  markers.addTo(map);
  const byId = new Map();
  let origin = null;

  const style = (lit) => ({ radius: lit ? 10 : 7, color: "#fff", weight: 2, fillColor: lit ? gold : dark, fillOpacity: .95 });
  const light = (id, lit) => {
    const marker = byId.get(id);
    if (!marker) return;
    const seen = markers.getVisibleParent ? markers.getVisibleParent(marker) : marker;
    if (seen === marker) { marker.setStyle(style(lit)); if (lit) marker.bringToFront(); }
    else seen?.getElement?.()?.classList.toggle("lit", lit);
  };

  const place = (node) => [Number(node.dataset.latitude), Number(node.dataset.longitude)];

  // Shows what the lists on the page hold; called again when they change.
  const refresh = () => {
    markers.clearLayers();
    byId.clear();
    origin?.remove();
    const bounds = L.latLngBounds([]);
    if (element.dataset.longitude) {
      origin = L.layerGroup([L.circle(place(element), { radius: Number(element.dataset.accuracy) || 0, color: gold, weight: 1, fillOpacity: .12 }),
        L.circleMarker(place(element), { ...style(true) }).bindTooltip(element.dataset.name)]).addTo(map);
      bounds.extend(place(element));
    }
    for (const list of document.querySelectorAll("ol.hits[data-origin-longitude]")) {
      const centre = [Number(list.dataset.originLatitude), Number(list.dataset.originLongitude)];
      origin = L.circleMarker(centre, { radius: 9, color: gold, weight: 3, fillOpacity: .2 }).bindTooltip(list.dataset.originName).addTo(map);
      bounds.extend(centre);
    }
    for (const item of document.querySelectorAll(".hit[data-longitude]")) {
      const link = item.querySelector("a");
      const marker = L.circleMarker(place(item), style(false)).bindTooltip(link.textContent);
      marker.on("mouseover", () => item.classList.add("lit")).on("mouseout", () => item.classList.remove("lit")).on("click", () => { location.href = link.href; });
      byId.set(item.dataset.id, marker);
      markers.addLayer(marker);
      bounds.extend(place(item));
      for (const [on, off] of [["mouseenter", "mouseleave"], ["focusin", "focusout"]]) {
        item.addEventListener(on, () => light(item.dataset.id, true));
        item.addEventListener(off, () => light(item.dataset.id, false));
      }
    }
    if (bounds.isValid()) map.fitBounds(bounds.pad(.15), { maxZoom: 12, animate: false });
  };
  refresh();
  return { refresh };
})();
