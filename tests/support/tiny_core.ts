// A WebAssembly module with the core's exports and no core in it, put together byte by byte: it answers every message
// with the same result, traps on those of at least `trapFrom` and fewer than `trapBelow` bytes, and can refuse to work at all.

const kI32 = 0x7f;
const kResultAt = 0x8000;

function unsigned(value: number): number[] {
    return value < 0x80 ? [value] : [(value & 0x7f) | 0x80, ...unsigned(value >>> 7)];
}

function signed(value: number): number[] {
    const rest = value >> 7;
    return rest === 0 && (value & 0x40) === 0 ? [value] : [(value & 0x7f) | 0x80, ...signed(rest)];
}

const vector = (items: number[][]): number[] => [...unsigned(items.length), ...items.flat()];
const section = (id: number, content: number[]): number[] => [id, ...unsigned(content.length), ...content];
const text = (value: string): number[] => vector([...new TextEncoder().encode(value)].map((byte) => [byte]));
const constant = (value: number): number[] => [0x41, ...signed(value)];

export function tinyCore(result: unknown, trapBelow: number, trapFrom = 0): Buffer {
    const bytes = [...new TextEncoder().encode(JSON.stringify(result))];
    const type = (inputs: number) => [0x60, ...vector(Array.from({ length: inputs }, () => [kI32])), 1, kI32];
    const body = (code: number[]) => {
        const whole = [0, ...code, 0x0b];
        return [...unsigned(whole.length), ...whole];
    };
    // local.get 0, trapFrom, i32.sub, trapBelow - trapFrom, i32.lt_u, if, unreachable, end
    const trap = [0x20, 0, ...constant(trapFrom), 0x6b, ...constant(trapBelow - trapFrom), 0x49, 0x04, 0x40, 0x00, 0x0b];
    const functions = [
        { name: "vt_reserve", type: 1, code: constant(1024) },
        { name: "vt_dispatch", type: 1, code: [...trap, ...constant(kResultAt)] },
        { name: "vt_deliver", type: 2, code: constant(kResultAt) },
        { name: "vt_result_size", type: 0, code: constant(bytes.length) },
    ];
    const exports = functions.map(({ name }, index) => [...text(name), 0, index]);
    return Buffer.from([
        0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0,
        ...section(1, vector([type(0), type(1), type(3)])),
        ...section(3, vector(functions.map((each) => [each.type]))),
        ...section(5, vector([[0, 2]])),
        ...section(7, vector([...exports, [...text("memory"), 2, 0]])),
        ...section(10, vector(functions.map(({ code }) => body(code)))),
        ...section(11, vector([[0, ...constant(kResultAt), 0x0b, ...vector(bytes.map((byte) => [byte]))]])),
    ]);
}
