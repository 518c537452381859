// Writes the outlines of countries (Natural Earth, public domain) as GeoJSON with two decimals, without names: they are only drawn.
import { readFileSync, writeFileSync } from "node:fs";
import { feature } from "topojson-client";

const atlas = JSON.parse(readFileSync(new URL("./node_modules/world-atlas/countries-110m.json", import.meta.url), "utf8"));
const shorten = (value) => (Array.isArray(value) ? value.map(shorten) : Math.round(value * 100) / 100);
// A ring that crosses the date line goes on beyond 180°, or it would be drawn across the whole map.
const crosses = (ring) => ring.some(([x], at) => at > 0 && Math.abs(x - ring[at - 1][0]) > 180);
const unfold = (ring) => (crosses(ring) ? ring.map(([x, y]) => [x < 0 ? x + 360 : x, y]) : ring);
const ANTARCTICA = "010"; // nobody meets there, and it takes a fifth of the map
const mend = ({ type, coordinates }) =>
  type === "Polygon" ? coordinates.map(unfold) : coordinates.map((polygon) => polygon.map(unfold));
const features = feature(atlas, atlas.objects.countries).features.filter(({ id }) => id !== ANTARCTICA).map(({ geometry }, at) => ({
  type: "Feature",
  properties: { name: String(at) },
  geometry: { type: geometry.type, coordinates: shorten(mend(geometry)) },
}));
writeFileSync(new URL("../static/world.json", import.meta.url), JSON.stringify({ type: "FeatureCollection", features }));
