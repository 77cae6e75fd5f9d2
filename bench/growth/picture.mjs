// The figures of growth as a picture: four charts, both axes in powers of ten. Its colours read on light and dark pages.
import * as echarts from "echarts";

const ink = "#768390";
const grid = "#76839040";
const colours = ["#2f81f7", "#e5734f", "#2da44e", "#a371f7"];

const charts = [
    {
        title: "Download, KB",
        lines: {
            "first query, median": ({ cost }) => cost.first.p50 / 1000,
            "first query, 95 %": ({ cost }) => cost.first.p95 / 1000,
            "five queries": ({ cost }) => cost.five.p50 / 1000,
            "root": ({ index }) => index.root / 1000,
        },
    },
    {
        title: "A key, ms",
        lines: {
            "a key, median": ({ cost }) => cost.keys.p50,
            "a key, 95 %": ({ cost }) => cost.keys.p95,
            "a key, 99 %": ({ cost }) => cost.keys.p99,
        },
    },
    {
        title: "Build",
        lines: {
            "seconds": ({ built }) => built.seconds,
            "peak memory, MB": ({ built }) => built.peakBytes / 1e6,
            "index unpacked, MB": ({ index }) => index.raw / 1e6,
        },
    },
    {
        title: "A visitor",
        lines: {
            "requests, first query": ({ cost }) => cost.requests.p50,
            "memory, MB": ({ cost }) => cost.memory / 1e6,
        },
    },
];

const kWidth = 860;
const kHeight = 640;
const left = (at) => 60 + (at % 2) * 430;
const top = (at) => 70 + Math.floor(at / 2) * 320;

export function pictureOf(rows) {
    const chart = echarts.init(null, null, { renderer: "svg", ssr: true, width: kWidth, height: kHeight });
    const axis = (at) => ({
        type: "log",
        gridIndex: at,
        axisLabel: { color: ink, formatter: (value) => value.toLocaleString("en") },
        axisLine: { show: true, lineStyle: { color: ink } },
        splitLine: { lineStyle: { color: grid } },
    });
    const x = rows.map(({ size }) => size);
    chart.setOption({
        animation: false,
        textStyle: { color: ink, fontFamily: "sans-serif" },
        title: charts.map(({ title }, at) => ({
            text: title, left: left(at), top: top(at) - 62, textStyle: { color: ink, fontSize: 15 },
        })),
        legend: charts.map(({ lines }, at) => ({
            data: Object.keys(lines), left: left(at) - 5, top: top(at) - 40, width: 390, itemGap: 8, itemWidth: 14,
            textStyle: { color: ink, fontSize: 11 },
        })),
        grid: charts.map((_, at) => ({ left: left(at), top: top(at) + 5, width: 340, height: 200 })),
        xAxis: charts.map((_, at) => ({
            ...axis(at), min: Math.min(...x), max: Math.max(...x), name: "articles", nameLocation: "middle", nameGap: 26,
        })),
        yAxis: charts.map((_, at) => axis(at)),
        series: charts.flatMap(({ lines }, at) =>
            Object.entries(lines).map(([name, tell], number) => ({
                name, type: "line", xAxisIndex: at, yAxisIndex: at, symbolSize: 7, color: colours[number],
                data: rows.map((row) => [row.size, tell(row)]),
            })),
        ),
    });
    const picture = chart.renderToSVGString();
    chart.dispose();
    return picture;
}
