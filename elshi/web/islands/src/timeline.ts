// When it was: a bar for each month.
import { BarChart } from "echarts/charts";
import { DataZoomSliderComponent, GridComponent } from "echarts/components";
import { use } from "echarts/core";
import { type Colours, type Data, type Option, show, tooltip } from "./drawing";

use([BarChart, DataZoomSliderComponent, GridComponent]);

function make(data: Data, c: Colours): Option {
  const months = data.months ?? [];
  return {
    tooltip: { ...tooltip(c), trigger: "item" },
    grid: { left: 48, right: 16, top: 16, bottom: months.length > 24 ? 72 : 40 },
    xAxis: { type: "category", data: months.map((month) => month.name), axisLabel: { color: c.soft, hideOverlap: true }, axisLine: { lineStyle: { color: c.line } } },
    yAxis: { type: "value", minInterval: 1, axisLabel: { color: c.soft }, splitLine: { lineStyle: { color: c.line } } },
    dataZoom: months.length > 24 ? [{ type: "slider", startValue: months.length - 24, endValue: months.length - 1, textStyle: { color: c.soft } }] : [],
    series: [{ type: "bar", itemStyle: { color: c.accent }, data: months.map((month) => ({ value: month.count, href: month.href })) }],
  } as Option;
}

// Draws the time line.
export function draw(figure: HTMLElement): void {
  show(figure, make);
}
