import { DEMO_USERS } from "../../emulator/seed/demo-ids.js";
import { startGateway, type TestGateway, type TestGatewayOptions } from "./gateway.js";
import {
  AddAttendeesDocument,
  type AddAttendeesInput,
  CancelEventDocument,
  type CancelEventInput,
  type CreateEventInput,
  RemoveAttendeesDocument,
  type RemoveAttendeesInput,
  RespondToEventDocument,
  type RespondToEventInput,
  UpdateAttendeeDocument,
  type UpdateAttendeeInput,
} from "./generated/operations.js";
import { makeMeeting } from "./meetings.js";
import { makeOrganization, type TestOrganization } from "./organization.js";
import { type RecordingProxy, startRecordingProxy } from "./recording-proxy.js";

/** A gateway whose requests to Graph are recorded, with one organization: the mailboxes of Ines and Tomasz. */
export class MeetingHouse {
  private constructor(
    readonly gateway: TestGateway,
    readonly organization: TestOrganization,
    readonly proxy: RecordingProxy,
  ) {}

  static async open(options: Pick<TestGatewayOptions, "env" | "clock"> = {}): Promise<MeetingHouse> {
    const started: RecordingProxy[] = [];
    const gateway = await startGateway({
      ...options,
      beforeGraph: async (graphUrl) => {
        const proxy = await startRecordingProxy(graphUrl);
        started.push(proxy);
        return proxy.url;
      },
    });
    const addresses = [DEMO_USERS.ines.address, DEMO_USERS.tomasz.address];
    return new MeetingHouse(gateway, await makeOrganization(gateway, { addresses }), started[0]!);
  }

  async close(): Promise<void> {
    await this.gateway.close();
    await this.proxy.close();
  }

  /** A new meeting of the two; what it cost and mailed is forgotten. */
  async meeting(over: Partial<CreateEventInput> = {}) {
    const made = await makeMeeting(this.gateway, this.organization, over);
    this.gateway.emulator.outbox.clear();
    this.proxy.take();
    return made;
  }

  async add(input: AddAttendeesInput) {
    return (await this.organization.writer.query(AddAttendeesDocument, { input })).data.addAttendees;
  }

  async remove(input: RemoveAttendeesInput) {
    return (await this.organization.writer.query(RemoveAttendeesDocument, { input })).data.removeAttendees;
  }

  async setType(input: UpdateAttendeeInput) {
    return (await this.organization.writer.query(UpdateAttendeeDocument, { input })).data.updateAttendee;
  }

  async cancel(input: CancelEventInput) {
    return (await this.organization.writer.query(CancelEventDocument, { input })).data.cancelEvent;
  }

  async respond(input: RespondToEventInput) {
    return (await this.organization.writer.query(RespondToEventDocument, { input })).data.respondToEvent;
  }
}
