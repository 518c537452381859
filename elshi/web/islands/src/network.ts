// Who stands in one record with whom.
import { GraphChart } from "echarts/charts";
import { use } from "echarts/core";
import { type Colours, type Data, type Option, show, size, tooltip } from "./drawing";

use([GraphChart]);

function make(data: Data, c: Colours): Option {
  const nodes = data.nodes ?? [], pairs = data.pairs ?? [];
  const most = Math.max(1, ...nodes.map((node) => node.count)), thickest = Math.max(1, ...pairs.map((pair) => pair.count));
  const narrow = innerWidth < 640;
  return {
    tooltip: tooltip(c),
    series: [{
      type: "graph", layout: "force", roam: true, draggable: true,
      zoom: narrow ? 0.7 : 0.9,
      force: { repulsion: narrow ? 90 : 160, gravity: 0.16, edgeLength: narrow ? [30, 80] : [60, 130], layoutAnimation: !matchMedia("(prefers-reduced-motion: reduce)").matches },
      label: { show: true, position: "right", color: c.ink, overflow: "truncate", width: narrow ? 90 : 160, fontSize: narrow ? 11 : 12 }, labelLayout: { hideOverlap: true },
      itemStyle: { color: c.accent }, lineStyle: { color: c.soft, opacity: 0.5 },
      emphasis: { focus: "adjacency" },
      data: nodes.map((node, at) => ({ id: String(at), name: node.name, value: node.count, symbolSize: size(node.count, most), href: node.href })),
      links: pairs.map((pair) => ({ source: String(pair.one), target: String(pair.other), value: pair.count, lineStyle: { width: 1 + (5 * pair.count) / thickest } })),
    }],
  } as Option;
}

// Draws the network.
export function draw(figure: HTMLElement): void {
  show(figure, make);
}
