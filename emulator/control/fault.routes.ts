import { ControlFailure, type ControlRoute } from "./control-call.js";
import { describeFaultKinds, readFaultInput } from "./fault-body.js";

export const faultRoutes: readonly ControlRoute[] = [
  {
    method: "GET",
    path: "/emulator/faults",
    purpose: "The armed faults.",
    handle: ({ world }) => ({ faults: world.faults.list() }),
  },
  {
    method: "GET",
    path: "/emulator/faults/kinds",
    purpose: "The kinds of faults, each with what it does, the JSON schema of its action and an example.",
    handle: describeFaultKinds,
  },
  {
    method: "POST",
    path: "/emulator/faults",
    purpose: "Arms a fault: { match?, times?, skip?, every?, forSeconds?, action }. Answers its id.",
    handle: ({ world, body }) => ({ id: world.faults.add(readFaultInput(body)) }),
  },
  {
    method: "DELETE",
    path: "/emulator/faults",
    purpose: "Disarms all faults.",
    handle: ({ world }) => {
      world.faults.clear();
      return { faults: [] };
    },
  },
  {
    method: "DELETE",
    path: "/emulator/faults/{id}",
    purpose: "Disarms one fault.",
    handle: ({ world, params }) => {
      if (!world.faults.remove(Number(params.id)))
        throw new ControlFailure(404, "There is no such fault; it may be spent.");
      return { faults: world.faults.list() };
    },
  },
  {
    method: "DELETE",
    path: "/emulator/subscriptions/{id}",
    purpose: "A subscription is gone, and nobody is told.",
    handle: ({ world, params }) => {
      if (!world.store.subscriptions.delete((params.id ?? "").toLowerCase()))
        throw new ControlFailure(404, "There is no such subscription.");
      return { subscriptions: world.store.subscriptions.size };
    },
  },
];
