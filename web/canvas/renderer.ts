// Draws the canvas module's frames with WebGL 2 (docs/screen-protocol.md): lists of triangles, straight from its
// memory. Texture 1 is the fonts' coverage; pictures are 2 and more.

const kVertexBytes = 20;
const kIndexBytes = 2;
const kFontTexture = 1;

const kVertexShader = `#version 300 es
layout(location = 0) in vec2 position;
layout(location = 1) in vec2 place;
layout(location = 2) in vec4 tint;
uniform vec2 size;
out vec2 at;
out vec4 colour;
void main() {
    at = place;
    colour = tint;
    gl_Position = vec4(position.x / size.x * 2.0 - 1.0, 1.0 - position.y / size.y * 2.0, 0, 1);
}`;

const kFragmentShader = `#version 300 es
precision mediump float;
in vec2 at;
in vec4 colour;
uniform sampler2D image;
uniform bool covers;
out vec4 pixel;
void main() {
    vec4 sampled = texture(image, at);
    vec4 straight = covers ? vec4(colour.rgb, colour.a * sampled.r) : colour * sampled;
    pixel = vec4(straight.rgb * straight.a, straight.a);
}`;

/** The font texture, as vc_open() tells it. */
export interface Coverage {
    pixels: Uint8Array;
    width: number;
    height: number;
}

export class Renderer {
    readonly #gl: WebGL2RenderingContext;
    readonly #size: WebGLUniformLocation | null;
    readonly #covers: WebGLUniformLocation | null;
    readonly #vertices: WebGLBuffer;
    readonly #indices: WebGLBuffer;
    readonly #textures = new Map<number, WebGLTexture>();

    constructor(gl: WebGL2RenderingContext) {
        this.#gl = gl;
        const program = link(gl);
        gl.useProgram(program);
        this.#size = gl.getUniformLocation(program, "size");
        this.#covers = gl.getUniformLocation(program, "covers");
        this.#vertices = gl.createBuffer();
        this.#indices = gl.createBuffer();
        gl.bindBuffer(gl.ARRAY_BUFFER, this.#vertices);
        gl.bindBuffer(gl.ELEMENT_ARRAY_BUFFER, this.#indices);
        gl.vertexAttribPointer(0, 2, gl.FLOAT, false, kVertexBytes, 0);
        gl.vertexAttribPointer(1, 2, gl.FLOAT, false, kVertexBytes, 8);
        gl.vertexAttribPointer(2, 4, gl.UNSIGNED_BYTE, true, kVertexBytes, 16);
        [0, 1, 2].forEach((attribute) => gl.enableVertexAttribArray(attribute));
        gl.enable(gl.BLEND);
        gl.blendFunc(gl.ONE, gl.ONE_MINUS_SRC_ALPHA);
        gl.enable(gl.SCISSOR_TEST);
        gl.pixelStorei(gl.UNPACK_ALIGNMENT, 1);
    }

    setFonts({ pixels, width, height }: Coverage): void {
        const gl = this.#gl;
        this.#bindNew(kFontTexture);
        gl.texImage2D(gl.TEXTURE_2D, 0, gl.R8, width, height, 0, gl.RED, gl.UNSIGNED_BYTE, pixels);
    }

    /** A picture that has been loaded, as texture 2 or more. */
    setPicture(texture: number, picture: TexImageSource): void {
        const gl = this.#gl;
        this.#bindNew(texture);
        gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA, gl.RGBA, gl.UNSIGNED_BYTE, picture);
    }

    /** `frame`: what vc_frame() answered. */
    draw(memory: ArrayBuffer, frame: number): void {
        const gl = this.#gl;
        const { width, height } = gl.canvas;
        gl.viewport(0, 0, width, height);
        gl.uniform2f(this.#size, width, height);
        let at = frame;
        const [lists = 0] = new Uint32Array(memory, at, 1);
        at += 4;
        for (let list = 0; list < lists; ++list) {
            const [vertices = 0, vertexCount = 0, indices = 0, indexCount = 0, commands = 0] = new Uint32Array(memory, at, 5);
            at += 20;
            gl.bufferData(gl.ARRAY_BUFFER, new Uint8Array(memory, vertices, vertexCount * kVertexBytes), gl.STREAM_DRAW);
            gl.bufferData(gl.ELEMENT_ARRAY_BUFFER, new Uint8Array(memory, indices, indexCount * kIndexBytes), gl.STREAM_DRAW);
            for (let command = 0; command < commands; ++command) {
                this.#drawCommand(new Float32Array(memory, at, 4), new Uint32Array(memory, at + 16, 4));
                at += 32;
            }
        }
    }

    #drawCommand([left = 0, top = 0, right = 0, bottom = 0]: Float32Array, [texture = 0, first = 0, , count = 0]: Uint32Array): void {
        const gl = this.#gl;
        const image = this.#textures.get(texture);
        if (right <= left || bottom <= top || !image) {
            return;
        }
        gl.scissor(left, gl.canvas.height - bottom, right - left, bottom - top);
        gl.bindTexture(gl.TEXTURE_2D, image);
        gl.uniform1i(this.#covers, texture === kFontTexture ? 1 : 0);
        gl.drawElements(gl.TRIANGLES, count, gl.UNSIGNED_SHORT, first * kIndexBytes);
    }

    #bindNew(texture: number): void {
        const gl = this.#gl;
        const image = this.#textures.get(texture) ?? gl.createTexture();
        this.#textures.set(texture, image);
        gl.bindTexture(gl.TEXTURE_2D, image);
        for (const side of [gl.TEXTURE_WRAP_S, gl.TEXTURE_WRAP_T]) {
            gl.texParameteri(gl.TEXTURE_2D, side, gl.CLAMP_TO_EDGE);
        }
        for (const filter of [gl.TEXTURE_MIN_FILTER, gl.TEXTURE_MAG_FILTER]) {
            gl.texParameteri(gl.TEXTURE_2D, filter, gl.LINEAR);
        }
    }
}

function link(gl: WebGL2RenderingContext): WebGLProgram {
    const program = gl.createProgram();
    const shaders: [number, string][] = [[gl.VERTEX_SHADER, kVertexShader], [gl.FRAGMENT_SHADER, kFragmentShader]];
    for (const [kind, source] of shaders) {
        const shader = gl.createShader(kind) as WebGLShader;
        gl.shaderSource(shader, source);
        gl.compileShader(shader);
        gl.attachShader(program, shader);
    }
    gl.linkProgram(program);
    if (!gl.getProgramParameter(program, gl.LINK_STATUS)) {
        throw new Error(gl.getProgramInfoLog(program) ?? "the shaders cannot be linked");
    }
    return program;
}
