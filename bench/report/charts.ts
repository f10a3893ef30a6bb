import { init } from "echarts";
import type { Chart } from "../scenarios/scenario.js";

const SIZE = { width: 900, height: 460 };

/** A chart as SVG text, made without a browser. */
export function svgOf(chart: Chart): string {
  const instance = init(null, null, { renderer: "svg", ssr: true, ...SIZE });
  try {
    instance.setOption(chart.kind === "bar" ? barOption(chart) : lineOption(chart));
    return still(instance.renderToSVGString(), chart.title);
  } finally {
    instance.dispose();
  }
}

/** The picture with a name for those who do not see it, and without the rules for pointers that a document has no use for. */
function still(svg: string, title: string): string {
  const name = title.replace(/[<>&]/g, (sign) => `&#${sign.charCodeAt(0)};`);
  return svg
    .replace(/<style[^>]*>[\s\S]*?<\/style>/g, "")
    .replace(
      /^<svg[^>]*>/,
      (tag) =>
        `${tag.replace(">", ` role="img" aria-label="${name.replaceAll('"', "&#34;")}">`)}<title>${name}</title>`,
    );
}

function common({ title, xName, yName, isLog }: Chart) {
  return {
    animation: false,
    backgroundColor: "#ffffff",
    title: { text: title, left: "center", textStyle: { fontSize: 15 } },
    legend: { top: 32 },
    grid: { top: 92, left: 64, right: 32, bottom: 52 },
    yAxis: { type: isLog ? ("log" as const) : ("value" as const), name: yName },
    xName,
  };
}

function barOption(chart: Chart) {
  const { xName, ...option } = common(chart);
  const categories = [...new Set(chart.series.flatMap(({ points }) => points.map(({ x }) => String(x))))];
  const valueAt = (points: Chart["series"][number]["points"], category: string) =>
    shown(points.find(({ x }) => String(x) === category)?.y);
  return {
    ...option,
    xAxis: { type: "category" as const, data: categories, name: xName, nameLocation: "middle" as const, nameGap: 28 },
    series: chart.series.map(({ name, points }) => ({
      type: "bar" as const,
      name,
      data: categories.map((category) => valueAt(points, category)),
    })),
  };
}

function lineOption(chart: Chart) {
  const { xName, ...option } = common(chart);
  return {
    ...option,
    xAxis: {
      type: chart.isLog ? ("log" as const) : ("value" as const),
      name: xName,
      nameLocation: "middle" as const,
      nameGap: 28,
    },
    series: chart.series.map(({ name, points }) => ({
      type: "line" as const,
      name,
      data: points.map(({ x, y }) => [Number(x), shown(y)]),
    })),
  };
}

/** Rounded, so that a chart says no more than was measured; a gap for wrong answers. */
function shown(value: number | undefined): number | string {
  return value === undefined || Number.isNaN(value) ? "-" : Number(value.toPrecision(4));
}
