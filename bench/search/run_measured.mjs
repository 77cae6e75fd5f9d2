// Runs a program and tells how long it took and how much memory the largest of its processes had at most.
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";

const kEveryMs = 10;

function read(file) {
    try {
        return readFileSync(file, "utf8");
    } catch {
        return "";
    }
}

/** Bytes; 0 where the system has no /proc. The system keeps the peak, so that looking seldom misses little. */
function peakOf(pid) {
    const own = 1024 * Number(/VmHWM:\s+(\d+)/.exec(read(`/proc/${pid}/status`))?.[1] ?? 0);
    const children = read(`/proc/${pid}/task/${pid}/children`).split(" ").filter(Boolean);
    return Math.max(own, ...children.map(peakOf));
}

/** { seconds, peakBytes }; throws what the program says when it fails. */
export function runMeasured(command, args) {
    return new Promise((resolve, reject) => {
        const start = performance.now();
        let peakBytes = 0;
        let said = "";
        const child = spawn(command, args, { stdio: ["ignore", "pipe", "pipe"] });
        const timer = setInterval(() => (peakBytes = Math.max(peakBytes, peakOf(child.pid))), kEveryMs);
        for (const stream of [child.stdout, child.stderr]) {
            stream.on("data", (text) => (said += text));
        }
        child.once("error", reject);
        child.once("close", (status) => {
            clearInterval(timer);
            if (status === 0) {
                resolve({ seconds: (performance.now() - start) / 1000, peakBytes });
            } else {
                reject(new Error(`${command} ${args.join(" ")}: ended with ${status}\n${said}`));
            }
        });
    });
}
