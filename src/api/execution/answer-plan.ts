import {
  type FieldNode,
  type GraphQLCompositeType,
  type GraphQLObjectType,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isListType,
  isNonNullType,
  isObjectType,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from "graphql";
import { isEventPlace } from "./event-leaf-schema.js";
import { type Selections, setsOf } from "./selected-fields.js";
import { shapeOf } from "./shape.js";
import { compileTextWriter, type TextWriter } from "./text-writer.js";

/** The place of a value in an answer, from its end: as `GraphQLResolveInfo` has it. */
export interface Path {
  readonly prev: Path | undefined;
  readonly key: string | number;
}

/**
 * Where the long lists of an answer are, so that its text can be made piece by piece: what is not on the way to one is
 * made at once. A plan says nothing about what the text is.
 */
export interface PlanNode {
  /** By response name; a list has its items' members. */
  readonly fields: ReadonlyMap<string, PlanNode>;
  /** How events that stand here become JSON, when all that is selected of them is plain. */
  readonly events: TextWriter | undefined;
}

export interface AnswerPlan {
  readonly root: PlanNode;
  /** True when there are events and all of them have a projection. */
  readonly hasPlainEvents: boolean;
}

/** The node at a place of the answer; undefined where the plan leads to no list. */
export function nodeAt(root: PlanNode, path: Path): PlanNode | undefined {
  const parent = path.prev === undefined ? root : nodeAt(root, path.prev);
  // Items stand at the place of their list.
  return typeof path.key === "number" ? parent : parent?.fields.get(path.key);
}

interface Draft {
  readonly fields: Map<string, Draft>;
  events: TextWriter | undefined;
  isPlace: boolean;
}

export function planAnswer(selections: Selections, operation: OperationDefinitionNode): AnswerPlan {
  const type = selections.schema.getRootType(operation.operation);
  const planner = new Planner(selections);
  const root = type ? planner.draft(type, [operation.selectionSet]) : emptyDraft();
  return { root, hasPlainEvents: planner.hasEvents && !planner.hasOthers };
}

class Planner {
  hasEvents = false;
  /** Events whose selection holds more than plain members, or that two types select differently under one name. */
  hasOthers = false;

  constructor(private readonly selections: Selections) {}

  draft(type: GraphQLCompositeType, sets: readonly SelectionSetNode[]): Draft {
    const draft = emptyDraft();
    const types = isAbstractType(type) ? this.selections.schema.getPossibleTypes(type) : [type];
    for (const possible of types) {
      for (const [name, nodes] of this.selections.of(possible, sets)) this.#add(draft, possible, name, nodes);
    }
    return draft;
  }

  #add(draft: Draft, type: GraphQLObjectType, name: string, nodes: readonly FieldNode[]): void {
    const field = type.getFields()[nodes[0]?.name.value ?? ""];
    const inner = field && getNamedType(field.type);
    if (field === undefined || !isCompositeType(inner)) return;
    let child: Draft;
    if (isEventPlace(type, field) && isObjectType(inner)) {
      const shape = shapeOf(this.selections, inner, setsOf(nodes));
      child = { ...emptyDraft(), isPlace: true, events: shape && compileTextWriter(shape) };
      this.hasEvents = true;
      if (child.events === undefined) this.hasOthers = true;
    } else {
      child = this.draft(inner, setsOf(nodes));
      const isList = isListType(isNonNullType(field.type) ? field.type.ofType : field.type);
      if (child.fields.size === 0 && !(isList && isPaged(type))) return;
    }
    const known = draft.fields.get(name);
    if (known === undefined) draft.fields.set(name, child);
    else this.#merge(known, child);
  }

  /** Two types behind an interface may use one response name for different things. */
  #merge(known: Draft, other: Draft): void {
    if (known.isPlace !== other.isPlace || known.events?.key !== other.events?.key) {
      this.hasOthers = true;
      known.events = undefined;
    }
    for (const [name, child] of other.fields) {
      const same = known.fields.get(name);
      if (same === undefined) known.fields.set(name, child);
      else this.#merge(same, child);
    }
  }
}

function emptyDraft(): Draft {
  return { fields: new Map(), events: undefined, isPlace: false };
}

/** Pages of connections may be long; lists within an object are short. */
function isPaged(parent: GraphQLObjectType): boolean {
  return parent.getFields().pageInfo !== undefined;
}
