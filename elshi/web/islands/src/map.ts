// Where it was: a circle for each place, on outlines without names.
import { ScatterChart } from "echarts/charts";
import { GeoComponent } from "echarts/components";
import { registerMap, use } from "echarts/core";
import { type Colours, type Data, type Option, show, size, tooltip } from "./drawing";

use([ScatterChart, GeoComponent]);

function make(data: Data, c: Colours): Option {
  const points = data.points ?? [];
  const most = Math.max(1, ...points.map((point) => point.count));
  const emphasis = { disabled: true };
  return {
    tooltip: { ...tooltip(c), formatter: (one: { name: string; value: number[] }) => `${one.name}: ${one.value[2]}` },
    geo: {
      map: "world", roam: true, zoom: 1.1, silent: true, emphasis, select: emphasis,
      itemStyle: { areaColor: c.wash, borderColor: c.line },
    },
    series: [{
      type: "scatter", coordinateSystem: "geo",
      itemStyle: { color: c.accent, opacity: 0.75 },
      data: points.map((point) => ({ name: point.name, value: [...point.at, point.count], symbolSize: size(point.count, most), href: point.href })),
    }],
  } as Option;
}

// Draws the map; the outlines are fetched from the service itself.
export async function draw(figure: HTMLElement): Promise<void> {
  const answer = await fetch(figure.dataset["world"] ?? "");
  registerMap("world", await answer.json());
  show(figure, make);
}
