import { isPlainObject, leafWriter, quoted } from "./plain-values.js";
import { type ComputedField, keyOf, type Shape, type ShapeMember } from "./shape.js";

/** Makes the JSON text of objects of one shape. */
export interface TextWriter {
  /** Equal for writers that make the same texts. */
  readonly key: string;
  /** True when GraphQL would answer the object without an error, and `text` gives that answer. */
  isPlain(value: unknown): boolean;
  /** Only for objects that are plain. */
  text(value: unknown): string;
}

/**
 * Compiles a writer: code for just this shape is three times as fast as code that looks the shape up member by member.
 * What goes into the code are names of GraphQL, in quotes; everything else is passed to it.
 */
export function compileTextWriter(shape: Shape): TextWriter {
  const code = new Code();
  const { isPlain, text } = code.functionsFor(shape);
  const body = `"use strict";\n${code.functions.join("\n")}\nreturn { isPlain: ${isPlain}, text: ${text} };`;
  const make = new Function("isObject", "quoted", "given", body) as Make;
  return { key: keyOf(shape), ...make(isPlainObject, quoted, code.given) };
}

type Make = (
  isObject: typeof isPlainObject,
  quote: typeof quoted,
  given: readonly unknown[],
) => Pick<TextWriter, "isPlain" | "text">;

/** Expressions over the value `v` of a place. */
interface Expressions {
  readonly isPlain: (v: string) => string;
  readonly text: (v: string) => string;
}

const NAME = /^[_A-Za-z]\w*$/;

class Code {
  readonly functions: string[] = [];
  /** What the code uses and cannot spell out. */
  readonly given: unknown[] = [];

  /** Names of two functions of one value. */
  functionsFor(shape: Shape): { readonly isPlain: string; readonly text: string } {
    const { isPlain, text } = this.#expressions(shape);
    return { isPlain: this.#function("isPlain", isPlain("v")), text: this.#function("text", text("v")) };
  }

  #function(name: string, expression: string): string {
    const unique = `${name}${this.functions.length}`;
    this.functions.push(`function ${unique}(v) { return ${expression}; }`);
    return unique;
  }

  #give(value: unknown): string {
    return `given[${this.given.push(value) - 1}]`;
  }

  #expressions(shape: Shape): Expressions {
    switch (shape.kind) {
      case "leaf":
        return this.#leaf(shape);
      case "typename":
        return { isPlain: () => "true", text: () => literal(JSON.stringify(shape.name)) };
      case "computed":
        return this.#computed(shape.field);
      case "nullable": {
        const { isPlain, text } = this.#expressions(shape.of);
        // `== null` is true for null and for what is absent.
        return {
          isPlain: (v) => `(${v} == null || ${isPlain(v)})`,
          text: (v) => `(${v} == null ? "null" : ${text(v)})`,
        };
      }
      case "list":
        return this.#list(shape.of);
      case "object":
        return this.#object(shape.members);
      case "abstract":
        return this.#abstract(shape.types);
    }
  }

  #leaf({ type }: Extract<Shape, { kind: "leaf" }>): Expressions {
    switch (type.name) {
      case "String":
      case "ID":
        return { isPlain: (v) => `typeof ${v} === "string"`, text: (v) => `quoted(${v})` };
      case "Boolean":
        return { isPlain: (v) => `typeof ${v} === "boolean"`, text: (v) => `(${v} ? "true" : "false")` };
      default: {
        const writer = this.#give(leafWriter(type));
        return { isPlain: (v) => `${writer}.isPlain(${v})`, text: (v) => `${writer}.text(${v})` };
      }
    }
  }

  #computed({ from, compute, unless }: ComputedField): Expressions {
    const computed = this.#give(compute);
    const isPlain = (v: string) => from.map((name) => `typeof ${member(v, name)} === "string"`).join(" && ") || "true";
    const text = (v: string) => `quoted(${computed}(${v}))`;
    if (unless === undefined) return { isPlain, text };
    return {
      isPlain: (v) => `(${member(v, unless)} == null || ${isPlain(v)})`,
      text: (v) => `(${member(v, unless)} == null ? "null" : ${text(v)})`,
    };
  }

  #list(of: Shape): Expressions {
    const item = this.functionsFor(of);
    return {
      isPlain: (v) => `(Array.isArray(${v}) && ${v}.every(${item.isPlain}))`,
      text: (v) => `"[" + ${v}.map(${item.text}).join() + "]"`,
    };
  }

  #object(members: readonly ShapeMember[]): Expressions {
    const checks: string[] = ["isObject(v)"];
    const texts: string[] = [];
    for (const [index, { name, source, shape }] of members.entries()) {
      const place = source === undefined ? "v" : member("v", source);
      const { isPlain, text } = this.#expressions(shape);
      checks.push(isPlain(place));
      texts.push(`${literal(`${index === 0 ? "{" : ","}${JSON.stringify(name)}:`)} + ${text(place)}`);
    }
    const isPlain = this.#function("isPlain", checks.join(" && "));
    const text = this.#function("text", [...texts, members.length === 0 ? '"{}"' : '"}"'].join(" + "));
    return { isPlain: (v) => `${isPlain}(${v})`, text: (v) => `${text}(${v})` };
  }

  #abstract(types: Extract<Shape, { kind: "abstract" }>["types"]): Expressions {
    const cases = types.map(({ name, shape }) => ({ name: literal(name), ...this.functionsFor(shape) }));
    const choose = (of: (one: (typeof cases)[number]) => string, none: string) =>
      cases.reduceRight((rest, one) => `v.kind === ${one.name} ? ${of(one)} : ${rest}`, none);
    const isPlain = this.#function("isPlain", `isObject(v) && (${choose((one) => `${one.isPlain}(v)`, "false")})`);
    const text = this.#function(
      "text",
      choose((one) => `${one.text}(v)`, '"null"'),
    );
    return { isPlain: (v) => `${isPlain}(${v})`, text: (v) => `${text}(${v})` };
  }
}

function member(v: string, name: string): string {
  if (!NAME.test(name)) throw new Error(`"${name}" is not the name of a field.`);
  return `${v}.${name}`;
}

function literal(text: string): string {
  return JSON.stringify(text);
}
