// What map, time line and network share: their data, colours and clicks. The data lie in the page, beside the table that shows the same.
import { TooltipComponent } from "echarts/components";
import { type EChartsType, init, use } from "echarts/core";
import { CanvasRenderer } from "echarts/renderers";

use([TooltipComponent, CanvasRenderer]);

export interface Point { name: string; href: string; count: number; at: [number, number] }
export interface Month { name: string; count: number; href: string }
export interface Node { name: string; href: string; count: number }
export interface Pair { one: number; other: number; count: number }
export interface Data { points?: Point[]; months?: Month[]; nodes?: Node[]; pairs?: Pair[] }
export interface Colours { ink: string; soft: string; line: string; accent: string; wash: string; sheet: string }
export type Option = Parameters<EChartsType["setOption"]>[0];

const readColours = (): Colours => {
  const style = getComputedStyle(document.documentElement);
  const read = (name: string) => style.getPropertyValue(`--${name}`).trim();
  return { ink: read("ink"), soft: read("soft"), line: read("line"), accent: read("accent"), wash: read("wash"), sheet: read("sheet") };
};

// The tooltip is drawn, not written as markup: names come from texts of strangers.
export const tooltip = (c: Colours) => ({
  renderMode: "richText" as const,
  backgroundColor: c.sheet,
  borderColor: c.line,
  textStyle: { color: c.ink },
});

export const size = (count: number, most: number) => 6 + 26 * Math.sqrt(count / Math.max(1, most));

// Shows the figure; where there is nothing to draw the table is enough.
export function show(figure: HTMLElement, make: (data: Data, colours: Colours) => Option): void {
  const written = document.getElementById("chart")?.textContent;
  if (!written) return;
  const data = JSON.parse(written) as Data;
  if (![data.points, data.months, data.nodes].some((list) => list && list.length > 0)) return;
  figure.hidden = false;
  const chart = init(figure);
  const paint = () => {
    chart.setOption(make(data, readColours()), true);
    figure.dataset["drawn"] = "yes";
  };
  chart.on("click", (event) => {
    const href = (event.data as { href?: string } | undefined)?.href;
    if (href?.startsWith("/")) location.assign(href);
  });
  addEventListener("resize", () => chart.resize());
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", paint);
  paint();
}
